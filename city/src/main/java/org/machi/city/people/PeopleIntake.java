package org.machi.city.people;

import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/** Takes residents and non-residents over into 宛名. */
@Component
class PeopleIntake {

    void register(IncomingFile file) {
        take(file, IncomingFile.TABLE);
    }

    /**
     * A change of somebody who was never told of is set aside: only 転入, 出生 and 職権記載 bring new
     * people.
     */
    void changes(IncomingFile file) {
        file.setAside(
                "宛名番号",
                "person_no",
                "台帳にない人の異動です（転入・出生・職権記載以外）",
                """
                i.event not in ('00', '01', '02', '06')
                and not exists (select from people.person p where p.person_no = i.person_no)
                and not exists (select from incoming o where o.person_no = i.person_no and o.line < i.line
                                and o.event in ('00', '01', '02', '06'))
                """);
        take(file, IncomingFile.TABLE);
    }

    void nonResidents(IncomingFile file) {
        Merges.setAside(file);
        file.db()
                .sql(
                        """
                        create temporary table non_resident (like people.person, line bigint) on commit drop
                        """)
                .update();
        file.db().sql(NON_RESIDENTS).param("today", file.businessDate()).update();
        take(file, "non_resident");
        Merges.take(file);
    }

    private static void take(IncomingFile file, String states) {
        int people = new ResidentStates(file.db()).take(states, file.businessDate(), file.id());
        file.count("人", people);
    }

    /**
     * Who came without 世帯番号 is a home of his or her own, under a number that the register doesn't
     * give (15 digits from 9 on); the union asks for one of everybody.
     */
    private static final String NON_RESIDENTS =
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
            from incoming
            """;
}
