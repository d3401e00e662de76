package org.machi.city.koki.cards;

import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CardFile;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * 証発行用情報 (U_CARD): each piece once. What the former system issued (発行事由 00) is in people's hands
 * already and only stands in the book; so does what was handed over at a 窓口端末 of the union.
 */
@Configuration(proxyBeanMethods = false)
class CardIntake {

    private static final String ITEMS =
            CardFile.LAYOUT.columns().stream().map(Column::code).collect(Collectors.joining(", "));

    @Bean
    FileHandler cards() {
        return FileHandler.of(FileKind.U_CARD, CardIntake::take).withRowsAgain();
    }

    private static void take(IncomingFile file) {
        file.setAside(
                "宛名番号",
                "person_no",
                "宛名に登録のない人です",
                "not exists (select from people.v_known p where p.person_no = i.person_no)");
        file.setAside(
                "被保険者番号",
                "insured_no",
                "被保険者台帳にない被保険者番号か、別の人の番号です",
                """
                not exists (select from koki.insured k
                            where k.insured_no = i.insured_no and k.person_no = i.person_no)
                """);
        file.setAside(
                "証管理番号",
                "card_no",
                "同じ証管理番号で内容の違う証発行用情報を受けています",
                """
                exists (select from koki.card c where c.card_no = i.card_no
                        and (c.insured_no, c.kind, c.valid_from, c.name, coalesce(c.copay, ''))
                            is distinct from (i.insured_no, i.kind, i.valid_from, i.name, coalesce(i.copay, '')))
                """);
        file.db()
                .sql(
                        """
                        insert into koki.card_event (card_no, person_no, event, on_day)
                        select i.card_no, i.person_no, 'MIGRATED', i.issued_on from incoming i
                        where i.reason = '00' and not exists (select from koki.card c where c.card_no = i.card_no)
                        """)
                .update();
        file.db()
                .sql(
                        """
                        insert into koki.card_event (card_no, person_no, event, on_day, method, note)
                        select i.card_no, i.person_no, 'HANDED', i.handed_on, '1', '広域連合の窓口端末で即時に交付' from incoming i
                        where i.handed_on is not null and not exists (select from koki.card c where c.card_no = i.card_no)
                        """)
                .update();
        file.count(
                "証発行用情報",
                file.db()
                        .sql(
                                """
                                insert into koki.card (%1$s, known_on, file_id, state, given_on, method)
                                select %1$s, :today, :file,
                                       case when reason = '00' or handed_on is not null then 'ISSUED' else 'WAITING' end,
                                       coalesce(handed_on, case reason when '00' then issued_on end),
                                       case when handed_on is not null then '1' end
                                from incoming order by line
                                on conflict (card_no) do nothing
                                """
                                        .formatted(ITEMS))
                        .param("today", file.businessDate())
                        .param("file", file.id())
                        .update());
    }
}
