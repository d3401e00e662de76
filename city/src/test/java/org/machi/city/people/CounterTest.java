package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.residentBuilder;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.IncomeInquiryFile;
import org.machi.formats.layout.NonResidentFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;

/**
 * 届出・申請 at the counter, as two clerks work on them in the browser: 100 and 300 hold all duties, 200
 * only looks. 1 is 68, 2 is 60, 3 is 68 and protected.
 */
class CounterTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String PASSWORD = "さくらと川のある町の朝の市";
    private static final Map<String, String> RECOGNITION =
            Map.of(
                    "kind", "03",
                    "disability", "12",
                    "cameAs", "SELF",
                    "numberCheck", "CARD",
                    "identityCheck", "CARD");

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
                        person(1, "認定　一子", "ニンテイ　イチコ", "1957-08-01", "0"),
                        person(2, "若井　二郎", "ワカイ　ジロウ", "1966-02-02", "0"),
                        person(3, "支援　三子", "シエン　ミツコ", "1957-08-01", "1")));
        city.send(FileKind.NONRES, "JUKI", APRIL, List.of(heir(4), heir(5)));
        city.day("2026-04-01");
        StaffDirectory staff = city.get(StaffDirectory.class);
        staff.office("1010", "保険年金課");
        List<String> all = city.get(Duties.class).all().stream().map(duty -> duty.code()).toList();
        member("100", all);
        member("300", all);
        member("200", List.of("people.look", PeopleDesk.APPLY, PeopleDesk.INQUIRIES));
    }

    @AfterEach
    void close() {
        city.close();
    }

    private static Row person(long no, String name, String kana, String birth, String protection) {
        return residentBuilder(no, 100 + no, name, kana)
                .set(ResidentFile.BIRTH_ON, birth)
                .set(ResidentFile.PROTECTION, protection)
                .build();
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

    @Test
    @Requirement({"J01", "C01"})
    void two_numbers_of_an_heir_become_one_which_the_search_shows_and_can_be_parted_again() {
        Browser browser = at("100", "/people/5");
        assertThat(browser.get("/people/5").body()).contains("名寄せ", "統合する");
        assertThat(browser.post("/people/1/merge", Map.of("into", "4", "note", "戸籍")).body())
                .as("a resident's number never goes")
                .doesNotContain("へ統合しました");
        browser.post("/people/5/merge", Map.of("into", "4", "note", "戸籍の附票"));
        assertThat(browser.get("/people/5").body()).contains("この宛名番号は統合されています");
        assertThat(browser.get("/people/4").body()).contains("戸籍の附票");
        browser.get("/people");
        assertThat(browser.post("/people", Map.of("kana", "ソウゾク")).body()).contains("統合済（4）");

        long no = city.db().sql("select merge_no from people.merge").query(Long.class).single();
        browser.get("/people/4");
        browser.post("/people/4/merge/" + no + "/undo", Map.of("note", "別人と判明"));
        assertThat(browser.get("/people/5").body()).doesNotContain("この宛名番号は統合されています");
        assertThat(
                        city.db()
                                .sql(
                                        "select staff || ' ' || note || ' ' || undone_by || ' ' || undone_note from people.merge")
                                .query(String.class)
                                .single())
                .isEqualTo("100 戸籍の附票 100 別人と判明");
    }

    @Test
    @Requirement({"J01", "C04"})
    void a_merge_opens_nobody_and_nobody_is_merged_into_a_person_who_may_not_be_seen() {
        member("400", List.of("people.look", PeopleDesk.MERGE));
        Browser keeper = at("100", "/people/5");
        keeper.post("/people/5/protection", Map.of("kind", "1"));
        assertThat(at("200", "/people").get("/people/4").body()).contains("相続　四郎");
        assertThat(at("200", "/people").get("/people/5").body()).doesNotContain("四郎");

        Browser merges = at("400", "/people/4");
        merges.post("/people/4/merge", Map.of("into", "3", "note", "戸籍"));
        assertThat(merges.get("/people/4").body()).contains("責任者が処理します").doesNotContain("三子");
        assertThat(value("select count(*) from people.merge")).isEqualTo("0");

        keeper.post("/people/5/merge", Map.of("into", "4", "note", "戸籍の附票"));
        assertThat(at("200", "/people").get("/people/4").body())
                .as("the surviving number is the protected person's")
                .contains("抑止")
                .doesNotContain("四郎");
        assertThat(
                        value(
                                "select string_agg(person_no::text, ',' order by person_no) from people.v_undisclosed"))
                .isEqualTo("3,4,5");
        keeper.get("/people/4");
        keeper.post(
                "/people/4/merge/" + value("select merge_no from people.merge") + "/undo",
                Map.of("note", "別人と判明"));
        assertThat(at("200", "/people").get("/people/4").body()).contains("相続　四郎");
    }

    private String value(String sql) {
        return String.valueOf(city.db().sql(sql).query(String.class).single());
    }

    private void member(String no, List<String> duties) {
        city.get(StaffDirectory.class).enter(no, "職員 " + no, "1010", APRIL, PASSWORD);
        city.get(StaffDirectory.class).grant(no, duties, APRIL, "開設");
        city.db()
                .sql("update staff.member set must_change_password = false where staff_no = :no")
                .param("no", no)
                .update();
    }

    /** Signed in and on a page, so that the next form has its token. */
    private Browser at(String staffNo, String path) {
        Browser browser = new Browser(address);
        browser.signIn(staffNo, PASSWORD);
        browser.get(path);
        return browser;
    }

    private HttpResponse<String> apply(long person, Map<String, String> form) {
        String path = "/people/" + person + "/applications";
        return at("100", path).post(path, form);
    }

    private String receptionNo() {
        return city.db()
                .sql("select max(reception_no) from people.counter_entry")
                .query(String.class)
                .single();
    }

    private List<Row> sentOn(String day) {
        city.emptyOutbox();
        city.day(day);
        return city.sent(FileKind.U_APPLY);
    }

    @Test
    @Requirement({"Q08", "Q09"})
    void a_recognition_of_disability_goes_to_the_union_when_another_clerk_has_confirmed_it() {
        apply(1, RECOGNITION);
        String no = receptionNo();
        assertThat(at("100", "/people/1/applications").get("/people/1/applications").body())
                .contains("障害認定申請", "身体2級", "個人番号カード", "確認待ち", no);
        assertThat(sentOn("2026-04-02")).as("not yet confirmed").isEmpty();

        String confirm = "/people/applications/" + no + "/confirm";
        Browser own = at("100", "/people/applications");
        assertThat(own.get("/people/applications").body()).contains("自分の入力です");
        assertThat(own.post(confirm, Map.of()).statusCode()).isEqualTo(409);
        Browser other = at("300", "/people/applications");
        assertThat(other.get("/people/applications").body()).contains("認定　一子");
        other.post(confirm, Map.of());

        assertThat(sentOn("2026-04-03"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(UnionApplyFile.PERSON_NO)).isEqualTo(1);
                    assertThat(row.get(UnionApplyFile.KIND)).isEqualTo("03");
                    assertThat(row.get(UnionApplyFile.DISABILITY)).isEqualTo("12");
                    assertThat(row.get(UnionApplyFile.OCCURRED_ON)).isEqualTo(APRIL);
                    assertThat(row.get(UnionApplyFile.RECEPTION_NO)).isEqualTo(no);
                });
        assertThat(
                        city.db()
                                .sql(
                                        """
                                        select entered_by || ' ' || confirmed_by || ' ' || identity_check
                                        from people.counter_entry where entered_at < confirmed_at
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo("100 300 CARD");
        assertThat(
                        city.db()
                                .sql(
                                        """
                                        select count(*) from audit.event where person_no = 1 and object = :object
                                        """)
                                .param("object", "受付番号 " + no)
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    @Requirement({"Q08"})
    void a_recognition_is_given_up_for_the_future_and_never_for_the_past() {
        apply(1, RECOGNITION);
        at("300", "/people/applications")
                .post("/people/applications/" + receptionNo() + "/confirm", Map.of());
        city.day("2026-04-02");
        Map<String, String> form = new HashMap<>(RECOGNITION);
        form.put("kind", "04");
        form.put("occurredOn", "2026-03-31");
        assertThat(apply(1, form).body()).contains("撤回は受付日より前にさかのぼれません");
        form.put("occurredOn", "2026-04-30");
        apply(1, form);
        at("300", "/people/applications")
                .post("/people/applications/" + receptionNo() + "/confirm", Map.of());
        assertThat(sentOn("2026-04-03"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(UnionApplyFile.KIND)).isEqualTo("04");
                    assertThat(row.get(UnionApplyFile.OCCURRED_ON))
                            .isEqualTo(LocalDate.of(2026, 4, 30));
                });
        assertThat(apply(1, form).body()).contains("障害認定を受けていません");
    }

    @Test
    @Requirement({"Q09"})
    void what_is_wrong_is_said_at_the_form_and_nothing_is_taken() {
        assertThat(apply(2, RECOGNITION).body()).contains("65歳以上75歳未満ではありません");
        Map<String, String> form = new HashMap<>(RECOGNITION);
        form.remove("disability");
        assertThat(apply(1, form).body()).contains("障害区分を選んでください");
        form = new HashMap<>(RECOGNITION);
        form.put("cameAs", "AGENT");
        assertThat(apply(1, form).body()).contains("代理人の氏名を入れてください", "代理権の確認に使ったものを選んでください");
        form = new HashMap<>(RECOGNITION);
        form.put("kind", "05");
        assertThat(apply(1, form).body()).contains("住所地特例の施設を選んでください");
        form.put("kind", "14");
        assertThat(apply(1, form).body()).contains("届出の事由を選んでください");
        assertThat(
                        city.db()
                                .sql("select count(*) from people.application")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    @Requirement({"Q09", "E05"})
    void what_the_second_clerk_gives_back_is_not_sent_and_keeps_its_reason() {
        apply(1, RECOGNITION);
        String path = "/people/applications/" + receptionNo() + "/return";
        at("300", "/people/applications").post(path, Map.of("reason", "手帳の等級が違います"));
        assertThat(sentOn("2026-04-02")).isEmpty();
        assertThat(at("100", "/people").get("/people/1").body()).contains("差戻し：手帳の等級が違います");
        apply(1, RECOGNITION);
        assertThat(
                        city.db()
                                .sql("select count(*) from people.application")
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    @Requirement({"C04"})
    void the_counter_shows_nothing_of_a_protected_person_without_the_duty() {
        Browser browser = at("200", "/people");
        assertThat(browser.get("/people/3/applications").body())
                .contains("表示できません")
                .doesNotContain("三子");
        assertThat(browser.get("/people/applications").statusCode()).isEqualTo(403);
    }

    @Test
    @Requirement({"Q16", "C04"})
    void a_question_about_a_protected_person_is_decided_by_who_may_see_the_person_with_a_reason() {
        city.send(FileKind.INCOME_ASK, "131024", APRIL, List.of(question()));
        city.day("2026-04-02");
        Browser looks = at("200", "/people/inquiries");
        assertThat(looks.get("/people/inquiries").body())
                .contains("責任者が処理します")
                .doesNotContain("三子", "/people/3");
        String path = "/people/inquiries/131024/0000000001";
        looks.post(path, Map.of("decision", "ANSWER", "note", "急ぎ"));
        assertThat(state()).isEqualTo("CLERK");

        Browser decides = at("100", "/people/inquiries");
        assertThat(decides.get("/people/inquiries").body()).contains("支援措置の対象者です", "三子");
        assertThat(decides.post(path, Map.of("decision", "ANSWER", "note", "急ぎ")).body())
                .as("not without a second person")
                .contains("発行抑止中です");
        decides.post(path, Map.of("decision", "WITHHOLD", "note", ""));
        assertThat(state()).as("not without a reason").isEqualTo("CLERK");
        decides.post(path, Map.of("decision", "WITHHOLD", "note", "加害者側の代理人からの照会"));
        assertThat(state()).isEqualTo("WITHHELD");
        city.emptyOutbox();
        city.day("2026-04-03");
        assertThat(city.files(FileKind.INCOME_ANSWER)).isEmpty();
    }

    @Test
    @Requirement({"Q09", "C04"})
    void what_a_protected_person_applied_for_is_confirmed_by_who_may_see_it() {
        Map<String, String> form = new HashMap<>(RECOGNITION);
        form.put("note", "隠れ家荘に入居");
        apply(3, form);
        member("400", List.of("people.look", PeopleDesk.CONFIRM));
        assertThat(at("400", "/people/applications").get("/people/applications").body())
                .contains("係の責任者が確認します")
                .doesNotContain("三子", "隠れ家荘", "身体2級");
        assertThat(at("300", "/people/applications").get("/people/applications").body())
                .contains("支援　三子", "身体2級");
        Browser straight = at("400", "/people/applications");
        String path = "/people/applications/" + receptionNo();
        assertThat(straight.post(path + "/confirm", Map.of()).statusCode()).isEqualTo(409);
        assertThat(straight.post(path + "/return", Map.of("reason", "誤り")).body())
                .contains("係の責任者が行います");
        assertThat(value("select state from people.counter_entry")).isEqualTo("ENTERED");
        assertThat(value("select count(*) from people.work_lock")).isEqualTo("0");
        at("300", "/people/applications").post(path + "/confirm", Map.of());
        assertThat(value("select state from people.counter_entry")).isEqualTo("CONFIRMED");
    }

    private String state() {
        return city.db()
                .sql("select state from people.received_inquiry")
                .query(String.class)
                .single();
    }

    private static Row question() {
        return IncomeInquiryFile.LAYOUT
                .row()
                .set(IncomeInquiryFile.INQUIRY_NO, "0000000001")
                .set(IncomeInquiryFile.PERSON_NO, 903L)
                .set(IncomeInquiryFile.LEVY_YEAR, 2026L)
                .set(IncomeInquiryFile.ASKED_ON, APRIL)
                .set(IncomeInquiryFile.NAME, "支援　三子")
                .set(IncomeInquiryFile.NAME_KANA, "シエン　ミツコ")
                .set(IncomeInquiryFile.BIRTH_ON, "1957-08-01")
                .set(IncomeInquiryFile.SEX, "2")
                .set(IncomeInquiryFile.OLD_ADDRESS, "東京都見本市本町")
                .set(IncomeInquiryFile.MOVED_IN_ON, APRIL)
                .set(IncomeInquiryFile.LEGAL_BASIS, "高齢者の医療の確保に関する法律第138条")
                .build();
    }
}
