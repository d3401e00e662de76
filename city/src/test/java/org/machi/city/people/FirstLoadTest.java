package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.proof.Requirement;

/** The first load of many people is quick because it leaves out work, never content. */
class FirstLoadTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final int PEOPLE = 2_100;

    /** Number 7 of each ten has no household, number 9 moved out. */
    private static Row person(long no) {
        Row.Builder row =
                residentBuilder(no, 10_000 + no / 3, "山田　" + (char) ('一' + no), "ヤマダ　タロウ")
                        .set(ResidentFile.BIRTH_ON, no % 5 == 0 ? "1940-00-00" : "1950-05-05")
                        .set(ResidentFile.HEAD_NO, no / 3 * 3);
        if (no % 10 == 7) {
            row.set(ResidentFile.HOUSEHOLD_NO, no + 50_000);
        }
        if (no % 10 == 9) {
            row.set(ResidentFile.RESIDENT_STATE, "2");
        }
        return row.build();
    }

    private static List<Row> people(long from, long to) {
        List<Row> rows = new ArrayList<>();
        for (long no = from; no <= to; no++) {
            rows.add(person(no));
        }
        return rows;
    }

    private static Map<String, Object> content(CityScene city) {
        return city.db()
                .sql(
                        """
                        select (select count(*) from people.person_history) as states,
                               (select count(*) from people.household_membership) as periods,
                               (select sum(hash_record_extended(p.*, 0)) from people.person p) as people,
                               (select sum(hash_record_extended(row(h.person_no, h.history_no, h.name, h.name_key, h.kana_key,
                                    h.birth_day, h.known_on, h.event_on, h.town), 0)) from people.person_history h) as history,
                               (select sum(hash_record_extended(m.*, 0)) from people.household_membership m) as homes,
                               (select string_agg(kind || part, ',' order by kind, part) from people.name_part
                                where kind <> 'GN') as parts,
                               (select count(*) from people.union_extract where inside) as extract
                        """)
                .query()
                .singleRow();
    }

    private static List<String> indexes(CityScene city) {
        return city.db()
                .sql(
                        """
                        select indexdef from pg_indexes where schemaname = 'people'
                        and tablename in ('person', 'household_membership', 'tax_fact') order by 1
                        """)
                .query(String.class)
                .list();
    }

    @Test
    @Requirement("Q01")
    void everybody_at_once_leaves_the_same_as_one_by_one() {
        Map<String, Object> atOnce;
        try (CityScene city = new CityScene()) {
            List<String> before = indexes(city);
            city.send(FileKind.JUKI_ALL, "JUKI", APRIL, people(1, PEOPLE));
            city.day("2026-04-01");
            atOnce = content(city);
            assertThat(indexes(city)).as("indexes are made again").isEqualTo(before);
            assertThat(city.lastFile(FileKind.JUKI_ALL)).startsWith("APPLIED 0 人2100");
            refusesToTakeIndexesAway(city);
        }
        try (CityScene city = new CityScene()) {
            city.send(FileKind.JUKI_ALL, "JUKI", APRIL, people(1, 1));
            city.send(FileKind.JUKI_ALL, "JUKI", APRIL, people(2, PEOPLE));
            city.day("2026-04-01");
            assertThat(content(city)).isEqualTo(atOnce);
        }
    }

    private static void refusesToTakeIndexesAway(CityScene city) {
        assertThatThrownBy(() ->
                        city.db()
                                .sql("select people.set_indexes_aside('person')")
                                .query()
                                .listOfRows())
                .hasStackTraceContaining("空でない表の索引は外せません");
        assertThatThrownBy(() ->
                        city.db()
                                .sql("insert into people.index_aside values ('person', 'x')")
                                .update())
                .as("what is carried out later is not the application's to write")
                .hasStackTraceContaining("permission denied");
    }
}
