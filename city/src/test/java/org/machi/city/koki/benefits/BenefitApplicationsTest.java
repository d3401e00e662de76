package org.machi.city.koki.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.insuredNo;
import static org.machi.city.SamplePeople.resident;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityDeskScene;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.formats.layout.BenefitCallFile;
import org.machi.formats.layout.BenefitFile;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.platform.line.Schedules;
import org.machi.platform.proof.Requirement;

/** 給付の申請: from the counter to the union, and the union's decision to the person. */
class BenefitApplicationsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String FORM = "/people/1/benefits";

    private CityDeskScene desk;
    private CityScene city;

    @BeforeEach
    void open() {
        desk = new CityDeskScene();
        city = desk.city();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        resident(1, 101, "見本　花子", "ミホン　ハナコ"),
                        resident(2, 102, "見本　次郎", "ミホン　ジロウ")));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(1, "見本　花子", "ミホン　ハナコ"), insured(2, "見本　次郎", "ミホン　ジロウ")));
        city.day("2026-04-01");
        city.emptyOutbox();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** The fields of a form in which everything is right. */
    private static Map<String, String> highCost() {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", "31");
        fields.put("channel", "1");
        fields.put("occurredOn", "2026-03-01");
        fields.put("relation", "1");
        fields.put("applicant", "見本　花子");
        fields.put("bankCode", "0991");
        fields.put("bankKana", "ミドリノ");
        fields.put("branchCode", "101");
        fields.put("branchKana", "ホンテン");
        fields.put("accountKind", "1");
        fields.put("accountNo", "1234567");
        fields.put("holder", "ミホン　ハナコ");
        fields.put("papers", "振込先の口座が分かるもの");
        fields.put("cameAs", "SELF");
        fields.put("identityCheck", "LICENCE");
        return fields;
    }

    private String post(Map<String, String> fields) {
        return desk.post("100", FORM, FORM, fields).body();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private List<String> states() {
        return desk.list(
                "select kind || ' ' || state || ' ' || coalesce(sent_on::text, '-') from koki.benefit_application order by reception_no");
    }

    private String reception() {
        return desk.list("select max(reception_no) from koki.benefit_application").getFirst();
    }

    private void schedule(Schedules.Rhythm rhythm, LocalDate from) {
        city.get(Schedules.class)
                .change(
                        new Schedules.Entry(
                                CityScene.UNION,
                                FileKind.U_BENEFIT_APPLY.code(),
                                false,
                                rhythm,
                                0,
                                from,
                                "協定"),
                        "100");
    }

    private static Row.Builder decision(String no, String kind, String result, long amount) {
        return BenefitFile.LAYOUT
                .row()
                .set(BenefitFile.PERSON_NO, 1L)
                .set(BenefitFile.INSURED_NO, insuredNo(1))
                .set(BenefitFile.DECISION_NO, no)
                .set(BenefitFile.KIND, kind)
                .set(BenefitFile.RESULT, result)
                .set(BenefitFile.AMOUNT, amount)
                .set(BenefitFile.DECIDED_ON, LocalDate.of(2026, 4, 6))
                .set(BenefitFile.REASON, "自己負担限度額を超えました")
                .set(BenefitFile.STATE, "1");
    }

    private void union(String day, FileKind kind, Row row) {
        city.send(kind, CityScene.UNION, LocalDate.parse(day), List.of(row));
        city.day(day);
    }

    @Test
    @Requirement({"B01", "I12"})
    void an_application_is_checked_confirmed_by_another_clerk_sent_decided_and_told() {
        assertThat(post(with(highCost(), "accountNo", "123"))).contains("口座番号は7桁");
        assertThat(post(with(highCost(), "holder", "ベツ　ジン"))).contains("受け取る人のカナ");
        assertThat(post(with(highCost(), "occurredOn", "2023-12-01"))).contains("2年の時効が過ぎています");
        assertThat(states()).isEmpty();
        post(highCost());
        assertThat(states()).containsExactly("31 ENTERED -");
        assertThat(post(highCost())).contains("同じ種別・同じ日の申請");
        assertThat(desk.page("/")).contains("給付の申請の確認");
        String no = reception();
        assertThat(
                        desk.post(
                                        "100",
                                        "/koki/benefits",
                                        "/koki/benefits/" + no + "/confirm",
                                        Map.of())
                                .statusCode())
                .as("not by the clerk who entered it")
                .isEqualTo(409);
        desk.post("300", "/koki/benefits", "/koki/benefits/" + no + "/confirm", Map.of());
        schedule(Schedules.Rhythm.MONTH_END, APRIL);
        city.day("2026-04-02");
        assertThat(states())
                .as("this union takes them once a month")
                .containsExactly("31 CONFIRMED -");
        schedule(Schedules.Rhythm.DAILY, LocalDate.of(2026, 4, 3));
        city.day("2026-04-03");
        assertThat(states()).containsExactly("31 CONFIRMED 2026-04-03");
        assertThat(city.sent(FileKind.U_BENEFIT_APPLY))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(BenefitApplyFile.RECEPTION_NO)).isEqualTo(no);
                    assertThat(row.get(BenefitApplyFile.HOLDER_KANA)).isEqualTo("ﾐﾎﾝ ﾊﾅｺ");
                    assertThat(row.get(BenefitApplyFile.CANCELLED)).isEqualTo("0");
                });
        Row.Builder decided =
                decision("000000000001", "31", "1", 8_285)
                        .set(BenefitFile.CARE_MONTH, LocalDate.of(2026, 3, 1));
        union("2026-04-07", FileKind.U_BENEFIT, decided.build());
        assertThat(city.printIndex())
                .anySatisfy(row -> assertThat(row.get(PrintIndexFile.KIND)).isEqualTo("21"));
        city.emptyOutbox();
        union(
                "2026-04-20",
                FileKind.U_BENEFIT,
                decided.set(BenefitFile.STATE, "3")
                        .set(BenefitFile.TRANSFER_ON, LocalDate.of(2026, 4, 15))
                        .set(BenefitFile.ACCOUNT, "ﾐﾎﾝ ﾊﾅｺ ****567")
                        .build());
        assertThat(city.printIndex()).as("told once").isEmpty();
        assertThat(desk.page("/people/1")).contains("高額療養費 支給", "8,285", "振込済", "R8.4.15");
    }

    @Test
    @Requirement({"B01"})
    void whom_the_union_calls_gets_a_letter_and_the_counter_sees_it() {
        union("2026-04-06", FileKind.U_BENEFIT_CALL, call("31", LocalDate.of(2026, 1, 1)));
        assertThat(city.printIndex())
                .singleElement()
                .satisfies(row -> assertThat(row.get(PrintIndexFile.KIND)).isEqualTo("22"));
        assertThat(desk.page(FORM)).contains("令和8年1月診療分", "4,000円", "令和10年1月31日");
        city.emptyOutbox();
        union("2026-04-07", FileKind.U_BENEFIT_CALL, call("33", LocalDate.of(2025, 7, 1)));
        assertThat(city.printIndex())
                .singleElement()
                .satisfies(row -> assertThat(row.get(PrintIndexFile.KIND)).isEqualTo("22"));
        assertThat(desk.page(FORM)).contains("高額介護合算療養費 令和7年7月までの1年分");
    }

    private static Row call(String kind, LocalDate month) {
        return BenefitCallFile.LAYOUT
                .row()
                .set(BenefitCallFile.PERSON_NO, 1L)
                .set(BenefitCallFile.INSURED_NO, insuredNo(1))
                .set(BenefitCallFile.KIND, kind)
                .set(BenefitCallFile.CARE_MONTH, month)
                .set(BenefitCallFile.AMOUNT, 4_000L)
                .set(BenefitCallFile.LAPSES_ON, LocalDate.of(2028, 1, 31))
                .build();
    }

    @Test
    @Requirement({"B03", "B04"})
    void papers_that_lack_keep_it_here_and_a_funeral_needs_the_death_on_record() {
        Map<String, String> funeral = with(highCost(), "kind", "37");
        assertThat(post(funeral)).contains("被保険者本人ではありません", "死亡の記録がありません");
        Map<String, String> abroad = with(with(highCost(), "kind", "34"), "expense", "2");
        post(with(abroad, "paid", "90,000"));
        assertThat(desk.page("/koki/benefits")).contains("診療内容明細書、領収明細書、日本語の翻訳文");
        desk.post(
                "100",
                FORM,
                "/koki/benefits/" + reception() + "/withdraw",
                Map.of("reason", "翻訳文を用意できない"));
        assertThat(states()).containsExactly("34 WITHDRAWN -");
        Map<String, String> brace =
                with(with(highCost(), "kind", "34"), "occurredOn", "2026-03-02");
        assertThat(post(brace)).contains("支払った額を入れてください", "療養費の区分を選んでください");
        post(with(with(brace, "paid", "40,000"), "expense", "1"));
        assertThat(states()).containsExactly("34 WITHDRAWN -", "34 INCOMPLETE -");
        String no = reception();
        assertThat(desk.page("/koki/benefits")).contains("不備：領収書");
        assertThat(
                        desk.post(
                                        "300",
                                        "/koki/benefits",
                                        "/koki/benefits/" + no + "/confirm",
                                        Map.of())
                                .statusCode())
                .isEqualTo(409);
        desk.post("100", "/koki/benefits", "/koki/benefits/" + no + "/complete", Map.of());
        desk.post("300", "/koki/benefits", "/koki/benefits/" + no + "/confirm", Map.of());
        city.day("2026-04-02");
        assertThat(states()).containsExactly("34 WITHDRAWN -", "34 CONFIRMED 2026-04-02");
        desk.post(
                "100",
                "/koki/benefits",
                "/koki/benefits/" + no + "/withdraw",
                Map.of("reason", "申請者の申出"));
        city.emptyOutbox();
        city.day("2026-04-03");
        assertThat(city.sent(FileKind.U_BENEFIT_APPLY))
                .singleElement()
                .satisfies(row -> assertThat(row.get(BenefitApplyFile.CANCELLED)).isEqualTo("1"));
    }

    @Test
    @Requirement({"B05", "B07"})
    void a_relief_is_told_by_letter_and_its_certificate_is_printed_at_the_counter() {
        Row.Builder relief =
                decision("000000000042", "42", "1", 0)
                        .set(BenefitFile.STATE, "0")
                        .set(BenefitFile.REASON, "り災による")
                        .set(BenefitFile.EFFECT_FROM, LocalDate.of(2026, 4, 6))
                        .set(BenefitFile.EFFECT_UNTIL, LocalDate.of(2026, 9, 30))
                        .set(BenefitFile.RELIEF, "1");
        union("2026-04-07", FileKind.U_BENEFIT, relief.build());
        assertThat(city.printIndex())
                .singleElement()
                .satisfies(row -> assertThat(row.get(PrintIndexFile.KIND)).isEqualTo("21"));
        assertThat(desk.page(FORM)).contains("免除", "R8.4.6から", "R8.9.30まで", "証明書を印刷する");
        assertThat(desk.at("100", FORM).get("/people/1/benefits/000000000042/certificate").body())
                .startsWith("%PDF");
        union(
                "2026-04-08",
                FileKind.U_BENEFIT,
                decision("000000000043", "44", "1", 0)
                        .set(BenefitFile.STATE, "0")
                        .set(BenefitFile.EFFECT_FROM, LocalDate.of(2026, 5, 1))
                        .build());
        assertThat(desk.page(FORM)).contains("長期入院該当", "R8.5.1から");
        assertThat(
                        desk.at("100", FORM)
                                .get("/people/1/benefits/000000000043/certificate")
                                .statusCode())
                .as("only a relief is certified so")
                .isEqualTo(404);
    }

    @Test
    @Requirement({"B08"})
    void a_checkup_ticket_is_issued_printed_lost_issued_again_and_used_once() {
        desk.post("100", FORM, "/people/1/tickets", Map.of());
        desk.post("100", FORM, "/people/1/tickets", Map.of());
        List<String> tickets =
                desk.list("select ticket_no from koki.checkup_ticket order by issue");
        assertThat(tickets).hasSize(2);
        assertThat(desk.page(FORM)).contains("再発行により無効", "未受診");
        assertThat(desk.at("100", FORM).get("/people/1/tickets/" + tickets.get(1) + "/pdf").body())
                .startsWith("%PDF");
        Map<String, String> taken =
                Map.of("takenOn", "2026-04-01", "institution", "見本医院", "result", "2");
        assertThat(
                        desk.post("100", FORM, "/people/1/tickets/" + tickets.get(0), taken)
                                .statusCode())
                .as("the lost one is of no use")
                .isEqualTo(409);
        desk.post("100", FORM, "/people/1/tickets/" + tickets.get(1), taken);
        assertThat(desk.page(FORM)).contains("要指導", "見本医院");
        desk.post("100", FORM, "/people/1/tickets", Map.of());
        assertThat(desk.list("select ticket_no from koki.checkup_ticket")).hasSize(2);
        city.emptyOutbox();
        city.day("2026-05-01");
        assertThat(city.printIndex())
                .as("in May everybody without one gets one by mail, and nobody a second")
                .filteredOn(row -> row.get(PrintIndexFile.KIND).equals("23"))
                .extracting(row -> row.get(PrintIndexFile.PERSON_NO))
                .containsExactly(2L);
        assertThat(desk.page("/people/2/benefits")).contains("1回目", "未受診");
    }
}
