package org.machi.city.people.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.residentBuilder;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.people.Issues;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.proof.RouteWalk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;
import org.machi.platform.time.BusinessDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * 支援措置と抑止 in the browser: 100 and 300 hold all duties, 200 everything but those about protected
 * people, 400 belongs to another office. 1 asks for protection, 2 lives with 1, 3 alone.
 */
class ProtectionTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String PASSWORD = "さくらと川のある町の朝の市";

    private CityScene city;
    private String address = "";

    @BeforeEach
    void open() throws IOException {
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
                        person(1, 101, "白鳥　一子", "シラトリ　イチコ"),
                        person(2, 101, "白鳥　二郎", "シラトリ　ジロウ"),
                        person(3, 103, "鈴木　三子", "スズキ　ミツコ")));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(1, "白鳥　一子", "シラトリ　イチコ"), insured(3, "鈴木　三子", "スズキ　ミツコ")));
        city.day("2026-04-01");
        StaffDirectory staff = city.get(StaffDirectory.class);
        staff.office("1010", "保険年金課");
        staff.office("2020", "収納課");
        List<String> all = city.get(Duties.class).all().stream().map(Duty::code).toList();
        List<String> most =
                all.stream()
                        .filter(code -> !code.startsWith("people.protected"))
                        .filter(code -> !code.equals(Stops.KEEPER))
                        .toList();
        member("100", "1010", all);
        member("300", "1010", all);
        member("200", "1010", most);
        member("400", "2020", most);
    }

    @AfterEach
    void close() {
        city.close();
    }

    private static Row person(long no, long household, String name, String kana) {
        return residentBuilder(no, household, name, kana)
                .set(ResidentFile.TOWN, no == 3 ? "本町" : "隠里町")
                .set(ResidentFile.BIRTH_ON, no == 1 ? "1941-02-03" : "1945-05-01")
                .build();
    }

    private void member(String no, String office, List<String> duties) {
        city.get(StaffDirectory.class).enter(no, "職員 " + no, office, APRIL, PASSWORD);
        city.get(StaffDirectory.class).grant(no, duties, APRIL, "開設");
        city.db()
                .sql("update staff.member set must_change_password = false where staff_no = ?")
                .param(no)
                .update();
    }

    private Browser at(String staffNo) {
        Browser browser = new Browser(address);
        browser.signIn(staffNo, PASSWORD);
        browser.get("/");
        return browser;
    }

    private String field(String sql) {
        return String.valueOf(city.db().sql(sql).query(String.class).single());
    }

    private void protectOne() {
        Browser clerk = at("100");
        clerk.post("/people/1/protection", Map.of("kind", "1"));
        clerk.post(
                "/people/1/protection/secret",
                Map.of(
                        "reason", "夫からの暴力",
                        "offenderName", "黒川　四郎",
                        "offenderAddress", "東京都見本市黒町",
                        "realAddress", "東京都見本市避難所"));
    }

    @Test
    @Requirement("C04")
    void no_other_spelling_of_the_number_leads_past_the_stop() {
        protectOne();
        Browser other = at("200");
        for (String spelling : List.of("+1", "0x1", "01", "0000000000000001", "%231")) {
            assertThat(other.get("/people/" + spelling + "/tax").statusCode())
                    .as(spelling)
                    .isEqualTo(404);
        }
        assertThat(other.get("/people/1/tax").body()).contains("照会・発行抑止").doesNotContain("白鳥");
    }

    @Test
    @Requirement("C03")
    void every_page_that_prints_something_of_a_person_is_marked_so_that_the_gate_asks() {
        List<String> unmarked =
                city.get(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                        .filter(page -> page.getKey().toString().contains("{personNo}"))
                        .filter(page ->
                                page.getValue()
                                        .getMethod()
                                        .getReturnType()
                                        .equals(ResponseEntity.class))
                        .filter(page -> !page.getValue().hasMethodAnnotation(Issues.class))
                        .map(page -> page.getKey().toString())
                        .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void a_year_from_29_february_ends_on_the_last_day_of_the_next_february() {
        assertThat(ProtectionPeriod.lastDay(LocalDate.of(2028, 2, 29)))
                .isEqualTo(LocalDate.of(2029, 2, 28));
    }

    @Test
    @Requirement("C04")
    void a_year_of_protection_is_computed_extended_in_its_last_month_and_stops_until_it_is_ended() {
        assertThat(ProtectionPeriod.lastDay(LocalDate.of(2020, 4, 1)))
                .isEqualTo(LocalDate.of(2021, 3, 31));
        protectOne();
        Browser clerk = at("100");
        assertThat(clerk.get("/people/1/protection").body()).contains("仮支援措置", "配偶者暴力等", "不開示");
        clerk.post("/people/1/protection/decide", Map.of("starts", "2026-04-01", "seen", "1"));
        assertThat(field("select state || ' ' || ends_on from people.protection"))
                .isEqualTo("DECIDED 2027-03-31");

        city.get(BusinessDate.class).open(LocalDate.parse("2027-02-26"));
        clerk.get("/people/1/protection");
        clerk.post("/people/1/protection/extend", Map.of("seen", "2"));
        assertThat(clerk.get("/people/1/protection").body())
                .as("three days too early")
                .contains("延長できるのは終了日の1か月前");
        assertThat(clerk.get("/people/protections").body()).doesNotContain("終了日まで1か月以内");

        city.get(BusinessDate.class).open(LocalDate.parse("2027-03-01"));
        assertThat(clerk.get("/").body()).contains("期限の近い支援措置");
        assertThat(clerk.get("/people/protections").body()).contains("終了日まで1か月以内", "白鳥　一子");
        assertThat(clerk.post("/people/1/protection/extend", Map.of("seen", "1")).statusCode())
                .as("somebody else was faster")
                .isEqualTo(409);
        clerk.get("/people/1/protection");
        clerk.post("/people/1/protection/extend", Map.of("seen", "2"));
        assertThat(field("select ends_on::text from people.protection")).isEqualTo("2028-03-31");

        city.get(BusinessDate.class).open(LocalDate.parse("2028-04-03"));
        assertThat(clerk.get("/people/protections").body()).contains("期間満了");
        assertThat(at("200").get("/people/1").body()).contains("照会・発行抑止");
        clerk.post("/people/1/protection/end", Map.of("seen", "3", "note", "期間満了"));
        assertThat(at("200").get("/people/1").body()).contains("白鳥　一子", "隠里町");
        assertThat(
                        city.db()
                                .sql(
                                        "select string_agg(what, ' ' order by version) from people.protection_event")
                                .query(String.class)
                                .single())
                .isEqualTo("申出の受付（仮支援措置） 支援措置の決定 支援措置の延長 支援措置の終了");
    }

    /** Every page that a clerk can open, found in the running program and not in a list. */
    @Test
    @Requirement("C04")
    void nothing_of_a_protected_person_stands_on_any_page_or_file_of_a_clerk_without_the_duty() {
        protectOne();
        city.day("2026-04-02");
        Browser clerk = at("200");
        assertThat(clerk.get("/people/1").body())
                .contains("照会・発行抑止", "担当課に確認してください")
                .doesNotContain("支援措置");
        city.db()
                .sql(
                        """
                        insert into files.finding (file_id, severity, line, item, value, reason, what_to_do)
                        select 1, 'ROW', 1, '住所', v, '読めません', '直す' from unnest(array['隠里町', '見本市隠里町２丁目３番４号']) v
                        """)
                .update();
        List<String> files =
                city.db()
                        .sql("select '/files/' || id from files.file order by id")
                        .query(String.class)
                        .list();
        List<String> pages =
                RouteWalk.of(city.city().context()).all().stream()
                        .filter(route -> !route.changes() && !route.beforeSignIn())
                        .filter(route -> !route.path().startsWith("/staff/"))
                        .map(route -> route.path().replaceAll("\\{[^}]+}", "1"))
                        .toList();
        assertThat(pages).hasSizeGreaterThan(30).contains("/people/1", "/levy/people/1");
        assertThat(files).hasSizeGreaterThan(2);
        for (String page : pages) {
            assertSilent(page, clerk.get(page));
        }
        for (String file : files) {
            assertSilent(file, clerk.get(file));
            assertSilent(file + "/rows", clerk.get(file + "/rows"));
            assertSilent(file + "/findings.csv", clerk.get(file + "/findings.csv"));
        }
        assertSilent("the home of 2", clerk.get("/people/2"));
        assertThat(clerk.get("/people/2").body()).contains("（表示できません）");
        clerk.get("/people");
        assertSilent("search", clerk.post("/people", Map.of("kana", "シラトリ")));
        assertThat(clerk.post("/people", Map.of("kana", "シラトリ")).body()).contains("白鳥　二郎");
    }

    private static void assertSilent(String page, HttpResponse<String> answer) {
        assertThat(answer.body())
                .as(page)
                .doesNotContain("白鳥　一子", "シラトリ　イチコ", "1941-02-03", "夫からの暴力", "黒川", "避難所");
    }

    @Test
    @Requirement("C04")
    void reason_offender_and_real_address_open_to_their_own_duty_and_each_look_is_on_record() {
        protectOne();
        assertThat(at("100").get("/people/1").body())
                .contains("支援措置", "白鳥　一子", "表示を抑止しています")
                .doesNotContain("隠里町", "夫からの暴力", "黒川");
        Browser clerk = at("100");
        String page = "/people/1/protection/secret";
        assertThat(clerk.get(page).body()).contains("夫からの暴力", "黒川　四郎", "避難所", "隠里町");
        clerk.get(page);
        assertThat(
                        city.db()
                                .sql(
                                        """
                                        select count(*) from audit.event
                                        where object = '支援措置の秘匿情報' and action = '照会' and person_no = 1
                                        """)
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
        assertThat(at("200").get(page).body()).doesNotContain("黒川");
    }

    @Test
    @Requirement("C04")
    void a_stop_is_released_for_one_deed_with_a_reason_by_a_second_person() {
        protectOne();
        Browser asks = at("200");
        asks.get("/people/1");
        asks.post("/people/1/release", Map.of("deed", "LOOK", "reason", "")).statusCode();
        assertThat(field("select count(*)::text from people.release")).isEqualTo("0");
        asks.post("/people/1/release", Map.of("deed", "LOOK", "reason", "本人が来庁し納付の相談"));
        assertThat(asks.get("/people/1").body()).contains("申請中です");

        String no = field("select release_no::text from people.release");
        asks.get("/people/releases");
        asks.post("/people/releases/" + no, Map.of("grant", "true"));
        assertThat(field("select state from people.release"))
                .as("nobody grants what he asked for")
                .isEqualTo("ASKED");
        Browser grants = at("300");
        assertThat(grants.get("/people/releases").body()).contains("本人が来庁し納付の相談");
        grants.post("/people/releases/" + no, Map.of("grant", "true", "note", "窓口で確認"));

        assertThat(asks.get("/people/1").body()).contains("白鳥　一子").doesNotContain("隠里町");
        assertThat(at("400").get("/people/1").body())
                .as("for who asked only")
                .contains("照会・発行抑止")
                .doesNotContain("一子");
        city.db()
                .sql("update people.release set used_at = used_at - interval '31 minutes'")
                .update();
        assertThat(asks.get("/people/1").body()).as("spent").doesNotContain("一子");
    }

    @Test
    @Requirement("C03")
    void a_change_is_stopped_in_its_deeds_until_the_office_that_stopped_it_lifts_it() {
        Browser clerk = at("200");
        clerk.get("/people/3/suppressions");
        clerk.post(
                "/people/3/suppressions",
                Map.of(
                        "kind", "CHANGE",
                        "starts", "2026-04-01",
                        "ends", "2026-04-30",
                        "reason", "親族間の係争",
                        "lifter", "OFFICE"));
        assertThat(clerk.get("/people/3").body()).contains("異動抑止");
        String deed = "/people/3/merge";
        HttpResponse<String> refused = clerk.post(deed, Map.of("into", "1", "note", "戸籍"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("異動抑止中です");

        Browser other = at("400");
        other.get("/people/3/suppressions");
        String lift =
                "/people/3/suppressions/"
                        + field("select suppression_no::text from people.suppression")
                        + "/lift";
        other.post(lift, Map.of("reason", "頼まれた"));
        assertThat(other.get("/people/3/suppressions").body()).contains("解除できるのは登録した課です");
        assertThat(at("200").post(deed, Map.of("into", "1", "note", "戸籍")).statusCode())
                .isEqualTo(409);

        clerk.get("/people/3/suppressions");
        clerk.post(lift, Map.of("reason", "和解"));
        assertThat(clerk.post(deed, Map.of("into", "1", "note", "戸籍")).statusCode()).isEqualTo(302);
    }

    @Test
    @Requirement("C03")
    void a_stopped_look_ends_with_its_period() {
        Browser clerk = at("100");
        clerk.post(
                "/people/3/suppressions",
                Map.of(
                        "kind", "LOOK",
                        "starts", "2026-04-01",
                        "ends", "2026-04-02",
                        "reason", "著名人",
                        "lifter", "KEEPER"));
        assertThat(at("200").get("/people/3").body())
                .contains("照会・発行抑止")
                .doesNotContain("鈴木", "著名人");
        assertThat(clerk.get("/people/3").body()).as("抑止の責任者").contains("鈴木　三子", "照会抑止");
        city.day("2026-04-03");
        assertThat(at("200").get("/people/3").body()).contains("鈴木　三子");
    }
}
