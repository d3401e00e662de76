package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.people.NonResidentNumbersTest.FIRST;
import static org.machi.city.people.NonResidentNumbersTest.migrated;
import static org.machi.city.people.NonResidentNumbersTest.with;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.file.FileKind;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;

/** 住登外者の検索 and the list of what waits: what they read, and of whom they say nothing. */
class OutsideSearchTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private PeopleOffice office;
    private CityScene city;

    @BeforeEach
    void open() {
        office = new PeopleOffice();
        city = office.city();
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(migrated(FIRST)));
        city.day("2026-04-01");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @Requirement({"Q03", "C04"})
    void neither_the_search_nor_what_waits_tells_where_a_protected_person_lives() {
        city.get(StaffDirectory.class)
                .grant(
                        PeopleOffice.LOOKS,
                        List.of(
                                Duties.CONSOLE,
                                PeopleDesk.LOOK,
                                "people.outside",
                                "people.outside.confirm"),
                        APRIL,
                        "応援");
        Browser keeper = office.at(PeopleOffice.CLERK, "/people/" + FIRST);
        keeper.post("/people/" + FIRST + "/protection", Map.of("kind", "1"));
        Browser clerk = office.at(PeopleOffice.LOOKS, "/people/non-residents");
        String search = "/people/non-residents/search";
        Map<String, String> asked = new HashMap<>();
        asked.put("name", "移行　済子");
        asked.put("kana", "イコウ　スミコ");
        asked.put("birthOn", "S55.1.1");
        for (String town : List.of("築地", "月島")) {
            asked.put("city", "中央区");
            asked.put("town", town);
            assertThat(clerk.post(search, asked).body())
                    .contains("抑止の責任者に確認")
                    .doesNotContain(">完全一致<");
        }
        asked.put("town", "築地");
        asked.put("name", "別の　人");
        asked.put("kana", "ベツノ　ヒト");
        assertThat(clerk.post(search, asked).body()).doesNotContain(Long.toString(FIRST));
        assertThat(
                        office.at(PeopleOffice.SECOND, "/people/non-residents")
                                .post(search, asked)
                                .body())
                .as("who may see her finds her by birth and place")
                .contains(Long.toString(FIRST));
        for (String birth : List.of("1980-13-01", "いつか", "19800231")) {
            asked.put("birthOn", birth);
            assertThat(clerk.post(search, asked).body()).contains("生年月日を読み取れません");
        }

        String path = "/people/" + FIRST + "/non-resident";
        keeper.get(path);
        keeper.post(path, with("name", "移行　済子", "town", "月島"));
        assertThat(clerk.get("/people/non-residents").body())
                .contains("係の責任者が処理します")
                .doesNotContain("移行　済子", "月島");
        String entry = office.value("select max(entry_no) from people.non_resident_entry");
        clerk.post("/people/non-residents/" + entry + "/confirm", Map.of());
        assertThat(office.value("select state from people.non_resident_entry"))
                .isEqualTo("ENTERED");
    }

    @Test
    void a_day_that_does_not_exist_is_no_day() {
        assertThat(
                        office.value(
                                """
                                select string_agg(coalesce(people.day(t)::text, '-') || '/' || coalesce(people.latest_birth(t)::text, '-'), ' ' order by n)
                                from unnest(array['1950-05-01', '2000-02-29', '1900-02-29', '1950-13-01', '1950-04-31',
                                                  'abcd-ef-gh', '1950-05-00', '1950-00-00', '0000-00-00', '1950-13-00',
                                                  '1948-02-29', '1947-02-29', '1950-12-31', '1950-01-30'])
                                     with ordinality u (t, n)
                                """))
                .isEqualTo(
                        "1950-05-01/1950-05-01 2000-02-29/2000-02-29 -/- -/- -/- -/- -/1950-05-31 -/1950-12-31 -/- -/-"
                                + " 1948-02-29/1948-02-29 -/- 1950-12-31/1950-12-31 1950-01-30/1950-01-30");
    }
}
