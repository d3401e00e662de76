package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.DecisionFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.formats.layout.UnionPersonFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/**
 * 住基世帯と後期世帯: in the home 101 live 1 (its head), 2 and the protected 4; 3 is too young for the union
 * and the head of 103.
 */
class HomesTest extends AtTheOffice {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @BeforeEach
    void open() {
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        person(1, 101, 1, "世帯　一郎", "1940-05-01").build(),
                        person(2, 101, 1, "世帯　二子", "1942-05-01").build(),
                        person(3, 103, 3, "息子　三郎", "1980-05-01").build(),
                        person(4, 101, 1, "秘密　四子", "1941-05-01")
                                .set(ResidentFile.PROTECTION, "1")
                                .build()));
        city.day("2026-04-01");
    }

    private static Row.Builder person(long no, long home, long head, String name, String birth) {
        return residentBuilder(no, home, name, "セタイ")
                .set(ResidentFile.BIRTH_ON, birth)
                .set(ResidentFile.HEAD_NO, head)
                .set(ResidentFile.RELATION_NAME, no == head ? "世帯主" : "同居人");
    }

    private void changes(long home, long head, long seq, LocalDate on, String cancelled) {
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                APRIL.plusDays(seq - 1),
                List.of(
                        person(2, home, head, "世帯　二子", "1942-05-01")
                                .set(ResidentFile.EVENT, "09")
                                .set(ResidentFile.EVENT_SEQ, seq)
                                .set(ResidentFile.EVENT_ON, on)
                                .set(ResidentFile.CANCELLED, cancelled)
                                .build()));
    }

    private String home(String staff, long person, String on, String known) {
        return office.at(staff, "/people")
                .get("/people/%d/home?on=%s&known=%s".formatted(person, on, known))
                .body();
    }

    @Test
    @Requirement({"Q17", "C02", "C04"})
    void a_home_of_any_day_stands_as_it_was_known_on_any_day() {
        changes(103, 3, 2, LocalDate.of(2026, 4, 2), "0");
        city.day("2026-04-02");
        changes(101, 1, 3, LocalDate.of(2026, 4, 2), "1");
        city.day("2026-04-03");

        assertThat(home(PeopleOffice.CLERK, 2, "2026-04-02", "2026-04-02"))
                .as("as it was believed on the day of the wrong event")
                .contains("世帯番号 103", "息子　三郎", "世帯主（擬制）", "世帯変更")
                .doesNotContain("世帯番号 101");
        assertThat(home(PeopleOffice.CLERK, 2, "2026-04-02", "2026-04-03"))
                .as("as it is believed since the event was cancelled")
                .contains("世帯番号 101", "世帯　一郎")
                .doesNotContain("世帯番号 103");
        assertThat(home(PeopleOffice.CLERK, 1, "2026-04-01", "2026-04-03")).contains("秘密　四子");
        assertThat(home(PeopleOffice.LOOKS, 1, "2026-04-01", "2026-04-03"))
                .as("a protected member is there without a name")
                .contains("世帯　二子", "（表示できません）")
                .doesNotContain("秘密", "1941-05-01");
        assertThat(home(PeopleOffice.LOOKS, 4, "2026-04-01", "2026-04-03")).doesNotContain("世帯番号");
        assertThat(office.at(PeopleOffice.CLERK, "/people").get("/people/2").body())
                .contains("/people/2/home");
        Browser clerk = office.at(PeopleOffice.CLERK, "/people");
        assertThat(clerk.post("/people", Map.of("kana", "セタイ")).body()).contains("/people/2/home");
    }

    private static Map<String, String> form(String kind, String homeOf, String on) {
        Map<String, String> form =
                new HashMap<>(
                        Map.of("cameAs", "SELF", "numberCheck", "CARD", "identityCheck", "CARD"));
        form.put("kind", kind);
        form.put("homeOf", homeOf);
        form.put("occurredOn", on);
        return form;
    }

    private String apply(long person, Map<String, String> form) {
        String path = "/people/" + person + "/applications";
        return office.at(PeopleOffice.CLERK, path).post(path, form).body();
    }

    @Test
    @Requirement({"Q17", "Q02"})
    void
            another_home_than_the_registers_holds_from_the_unions_verdict_to_the_next_move_unless_that_was_wrong() {
        assertThat(apply(1, form("24", "3", "2026-04-01"))).contains("ほかに世帯員のいる世帯主の後期世帯は変えられません");
        assertThat(apply(2, form("24", "", "2026-04-01"))).contains("宛名番号を入れてください");
        assertThat(apply(2, form("24", "999", "2026-04-01"))).contains("相手の人はいま世帯に属していません");
        assertThat(apply(2, form("25", "", "2026-04-01"))).contains("後期世帯の設定はありません");
        String path = "/people/2/applications";
        assertThat(
                        office.at(PeopleOffice.COUNTER, path)
                                .post(path, form("24", "4", "2026-04-01"))
                                .body())
                .as("not into the home of somebody whom the clerk may not see")
                .contains("相手の人は責任者が処理します");
        apply(2, form("24", "3", "2026-04-01"));
        String no = office.value("select reception_no from people.application");
        office.at(PeopleOffice.SECOND, "/people/applications")
                .post("/people/applications/" + no + "/confirm", Map.of());
        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(told()).as("the other home comes before the application").containsExactly("3 1");
        assertThat(city.sent(FileKind.U_APPLY))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(UnionApplyFile.KIND)).isEqualTo("24");
                    assertThat(row.get(UnionApplyFile.KOKI_HOUSEHOLD_NO)).isEqualTo(103L);
                });
        verdict(no, "24");
        city.day("2026-04-03");
        String page = home(PeopleOffice.CLERK, 2, "2026-04-02", "2026-04-03");
        assertThat(page).contains("世帯番号 101", "世帯番号 103", "届出により住基世帯と異なります", "息子　三郎");
        assertThat(home(PeopleOffice.CLERK, 2, "2026-04-02", "2026-04-02"))
                .as("not yet known then")
                .doesNotContain("世帯番号 103");
        assertThat(members("101")).isEqualTo("1,4");
        assertThat(members("103")).isEqualTo("2,3");

        city.emptyOutbox();
        changes(102, 2, 4, LocalDate.of(2026, 4, 6), "0");
        city.day("2026-04-06");
        assertThat(office.value("select valid_to || ' ' || end_reason from people.koki_home"))
                .isEqualTo("2026-04-06 住民基本台帳の異動");
        assertThat(members("102")).isEqualTo("2");
        assertThat(members("103")).isEqualTo("3");
        assertThat(told()).as("who belonged only by the setting leaves").contains("3 3");

        city.emptyOutbox();
        changes(101, 1, 5, LocalDate.of(2026, 4, 6), "1");
        city.day("2026-04-07");
        assertThat(members("103"))
                .as("the move was an error: the setting goes on")
                .isEqualTo("2,3");
        assertThat(told()).contains("3 1");
        assertThat(home(PeopleOffice.CLERK, 2, "2026-04-06", "2026-04-07"))
                .contains("世帯番号 103", "住民基本台帳の異動（取消）");
        assertThat(home(PeopleOffice.CLERK, 2, "2026-04-06", "2026-04-06"))
                .as("as it was believed in between")
                .doesNotContain("届出により住基世帯と異なります");
    }

    private String members(String household) {
        return office.value(
                "select string_agg(person_no::text, ',' order by person_no) from people.v_koki_household_member where valid_to is null and household_no = "
                        + household);
    }

    /** 宛名番号 and 抽出区分 of the people whom the union was told of. */
    private List<String> told() {
        return city.sent(FileKind.U_PERSON).stream()
                .map(row ->
                        row.get(ResidentFile.PERSON_NO) + " " + row.get(UnionPersonFile.EXTRACT))
                .toList();
    }

    private void verdict(String receptionNo, String kind) {
        city.send(
                FileKind.U_DECISION,
                CityScene.UNION,
                APRIL.plusDays(1),
                List.of(
                        DecisionFile.LAYOUT
                                .row()
                                .set(DecisionFile.PERSON_NO, 2L)
                                .set(DecisionFile.RECEPTION_NO, receptionNo)
                                .set(DecisionFile.KIND, kind)
                                .set(DecisionFile.RESULT, "1")
                                .set(DecisionFile.DECIDED_ON, APRIL.plusDays(1))
                                .set(DecisionFile.EFFECTIVE_ON, APRIL)
                                .set(DecisionFile.REASON, "届出のとおり決定しました")
                                .build()));
    }
}
