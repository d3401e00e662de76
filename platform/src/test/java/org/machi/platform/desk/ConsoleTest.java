package org.machi.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.proof.RouteWalk;
import org.machi.platform.staff.StaffDirectory;

/** The console as a browser meets it: a real server, a real database. */
class ConsoleTest {
    private static ConsoleTestOffice office;

    @BeforeAll
    static void open() {
        office = ConsoleTestOffice.open(Kind.CITY, "131016");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Browser signedIn(String staffNo) {
        Browser browser = office.browser();
        assertThat(Browser.location(browser.signIn(staffNo, ConsoleTestOffice.PASSWORD)))
                .endsWith("/");
        return browser;
    }

    private static List<String> events(String staffNo) {
        return office.db()
                .sql(
                        """
                        SELECT concat_ws('|', action, object, person_no, result, nullif(detail, '')) FROM audit.event
                        WHERE staff = :staff ORDER BY id
                        """)
                .param("staff", staffNo)
                .query(String.class)
                .list();
    }

    @Test
    void nobody_sees_a_page_before_signing_in() {
        for (String path :
                List.of("/", "/people", "/jobs", "/audit", "/nothing", "/css/desk.css")) {
            HttpResponse<String> answer = office.browser().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(Browser.location(answer)).as(path).endsWith("/sign-in");
        }
    }

    @Test
    void the_sign_in_page_and_its_styles_are_open() {
        Browser browser = office.browser();
        HttpResponse<String> page = browser.get("/sign-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("サインイン", "試験131016").doesNotContain("style=", "<style");
        assertThat(browser.get("/assets/css/desk.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/assets/htmx.min.js").statusCode()).isEqualTo(200);
    }

    @Test
    void a_clerk_signs_in_and_sees_the_frame() {
        Browser browser = signedIn("100");
        HttpResponse<String> home = browser.get("/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("令和8年7月15日（水）", "保険年金課", "山田 一郎", "個人検索", "操作記録", "突合の差異");
        assertThat(browser.cookieNames()).isEqualTo("MACHI_CITY_131016");
    }

    @Test
    void pages_and_signs_of_other_duties_stay_hidden_and_shut() {
        Browser browser = signedIn("200");
        assertThat(browser.get("/").body()).doesNotContain("個人検索", "操作記録", "突合の差異");
        HttpResponse<String> refused = browser.get("/people/1001");
        HttpResponse<String> refusedToo = browser.get("/people/9999");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("この操作はできません").isEqualTo(refusedToo.body());
        assertThat(events("200")).contains("拒否|/people/1001|REFUSED|権限なし");
    }

    @Test
    void a_page_without_an_audit_event_is_shut_for_everyone() {
        assertThat(signedIn("100").get("/forgotten").statusCode()).isEqualTo(403);
        assertThat(RouteWalk.of(office.organisation().context()).gaps())
                .extracting(RouteWalk.Route::path)
                .containsExactly("/forgotten");
    }

    @Test
    void only_sign_in_the_enrolment_of_a_terminal_and_the_error_page_are_open() {
        assertThat(RouteWalk.of(office.organisation().context()).open())
                .extracting(RouteWalk.Route::path)
                .containsOnly("/error", "/sign-in", "/terminal/enrolment");
    }

    @Test
    void every_common_page_opens() {
        Browser browser = signedIn("100");
        for (String path :
                List.of(
                        "/",
                        "/jobs",
                        "/jobs/runs",
                        "/audit",
                        "/audit/person?personNo=1001",
                        "/audit/staff?staffNo=100",
                        "/parameters?all=true",
                        "/calendar",
                        "/about",
                        "/password",
                        "/terminal")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("</html>").doesNotContain("style=\"");
        }
    }

    @Test
    void a_look_at_a_person_is_on_record_before_the_answer() {
        office.member("301", "記録 見子");
        grant("301", "people.look");
        Browser browser = signedIn("301");
        assertThat(browser.get("/people/1001").body()).contains("町田 花子", "86,400");
        assertThat(events("301")).contains("照会|個人画面|1001|DONE");
        assertThat(browser.get("/people?q=マチダ".replace("マチダ", "%E3%83%9E")).statusCode())
                .isEqualTo(200);
        assertThat(events("301")).contains("検索|個人|DONE|条件=マ");
        assertThat(
                        office.db()
                                .sql("SELECT count(*) FROM audit.run_person WHERE person_no = 1002")
                                .query(Long.class)
                                .single())
                .isPositive();
    }

    @Test
    void the_person_page_shows_the_sections_that_one_may_see() {
        assertThat(signedIn("100").get("/people/1001").body())
                .contains("支援措置の対象者です", "＊＊＊＊567", "href=\"#premium\"", "第1期", "11,200")
                .contains("75歳到達により資格を取得", "aria-invalid=\"true\"")
                .doesNotContain("見えない情報");
    }

    @Test
    void what_breaks_off_leaves_no_change_but_a_record() {
        office.member("302", "競合 直子");
        grant("302", "people.look");
        Browser browser = signedIn("302");
        HttpResponse<String> conflict = browser.post("/people/1002", Map.of());
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("10時12分に山田さんが変更しました");
        assertThat(
                        office.db()
                                .sql("SELECT count(*) FROM sample.thing WHERE id = 1002")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(events("302")).contains("更新|個人画面|1002|FAILED");
    }

    @Test
    void names_with_markup_are_shown_as_text() {
        assertThat(signedIn("100").get("/people").body())
                .contains("髙橋 &lt;太郎&gt;", "△1,200")
                .doesNotContain("<太郎>");
    }

    @Test
    void what_is_not_there_gives_a_neutral_page() {
        HttpResponse<String> answer = signedIn("100").get("/people/7777");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ページが見つかりません").doesNotContain("7777");
        assertThat(signedIn("100").get("/nothing-here").statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_without_its_token_or_with_another_ones_is_refused() {
        Browser browser = signedIn("100");
        assertThat(browser.post("/jobs/T100", Map.of("_csrf", "")).statusCode()).isEqualTo(403);
        Browser other = signedIn("200");
        assertThat(browser.post("/jobs/T100", Map.of("_csrf", other.token())).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/jobs/T100").statusCode()).isEqualTo(405);
    }

    @Test
    void the_browser_is_told_what_to_forbid() {
        HttpResponse<String> answer = signedIn("100").get("/");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void the_session_cookie_is_for_this_organisation_and_for_the_server_only() {
        Browser browser = office.browser();
        String cookie = browser.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("MACHI_CITY_131016=").contains("HttpOnly", "SameSite=Strict");
    }

    @Test
    void a_right_taken_away_is_gone_with_the_next_click() {
        office.member("303", "異動 する子");
        grant("303", "people.look");
        Browser browser = signedIn("303");
        assertThat(browser.get("/people").statusCode()).isEqualTo(200);
        office.organisation().get(StaffDirectory.class).revoke("303", "people.look", "100");
        assertThat(browser.get("/people").statusCode()).isEqualTo(403);
        office.organisation().get(StaffDirectory.class).retire("303", ConsoleTestOffice.DAY);
        assertThat(Browser.location(browser.get("/"))).endsWith("/sign-in");
    }

    @Test
    void signing_out_ends_the_session() {
        Browser browser = signedIn("100");
        assertThat(Browser.location(browser.post("/sign-out", Map.of()))).contains("/sign-in");
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
        assertThat(events("100")).contains("サインアウト|コンソール|DONE");
    }

    private static void grant(String staffNo, String duty) {
        office.organisation()
                .get(StaffDirectory.class)
                .grant(staffNo, List.of(duty), ConsoleTestOffice.DAY, "100");
    }
}
