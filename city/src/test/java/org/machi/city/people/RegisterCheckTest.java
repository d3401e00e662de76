package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/**
 * 住基との整合性確認: the register's second full list says that 1 lives elsewhere, knows nothing of 2,
 * brings 3, and agrees about 4; 5 is protected and has another name.
 */
class RegisterCheckTest extends AtTheOffice {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String PAGE = "/people/register-check";

    @BeforeEach
    void open() {
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(person(1, "本町"), person(2, "本町"), person(4, "本町"), guarded("支援　五子")));
        city.day("2026-04-01");
        list();
        city.day("2026-04-02");
    }

    /** The full list of the next day. */
    private void list() {
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL.plusDays(1),
                List.of(person(1, "川町"), person(3, "本町"), person(4, "本町"), guarded("支援　伍子")));
    }

    private static Row person(long no, String town) {
        return residentBuilder(no, 100 + no, "住基　" + no + "子", "ジュウキ　コ")
                .set(ResidentFile.TOWN, town)
                .build();
    }

    private static Row guarded(String name) {
        return residentBuilder(5, 105, name, "シエン　イツコ").set(ResidentFile.PROTECTION, "1").build();
    }

    private void settle(long person, String deed, String note) {
        Browser clerk = office.at(PeopleOffice.CLERK, PAGE);
        String run = office.value("select max(run_no) from people.register_check");
        clerk.post(PAGE + "/" + run + "/" + person, Map.of("deed", deed, "note", note));
    }

    private String states() {
        return office.value(
                "select string_agg(person_no || ' ' || kind || ' ' || item || ' ' || state, ',' order by run_no, person_no, item) from people.register_difference");
    }

    @Test
    @Requirement({"J07"})
    void a_later_full_list_is_compared_person_by_person_and_item_by_item_and_nothing_is_taken() {
        assertThat(states())
                .isEqualTo(
                        "1 DIFFERENT town OPEN,2 MISSING_THERE  OPEN,3 MISSING_HERE  OPEN,5 DIFFERENT name OPEN");
        assertThat(
                        office.value(
                                "select told || ' ' || known || ' ' || missing_here || ' ' || missing_there || ' ' || different || ' ' || items from people.register_check"))
                .isEqualTo("4 4 1 1 2 2");
        assertThat(office.value("select town from people.person where person_no = 1"))
                .isEqualTo("本町");
        Browser clerk = office.at(PeopleOffice.CLERK, PAGE);
        assertThat(clerk.get(PAGE).body()).contains("住所（漢字）：本町 → 川町", "市にない", "住基にない", "支援　伍子");
        assertThat(clerk.get("/").body()).contains("住基との相違");
        assertThat(office.at(PeopleOffice.LOOKS, "/people").get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    @Requirement({"J07", "C02"})
    void each_difference_is_taken_over_or_explained_and_what_was_explained_stays_so() {
        settle(1, "TAKE", "");
        assertThat(states()).as("not without a reason").contains("1 DIFFERENT town OPEN");
        settle(1, "TAKE", "住基に電話で確認");
        settle(3, "TAKE", "転入の異動漏れ");
        settle(2, "TAKE", "住基にない");
        settle(2, "EXPLAIN", "職権消除の手続中");
        assertThat(states())
                .isEqualTo(
                        "1 DIFFERENT town TAKEN,2 MISSING_THERE  EXPLAINED,3 MISSING_HERE  TAKEN,5 DIFFERENT name OPEN");
        assertThat(
                        office.value(
                                "select string_agg(event || town, ',' order by history_no) from people.person_history where person_no = 1"))
                .isEqualTo("00本町,08川町");
        assertThat(office.value("select event_on from people.person where person_no = 1"))
                .as("the day of the event, not of its taking over")
                .isEqualTo("2026-04-01");
        assertThat(office.value("select name from people.person where person_no = 3"))
                .isEqualTo("住基　3子");

        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                APRIL.plusDays(2),
                List.of(
                        residentBuilder(5, 105, "支援　伍子", "シエン　イツコ")
                                .set(ResidentFile.PROTECTION, "1")
                                .set(ResidentFile.EVENT, "10")
                                .set(ResidentFile.EVENT_SEQ, 2L)
                                .build()));
        city.day("2026-04-03");
        assertThat(states())
                .as("the register told the change in its own time")
                .contains("5 DIFFERENT name GONE");

        list();
        city.day("2026-04-06");
        assertThat(states()).endsWith("5 DIFFERENT name GONE,2 MISSING_THERE  EXPLAINED");
    }

    @Test
    @Requirement("J07")
    void changes_before_the_first_full_list_do_not_make_everybody_a_difference() {
        try (CityScene fresh = new CityScene()) {
            fresh.send(FileKind.JUKI_DIFF, "JUKI", APRIL, List.of(person(1, "本町")));
            fresh.day("2026-04-01");
            fresh.send(
                    FileKind.JUKI_ALL,
                    "JUKI",
                    APRIL.plusDays(1),
                    List.of(person(1, "川町"), person(2, "本町")));
            fresh.day("2026-04-02");
            assertThat(
                            fresh.db()
                                    .sql(
                                            "select string_agg(person_no || town, ',' order by person_no) || (select count(*) from people.register_check) from people.person")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("1川町,2本町0");
        }
    }
}
