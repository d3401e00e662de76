package org.machi.city.koki.deliveries;

import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.column.Finding;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.DeliveryFile;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.FileRefused;
import org.machi.platform.files.IncomingFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes 配信ファイル: one list each, its first row names the items. */
@Configuration(proxyBeanMethods = false)
class DeliveryIntake {

    private static final String VALUES =
            DeliveryFile.VALUES.stream()
                    .map(Column::code)
                    .collect(Collectors.joining(", ", "array[", "]"));

    @Bean
    FileHandler deliveries() {
        return FileHandler.of(FileKind.U_DELIVERY, DeliveryIntake::take);
    }

    private static void take(IncomingFile file) {
        requireOneList(file);
        file.db()
                .sql(
                        """
                        insert into koki.delivery
                            (delivery_no, code, name, from_on, to_on, keep_until, items, row_count, file_id, arrived_on)
                        select delivery_no, definition, definition_name, from_on, to_on, keep_until,
                               array_remove(%s, null), (select count(*) from incoming where row_no > 0), :file, :today
                        from incoming where row_no = 0
                        """
                                .formatted(VALUES))
                .param("file", file.id())
                .param("today", file.businessDate())
                .update();
        file.count(
                "配信された行",
                """
                insert into koki.delivery_row (delivery_no, row_no, person_no, cells)
                select i.delivery_no, i.row_no, i.person_no,
                       (select array_agg(coalesce(x.cell, '') order by x.n)
                        from unnest(%s) with ordinality as x (cell, n) where x.n <= cardinality(d.items))
                from incoming i join koki.delivery d using (delivery_no)
                where i.row_no > 0
                """
                        .formatted(VALUES));
        file.db()
                .sql(
                        """
                        insert into koki.delivery_seen (delivery_no, deed, done_on, staff_no, staff_name, terminal)
                        select delivery_no, '1', :today, '', '', '' from incoming where row_no = 0
                        """)
                .param("today", file.businessDate())
                .update();
    }

    private static void requireOneList(IncomingFile file) {
        boolean one =
                file.db()
                        .sql(
                                """
                                select count(distinct delivery_no) = 1 and count(*) filter (where row_no = 0) = 1
                                   and count(distinct row_no) = count(*)
                                   and count(*) filter (where exists (
                                       select from koki.delivery d where d.delivery_no = i.delivery_no)) = 0
                                from incoming i
                                """)
                        .query(Boolean.class)
                        .single();
        if (!one) {
            throw new FileRefused(
                    new Finding(
                            Finding.Severity.REFUSE,
                            1,
                            "配信番号",
                            "",
                            "1つの配信の一覧（項目名の行1つと、行番号の重ならない行）ではないか、受け取った番号です",
                            "広域連合に連絡し、新しい配信番号で配信し直してもらってください"));
        }
    }
}
