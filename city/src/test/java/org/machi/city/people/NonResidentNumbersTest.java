package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.NonResidentFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.UnionPersonFile;
import org.machi.formats.number.PersonNumber;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/** 住登外者宛名番号管理: sought, registered by two clerks, numbered, told, linked and given up. */
class NonResidentNumbersTest extends AtTheOffice {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    static final long FIRST = PersonNumber.ofSerial(7_000_000_000_001L).orElseThrow().value();
    private static final Map<String, String> GUEST =
            Map.ofEntries(
                    Map.entry("reason", "07"),
                    Map.entry("personKind", "1"),
                    Map.entry("name", "客野　入子"),
                    Map.entry("kana", "きゃくの　いりこ"),
                    Map.entry("birthOn", "1951-08-20"),
                    Map.entry("sex", "2"),
                    Map.entry("municipalityCode", "131024"),
                    Map.entry("prefecture", "東京都"),
                    Map.entry("city", "中央区"),
                    Map.entry("town", "築地"),
                    Map.entry("lot", "1丁目1番1号"),
                    Map.entry("exception", "0"),
                    Map.entry("business", "資格"),
                    Map.entry("evidence", "入所証明書"));

    @BeforeEach
    void open() {
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(residentBuilder(1, 101, "市川　一子", "イチカワ　イチコ").build()));
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(migrated(FIRST)));
        city.day("2026-04-01");
    }

    static Row migrated(long no) {
        return migrated(no, "1", "築地").build();
    }

    private static Row.Builder migrated(long no, String change, String town) {
        return NonResidentFile.LAYOUT
                .row()
                .set(NonResidentFile.PERSON_NO, no)
                .set(NonResidentFile.CHANGE, change)
                .set(NonResidentFile.CHANGED_ON, APRIL)
                .set(NonResidentFile.REASON, "03")
                .set(NonResidentFile.PERSON_KIND, "1")
                .set(NonResidentFile.NAME, "移行　済子")
                .set(NonResidentFile.NAME_KANA, "イコウ　スミコ")
                .set(NonResidentFile.BIRTH_ON, "1980-01-01")
                .set(NonResidentFile.MUNICIPALITY_CODE, "131024")
                .set(NonResidentFile.PREFECTURE, "東京都")
                .set(NonResidentFile.CITY, "中央区")
                .set(NonResidentFile.TOWN, town)
                .set(NonResidentFile.ADDRESS_EXCEPTION, "0");
    }

    private String enter(Map<String, String> form) {
        Browser clerk = office.at(PeopleOffice.CLERK, "/people/non-residents");
        String answer = clerk.post("/people/non-residents", form).body();
        return answer + clerk.get("/people/non-residents").body();
    }

    /** Another clerk confirms everything that waits; the number of the last entry. */
    private long confirmed() {
        String entry = office.value("select max(entry_no) from people.non_resident_entry");
        office.at(PeopleOffice.SECOND, "/people/non-residents")
                .post("/people/non-residents/" + entry + "/confirm", Map.of());
        return Long.parseLong(
                office.value(
                        "select person_no from people.non_resident_entry where entry_no = "
                                + entry));
    }

    static Map<String, String> with(String... changes) {
        Map<String, String> changed = new HashMap<>(GUEST);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    @Test
    @Requirement({"Q03"})
    void somebody_is_sought_entered_confirmed_by_another_numbered_past_what_migrated_and_told() {
        Browser clerk = office.at(PeopleOffice.CLERK, "/people/non-residents");
        assertThat(
                        clerk.post(
                                        "/people/non-residents/search",
                                        Map.of(
                                                "name",
                                                "移行　済子",
                                                "kana",
                                                "イコウ　スミコ",
                                                "birthOn",
                                                "1980-01-01",
                                                "city",
                                                "中央区",
                                                "town",
                                                "築地"))
                                .body())
                .contains("完全一致", Long.toString(FIRST));
        assertThat(enter(GUEST)).contains("確認待ち", "客野　入子", "自分の入力です");
        String entry = office.value("select entry_no from people.non_resident_entry");
        assertThat(
                        office.at(PeopleOffice.CLERK, "/people/non-residents")
                                .post("/people/non-residents/" + entry + "/confirm", Map.of())
                                .statusCode())
                .isEqualTo(409);
        long number = confirmed();
        assertThat(number)
                .as("the number that migrated stays with its owner")
                .isEqualTo(PersonNumber.ofSerial(7_000_000_000_002L).orElseThrow().value());
        assertThat(office.at(PeopleOffice.CLERK, "/people").get("/people/" + number).body())
                .contains("客野　入子", "住登外", "業務「資格」が使っています", "入所証明書", "100 → 300");

        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(city.sent(FileKind.U_PERSON))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(ResidentFile.PERSON_NO)).isEqualTo(number);
                    assertThat(row.get(ResidentFile.NAME_KANA)).isEqualTo("キャクノ　イリコ");
                    assertThat(row.get(UnionPersonFile.EXTRACT)).isEqualTo("1");
                });
    }

    @Test
    @Requirement({"Q03"})
    void a_number_that_was_issued_never_comes_back_in_a_file_for_somebody_else() {
        enter(GUEST);
        long number = confirmed();
        city.send(FileKind.NONRES, "JUKI", APRIL.plusDays(1), List.of(migrated(number)));
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                APRIL.plusDays(1),
                List.of(residentBuilder(number, 777, "別の　人", "ベツノ　ヒト").build()));
        city.day("2026-04-02");
        assertThat(city.findings(FileKind.NONRES))
                .singleElement()
                .asString()
                .contains("当市が住登外者に付けた");
        assertThat(city.findings(FileKind.JUKI_DIFF))
                .singleElement()
                .asString()
                .contains("当市が住登外者に付けた");
        assertThat(office.value("select name from people.person where person_no = " + number))
                .isEqualTo("客野　入子");
    }

    @Test
    @Requirement({"Q03"})
    void an_exact_double_needs_a_reason_and_a_wrong_form_is_told_what_is_wrong() {
        enter(GUEST);
        confirmed();
        assertThat(enter(GUEST)).contains("4情報がすべて一致する登録があります");
        enter(with("anotherPerson", "戸籍の附票で確認"));
        confirmed();
        assertThat(office.value("select count(distinct person_no) from people.issued_number"))
                .isEqualTo("2");
        assertThat(office.at(PeopleOffice.CLERK, "/people").get("/people/non-residents").body())
                .as("the two are offered as one")
                .contains("同一人かもしれない", "統合する", "客野　入子");
        assertThat(enter(with("municipalityCode", "131025", "birthOn", "いつか")))
                .contains("市区町村コードは検査数字を含む6桁", "生年月日を読み取れません");
        assertThat(enter(with("exception", "1", "name", "別の　人"))).contains("適用日と施設名が必要です");
    }

    @Test
    @Requirement({"Q03"})
    void a_change_keeps_what_was_and_a_number_goes_only_when_nobody_uses_it() {
        enter(GUEST);
        long number = confirmed();
        String path = "/people/" + number + "/non-resident";
        Browser clerk = office.at(PeopleOffice.CLERK, path);
        assertThat(clerk.get(path).body()).contains("キャクノ　イリコ", "1951-08-20");
        clerk.post(path, with("town", "月島", "evidence", "転居届"));
        assertThat(office.value("select town from people.person where person_no = " + number))
                .isEqualTo("築地");
        confirmed();
        assertThat(office.value("select town from people.person where person_no = " + number))
                .isEqualTo("月島");
        assertThat(
                        office.value(
                                "select string_agg(town, ',' order by history_no) from people.person_history where person_no = "
                                        + number))
                .isEqualTo("築地,月島");

        clerk.get(path);
        clerk.post(path, with("change", "3"));
        String entry = office.value("select max(entry_no) from people.non_resident_entry");
        String confirm = "/people/non-residents/" + entry + "/confirm";
        Browser second = office.at(PeopleOffice.SECOND, "/people/non-residents");
        assertThat(second.post(confirm, Map.of()).body()).contains("業務「資格」が使っています");
        clerk.get("/people/" + number);
        clerk.post("/people/" + number + "/uses", Map.of("business", "資格", "ended", "1"));
        second.get("/people/non-residents");
        second.post(confirm, Map.of());
        assertThat(
                        office.value(
                                "select resident_state from people.person where person_no = "
                                        + number))
                .isEqualTo("2");
    }

    @Test
    @Requirement({"Q03"})
    void who_becomes_a_resident_is_found_linked_told_with_the_new_number_and_keeps_the_history() {
        enter(GUEST);
        long number = confirmed();
        city.day("2026-04-02");
        LocalDate third = LocalDate.of(2026, 4, 3);
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                third,
                List.of(
                        residentBuilder(9, 109, "客野　入子", "キャクノ　イリコ")
                                .set(ResidentFile.BIRTH_ON, "1951-08-20")
                                .set(ResidentFile.EVENT, "01")
                                .set(ResidentFile.EVENT_ON, third)
                                .build()));
        city.day("2026-04-03");
        Browser clerk = office.at(PeopleOffice.CLERK, "/people/non-residents");
        assertThat(clerk.get("/").body()).contains("同一人かもしれない住登外者");
        assertThat(clerk.get("/people/non-residents").body()).contains("客野　入子　9", "住民");
        clerk.post("/people/" + number + "/merge", Map.of("into", "9", "note", "転出証明書"));
        city.emptyOutbox();
        city.day("2026-04-06");
        assertThat(city.sent(FileKind.U_PERSON))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(ResidentFile.PERSON_NO)).isEqualTo(number);
                    assertThat(row.get(UnionPersonFile.MERGED_INTO)).isEqualTo(9);
                    assertThat(row.get(UnionPersonFile.EXTRACT)).isEqualTo("3");
                });
        assertThat(clerk.get("/people/9").body()).contains("統合した宛名番号", Long.toString(number));
        assertThat(clerk.get("/people/non-residents").body()).doesNotContain("客野　入子　9");
    }

    private String confirmation() {
        String entry = office.value("select max(entry_no) from people.non_resident_entry");
        return office.at(PeopleOffice.SECOND, "/people/non-residents")
                .post("/people/non-residents/" + entry + "/confirm", Map.of())
                .body();
    }

    @Test
    @Requirement({"Q03", "C09"})
    void what_happened_after_the_entry_is_told_at_its_confirmation_and_nothing_is_overwritten() {
        String path = "/people/" + FIRST + "/non-resident";
        office.at(PeopleOffice.CLERK, path).post(path, with("name", "移行　済子"));
        enter(GUEST);
        LocalDate second = APRIL.plusDays(1);
        city.send(FileKind.NONRES, "JUKI", second, List.of(migrated(FIRST, "2", "月島").build()));
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                second,
                List.of(
                        residentBuilder(9, 109, "客野　入子", "キャクノ　イリコ")
                                .set(ResidentFile.BIRTH_ON, "1951-08-20")
                                .set(ResidentFile.PREFECTURE, "東京都")
                                .set(ResidentFile.CITY, "中央区")
                                .set(ResidentFile.TOWN, "築地")
                                .set(ResidentFile.LOT, "1丁目1番1号")
                                .set(ResidentFile.EVENT, "01")
                                .build()));
        city.day("2026-04-02");
        assertThat(confirmation()).contains("同じ人かもしれない登録ができました（宛名番号 9）");
        String change = office.value("select min(entry_no) from people.non_resident_entry");
        assertThat(
                        office.at(PeopleOffice.SECOND, "/people/non-residents")
                                .post("/people/non-residents/" + change + "/confirm", Map.of())
                                .body())
                .contains("登録内容が変わりました（", "住所（漢字）");
        assertThat(office.value("select town from people.person where person_no = " + FIRST))
                .isEqualTo("月島");
        assertThat(office.value("select count(*) from people.issued_number")).isEqualTo("0");
    }

    @Test
    @Requirement({"Q03"})
    void a_change_at_the_counter_keeps_what_its_form_does_not_show() {
        city.send(
                FileKind.NONRES,
                "JUKI",
                APRIL.plusDays(1),
                List.of(
                        migrated(FIRST, "2", "築地")
                                .set(NonResidentFile.ADDRESS_KANA, "トウキョウトチュウオウクツキジ")
                                .set(NonResidentFile.ADDRESS_EXCEPTION, "1")
                                .set(NonResidentFile.EXCEPTION_FROM, APRIL)
                                .set(NonResidentFile.EXCEPTION_UNTIL, LocalDate.of(2027, 3, 31))
                                .set(NonResidentFile.FACILITY, "さくら苑")
                                .build()));
        city.day("2026-04-02");
        String path = "/people/" + FIRST + "/non-resident";
        Map<String, String> form =
                with(
                        "exception",
                        "1",
                        "exceptionFrom",
                        "2026-04-01",
                        "facility",
                        "さくら苑",
                        "lot",
                        "",
                        "phone",
                        "03-1234-5678");
        office.at(PeopleOffice.CLERK, path).post(path, form);
        confirmed();
        String kept =
                "select phone || ' ' || exception_until || ' ' || coalesce(address_kana, '') from people.person where person_no = "
                        + FIRST;
        assertThat(office.value(kept)).isEqualTo("03-1234-5678 2027-03-31 トウキョウトチュウオウクツキジ");
        form.put("town", "月島");
        office.at(PeopleOffice.CLERK, path).post(path, form);
        confirmed();
        assertThat(office.value(kept))
                .as("the kana of another address")
                .isEqualTo("03-1234-5678 2027-03-31 ");
    }
}
