package org.machi.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.desk.Browser;
import org.machi.platform.desk.ConsoleTestOffice;
import org.machi.platform.proof.Requirement;

class SignInTest {
    private static ConsoleTestOffice office;

    @BeforeAll
    static void open() {
        office = ConsoleTestOffice.open(Kind.UNION, "391301");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @Requirement({"X07"})
    void an_unknown_number_and_a_wrong_password_get_the_same_answer() {
        Browser browser = office.browser();
        HttpResponse<String> unknown = browser.signIn("999", ConsoleTestOffice.PASSWORD);
        HttpResponse<String> wrong = browser.signIn("200", "違うパスワード");
        assertThat(Browser.location(unknown)).endsWith("/sign-in?again");
        assertThat(Browser.location(wrong)).isEqualTo(Browser.location(unknown));
        assertThat(browser.get("/sign-in?again").body()).contains("サインインできませんでした");
        assertThat(refusals("999")).containsExactly("職員番号なし");
        assertThat(refusals("200")).containsExactly("パスワード相違(1回目)");
    }

    @Test
    @Requirement({"X07"})
    void five_wrong_passwords_lock_the_number_even_for_the_right_one() {
        office.member("401", "鍵山 忘男");
        for (int n = 0; n < 5; n++) {
            office.browser().signIn("401", "違うパスワード");
        }
        Browser browser = office.browser();
        assertThat(Browser.location(browser.signIn("401", ConsoleTestOffice.PASSWORD)))
                .endsWith("/sign-in?again");
        assertThat(refusals("401")).hasSize(6).last().isEqualTo("ロック中");
        office.organisation().get(StaffDirectory.class).unlock("401");
        assertThat(Browser.location(browser.signIn("401", ConsoleTestOffice.PASSWORD)))
                .endsWith("/");
    }

    @Test
    void the_lock_opens_by_itself_after_its_time() {
        office.member("402", "鍵山 待子");
        for (int n = 0; n < 5; n++) {
            office.browser().signIn("402", "違うパスワード");
        }
        office.db()
                .sql(
                        """
                        UPDATE staff.member SET locked_until = now() - interval '1 second'
                        WHERE staff_no = '402'
                        """)
                .update();
        assertThat(Browser.location(office.browser().signIn("402", ConsoleTestOffice.PASSWORD)))
                .endsWith("/");
    }

    @Test
    void what_was_typed_as_a_number_is_never_kept_when_it_could_be_a_password() {
        office.browser().signIn("わたしのパスワード", "100");
        assertThat(
                        office.db()
                                .sql("SELECT count(*) FROM audit.event WHERE staff LIKE '%パスワード%'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    @Requirement({"X03"})
    void an_initial_password_opens_nothing_but_its_own_change() {
        StaffDirectory staff = office.organisation().get(StaffDirectory.class);
        staff.enter("403", "新人 一子", "1010", ConsoleTestOffice.DAY, "はじめのパスワードです");
        Browser browser = office.browser();
        browser.signIn("403", "はじめのパスワードです");
        assertThat(Browser.location(browser.get("/about"))).endsWith("/password");
        assertThat(browser.get("/password").body()).contains("初期パスワードのままです");
        assertThat(change(browser, "はじめのパスワードです", "みじかい").body()).contains("12文字以上");
        assertThat(change(browser, "ちがう", ConsoleTestOffice.PASSWORD).body())
                .contains("現在のパスワードが違います");
        assertThat(Browser.location(change(browser, "はじめのパスワードです", ConsoleTestOffice.PASSWORD)))
                .endsWith("/");
        assertThat(browser.get("/about").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> change(Browser browser, String present, String chosen) {
        return browser.post(
                "/password", Map.of("present", present, "chosen", chosen, "again", chosen));
    }

    @Test
    void passwords_are_kept_as_argon2id_only() {
        assertThat(
                        office.db()
                                .sql(
                                        "SELECT password_hash FROM staff.member WHERE staff_no = '100'")
                                .query(String.class)
                                .single())
                .startsWith("$argon2id$")
                .doesNotContain(ConsoleTestOffice.PASSWORD);
    }

    @Test
    @Requirement({"C06"})
    void a_registered_terminal_stands_in_every_record_of_its_next_session() {
        Browser browser = office.browser();
        browser.signIn("100", ConsoleTestOffice.PASSWORD);
        browser.get("/terminal");
        browser.post("/terminal", Map.of("name", "窓口1"));
        browser.get("/");
        browser.post("/sign-out", Map.of());
        browser.signIn("100", ConsoleTestOffice.PASSWORD);
        browser.get("/calendar");
        assertThat(
                        office.db()
                                .sql(
                                        """
                                        SELECT terminal FROM audit.event
                                        WHERE staff = '100' AND object = '業務カレンダー'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("窓口1");
    }

    @Test
    @Requirement({"C07", "X06"})
    void nobody_grants_rights_to_oneself() {
        office.member("404", "管理 太郎");
        StaffDirectory staff = office.organisation().get(StaffDirectory.class);
        staff.grant("404", List.of(Duties.STAFF_MANAGE), ConsoleTestOffice.DAY, "100");
        Browser browser = office.browser();
        browser.signIn("404", ConsoleTestOffice.PASSWORD);
        browser.post("/staff/404/duties", Map.of("duty", Duties.AUDIT_LOOK));
        assertThat(staff.grants("404")).extracting("duty").containsExactly(Duties.STAFF_MANAGE);
        browser.get("/");
        browser.post("/staff/200/duties", Map.of("duty", Duties.AUDIT_LOOK));
        assertThat(staff.grants("200")).extracting("duty").containsExactly(Duties.AUDIT_LOOK);
        browser.post("/staff/200/duties/revoke", Map.of("duty", Duties.AUDIT_LOOK));
        assertThat(staff.grants("200")).extracting("revokedBy").containsExactly("404");
        assertThat(browser.get("/staff/200").body()).contains("佐藤 二葉", "取消（404）");
    }

    @Test
    void a_number_that_nobody_has_is_told_so_when_rights_are_changed() {
        Browser browser = office.browser();
        browser.signIn("100", ConsoleTestOffice.PASSWORD);
        for (String deed : List.of("duties", "duties/revoke", "unlock")) {
            HttpResponse<String> answer =
                    browser.post("/staff/9999/" + deed, Map.of("duty", Duties.AUDIT_LOOK));
            assertThat(answer.statusCode()).as(deed).isEqualTo(302);
            assertThat(browser.get("/staff/9999").body())
                    .as(deed)
                    .contains("職員番号「9999」の職員は登録されていません", "佐藤 二葉");
        }
        browser.post("/staff/200/duties", Map.of("duty", "no.such"));
        assertThat(browser.get("/staff/200").body()).contains("「no.such」という権限はありません");
    }

    @Test
    void one_browser_is_signed_in_to_two_organisations_at_once() {
        try (ConsoleTestOffice city = ConsoleTestOffice.open(Kind.CITY, "131016")) {
            Browser union = office.browser();
            union.signIn("100", ConsoleTestOffice.PASSWORD);
            Browser both = union.at(city.address());
            both.signIn("100", ConsoleTestOffice.PASSWORD);
            assertThat(union.get("/").body()).contains("試験391301", "data-organisation=\"union\"");
            assertThat(both.get("/").body()).contains("試験131016", "data-organisation=\"city\"");
            assertThat(both.cookieNames()).isEqualTo("MACHI_CITY_131016 MACHI_UNION_391301");
        }
    }

    private static List<String> refusals(String staffNo) {
        return office.db()
                .sql(
                        """
                        SELECT detail FROM audit.event
                        WHERE staff = :staff AND action = 'サインイン' AND result = 'REFUSED' ORDER BY id
                        """)
                .param("staff", staffNo)
                .query(String.class)
                .list();
    }
}
