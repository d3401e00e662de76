package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.formats.layout.BenefitCallFile;
import org.machi.formats.layout.BenefitFile;
import org.machi.formats.layout.CardFile;
import org.machi.formats.layout.CareInsuredFile;
import org.machi.formats.layout.CareReceiptFile;
import org.machi.formats.layout.OwnCostFile;
import org.machi.formats.layout.TaxFile;
import org.machi.formats.layout.TransferFailedFile;
import org.machi.formats.layout.TransferFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;
import org.machi.union.benefits.BenefitTransfers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 給付: one spring of the union's benefits, from the receipts of 国保連 to money on accounts. The days
 * follow each other, so the stories do.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenefitsTest {

    private static final String PASSWORD = "みどりの町の広域連合の朝";
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private static UnionScene union;
    private static Browser browser;
    private static BenefitRows rows;
    private static final SamplePerson ONE =
            new SamplePerson(UnionScene.CITY_A, 1, "イチ", LocalDate.of(1940, 5, 5));
    private static final SamplePerson TWO =
            new SamplePerson(UnionScene.CITY_A, 2, "ニイ", LocalDate.of(1941, 6, 6)).livingWith(ONE);
    private static final SamplePerson THREE =
            new SamplePerson(UnionScene.CITY_A, 3, "サン", LocalDate.of(1939, 7, 7));

    /** Lives alone and pays no resident tax: 区分Ⅱ. */
    private static final SamplePerson FOUR =
            new SamplePerson(UnionScene.CITY_A, 4, "ヨン", LocalDate.of(1938, 8, 8));

    @BeforeAll
    static void open() throws Exception {
        union = new UnionScene(freePort());
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                APRIL,
                List.of(ONE.initial(), TWO.initial(), THREE.initial(), FOUR.initial()));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(taxed(ONE), taxed(TWO), taxed(THREE), untaxed(FOUR, 2025), untaxed(FOUR, 2026)));
        union.office()
                .organisation()
                .get(BenefitTransfers.class)
                .enter(
                        new BenefitTransfers.Payer(
                                "0000039000",
                                "ｺｳｲｷﾚﾝｺﾞｳ",
                                "BANK",
                                "0991",
                                "ﾐﾄﾞﾘﾉ",
                                "101",
                                "ﾎﾝﾃﾝ",
                                "0039000"));
        union.day("2026-04-01");
        rows = new BenefitRows(union.office().organisation().get(JdbcClient.class));
        staff();
        browser = new Browser("http://127.0.0.1:" + union.settings().port());
        browser.signIn("300", PASSWORD);
    }

    @AfterAll
    static void close() {
        union.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void staff() {
        StaffDirectory staff = union.office().organisation().get(StaffDirectory.class);
        staff.office("2020", "給付課");
        staff.enter("300", "広域 給子", "2020", APRIL, PASSWORD);
        union.office()
                .organisation()
                .get(JdbcClient.class)
                .sql("UPDATE staff.member SET must_change_password = false WHERE staff_no = '300'")
                .update();
        List<String> all =
                union.office().organisation().get(Duties.class).all().stream()
                        .map(duty -> duty.code())
                        .toList();
        staff.grant("300", all, APRIL, "開設");
    }

    private static Row taxed(SamplePerson who) {
        return who.pension(2025, 1_700_000, 600_000).copy().set(TaxFile.TAXABLE, 100_000L).build();
    }

    private static Row untaxed(SamplePerson who, int year) {
        return who.pension(year, 1_000_000, 0)
                .copy()
                .set(TaxFile.TAXABLE, 0L)
                .set(TaxFile.LOW_INCOME, 200_000L)
                .build();
    }

    private static void kokuho(String day, Row.Builder... receipts) {
        List<Row> built = new ArrayList<>();
        for (Row.Builder row : receipts) {
            built.add(row.build());
        }
        union.send(FileKind.K_RECEIPT, "KOKUHO", LocalDate.parse(day), built);
        union.day(day);
    }

    private static void city(String day, Row.Builder row) {
        union.send(
                FileKind.U_BENEFIT_APPLY,
                UnionScene.CITY_A,
                LocalDate.parse(day),
                List.of(row.build()));
        union.day(day);
    }

    private static List<String> told() {
        return union.collect(FileKind.U_BENEFIT, UnionScene.CITY_A).stream()
                .map(row ->
                        "%s %s %s %d %s"
                                .formatted(
                                        row.get(BenefitFile.PERSON_NO),
                                        row.get(BenefitFile.KIND),
                                        row.get(BenefitFile.RESULT),
                                        row.get(BenefitFile.AMOUNT),
                                        row.get(BenefitFile.STATE)))
                .toList();
    }

    private static List<Row> transfers() {
        return union.collect(FileKind.ZENGIN_BENEFIT, "BANK");
    }

    private static String get(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    @Order(1)
    @Requirement({"B01"})
    void
            who_passes_a_ceiling_for_the_first_time_is_called_and_the_account_pays_this_and_later_months() {
        kokuho(
                "2026-05-11",
                rows.receipt("1", ONE, "2026-04-01", "12", 15_000, 15_000),
                rows.receipt("2", ONE, "2026-04-01", "31", 7_000, 7_000),
                rows.receipt("3", TWO, "2026-04-01", "11", 90_000, 57_600)
                        .set(CareReceiptFile.IN_KIND, 32_400L));
        assertThat(told()).as("nothing is decided before the account is known").isEmpty();
        assertThat(union.collect(FileKind.U_BENEFIT_CALL, UnionScene.CITY_A))
                .extracting(
                        row -> row.get(BenefitCallFile.PERSON_NO),
                        row -> row.get(BenefitCallFile.AMOUNT))
                .containsExactlyInAnyOrder(tuple(1L, 4_000L + 4_285), tuple(2L, 13_715L));
        city("2026-05-12", rows.apply(ONE, "31", "0000000001", "2026-05-12"));
        assertThat(told()).containsExactlyInAnyOrder("1 31 5 0 0", "1 31 1 8285 1");
        union.day("2026-05-20");
        assertThat(transfers())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get(TransferFile.ACCOUNT.amount())).isEqualTo(8_285L));
        assertThat(told()).containsExactly("1 31 1 8285 2");
        union.day("2026-06-01");
        assertThat(told()).containsExactly("1 31 1 8285 3");
        kokuho("2026-06-10", rows.receipt("4", ONE, "2026-05-01", "12", 21_000, 21_000));
        assertThat(told()).as("the second time by itself").containsExactly("1 31 1 3000 1");
        assertThat(union.collect(FileKind.U_BENEFIT_CALL, UnionScene.CITY_A)).isEmpty();
        assertThat(get("/benefits/insured/" + rows.number(ONE)))
                .contains("医科外来", "8,285", "振込済", "振込待ち", "ｼｹﾝ ﾀﾛｳ ****567");
        assertThat(get("/benefits/insured/" + rows.number(ONE) + "/months/2026-04-01"))
                .contains("外来（個人）", "18,000円", "57,600円", "按分");
        assertThat(get("/benefits")).contains("令和8年4月", "令和8年5月");
    }

    @Test
    @Order(2)
    @Requirement({"B01"})
    void a_corrected_receipt_corrects_the_decision_and_the_money_comes_back() {
        kokuho(
                "2026-06-11",
                rows.receipt("4", ONE, "2026-05-01", "12", 19_000, 19_000)
                        .set(CareReceiptFile.CHANGE, "2"));
        assertThat(told()).containsExactly("1 31 4 -2000 1");
        kokuho(
                "2026-06-12",
                rows.receipt("4", ONE, "2026-05-01", "12", 25_000, 25_000)
                        .set(CareReceiptFile.CHANGE, "2"));
        assertThat(told()).as("追給").containsExactly("1 31 1 6000 1");
        kokuho(
                "2026-06-15",
                rows.receipt("4", ONE, "2026-05-01", "12", 25_000, 25_000)
                        .set(CareReceiptFile.CHANGE, "3"));
        assertThat(told()).containsExactly("1 31 4 -7000 1");
        assertThat(get("/benefits/checks")).contains("返納されていません");
        get("/benefits/insured/" + rows.number(ONE));
        for (long id : decisions("result = '4'")) {
            browser.post(
                    "/benefits/insured/" + rows.number(ONE) + "/decisions/" + id + "/returned",
                    Map.of());
        }
        assertThat(get("/benefits/checks")).contains("一致しています");
        union.day("2026-06-16");
        assertThat(told()).containsExactlyInAnyOrder("1 31 4 -2000 5", "1 31 4 -7000 5");
        kokuho(
                "2026-06-17",
                rows.receipt("4", TWO, "2026-05-01", "12", 25_000, 25_000)
                        .set(CareReceiptFile.CHANGE, "2"),
                rows.receipt("2", ONE, "2026-04-01", "31", 7_000, 7_000));
        assertThat(
                        union.count(
                                "SELECT count(*) FROM files.finding JOIN files.file f ON f.id = file_id WHERE f.kind = 'K_RECEIPT'"))
                .as("a correction for somebody else, and a number that came before")
                .isEqualTo(2);
    }

    private static List<Long> decisions(String where) {
        return union.office()
                .organisation()
                .get(JdbcClient.class)
                .sql("SELECT decision_id FROM benefits.decision WHERE " + where)
                .query(Long.class)
                .list();
    }

    @Test
    @Order(3)
    @Requirement({"B01"})
    void a_transfer_that_failed_goes_out_again_when_a_new_account_is_told() {
        union.day("2026-06-22");
        List<Row> sent = transfers();
        assertThat(sent).extracting(row -> row.get(TransferFile.ACCOUNT.amount())).contains(6_000L);
        Row failed =
                sent.stream()
                        .filter(row -> row.get(TransferFile.ACCOUNT.amount()) == 6_000)
                        .findFirst()
                        .orElseThrow();
        union.send(
                FileKind.BENEFIT_FAILED,
                "BANK",
                LocalDate.of(2026, 6, 26),
                List.of(
                        TransferFailedFile.LAYOUT
                                .row()
                                .set(
                                        TransferFailedFile.CUSTOMER_NO,
                                        failed.get(TransferFile.CUSTOMER_NO))
                                .set(TransferFailedFile.TRANSFER_ON, LocalDate.of(2026, 6, 25))
                                .set(TransferFailedFile.AMOUNT, 6_000L)
                                .set(TransferFailedFile.REASON, "1")
                                .build()));
        union.day("2026-06-26");
        assertThat(told()).contains("1 31 1 6000 4");
        assertThat(get("/benefits/checks")).contains("振込不能のままです");
        city(
                "2026-07-01",
                rows.apply(ONE, "43", "0000000002", "2026-07-01")
                        .set(BenefitApplyFile.ACCOUNT_NO, "7654321"));
        union.day("2026-07-21");
        assertThat(transfers())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(TransferFile.ACCOUNT.no())).isEqualTo("7654321");
                    assertThat(row.get(TransferFile.ACCOUNT.amount())).isEqualTo(6_000L);
                });
        assertThat(get("/benefits/payments")).contains("振込不能", "ZENGIN_BENEFIT");
        assertThat(get("/benefits/payments/2026-07-24")).contains("6,000", "****321");
        assertThat(get("/benefits/checks")).contains("一致しています");
    }

    @Test
    @Order(4)
    @Requirement({"B04"})
    void a_funeral_is_paid_once_the_resident_record_shows_the_death() {
        told();
        city(
                "2026-07-22",
                rows.apply(THREE, "37", "0000000003", "2026-07-22")
                        .set(BenefitApplyFile.RELATION, "4")
                        .set(BenefitApplyFile.APPLICANT, "喪主　花子"));
        assertThat(told()).containsExactly("3 37 3 0 0");
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                LocalDate.of(2026, 7, 23),
                List.of(THREE.dies(LocalDate.of(2026, 7, 20))));
        union.day("2026-07-23");
        assertThat(told()).containsExactly("3 37 1 50000 1");
        city(
                "2026-07-24",
                rows.apply(THREE, "37", "0000000004", "2026-07-24")
                        .set(BenefitApplyFile.RELATION, "4"));
        assertThat(told()).as("only once").containsExactly("3 37 2 0 0");
    }

    @Test
    @Order(5)
    @Requirement({"B03", "B07"})
    void what_papers_show_is_weighed_by_a_clerk_and_the_payment_follows_from_the_rule() {
        city(
                "2026-07-27",
                rows.apply(TWO, "34", "0000000005", "2026-07-01")
                        .set(BenefitApplyFile.EXPENSE, "1")
                        .set(BenefitApplyFile.PAID, 40_000L));
        assertThat(told()).isEmpty();
        assertThat(get("/benefits/reviews")).contains("治療用装具", "40,000円", "0000000005");
        long id = union.count("SELECT application_id FROM benefits.waiting WHERE by_clerk");
        Map<String, String> blank = Map.of("result", "1", "recognised", "38,000", "reason", " ");
        browser.post("/benefits/reviews/" + id, blank);
        assertThat(get("/benefits/reviews")).contains("決定の理由を入れてください");
        browser.post(
                "/benefits/reviews/" + id,
                Map.of("result", "1", "recognised", "38,000", "reason", "装具の基準額による"));
        union.day("2026-07-28");
        assertThat(told()).containsExactly("2 34 1 34200 1");
        city("2026-07-29", rows.apply(TWO, "41", "0000000006", "2026-07-10"));
        long accident = union.count("SELECT application_id FROM benefits.waiting WHERE by_clerk");
        get("/benefits/reviews");
        browser.post("/benefits/reviews/" + accident, Map.of("result", "1", "reason", "求償の対象とする"));
        union.day("2026-07-30");
        assertThat(told()).contains("2 41 1 0 0");
    }

    @Test
    @Order(6)
    void kokuho_is_told_each_month_who_was_insured_in_the_month_before() {
        union.day("2026-08-03");
        assertThat(union.collect(FileKind.K_INSURED, "KOKUHO"))
                .filteredOn(
                        row -> row.get(CareInsuredFile.CARE_MONTH).equals(LocalDate.of(2026, 7, 1)))
                .extracting(row -> row.get(CareInsuredFile.INSURED_NO))
                .containsExactlyInAnyOrder(
                        rows.number(ONE), rows.number(TWO), rows.number(THREE), rows.number(FOUR));
    }

    private static void decide(String kind, Map<String, String> fields) {
        long id =
                union.count(
                        "SELECT application_id FROM benefits.waiting w JOIN benefits.application a USING (application_id) WHERE a.kind = '"
                                + kind
                                + "'");
        get("/benefits/reviews");
        browser.post("/benefits/reviews/" + id, fields);
    }

    private static long waiting() {
        return union.count("SELECT count(*) FROM benefits.waiting WHERE by_clerk");
    }

    @Test
    @Order(7)
    @Requirement({"B05", "B06"})
    void who_lay_long_in_hospital_has_it_on_the_card_and_pays_less_for_meals() {
        union.send(
                FileKind.U_APPLY,
                UnionScene.CITY_A,
                LocalDate.of(2026, 8, 4),
                List.of(FOUR.application("20", "0000000020", LocalDate.of(2026, 8, 4))));
        city(
                "2026-08-04",
                rows.apply(FOUR, "44", "0000000007", "2026-08-04").set(BenefitApplyFile.DAYS, 90L));
        told();
        decide("44", Map.of("result", "1", "reason", "入院期間の証明による"));
        assertThat(get("/benefits/reviews")).contains("90日を超えていません");
        decide("44", Map.of("result", "2", "reason", "90日以下"));
        city(
                "2026-08-05",
                rows.apply(FOUR, "44", "0000000008", "2026-08-05").set(BenefitApplyFile.DAYS, 95L));
        decide("44", Map.of("result", "1", "reason", "入院期間の証明による"));
        union.day("2026-08-06");
        assertThat(union.collect(FileKind.U_BENEFIT, UnionScene.CITY_A))
                .filteredOn(row -> row.get(BenefitFile.RESULT).equals("1"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get(BenefitFile.EFFECT_FROM))
                                .isEqualTo(LocalDate.of(2026, 9, 1)));
        assertThat(union.collect(FileKind.U_CARD, UnionScene.CITY_A))
                .filteredOn(row -> row.get(CardFile.INSURED_NO).equals(rows.number(FOUR)))
                .last()
                .satisfies(row -> {
                    assertThat(row.get(CardFile.LIMIT)).isEqualTo("12");
                    assertThat(row.get(CardFile.LONG_STAY_FROM))
                            .isEqualTo(LocalDate.of(2026, 9, 1));
                });
        city(
                "2026-08-07",
                rows.apply(FOUR, "35", "0000000009", "2026-08-20")
                        .set(BenefitApplyFile.RECEIVED_ON, LocalDate.of(2026, 8, 7))
                        .set(BenefitApplyFile.DAYS, 10L));
        decide("35", Map.of("result", "1", "reason", "標準負担額との差額"));
        union.day("2026-08-10");
        assertThat(told()).as("510 less 190 yen for ten meals").containsExactly("4 35 1 3200 1");
        assertThat(get("/insured/" + rows.number(FOUR))).contains(rows.number(FOUR));
    }

    @Test
    @Order(8)
    @Requirement({"B07"})
    void a_relief_has_its_time_and_an_accident_is_claimed_from_who_caused_it() {
        city("2026-08-11", rows.apply(FOUR, "42", "0000000010", "2026-08-11"));
        decide("42", Map.of("result", "1", "relief", "1", "until", "2027-03-01", "reason", "り災"));
        assertThat(get("/benefits/reviews")).contains("受付日から6か月以内");
        decide("42", Map.of("result", "1", "relief", "1", "until", "2027-02-10", "reason", "り災"));
        assertThat(waiting()).isZero();
        kokuho(
                "2026-08-12",
                rows.receipt("40", TWO, "2026-07-01", "11", 60_000, 57_600)
                        .set(CareReceiptFile.IN_KIND, 2_400L)
                        .set(CareReceiptFile.THIRD_PARTY, true));
        assertThat(union.collect(FileKind.U_BENEFIT, UnionScene.CITY_A))
                .filteredOn(row -> row.get(BenefitFile.KIND).equals("42"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(BenefitFile.RELIEF)).isEqualTo("1");
                    assertThat(row.get(BenefitFile.EFFECT_UNTIL))
                            .isEqualTo(LocalDate.of(2027, 2, 10));
                });
        assertThat(get("/benefits/claims")).contains("請求前", "542,400", "R13.7.10");
        long claim = union.count("SELECT claim_id FROM benefits.claim");
        browser.post("/benefits/claims/" + claim + "/claimed", Map.of("amount", "600,000"));
        assertThat(get("/benefits/claims")).contains("給付した額（542,400円）まで");
        browser.post("/benefits/claims/" + claim + "/claimed", Map.of("amount", "542,400"));
        get("/benefits/claims");
        browser.post("/benefits/claims/" + claim + "/received", Map.of("amount", "500,000"));
        assertThat(get("/benefits/claims")).contains("請求済", "500,000");
        browser.post("/benefits/claims/" + claim + "/received", Map.of("amount", "42,400"));
        assertThat(get("/benefits/claims")).contains("収納済");
    }

    @Test
    @Order(9)
    @Requirement({"B03", "B08"})
    void care_abroad_is_converted_and_a_checkup_has_a_ceiling_and_is_paid_once_a_year() {
        city(
                "2026-08-13",
                rows.apply(FOUR, "34", "0000000011", "2026-07-20")
                        .set(BenefitApplyFile.EXPENSE, "2")
                        .set(BenefitApplyFile.PAID, 200_000L));
        decide(
                "34",
                Map.of("result", "1", "foreign", "1,000.50", "rate", "150.25", "reason", "現地の明細書"));
        city(
                "2026-08-14",
                rows.apply(FOUR, "52", "0000000012", "2026-07-21")
                        .set(BenefitApplyFile.PAID, 45_000L));
        assertThat(told()).contains("4 34 1 135292 1");
        decide("52", Map.of("result", "1", "recognised", "45,000", "reason", "領収書"));
        city(
                "2026-08-17",
                rows.apply(FOUR, "52", "0000000013", "2026-07-22")
                        .set(BenefitApplyFile.PAID, 45_000L));
        assertThat(told()).containsExactly("4 52 1 20000 1");
        decide("52", Map.of("result", "1", "recognised", "45,000", "reason", "領収書"));
        assertThat(get("/benefits/reviews")).contains("この年度の人間ドック費用は、すでに助成しています");
        decide("52", Map.of("result", "2", "reason", "年度に1回"));
        assertThat(waiting()).isZero();
    }

    @Test
    @Order(10)
    @Requirement({"B01", "B02"})
    void the_year_is_summed_up_in_november_with_what_others_certify() {
        List<Row.Builder> year = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String month = LocalDate.of(2025, 8, 1).plusMonths(i).toString();
            year.add(rows.receipt("5" + (10 + i), TWO, month, "12", 15_000, 15_000));
            year.add(rows.receipt("6" + (10 + i), FOUR, month, "12", 30_000, 30_000));
        }
        kokuho("2026-08-18", year.toArray(Row.Builder[]::new));
        city("2026-08-19", rows.apply(TWO, "43", "0000000014", "2026-08-19"));
        city("2026-08-20", rows.apply(FOUR, "31", "0000000015", "2026-08-20"));
        union.send(
                FileKind.K_OWN_COST,
                "KOKUHO",
                LocalDate.of(2026, 10, 26),
                List.of(certificate("1", FOUR, "2", 0, 280_000), certificate("2", TWO, "1", 6_000, 6_000)));
        union.day("2026-10-26");
        union.collect(FileKind.U_BENEFIT_CALL, UnionScene.CITY_A);
        told();
        union.day("2026-11-02");
        assertThat(told())
                .as("180,000 and 6,000 under another insurer, less 144,000: TWO's share")
                .containsExactly("2 32 1 %d 1".formatted(42_000L * 180_000 / 186_000));
        assertThat(union.collect(FileKind.U_BENEFIT_CALL, UnionScene.CITY_A))
                .as("8,000 a month and 280,000 for care are above 310,000")
                .extracting(
                        row -> row.get(BenefitCallFile.PERSON_NO),
                        row -> row.get(BenefitCallFile.KIND),
                        row -> row.get(BenefitCallFile.AMOUNT))
                .containsExactly(tuple(4L, "33", 66_000L * 96_000 / 376_000));
        city(
                "2026-11-04",
                rows.apply(FOUR, "33", "0000000016", "2026-07-31")
                        .set(BenefitApplyFile.CARE_PAID, 280_000L));
        told();
        decide("33", Map.of("result", "1", "reason", "自己負担額証明書による"));
        union.day("2026-11-05");
        assertThat(told()).containsExactly("4 33 1 16851 1");
        assertThat(get("/benefits/insured/" + rows.number(FOUR)))
                .contains("年間の合算", "高額介護合算療養費", "介護保険", "16,851");
        union.send(
                FileKind.K_OWN_COST,
                "KOKUHO",
                LocalDate.of(2026, 11, 6),
                List.of(certificate("1", FOUR, "2", 0, 230_000)));
        union.day("2026-11-06");
        assertThat(told())
                .as("the care insurance corrected its certificate")
                .containsExactly("4 33 4 %d 1".formatted(16_000L * 96_000 / 326_000 - 16_851));
    }

    private static Row certificate(
            String no, SamplePerson who, String branch, long outpatient, long amount) {
        return OwnCostFile.LAYOUT
                .row()
                .set(OwnCostFile.CERTIFICATE_NO, "%017d".formatted(Long.parseLong(no)))
                .set(OwnCostFile.INSURED_NO, rows.number(who))
                .set(OwnCostFile.YEAR_FROM, LocalDate.of(2025, 8, 1))
                .set(OwnCostFile.BRANCH, branch)
                .set(OwnCostFile.INSURER, "131016")
                .set(OwnCostFile.FROM_ON, LocalDate.of(2025, 8, 1))
                .set(OwnCostFile.UNTIL_ON, LocalDate.of(2026, 7, 31))
                .set(OwnCostFile.OUTPATIENT, outpatient)
                .set(OwnCostFile.AMOUNT, amount)
                .build();
    }
}
