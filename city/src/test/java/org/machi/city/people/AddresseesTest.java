package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.NonResidentFile;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/**
 * 送付先・連絡先・代理人 as a clerk enters them: 1 has a guardian, 2 died in June, 3 is protected, 4 and 5 are
 * two numbers of one heir, 6 and 7 pay their premiums.
 */
class AddresseesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final Map<String, String> DAUGHTER =
            Map.of(
                    "work", "KOKI",
                    "kind", "RELATIVE",
                    "name", "長女　花",
                    "postalCode", "1040045",
                    "address", "東京都中央区築地1丁目1番1号　築地ハイツ101",
                    "from", "2026-04-01",
                    "reason", "本人が入院中");
    private static PeopleOffice office;

    @BeforeAll
    static void open() {
        office = new PeopleOffice();
        CityScene city = office.city();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        residentBuilder(1, 101, "送付　一子", "ソウフ　イチコ").build(),
                        residentBuilder(2, 102, "故人　二郎", "コジン　ジロウ")
                                .set(ResidentFile.RESIDENT_STATE, "2")
                                .set(ResidentFile.DIED_ON, "2026-03-10")
                                .build(),
                        residentBuilder(3, 103, "支援　三子", "シエン　ミツコ")
                                .set(ResidentFile.PROTECTION, "1")
                                .build(),
                        residentBuilder(6, 106, "納付　六子", "ノウフ　ムツコ").build(),
                        residentBuilder(7, 107, "後見　七子", "コウケン　ナナコ").build()));
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(heir(4), heir(5)));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(6, "納付　六子", "ノウフ　ムツコ")));
        city.day("2026-04-01");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Row heir(long no) {
        return NonResidentFile.LAYOUT
                .row()
                .set(NonResidentFile.PERSON_NO, no)
                .set(NonResidentFile.CHANGE, "1")
                .set(NonResidentFile.CHANGED_ON, APRIL)
                .set(NonResidentFile.REASON, "03")
                .set(NonResidentFile.PERSON_KIND, "1")
                .set(NonResidentFile.NAME, "相続　四郎")
                .set(NonResidentFile.NAME_KANA, "ソウゾク　シロウ")
                .set(NonResidentFile.MUNICIPALITY_CODE, "131024")
                .set(NonResidentFile.PREFECTURE, "東京都")
                .set(NonResidentFile.CITY, "中央区")
                .set(NonResidentFile.TOWN, "築地")
                .set(NonResidentFile.ADDRESS_EXCEPTION, "0")
                .build();
    }

    private static Map<String, String> with(Map<String, String> form, String... changes) {
        Map<String, String> changed = new HashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    /** The clerk opens the list of a person and sends its form; the page that follows. */
    private static String enter(long person, String list, Map<String, String> form) {
        String path = "/people/" + person + "/addressees/" + list;
        Browser browser = office.at(PeopleOffice.CLERK, path);
        String answer = browser.post(path, form).body();
        return answer + browser.get(path).body();
    }

    private static String goes(long person, String work, String day) {
        return office.value(
                "select name || '/' || address || '/' || care_of from people.mailing_on(%d, '%s', date '%s')"
                        .formatted(person, work, day));
    }

    @Test
    @Requirement({"J02"})
    void letters_of_each_kind_of_work_go_to_its_own_address_in_its_period_and_the_address_stays() {
        String home = office.value("select address from people.v_person where person_no = 6");
        enter(6, "mail", DAUGHTER);
        assertThat(enter(6, "mail", with(DAUGHTER, "name", "別の　人", "from", "2026-06-01")))
                .contains("期間が重なります");
        enter(
                6,
                "mail",
                with(
                        DAUGHTER,
                        "work",
                        "LEVY",
                        "kind",
                        "GUARDIAN",
                        "name",
                        "後見　守",
                        "address",
                        "東京都千代田区霞が関1丁目2番3号",
                        "evidence",
                        "登記事項証明書",
                        "from",
                        "2026-05-01"));
        assertThat(goes(6, "LEVY", "2026-04-30")).startsWith("長女　花/");
        assertThat(goes(6, "LEVY", "2026-05-01")).isEqualTo("後見　守/東京都千代田区霞が関1丁目2番3号/（成年後見人）");
        assertThat(goes(6, "COLLECTION", "2026-05-01")).startsWith("長女　花/");
        assertThat(goes(6, "COLLECTION", "2026-03-31")).isEqualTo("納付　六子/" + home + "/");

        CityScene city = office.city();
        city.send(FileKind.U_PREMIUM, CityScene.UNION, JULY, List.of(premium(6, 1, 0, JULY)));
        city.day("2026-07-01");
        city.day("2026-07-14");
        assertThat(city.printIndex())
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get(PrintIndexFile.ADDRESSEE)).contains("後見　守");
                    assertThat(row.get(PrintIndexFile.ADDRESS)).contains("霞が関");
                });
        city.emptyOutbox();
        city.day("2026-08-20");
        assertThat(city.printIndex())
                .as("the demand is collection's")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(PrintIndexFile.ADDRESSEE)).contains("長女　花"));
        assertThat(office.value("select address from people.v_person where person_no = 6"))
                .isEqualTo(home);
    }

    @Test
    @Requirement({"J02"})
    void a_correction_keeps_the_version_before_and_the_slower_of_two_clerks_is_told() {
        enter(1, "mail", with(DAUGHTER, "work", "BENEFIT"));
        String no =
                office.value("select mailing_no from people.mailing_address where person_no = 1");
        Map<String, String> correction =
                with(
                        DAUGHTER, "work", "BENEFIT", "no", no, "version", "1", "name", "長女　華",
                        "change", "字が違っていた");
        String path = "/people/1/addressees/mail";
        Browser first = office.at(PeopleOffice.CLERK, path + "?edit=" + no);
        assertThat(first.get(path + "?edit=" + no).body()).contains("送付先の訂正", "長女　花");
        Browser second = office.at(PeopleOffice.SECOND, path);
        first.post(path, correction);
        assertThat(second.post(path, with(correction, "name", "別の　人")).statusCode()).isEqualTo(409);
        assertThat(first.get(path).body()).contains("長女　華", "訂正 1回");
        assertThat(
                        office.value(
                                "select version || name || change_reason || changed_by from people.mailing_address_history where mailing_no = "
                                        + no))
                .isEqualTo("1長女　花字が違っていた100");
        first.get(path);
        first.post(
                path + "/" + no + "/end",
                Map.of("version", "2", "from", "2026-04-01", "on", "2026-10-01", "change", "退院"));
        assertThat(goes(1, "BENEFIT", "2026-09-30")).startsWith("長女　華");
        assertThat(goes(1, "BENEFIT", "2026-10-01")).startsWith("送付　一子");
        assertThat(
                        office.value(
                                "select count(*) from audit.event where person_no = 1 and object like '送付先等 mail%' and action in ('更新', '終了') and result = 'DONE'"))
                .isEqualTo("3");
    }

    @Test
    @Requirement({"J04", "C01"})
    void somebody_has_several_contacts_each_with_its_owner_and_is_found_by_them() {
        enter(1, "contacts", Map.of("phone", "090-1234-5678", "whose", "長男", "note", "夕方以降"));
        assertThat(enter(1, "contacts", Map.of("phone", "03-9999-0000", "whose", "施設")))
                .contains("090-1234-5678", "長男", "夕方以降", "03-9999-0000", "施設");
        assertThat(enter(1, "contacts", Map.of("phone", "12", "whose", "長男")))
                .contains("電話番号を確かめてください");
        Browser clerk = office.at(PeopleOffice.CLERK, "/people");
        assertThat(clerk.post("/people", Map.of("phone", "09012345678")).body()).contains("送付　一子");
    }

    @Test
    @Requirement({"J02"})
    void the_heirs_representative_gets_the_letters_of_the_dead_and_nobody_of_the_living() {
        Map<String, String> heir =
                Map.of(
                        "role", "HEIR",
                        "name", "相続　四郎",
                        "kana", "そうぞく　しろう",
                        "relation", "長男",
                        "address", "東京都中央区築地",
                        "ownNo", "4",
                        "evidence", "相続人代表者指定届・戸籍",
                        "from", "2026-04-01",
                        "mailWork", "KOKI");
        assertThat(enter(1, "representatives", heir)).contains("死亡の記録がある人にだけ");
        assertThat(enter(2, "representatives", with(heir, "role", "GUARDIAN")))
                .contains("本人の死亡で終わります");
        assertThat(enter(2, "representatives", with(heir, "ownNo", "999"))).contains("登録されていない");
        assertThat(goes(2, "COLLECTION", "2026-04-01"))
                .as("what is refused leaves nothing")
                .startsWith("故人　二郎");
        assertThat(enter(2, "representatives", heir)).contains("ソウゾク　シロウ", "相続人代表者指定届・戸籍");
        assertThat(goes(2, "COLLECTION", "2026-04-01")).isEqualTo("相続　四郎/東京都中央区築地/（相続人代表者）");
        assertThat(office.at(PeopleOffice.CLERK, "/people/2").get("/people/2").body())
                .contains("相続人代表者", "長男", "/people/4");
    }

    @Test
    @Requirement({"J02"})
    void the_letters_of_a_guardian_end_with_the_office_which_nobody_revives_and_with_a_death() {
        enter(
                7,
                "representatives",
                Map.of(
                        "role", "GUARDIAN",
                        "name", "後見　守",
                        "kana", "コウケン　マモル",
                        "address", "東京都千代田区霞が関1丁目2番3号",
                        "evidence", "登記事項証明書",
                        "from", "2026-04-01",
                        "mailWork", "LEVY"));
        assertThat(goes(7, "LEVY", "2026-12-01")).startsWith("後見　守");
        String path = "/people/7/addressees/representatives";
        String end =
                path
                        + "/"
                        + office.value(
                                "select representative_no from people.representative where person_no = 7")
                        + "/end";
        Browser clerk = office.at(PeopleOffice.CLERK, path);
        clerk.post(end, Map.of("version", "1", "on", "2026-08-01", "change", "辞任"));
        assertThat(goes(7, "LEVY", "2026-07-31")).startsWith("後見　守");
        assertThat(goes(7, "LEVY", "2026-08-01")).startsWith("後見　七子");
        clerk.get(path);
        clerk.post(
                end,
                Map.of("version", "2", "from", "2026-04-01", "on", "2027-04-01", "change", "誤り"));
        assertThat(clerk.get(path).body()).contains("既に終わった期間です");
        assertThat(
                        office.value(
                                "select r.valid_to || ' ' || m.valid_to from people.representative r join people.mailing_address m using (person_no) where person_no = 7"))
                .isEqualTo("2026-08-01 2026-08-01");

        enter(
                2,
                "mail",
                with(
                        DAUGHTER,
                        "work",
                        "BENEFIT",
                        "kind",
                        "GUARDIAN",
                        "name",
                        "後見　守",
                        "evidence",
                        "登記事項証明書",
                        "from",
                        "2026-03-01"));
        assertThat(goes(2, "BENEFIT", "2026-03-10")).startsWith("後見　守");
        assertThat(goes(2, "BENEFIT", "2026-03-11")).doesNotContain("後見　守");
    }

    @Test
    @Requirement({"J02", "C04"})
    void nothing_of_a_protected_person_is_entered_or_shown_without_the_duty() {
        Browser looks = office.at(PeopleOffice.LOOKS, "/people");
        assertThat(looks.get("/people/3").body()).doesNotContain("三子");
        assertThat(looks.get("/people/3/addressees/mail").statusCode()).isEqualTo(403);
    }

    @Test
    @Requirement({"J02", "Q03"})
    void what_was_entered_under_a_merged_number_serves_the_survivor_until_they_are_parted() {
        enter(5, "mail", DAUGHTER);
        office.at(PeopleOffice.CLERK, "/people/5")
                .post("/people/5/merge", Map.of("into", "4", "note", "戸籍の附票"));
        assertThat(goes(4, "LEVY", "2026-04-02")).startsWith("長女　花");
        assertThat(office.at(PeopleOffice.CLERK, "/people/4").get("/people/4").body())
                .contains("（統合した 5 の登録）");
        assertThat(enter(5, "contacts", Map.of("phone", "03-9999-0000", "whose", "本人")))
                .contains("統合された宛名番号です");
        String merge = office.value("select merge_no from people.merge where undone_on is null");
        office.at(PeopleOffice.CLERK, "/people/4")
                .post("/people/4/merge/" + merge + "/undo", Map.of("note", "別人"));
        assertThat(goes(4, "LEVY", "2026-04-02")).startsWith("相続　四郎");
    }
}
