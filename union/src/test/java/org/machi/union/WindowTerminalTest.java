package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CardFile;
import org.machi.formats.layout.DecisionFile;
import org.machi.formats.layout.InsuredFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.springframework.transaction.support.TransactionTemplate;

/** A city's clerk at the union's 窓口端末, from the terminal's registration to the next day's files. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WindowTerminalTest {

    private static final String CLERK = "w131016-01";
    private static final String CHIEF = "w131016-02";
    private static final List<String> DUTIES =
            List.of("window.look", "window.issue", "window.send", "window.users");

    private static WindowOffice office;
    private static Browser counter;
    private static Browser management;
    private static String hana;
    private static String other;

    @BeforeAll
    static void open() {
        office = WindowOffice.open();
        hana = office.number(UnionScene.CITY_A, 1);
        other = office.number(UnionScene.CITY_B, 700);
        String first = office.id(UnionScene.CITY_A, "千代田 一子", DUTIES);
        String second = office.id(UnionScene.CITY_A, "千代田 二郎", DUTIES);
        counter =
                WindowOffice.signIn(
                        office.terminal(UnionScene.CITY_A, "千代田-窓口1", "COUNTER"), CLERK, first);
        management =
                WindowOffice.signIn(
                        office.terminal(UnionScene.CITY_A, "千代田-管理1", "MANAGEMENT"), CHIEF, second);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @Order(1)
    @Requirement({"Q18"})
    void nobody_of_a_city_signs_in_but_at_a_registered_terminal_of_that_city() {
        assertThat(WindowOffice.isIn(office.browser().signIn(CLERK, WindowOffice.PASSWORD)))
                .isFalse();
        Browser elsewhere = office.terminal(UnionScene.CITY_B, "中央-窓口1", "COUNTER");
        assertThat(WindowOffice.isIn(elsewhere.signIn(CLERK, WindowOffice.PASSWORD))).isFalse();
        assertThat(
                        office.db()
                                .sql(
                                        """
                                        SELECT DISTINCT detail FROM audit.event WHERE staff = ? AND result = 'REFUSED'
                                        """)
                                .param(CLERK)
                                .query(String.class)
                                .list())
                .containsExactly("所属団体の登録端末でない");
        Browser machine = office.terminal(UnionScene.CITY_A, "千代田-窓口2", "COUNTER");
        assertThat(WindowOffice.isIn(machine.signIn(CLERK, WindowOffice.PASSWORD))).isTrue();
        assertThat(machine.get("/window").statusCode()).isEqualTo(200);
        office.administrator().get("/terminals");
        office.administrator().post("/terminals/stop", Map.of("name", "千代田-窓口2", "reason", "故障"));
        assertThat(Browser.location(machine.get("/window"))).endsWith("/sign-in");
        assertThat(WindowOffice.isIn(machine.signIn(CLERK, WindowOffice.PASSWORD))).isFalse();
    }

    @Test
    @Order(2)
    void a_registration_code_works_once_and_voids_the_machine_before() {
        Browser before = office.terminal(UnionScene.CITY_A, "千代田-窓口3", "COUNTER");
        String code = office.code("千代田-窓口3");
        assertThat(WindowOffice.isIn(before.signIn(CLERK, WindowOffice.PASSWORD))).isFalse();
        Browser machine = office.browser();
        machine.get("/terminal/enrolment");
        assertThat(
                        machine.post("/terminal/enrolment", Map.of("code", "AAAA-AAAA-AAAA-AAAA"))
                                .body())
                .contains("登録コードが違うか");
        machine.post("/terminal/enrolment", Map.of("code", code));
        assertThat(WindowOffice.isIn(machine.signIn(CLERK, WindowOffice.PASSWORD))).isTrue();
        Browser second = office.browser();
        second.get("/terminal/enrolment");
        assertThat(second.post("/terminal/enrolment", Map.of("code", code)).body())
                .contains("すでに使われています");
        assertThat(office.administrator().get("/terminals").body())
                .contains("千代田-窓口3", "登録済", "停止");
    }

    @Test
    @Order(3)
    void the_own_city_alone_is_found_and_never_as_a_list() {
        assertThat(WindowOffice.search(counter, hana).body())
                .contains("マドグチ　ハナ", "昭和15年5月5日", "千代田一丁目");
        assertThat(WindowOffice.search(counter, other).body())
                .contains("該当する人はいません")
                .doesNotContain("マドグチ　ヨソ");
        counter.get("/window");
        assertThat(
                        counter.post(
                                        "/window",
                                        Map.of(
                                                "kana", "マドグチ",
                                                "birth", "1940-05-05",
                                                "purpose", "窓口での相談"))
                                .body())
                .contains("マドグチ　ハナ")
                .doesNotContain("マドグチ　ヨソ", "マドグチ　タロウ");
        assertThat(counter.post("/window", Map.of("kana", "マドグチ", "purpose", "窓口での相談")).body())
                .contains("両方か、被保険者番号");
        assertThat(counter.post("/window", Map.of("number", hana)).body()).contains("処理事由を選んでください");
    }

    @Test
    @Order(4)
    void another_citys_person_looks_like_nobody_and_the_attempt_is_on_record() {
        assertThat(counter.get("/window/people/700").statusCode()).isEqualTo(404);
        assertThat(office.events(CLERK)).contains("REFUSED 照会 窓口端末 個人 700");
        for (String path :
                List.of("/insured/" + hana, "/files", "/jobs", "/runs", "/audit", "/terminals")) {
            assertThat(counter.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(office.administrator().get("/window").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(5)
    void the_database_itself_shows_a_window_no_other_city_and_no_table() {
        TransactionTemplate transaction = office.get(TransactionTemplate.class);
        String role = office.union.settings().database().window();
        transaction.executeWithoutResult(_ -> {
            office.db().sql("SET LOCAL ROLE " + role).update();
            assertThat(count("windows.v_person")).isZero();
            office.db()
                    .sql("SELECT set_config('machi.city', ?, true)")
                    .param(UnionScene.CITY_A)
                    .query(String.class)
                    .single();
            assertThat(count("windows.v_person WHERE person_no = 700")).isZero();
            assertThat(count("windows.v_person")).isPositive();
        });
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(_ -> {
                            office.db().sql("SET LOCAL ROLE " + role).update();
                            count("register.person");
                        }))
                .hasStackTraceContaining("permission denied");
    }

    private static long count(String from) {
        return office.db().sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    @Test
    @Order(6)
    @Requirement({"Q18"})
    void a_lost_piece_is_decided_at_once_and_printed_there() {
        WindowOffice.search(counter, hana);
        assertThat(counter.get("/window/people/1").body()).contains("資格確認書", "資格取得", "1割");
        counter.get("/window/people/1/entries");
        assertThat(
                        counter.post("/window/people/1/entries", WindowOffice.entry("18", Map.of()))
                                .body())
                .contains("再交付の理由を選んでください", "再交付する証を選んでください");
        String result =
                Browser.location(
                        counter.post(
                                "/window/people/1/entries",
                                WindowOffice.entry(
                                        "18", Map.of("reason", "81", "card_kind", "01"))));
        assertThat(result).contains("/window/entries/9");
        String reception = result.substring(result.lastIndexOf('/') + 1);
        management.get("/window/people/1/entries");
        assertThat(
                        management
                                .post(
                                        "/window/people/1/entries",
                                        WindowOffice.entry(
                                                "18", Map.of("reason", "81", "card_kind", "01")))
                                .body())
                .contains("本日、受付番号" + reception + "で決定しています");
        HttpResponse<String> page = counter.get("/window/entries/" + reception);
        assertThat(page.body()).contains("即時決定", "届出のとおり決定しました", hana + "0002", "千代田-窓口1");
        HttpResponse<String> paper = counter.get("/window/entries/" + reception + "/card");
        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(paper.body()).startsWith("%PDF");
        for (HttpResponse<String> answer : List.of(page, paper, counter.get("/window/people/1"))) {
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
        }
        assertThat(count("windows.print WHERE reception_no = '" + reception + "'")).isEqualTo(1);
        assertThat(office.events(CLERK))
                .contains("DONE 印刷 窓口端末 証 " + reception, "DONE 即時交付 窓口端末 届出・申請 " + reception);
    }

    @Test
    @Order(7)
    void a_limit_class_is_printed_from_the_day_of_its_application() {
        WindowOffice.search(counter, office.number(UnionScene.CITY_A, 2));
        counter.get("/window/people/2/entries");
        String result =
                Browser.location(
                        counter.post(
                                "/window/people/2/entries", WindowOffice.entry("20", Map.of())));
        assertThat(counter.get(result.substring(result.indexOf("/window"))).body())
                .contains("即時決定", "証を印刷する");
        assertThat(counter.get("/window/people/2").body()).contains("限度区分併記", "区分");
    }

    @Test
    @Order(8)
    void what_needs_papers_is_sent_by_a_second_clerk_from_a_management_terminal_only() {
        counter.get("/window/people/1/entries");
        counter.post("/window/people/1/entries", WindowOffice.entry("19", Map.of("disease", "1")));
        String reception =
                office.db()
                        .sql("SELECT reception_no FROM windows.entry WHERE state = 'WAITING'")
                        .query(String.class)
                        .single();
        assertThat(counter.get("/window/sending").body()).contains("管理端末からだけできます");
        HttpResponse<String> refused = counter.post("/window/sending/" + reception, Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("管理端末で操作してください");
        assertThat(office.events(CLERK)).contains("REFUSED 送信 窓口端末 届出・申請 " + reception);
        assertThat(management.get("/window/sending").body()).contains(reception, "試験　太郎");
        management.post("/window/sending/" + reception, Map.of());
        assertThat(management.get("/window/sending").body()).contains("送信待ちの届出・申請はありません");
        assertThat(office.administrator().get("/verdicts").body()).contains(reception, "特定疾病認定申請");
    }

    @Test
    @Order(9)
    @Requirement({"Q18"})
    void who_moved_in_today_leaves_with_number_and_piece_and_tomorrows_files_agree() {
        counter.get("/window/newcomers");
        Map<String, String> fields = WindowOffice.newcomer();
        assertThat(counter.post("/window/newcomers", new HashMap<>(Map.of("kind", "14"))).body())
                .contains("宛名番号を入れてください", "本人確認の方法を選んでください");
        fields.put("share", "2");
        String result = Browser.location(counter.post("/window/newcomers", fields));
        String page = counter.get(result.substring(result.indexOf("/window"))).body();
        assertThat(page).contains("即時決定", "届出のとおり決定しました", "証を印刷する");
        String newNumber = office.number(UnionScene.CITY_A, 51);
        assertThat(counter.get("/window/people/51").body())
                .contains(newNumber, "2割", "住民基本台帳情報はまだ届いていません");
        nextDay(newNumber);
    }

    /**
     * The city's own file says the same; the union tells the city what was decided and handed over.
     */
    private static void nextDay(String newNumber) {
        LocalDate tomorrow = WindowOffice.TODAY.plusDays(1);
        office.tellNewcomer(tomorrow);
        office.union.collect(FileKind.U_CARD, UnionScene.CITY_A);
        office.union.day(tomorrow);
        assertThat(office.union.collect(FileKind.U_INSURED, UnionScene.CITY_A))
                .anySatisfy(
                        told -> assertThat(told.get(InsuredFile.INSURED_NO)).isEqualTo(newNumber));
        assertThat(office.union.collect(FileKind.U_CARD, UnionScene.CITY_A))
                .hasSize(3)
                .allSatisfy(card ->
                        assertThat(card.get(CardFile.HANDED_ON)).isEqualTo(WindowOffice.TODAY));
        assertThat(office.union.collect(FileKind.U_DECISION, UnionScene.CITY_A))
                .as("the city's list of 届出 hears of what was taken in here")
                .isNotEmpty()
                .allSatisfy(told -> {
                    assertThat(told.get(DecisionFile.AT_WINDOW)).isTrue();
                    assertThat(told.get(DecisionFile.RECEIVED_ON)).isEqualTo(WindowOffice.TODAY);
                });
        assertThat(
                        count(
                                "eligibility.period_history WHERE insured_no = '"
                                        + newNumber
                                        + "' AND change = '01'"))
                .isEqualTo(1);
        assertThat(counter.get("/window/people/51").body()).doesNotContain("まだ届いていません");
    }

    @Test
    @Order(10)
    void before_the_days_work_nothing_is_decided_at_once() {
        office.db().sql("UPDATE office.business_date SET day = day + 1").update();
        counter.get("/window/people/1/entries");
        HttpResponse<String> answer =
                counter.post(
                        "/window/people/1/entries",
                        WindowOffice.entry("18", Map.of("reason", "82", "card_kind", "01")));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("日次処理が終わっていない");
    }

    @Test
    @Order(11)
    @Requirement({"X03", "X05"})
    void an_id_changes_hands_by_two_people_and_the_one_before_is_out_at_once() {
        counter.get("/window/users");
        assertThat(
                        counter.post("/window/users", WindowOffice.wish("CHANGE", CLERK, "千代田 三子"))
                                .statusCode())
                .isEqualTo(403);
        management.get("/window/users");
        management.post("/window/users", WindowOffice.wish("CHANGE", "w131024-01", "千代田 三子"));
        assertThat(management.get("/window/users").body())
                .contains("この市区町村の台帳にありません", "千代田 一子")
                .doesNotContain("中央区");
        management.post("/window/users", WindowOffice.wish("CHANGE", CLERK, "千代田 三子"));
        String temporary = office.agree(WindowOffice.ADMINISTRATOR);
        assertThat(temporary).hasSize(16);
        assertThat(Browser.location(counter.get("/window"))).endsWith("/sign-in");
        assertThat(WindowOffice.isIn(counter.signIn(CLERK, WindowOffice.PASSWORD))).isFalse();
        assertThat(WindowOffice.isIn(counter.signIn(CLERK, temporary))).isTrue();
        assertThat(Browser.location(counter.get("/window"))).endsWith("/password");
        WindowOffice.signIn(counter, CLERK, temporary);
        assertThat(counter.get("/window").statusCode()).isEqualTo(200);
        assertThat(counter.get("/window/people/1/entries").statusCode()).isEqualTo(403);
        assertThat(office.administrator().get("/user-ids").body())
                .contains("千代田 一子", "千代田 三子", "使用者の変更");
        for (HttpResponse<String> paper :
                List.of(
                        management.get("/window/users/ledger"),
                        management.get("/window/users/requests/3"),
                        office.administrator().get("/user-ids/ledger/131016"))) {
            assertThat(paper.body()).startsWith("%PDF");
        }
    }

    @Test
    @Order(12)
    void nobody_decides_what_he_entered_and_an_ended_id_is_shut() {
        office.administrator().get("/user-ids");
        Map<String, String> end = new HashMap<>(WindowOffice.wish("END", CLERK, ""));
        end.put("city", UnionScene.CITY_A);
        end.put("onDay", WindowOffice.TODAY.plusDays(2).toString());
        office.administrator().post("/user-ids", end);
        assertThat(office.agree(WindowOffice.ADMINISTRATOR)).isEmpty();
        assertThat(count("windows.id_request WHERE kind = 'END' AND state = 'OPEN'")).isEqualTo(1);
        office.agree(WindowOffice.SECOND);
        assertThat(count("windows.holding WHERE user_id = 'w131016-01' AND until IS NOT NULL"))
                .isEqualTo(2);
        assertThat(WindowOffice.isIn(counter.signIn(CLERK, WindowOffice.PASSWORD))).isTrue();
        office.db().sql("UPDATE office.business_date SET day = '2026-09-01'").update();
        assertThat(WindowOffice.isIn(counter.signIn(CLERK, WindowOffice.PASSWORD))).isFalse();
    }

    @Test
    @Order(13)
    void each_month_is_signed_once_by_somebody_who_did_not_work_there() {
        Browser union = office.administrator();
        assertThat(union.get("/").body()).contains("終わった月の点検が済んでいません");
        assertThat(union.get("/reviews").body()).contains("2026年8月", "千代田区", "点検待ち");
        String path = "/reviews/131016/2026-08";
        assertThat(union.get(path).body())
                .contains("拒否・失敗", "他の市区町村", "抽出", "千代田 一子", "千代田-窓口1", hana);
        union.post(path, Map.of("remark", " "));
        assertThat(union.get(path).body()).contains("所見を入れてください", "点検したことを署名する");
        union.post(path, Map.of("remark", "他市の検索1件は番号の誤りと確認した"));
        assertThat(union.get(path).body()).contains("他市の検索1件は番号の誤りと確認した", "広域 300", "署名済みです");
        office.unionStaff(WindowOffice.SECOND).get(path);
        office.unionStaff(WindowOffice.SECOND).post(path, Map.of("remark", "もう一度"));
        assertThat(count("windows.review")).isEqualTo(1);
        cityReviews();
    }

    private static void cityReviews() {
        String temporary = office.id(UnionScene.CITY_A, "千代田 管理", List.of("window.review"));
        String path = "/window/reviews/131016/2026-08";
        management.post("/sign-out", Map.of());
        Browser reviewer = WindowOffice.signIn(management, "w131016-03", temporary);
        assertThat(reviewer.get("/window/reviews/131024/2026-08").statusCode()).isEqualTo(404);
        assertThat(reviewer.get(path).body()).contains("千代田 二郎");
        reviewer.post(path, Map.of("remark", "届出書の綴りと照合した"));
        assertThat(reviewer.get("/window/reviews").body()).contains("千代田 管理", "広域 300");
        assertThat(count("windows.review WHERE party = 'CITY'")).isEqualTo(1);
    }
}
