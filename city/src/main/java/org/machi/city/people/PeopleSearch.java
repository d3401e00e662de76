package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 個人検索: by the beginning of the kana or kanji name, birth date, 宛名番号 or 被保険者番号. Names are compared
 * by their search keys, so that variants of characters and small kana make no difference.
 */
@Component
class PeopleSearch {

    /** More are not shown: who gets more must ask more exactly. */
    static final int MOST = 50;

    private final JdbcClient db;

    PeopleSearch(JdbcClient db) {
        this.db = db;
    }

    /** What was asked; empty texts are no conditions. */
    public record Asked(String kana, String name, @Nullable LocalDate birthOn, String number) {

        boolean isEmpty() {
            return kana.isBlank() && name.isBlank() && birthOn == null && number.isBlank();
        }
    }

    /**
     * One line of the answer; of people whom this clerk may not see only the numbers.
     *
     * @param hidden true when the clerk may not see more
     */
    public record Found(
            long personNo,
            String insuredNo,
            String name,
            String kana,
            String birthOn,
            String address,
            String state,
            boolean hidden) {}

    List<Found> find(Asked asked, Clerk clerk) {
        return db.sql(SEARCH)
                .param("kana", asked.kana().strip())
                .param("name", asked.name().strip())
                .param("birth", asked.birthOn())
                .param("number", asked.number().strip())
                .param("most", MOST)
                .query((row, n) -> {
                    boolean hidden =
                            row.getBoolean("protected") && !clerk.may(PeopleDesk.PROTECTED);
                    return new Found(
                            row.getLong("person_no"),
                            row.getString("insured_no"),
                            hidden ? "（係の責任者に確認してください）" : row.getString("name"),
                            hidden ? "" : row.getString("name_kana"),
                            hidden ? "" : row.getString("birth_text"),
                            hidden ? "" : row.getString("address"),
                            hidden ? "" : row.getString("state"),
                            hidden);
                })
                .list();
    }

    private static final String SEARCH =
            """
            select v.person_no, coalesce(i.insured_no, '') as insured_no, v.name, v.name_kana, v.birth_text, v.address,
                   v.protected,
                   case when g.survivor_no is not null then '統合済（' || g.survivor_no || '）'
                        when v.died_on is not null then '死亡'
                        when v.resident and v.resident_kind = '3' then '住登外'
                        when v.resident then '住民' else '消除' end as state
            from people.person p
            join people.v_person v using (person_no)
            left join people.merge g on g.person_no = p.person_no and g.undone_on is null
            left join lateral (
                select insured_no from koki.insured k where k.person_no = p.person_no
                order by acquired_on desc limit 1) i on true
            where (:kana = '' or p.kana_key like people.kana_key(:kana) || '%'
                             or p.alias_kana_key like people.kana_key(:kana) || '%')
              and (:name = '' or p.name_key like people.name_key(:name) || '%')
              and (cast(:birth as date) is null or p.birth_day = :birth)
              and (:number = '' or lpad(p.person_no::text, 15, '0') = lpad(:number, 15, '0')
                   or p.person_no in (select person_no from koki.insured where insured_no = :number))
            order by p.kana_key, p.birth_day, p.person_no
            limit :most
            """;
}
