package org.machi.city.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes 住登外者 over into 宛名, from a file or from an entry of the counter. */
public final class NonResidentStates {

    private NonResidentStates() {}

    /**
     * @param source a table or subquery with the columns of the NONRES layout and {@code line}
     * @param fileId null when a clerk entered it
     * @return how many people have a new state
     */
    public static int take(JdbcClient db, String source, LocalDate today, @Nullable Long fileId) {
        db.sql("drop table if exists non_resident").update();
        db.sql(
                        "create temporary table non_resident (like people.person, line bigint) on commit drop")
                .update();
        db.sql(ROWS.formatted(source)).param("today", today).update();
        return new ResidentStates(db).take("non_resident", today, fileId);
    }

    /**
     * Who came without 世帯番号 is a home of his or her own, under a number that the register doesn't
     * give (15 digits from 9 on); the union asks for one of everybody.
     */
    private static final String ROWS =
            """
            insert into non_resident (person_no, household_no, event_seq, event, event_on, processed_on, cancelled, resident_kind, resident_state,
                name, name_kana, alias, alias_kana, name_latin, name_use, birth_on, sex, relation_name, head_no,
                municipality_code, postal_code, prefecture, city, town, lot, building, address_kana, phone,
                died_on, address_exception, exception_from, exception_until, facility, protection,
                name_key, kana_key, known_on, line)
            select person_no, coalesce(household_no, 900000000000000 + person_no), 1, '06', changed_on, :today, '0', '3', case when change in ('3', '4') then '2' else '1' end,
                name, name_kana, alias, alias_kana, name_latin, '1', coalesce(birth_on, '0000-00-00'),
                coalesce(sex, '0'), relation_name,
                case when household_no is null then person_no else head_no end,
                municipality_code, postal_code, prefecture, city, town, lot, building, address_kana, phone,
                died_on, address_exception, exception_from, exception_until, facility, '0',
                '', '', :today, line
            from %s
            """;
}
