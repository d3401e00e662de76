package org.machi.city.koki.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.SamplePeople;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.proof.RouteWalk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;

/** The pages about people as a browser meets them: search, person page, letters, work lists. */
class DeskPagesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final String PASSWORD = "さくらと川のある町の朝の市";
    private static CityScene city;
    private static String address;

    @BeforeAll
    static void open() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        address = "http://127.0.0.1:" + port;
        city = new CityScene(port);
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        resident(1, 101, "髙橋　太郎", "タカハシ　タロウ"),
                        resident(6, 106, "保留　六子", "ホリュウ　ムツコ"),
                        residentBuilder(5, 105, "支援　五子", "シエン　イツコ")
                                .set(ResidentFile.PROTECTION, "1")
                                .build()));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(
                        insured(1, "髙橋　太郎", "タカハシ　タロウ"),
                        insured(5, "支援　五子", "シエン　イツコ"),
                        insured(6, "保留　六子", "ホリュウ　ムツコ")));
        city.day("2026-04-01");
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                JULY,
                List.of(premium(1, 1, 1_000_000, JULY), premium(5, 1, 0, JULY)));
        city.day("2026-07-01");
        city.day("2026-07-14");
        StaffDirectory staff = city.get(StaffDirectory.class);
        staff.office("1010", "保険年金課");
        List<String> all = city.get(Duties.class).all().stream().map(duty -> duty.code()).toList();
        member("100", "山田 一郎", all);
        member("200", "佐藤 二葉", List.of(KokiDesk.LOOK, KokiDesk.LETTERS, "people.look"));
    }

    private static void member(String no, String name, List<String> duties) {
        city.get(StaffDirectory.class).enter(no, name, "1010", APRIL, PASSWORD);
        city.get(StaffDirectory.class).grant(no, duties, APRIL, "開設");
        city.db()
                .sql("update staff.member set must_change_password = false where staff_no = :no")
                .param("no", no)
                .update();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static Browser signedIn(String staffNo) {
        Browser browser = new Browser(address);
        browser.signIn(staffNo, PASSWORD);
        browser.get("/people");
        return browser;
    }

    @Test
    void every_route_has_a_duty_and_an_audit_event() {
        RouteWalk walk = RouteWalk.of(city.city().context());
        assertThat(walk.gaps()).isEmpty();
        assertThat(walk.open())
                .extracting(RouteWalk.Route::path)
                .containsOnly("/error", "/sign-in", "/terminal/enrolment");
    }

    @Test
    @Requirement({"C01"})
    void a_person_is_found_by_each_kind_of_fact_whatever_the_variant_of_the_character() {
        Browser browser = signedIn("100");
        for (Map<String, String> asked :
                List.of(
                        Map.of("kana", "たかはし"),
                        Map.of("name", "高橋"),
                        Map.of("birth", "19450501"),
                        Map.of("number", "1"),
                        Map.of("number", SamplePeople.insuredNo(1)))) {
            HttpResponse<String> answer = browser.post("/people", asked);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).as(asked.toString()).contains("髙橋　太郎", "/people/1");
        }
        assertThat(browser.post("/people", Map.of("kana", "ゾゾゾ")).body()).contains("該当する人はいません");
        assertThat(browser.post("/people", Map.of("birth", "5月")).body()).contains("8桁");
    }

    @Test
    @Requirement({"F03"})
    void a_premium_that_the_citys_own_facts_do_not_give_is_listed_with_the_first_step() {
        Browser browser = signedIn("100");
        assertThat(browser.get("/koki/work/check").body())
                .contains("確認計算の相違", "/people/1", "最初に違う項目：賦課のもととなる所得金額　決定 1,000,000　確認計算 0");
        assertThat(browser.get("/people/1").body())
                .contains("市の宛名・世帯・所得からの再計算", "最初に違う項目：賦課のもととなる所得金額");
    }

    @Test
    @Requirement({"C01"})
    void the_field_at_the_top_of_every_page_finds_by_name_kana_birth_date_and_number() {
        Browser browser = signedIn("100");
        assertThat(browser.get("/").body()).contains("head-search", "氏名・生年月日・番号");
        for (String q : List.of("高橋", "たかはし", "19450501", "1", SamplePeople.insuredNo(1))) {
            assertThat(browser.post("/people", Map.of("q", q)).body()).as(q).contains("/people/1");
        }
    }

    @Test
    @Requirement({"T11", "T10"})
    void
            what_the_pensions_payer_answered_to_a_stop_stands_with_the_person_and_a_refusal_on_a_list() {
        city.db()
                .sql(
                        """
                        insert into koki.deduction (insured_no, person_no, collector, pension_no, pension_code,
                                                    pension_yearly, state, state_since, reason)
                        values (:insured, 1, '999', '0000000001', '1150', 1200000, 'STOPPED', date '2026-07-02', '中止');
                        insert into koki.deduction_order (insured_no, notice, division, event_on, amount1, amount2, made_on,
                                                          sent_on)
                        values (:insured, '41', '03', date '2026-07-02', 0, 0, date '2026-07-02', date '2026-07-02')
                        """)
                .param("insured", SamplePeople.insuredNo(1))
                .update();
        LocalDate answered = LocalDate.of(2026, 7, 15);
        city.send(
                FileKind.Z33,
                "NENKIN",
                answered,
                List.of(
                        PensionFile.LAYOUT
                                .row()
                                .set(PensionFile.MUNICIPALITY_CODE, CityScene.CITY.substring(0, 5))
                                .set(PensionFile.COLLECTOR, "999")
                                .set(PensionFile.NOTICE, "42")
                                .set(PensionFile.SCHEME, "3")
                                .set(PensionFile.MADE_ON, answered)
                                .set(PensionFile.PENSION_NO, "0000000001")
                                .set(PensionFile.PENSION_CODE, "1150")
                                .set(PensionFile.BIRTH_ON, "1945-05-01")
                                .set(PensionFile.SEX, "2")
                                .set(PensionFile.NAME_KANA, "ﾀｶﾊｼ ﾀﾛｳ")
                                .set(PensionFile.DIVISION, "03")
                                .set(PensionFile.RESULT, "01")
                                .set(PensionFile.EVENT_ON, answered)
                                .set(PensionFile.AMOUNT1, 0L)
                                .set(PensionFile.AMOUNT2, 0L)
                                .set(PensionFile.AMOUNT3, 0L)
                                .build()));
        city.day("2026-07-15");
        Browser browser = signedIn("100");
        assertThat(browser.get("/people/1").body()).contains("資格喪失等（中止依頼）", "不受理 01");
        assertThat(browser.get("/koki/work/stops").body()).contains("処理結果 01", "/people/1");
        assertThat(browser.get("/").body()).contains("/koki/work/stops");
        city.db()
                .sql(
                        """
                        insert into koki.deduction_order (insured_no, notice, division, event_on, amount1, amount2, made_on,
                                                          sent_on, result, result_on)
                        values (:insured, '41', '03', date '2026-07-02', 0, 0, date '2026-07-16', date '2026-07-16', '00',
                                date '2026-08-14')
                        """)
                .param("insured", SamplePeople.insuredNo(1))
                .update();
        assertThat(browser.get("/koki/work/stops").body())
                .as("the payer accepted the stop when it was sent again")
                .doesNotContain("処理結果 01", "/people/1");
    }

    @Test
    @Requirement({"C04"})
    void a_protected_person_stays_hidden_from_clerks_without_the_duty() {
        Browser browser = signedIn("200");
        assertThat(browser.post("/people", Map.of("kana", "シエン")).body())
                .contains("照会・発行抑止　担当課へ")
                .doesNotContain("支援　五子", "本町");
        assertThat(browser.get("/people/5").body())
                .contains("表示できません")
                .doesNotContain("五子", "本町", "支援措置");
        assertThat(signedIn("100").get("/people/5").body()).contains("五子", "支援措置");
    }

    @Test
    @Requirement({"F03", "D09", "I09"})
    void the_person_page_shows_premium_with_its_reasons_instalments_and_account() {
        HttpResponse<String> page = signedIn("100").get("/people/1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("147,800円", "96,700", "47,300", "確認計算", "本算定", "第1期", "19,000")
                .contains("年齢到達", "保険料額決定通知書", "初期（全件）", "〒100-0001")
                .as("the sample rate is not that of the ordinance, which the check says")
                .contains("相違", "厚労省")
                .as("each line leads to its rule")
                .contains("/law?q=income.base", "/law?q=premium.perCapita", "/law?q=premium.final")
                .doesNotContain("style=\"");
    }

    @Test
    void a_letter_is_shown_as_it_was_printed_and_only_to_those_who_may_see_the_person() {
        String no =
                city.db()
                        .sql(
                                "select letter_no from koki.letter where person_no = 1 and kind = '01'")
                        .query(String.class)
                        .single();
        HttpResponse<String> pdf = signedIn("100").get("/people/1/letters/" + no + ".pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(signedIn("200").get("/people/5/letters/" + no + ".pdf").body())
                .contains("照会・発行抑止")
                .doesNotContain("%PDF");
        assertThat(
                        city.db()
                                .sql(
                                        """
                                        select count(*) from audit.event
                                        where staff = '100' and object = :object and person_no = 1
                                        """)
                                .param("object", "通知書 " + no)
                                .query(Long.class)
                                .single())
                .isPositive();
    }

    @Test
    @Requirement({"C04", "C11"})
    void a_stopped_letter_is_printed_after_a_release_and_leaves_the_list_when_it_is_settled() {
        member("101", "鈴木 三郎", city.get(Duties.class).all().stream().map(Duty::code).toList());
        String no =
                city.db()
                        .sql("select min(letter_no) from koki.letter where person_no = 5")
                        .query(String.class)
                        .single();
        String path = "/people/5/letters/" + no + ".pdf";
        Browser clerk = signedIn("100");
        assertThat(clerk.get("/koki/work/letters").body()).contains(path, "処理済みにする");
        assertThat(clerk.get(path).statusCode()).isEqualTo(409);
        clerk.get("/people/5");
        clerk.post("/people/5/release", Map.of("deed", "ISSUE", "reason", "本人が来庁し受取りを希望"));
        String release =
                city.db()
                        .sql("select max(release_no)::text from people.release")
                        .query(String.class)
                        .single();
        Browser other = signedIn("101");
        other.get("/people/releases");
        other.post("/people/releases/" + release, Map.of("grant", "true", "note", "窓口で確認"));
        assertThat(clerk.get(path).body()).startsWith("%PDF");
        assertThat(clerk.get(path).statusCode()).as("a release is for once").isEqualTo(409);
        clerk.get("/koki/work/letters");
        clerk.post("/koki/work/letters/" + no + "/settled", Map.of());
        assertThat(clerk.get("/koki/work/letters").body())
                .contains("処理済みにしました")
                .doesNotContain(path);
        clerk.post("/koki/work/letters/" + no + "/settled", Map.of());
        assertThat(clerk.get("/koki/work/letters").body()).contains("すでに処理済み");
    }

    @Test
    void work_lists_and_their_tiles_open() {
        Browser browser = signedIn("100");
        assertThat(browser.get("/").body())
                .contains("突合できない年金記録", "引き抜いた通知書", "広域連合との突合差異", "取り込めなかった行");
        for (WorkLists.Kind kind : WorkLists.Kind.values()) {
            HttpResponse<String> list = browser.get("/koki/work/" + kind.code());
            assertThat(list.statusCode()).as(kind.code()).isEqualTo(200);
            assertThat(list.body()).contains(kind.title());
        }
        assertThat(browser.get("/koki/work/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    @Requirement({"F03"})
    void who_is_insured_for_long_and_has_no_premium_of_the_year_stands_in_a_list() {
        assertThat(signedIn("100").get("/koki/work/unassessed").body())
                .contains("保留　六子", SamplePeople.insuredNo(6), "/people/6")
                .doesNotContain("髙橋　太郎", "五子");
    }
}
