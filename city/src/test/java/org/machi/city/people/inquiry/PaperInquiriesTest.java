package org.machi.city.people.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.TaxScene.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.TaxScene;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.TaxFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/**
 * 所得照会・住基照会 on paper: 1 is insured and declared, 2 lives with 1, 3 is insured and came from
 * elsewhere, 4 is protected.
 */
class PaperInquiriesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private TaxScene scene;
    private CityScene city;

    @BeforeEach
    void open() {
        scene = new TaxScene();
        city = scene.city();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Browser at(String staffNo, String path) {
        return scene.at(staffNo, path);
    }

    @Test
    @Requirement({"Q16", "F10"})
    void a_question_on_paper_is_printed_reminded_and_its_answer_goes_to_the_union_when_confirmed()
            throws IOException {
        Browser clerk = at("100", "/people/3/inquiries");
        clerk.post("/people/3/inquiries", Map.of("kind", "INCOME", "toCode", "131025"));
        assertThat(clerk.get("/people/3/inquiries").body()).contains("検査数字");
        clerk.post(
                "/people/3/inquiries",
                Map.of("kind", "INCOME", "toCode", "131024", "toName", "中央区"));
        clerk.post(
                "/people/3/inquiries",
                Map.of("kind", "RESIDENCE", "toCode", "131024", "toName", "中央区"));
        OwnQuestions questions = city.get(OwnQuestions.class);
        String income = number("INCOME");
        assertThat(text(questions.letter(3, income, LocalDate.of(2026, 4, 1))))
                .contains("所得照会書", "中央区", "無申三子", "公的年金収入額", "令和8年5月1日");
        assertThat(text(questions.letter(3, number("RESIDENCE"), APRIL)))
                .contains("住基照会書", "世帯主氏名");
        assertThat(text(questions.letter(3, income, LocalDate.of(2026, 5, 7))))
                .contains("所得照会（催促）", "令和8年6月6日");

        String answer = "/people/3/inquiries/" + income + "/answer";
        clerk.get("/people/3/inquiries");
        clerk.post(answer, Map.of("answer", "1", "pension", "たくさん"));
        assertThat(clerk.get("/people/3/inquiries").body()).contains("金額を入れてください");
        clerk.post(answer, Map.of("answer", "1", "pension", "2,400,000"));
        assertThat(clerk.post(answer, Map.of("answer", "2")).statusCode())
                .as("entered already")
                .isEqualTo(409);
        clerk.get("/people/3/inquiries");
        String residence = "/people/3/inquiries/" + number("RESIDENCE");
        clerk.post(
                residence + "/answer",
                Map.of("answer", "1", "salary", "0", "pension", "1", "text", "妻と二人世帯"));
        assertThat(clerk.get("/people/3/inquiries").body())
                .contains("確認待ち", "所得あり", "妻と二人世帯", "自分の入力です");
        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(city.sent(FileKind.U_TAX)).as("nobody confirmed it").isEmpty();
        confirmedByAnother(clerk, income, residence);
        city.day("2026-04-03");
        assertThat(city.sent(FileKind.INCOME_ASK)).as("paper goes by post").isEmpty();
        assertThat(city.sent(FileKind.U_TAX))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(TaxFile.MUNICIPALITY_CODE)).isEqualTo("131024");
                    assertThat(row.get(TaxFile.PENSION)).isEqualTo(2_400_000);
                    assertThat(row.get(TaxFile.CORRECTION_REASON)).isEqualTo("05");
                });
    }

    private void confirmedByAnother(Browser clerk, String income, String residence) {
        String seen = "1:0:2400000:0:0:0:0:";
        String confirm = "/people/3/inquiries/" + income + "/confirm";
        clerk.get("/people/3/inquiries");
        clerk.post(confirm, Map.of("seen", seen));
        assertThat(clerk.get("/people/3/inquiries").body()).contains("入力した職員は確認できません");
        Browser second = at("300", "/people/inquiries");
        assertThat(second.get("/people/inquiries").body()).contains("確認待ちの回答", "無申　三子");
        assertThat(second.get("/people/3/inquiries").body()).contains("年金収入 2,400,000円", seen);
        assertThat(second.post(confirm, Map.of("seen", "1:0:1:0:0:0:0:")).statusCode())
                .as("not what was shown")
                .isEqualTo(409);
        second.get("/people/3/inquiries");
        second.post(confirm, Map.of("seen", seen));
        second.get("/people/3/inquiries");
        second.post(residence + "/return", Map.of("reason", "世帯員の記入漏れ"));
        assertThat(second.get("/people/3/inquiries").body()).contains("回答 令和8年4月2日", "世帯員の記入漏れ");
        assertThat(
                        city.db()
                                .sql(
                                        "select string_agg(answered_by || confirmed_by, ',') from people.income_inquiry")
                                .query(String.class)
                                .single())
                .isEqualTo("100300");
    }

    private String number(String kind) {
        return city.db()
                .sql("select inquiry_no from people.income_inquiry where kind = ?")
                .param(kind)
                .query(String.class)
                .single();
    }

    @Test
    @Requirement({"Q16", "I27", "C04"})
    void a_paper_of_another_municipality_is_answered_on_paper_but_not_about_a_protected_person()
            throws IOException {
        Browser clerk = at("100", "/people/inquiries/paper");
        clerk.post("/people/inquiries/paper", asks("1", "INCOME", "申告　一子", "シンコク　イチコ"));
        clerk.post("/people/inquiries/paper", asks("2", "RESIDENCE", "申告　一子", "シンコク　イチコ"));
        clerk.post("/people/inquiries/paper", asks("3", "RESIDENCE", "隠岐　四子", "オキ　ヨツコ"));
        clerk.post("/people/inquiries/paper", asks("4", "INCOME", "不在　五子", "フザイ　イツコ"));
        String list = clerk.get("/people/inquiries/paper").body();
        assertThat(list).contains("申告　一子", "（照会・発行抑止）").doesNotContain("隠岐");
        ReceivedPaper received = city.get(ReceivedPaper.class);
        assertThat(text(received.answer("131024", "1", APRIL).pdf()))
                .contains("所得照会の回答", "中央区", "所得あり", "2,345,678円");
        assertThat(text(received.answer("131024", "2", APRIL).pdf()))
                .contains("住基照会の回答", "該当者あり", "東京都見本市本町");
        assertThat(text(received.answer("131024", "4", APRIL).pdf())).contains("該当者なし");
        clerk.get("/people/inquiries/paper");
        assertThat(clerk.post("/people/inquiries/paper/131024/3", Map.of()).statusCode())
                .as("nobody decided")
                .isEqualTo(409);
        clerk.post("/people/inquiries/paper", asks("5", "INCOME", "申告　一子", "シンコク　イチコ"));
        city.db()
                .sql(
                        """
                        insert into people.suppression (person_no, kind, starts_on, reason, lifter, office, entered_by)
                        values (1, 'ISSUE', date '2026-04-01', '係争', 'OFFICE', '1010', '100')
                        """)
                .update();
        assertThat(clerk.post("/people/inquiries/paper/131024/5", Map.of()).statusCode())
                .as("stopped since the question was received")
                .isEqualTo(409);
        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(city.sent(FileKind.INCOME_ANSWER)).as("nothing by file").isEmpty();
    }

    private static Map<String, String> asks(String no, String kind, String name, String kana) {
        return Map.of(
                "kind", kind,
                "asker", "131024",
                "askerName", "中央区",
                "inquiryNo", no,
                "year", "2026",
                "name", name,
                "kana", kana,
                "birthOn", "1945-05-01",
                "sex", "2",
                "answerDue", "2026-04-30");
    }
}
