package org.machi.city.people.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/**
 * 所得照会・住基照会 on paper: 1 is insured and declared, 2 lives with 1, 3 is insured and came from
 * elsewhere, 4 is protected.
 */
class PaperInquiriesTest {

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
                        resident(1, 101, "申告　一子", "シンコク　イチコ"),
                        resident(2, 101, "申告　二郎", "シンコク　ジロウ"),
                        resident(3, 103, "無申　三子", "ムシン　ミツコ"),
                        residentBuilder(4, 104, "隠岐　四子", "オキ　ヨツコ")
                                .set(ResidentFile.PROTECTION, "1")
                                .build()));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(
                        insured(1, "申告　一子", "シンコク　イチコ"),
                        insured(3, "無申　三子", "ムシン　ミツコ"),
                        insured(4, "隠岐　四子", "オキ　ヨツコ")));
        city.send(
                FileKind.TAX_ALL,
                "TAX",
                APRIL,
                List.of(tax(1, "0"), tax(2, "1"), tax(3, "1"), tax(4, "1")));
        city.day("2026-04-01");
        StaffDirectory staff = city.get(StaffDirectory.class);
        staff.office("1010", "保険年金課");
        List<String> all = city.get(Duties.class).all().stream().map(Duty::code).toList();
        for (String no : List.of("100", "300")) {
            staff.enter(no, "職員 " + no, "1010", APRIL, PASSWORD);
            staff.grant(no, all, APRIL, "開設");
        }
        city.db().sql("update staff.member set must_change_password = false").update();
    }

    @AfterEach
    void close() {
        city.close();
    }

    private static Row tax(long no, String undeclared) {
        return TaxFile.LAYOUT
                .row()
                .set(TaxFile.HOME_CODE, CityScene.CITY)
                .set(TaxFile.PERSON_KIND, "1")
                .set(TaxFile.PERSON_NO, no)
                .set(TaxFile.LEVY_YEAR, 2026L)
                .set(TaxFile.MUNICIPALITY_CODE, CityScene.CITY)
                .set(TaxFile.CHANGE, "0")
                .set(TaxFile.TAXED, undeclared.equals("0") ? "1" : "9")
                .set(TaxFile.UNDECLARED, undeclared)
                .set(TaxFile.TRANSITION, false)
                .set(TaxFile.BASE_GIVEN, false)
                .set(TaxFile.REDUCTION_GIVEN, false)
                .set(TaxFile.LOW_GIVEN, false)
                .set(TaxFile.SHARE_GIVEN, false)
                .set(TaxFile.PENSION, undeclared.equals("0") ? 2_345_678L : null)
                .build();
    }

    private Browser at(String staffNo, String path) {
        Browser browser = new Browser(address);
        browser.signIn(staffNo, PASSWORD);
        browser.get(path);
        return browser;
    }

    private static String text(byte[] pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
            }
        }
        return text.toString().replaceAll("[\\s　]", "");
    }

    @Test
    @Requirement({"Q16", "F10"})
    void a_question_on_paper_is_printed_reminded_and_its_answer_typed_in_goes_to_the_union()
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
                .as("answered already")
                .isEqualTo(409);
        clerk.get("/people/3/inquiries");
        clerk.post(
                "/people/3/inquiries/" + number("RESIDENCE") + "/answer",
                Map.of("answer", "1", "salary", "0", "pension", "1", "text", "妻と二人世帯"));
        assertThat(clerk.get("/people/3/inquiries").body()).contains("所得あり", "妻と二人世帯");
        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(city.sent(FileKind.INCOME_ASK)).as("paper goes by post").isEmpty();
        assertThat(city.sent(FileKind.U_TAX))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(TaxFile.MUNICIPALITY_CODE)).isEqualTo("131024");
                    assertThat(row.get(TaxFile.PENSION)).isEqualTo(2_400_000);
                    assertThat(row.get(TaxFile.CORRECTION_REASON)).isEqualTo("05");
                });
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
