package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.machi.union.BenefitOffice.FOUR;
import static org.machi.union.BenefitOffice.ONE;
import static org.machi.union.BenefitOffice.THREE;
import static org.machi.union.BenefitOffice.TWO;

import java.time.LocalDate;
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
import org.machi.formats.layout.CareInsuredFile;
import org.machi.formats.layout.CareReceiptFile;
import org.machi.formats.layout.TransferFailedFile;
import org.machi.formats.layout.TransferFile;
import org.machi.platform.proof.Requirement;

/**
 * 給付: one spring of the union's benefits, from the receipts of 国保連 to money on accounts. The days
 * follow each other, so the stories do.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenefitsTest {

    private static BenefitOffice office;

    @BeforeAll
    static void open() {
        office = new BenefitOffice();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @Order(1)
    @Requirement({"B01"})
    void
            who_passes_a_ceiling_for_the_first_time_is_called_and_the_account_pays_this_and_later_months() {
        office.kokuho(
                "2026-05-11",
                office.rows().receipt("1", ONE, "2026-04-01", "12", 15_000, 15_000),
                office.rows().receipt("2", ONE, "2026-04-01", "31", 7_000, 7_000),
                office.rows()
                        .receipt("3", TWO, "2026-04-01", "11", 90_000, 57_600)
                        .set(CareReceiptFile.IN_KIND, 32_400L));
        assertThat(office.told()).as("nothing is decided before the account is known").isEmpty();
        assertThat(office.union().collect(FileKind.U_BENEFIT_CALL, UnionScene.CITY_A))
                .extracting(
                        row -> row.get(BenefitCallFile.PERSON_NO),
                        row -> row.get(BenefitCallFile.AMOUNT))
                .containsExactlyInAnyOrder(tuple(1L, 4_000L + 4_285), tuple(2L, 13_715L));
        office.city("2026-05-12", office.rows().apply(ONE, "31", "0000000001", "2026-05-12"));
        assertThat(office.told()).containsExactlyInAnyOrder("1 31 5 0 0", "1 31 1 8285 1");
        office.union().day("2026-05-20");
        assertThat(office.transfers())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get(TransferFile.ACCOUNT.amount())).isEqualTo(8_285L));
        assertThat(office.told()).containsExactly("1 31 1 8285 2");
        office.union().day("2026-06-01");
        assertThat(office.told()).containsExactly("1 31 1 8285 3");
        office.kokuho(
                "2026-06-10", office.rows().receipt("4", ONE, "2026-05-01", "12", 21_000, 21_000));
        assertThat(office.told()).as("the second time by itself").containsExactly("1 31 1 3000 1");
        assertThat(office.union().collect(FileKind.U_BENEFIT_CALL, UnionScene.CITY_A)).isEmpty();
        assertThat(office.get("/benefits/insured/" + office.rows().number(ONE)))
                .contains("医科外来", "8,285", "振込済", "振込待ち", "ｼｹﾝ ﾀﾛｳ ****567");
        assertThat(
                        office.get(
                                "/benefits/insured/"
                                        + office.rows().number(ONE)
                                        + "/months/2026-04-01"))
                .contains("外来（個人）", "18,000円", "57,600円", "按分");
        assertThat(office.get("/benefits")).contains("令和8年4月", "令和8年5月");
    }

    @Test
    @Order(2)
    @Requirement({"B01"})
    void a_corrected_receipt_corrects_the_decision_and_the_money_comes_back() {
        office.kokuho(
                "2026-06-11",
                office.rows()
                        .receipt("4", ONE, "2026-05-01", "12", 19_000, 19_000)
                        .set(CareReceiptFile.CHANGE, "2"));
        assertThat(office.told()).containsExactly("1 31 4 -2000 1");
        office.kokuho(
                "2026-06-12",
                office.rows()
                        .receipt("4", ONE, "2026-05-01", "12", 25_000, 25_000)
                        .set(CareReceiptFile.CHANGE, "2"));
        assertThat(office.told()).as("追給").containsExactly("1 31 1 6000 1");
        office.kokuho(
                "2026-06-15",
                office.rows()
                        .receipt("4", ONE, "2026-05-01", "12", 25_000, 25_000)
                        .set(CareReceiptFile.CHANGE, "3"));
        assertThat(office.told()).containsExactly("1 31 4 -7000 1");
        assertThat(office.get("/benefits/checks")).contains("返納されていません");
        office.get("/benefits/insured/" + office.rows().number(ONE));
        for (long id : office.decisions("result = '4'")) {
            office.browser()
                    .post(
                            "/benefits/insured/"
                                    + office.rows().number(ONE)
                                    + "/decisions/"
                                    + id
                                    + "/returned",
                            Map.of());
        }
        assertThat(office.get("/benefits/checks")).contains("一致しています");
        office.union().day("2026-06-16");
        assertThat(office.told()).containsExactlyInAnyOrder("1 31 4 -2000 5", "1 31 4 -7000 5");
        office.kokuho(
                "2026-06-17",
                office.rows()
                        .receipt("4", TWO, "2026-05-01", "12", 25_000, 25_000)
                        .set(CareReceiptFile.CHANGE, "2"),
                office.rows().receipt("2", ONE, "2026-04-01", "31", 7_000, 7_000));
        assertThat(
                        office.union()
                                .count(
                                        "SELECT count(*) FROM files.finding JOIN files.file f ON f.id = file_id WHERE f.kind = 'K_RECEIPT'"))
                .as("a correction for somebody else, and a number that came before")
                .isEqualTo(2);
    }

    @Test
    @Order(3)
    @Requirement({"B01"})
    void a_transfer_that_failed_goes_out_again_when_a_new_account_is_told() {
        office.union().day("2026-06-22");
        List<Row> sent = office.transfers();
        assertThat(sent).extracting(row -> row.get(TransferFile.ACCOUNT.amount())).contains(6_000L);
        Row failed =
                sent.stream()
                        .filter(row -> row.get(TransferFile.ACCOUNT.amount()) == 6_000)
                        .findFirst()
                        .orElseThrow();
        office.union()
                .send(
                        FileKind.BENEFIT_FAILED,
                        "BANK",
                        LocalDate.of(2026, 6, 26),
                        List.of(
                                TransferFailedFile.LAYOUT
                                        .row()
                                        .set(
                                                TransferFailedFile.CUSTOMER_NO,
                                                failed.get(TransferFile.CUSTOMER_NO))
                                        .set(
                                                TransferFailedFile.TRANSFER_ON,
                                                LocalDate.of(2026, 6, 25))
                                        .set(TransferFailedFile.AMOUNT, 6_000L)
                                        .set(TransferFailedFile.REASON, "1")
                                        .build()));
        office.union().day("2026-06-26");
        assertThat(office.told()).contains("1 31 1 6000 4");
        assertThat(office.get("/benefits/checks")).contains("振込不能のままです");
        office.city(
                "2026-07-01",
                office.rows()
                        .apply(ONE, "43", "0000000002", "2026-07-01")
                        .set(BenefitApplyFile.ACCOUNT_NO, "7654321"));
        office.union().day("2026-07-21");
        assertThat(office.transfers())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(TransferFile.ACCOUNT.no())).isEqualTo("7654321");
                    assertThat(row.get(TransferFile.ACCOUNT.amount())).isEqualTo(6_000L);
                });
        assertThat(office.get("/benefits/payments")).contains("振込不能", "ZENGIN_BENEFIT");
        assertThat(office.get("/benefits/payments/2026-07-24")).contains("6,000", "****321");
        assertThat(office.get("/benefits/checks")).contains("一致しています");
    }

    @Test
    @Order(4)
    @Requirement({"B04"})
    void a_funeral_is_paid_once_the_resident_record_shows_the_death() {
        office.told();
        office.city(
                "2026-07-22",
                office.rows()
                        .apply(THREE, "37", "0000000003", "2026-07-22")
                        .set(BenefitApplyFile.RELATION, "4")
                        .set(BenefitApplyFile.APPLICANT, "喪主　花子"));
        assertThat(office.told()).containsExactly("3 37 3 0 0");
        office.union()
                .send(
                        FileKind.U_PERSON,
                        UnionScene.CITY_A,
                        LocalDate.of(2026, 7, 23),
                        List.of(THREE.dies(LocalDate.of(2026, 7, 20))));
        office.union().day("2026-07-23");
        assertThat(office.told()).containsExactly("3 37 1 50000 1");
        office.city(
                "2026-07-24",
                office.rows()
                        .apply(THREE, "37", "0000000004", "2026-07-24")
                        .set(BenefitApplyFile.RELATION, "4"));
        assertThat(office.told()).as("only once").containsExactly("3 37 2 0 0");
    }

    @Test
    @Order(5)
    @Requirement({"B03", "B07"})
    void what_papers_show_is_weighed_by_a_clerk_and_the_payment_follows_from_the_rule() {
        office.city(
                "2026-07-27",
                office.rows()
                        .apply(TWO, "34", "0000000005", "2026-07-01")
                        .set(BenefitApplyFile.EXPENSE, "1")
                        .set(BenefitApplyFile.PAID, 40_000L));
        assertThat(office.told()).isEmpty();
        assertThat(office.get("/benefits/reviews")).contains("治療用装具", "40,000円", "0000000005");
        long id =
                office.union().count("SELECT application_id FROM benefits.waiting WHERE by_clerk");
        Map<String, String> blank = Map.of("result", "1", "recognised", "38,000", "reason", " ");
        office.browser().post("/benefits/reviews/" + id, blank);
        assertThat(office.get("/benefits/reviews")).contains("決定の理由を入れてください");
        office.browser()
                .post(
                        "/benefits/reviews/" + id,
                        Map.of("result", "1", "recognised", "38,000", "reason", "装具の基準額による"));
        office.union().day("2026-07-28");
        assertThat(office.told()).containsExactly("2 34 1 34200 1");
        office.city("2026-07-29", office.rows().apply(TWO, "41", "0000000006", "2026-07-10"));
        long accident =
                office.union().count("SELECT application_id FROM benefits.waiting WHERE by_clerk");
        office.get("/benefits/reviews");
        office.browser()
                .post("/benefits/reviews/" + accident, Map.of("result", "1", "reason", "求償の対象とする"));
        office.union().day("2026-07-30");
        assertThat(office.told()).contains("2 41 1 0 0");
    }

    @Test
    @Order(6)
    void kokuho_is_told_each_month_who_was_insured_in_the_month_before() {
        office.union().day("2026-08-03");
        assertThat(office.union().collect(FileKind.K_INSURED, "KOKUHO"))
                .filteredOn(
                        row -> row.get(CareInsuredFile.CARE_MONTH).equals(LocalDate.of(2026, 7, 1)))
                .extracting(row -> row.get(CareInsuredFile.INSURED_NO))
                .containsExactlyInAnyOrder(
                        office.rows().number(ONE),
                        office.rows().number(TWO),
                        office.rows().number(THREE),
                        office.rows().number(FOUR));
    }
}
