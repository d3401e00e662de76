package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.machi.union.BenefitOffice.FOUR;
import static org.machi.union.BenefitOffice.TWO;

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
import org.machi.formats.layout.CareReceiptFile;
import org.machi.formats.layout.OwnCostFile;
import org.machi.platform.proof.Requirement;

/**
 * 給付の審査と年間の合算: what a clerk approves and what follows from it, and a year that is summed up. The
 * days follow each other, so the stories do.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenefitReviewsTest {

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
    @Order(7)
    @Requirement({"B05"})
    void who_lay_long_in_hospital_has_it_on_the_card() {
        office.union()
                .send(
                        FileKind.U_APPLY,
                        UnionScene.CITY_A,
                        LocalDate.of(2026, 8, 4),
                        List.of(FOUR.application("20", "0000000020", LocalDate.of(2026, 8, 4))));
        office.city(
                "2026-08-04",
                office.rows()
                        .apply(FOUR, "44", "0000000007", "2026-08-04")
                        .set(BenefitApplyFile.DAYS, 90L));
        office.told();
        office.decide("44", Map.of("result", "1", "reason", "入院期間の証明による"));
        assertThat(office.get("/benefits/reviews")).contains("90日を超えていません");
        office.decide("44", Map.of("result", "2", "reason", "90日以下"));
        office.city(
                "2026-08-05",
                office.rows()
                        .apply(FOUR, "44", "0000000008", "2026-08-05")
                        .set(BenefitApplyFile.DAYS, 95L));
        office.decide("44", Map.of("result", "1", "reason", "入院期間の証明による"));
        office.union().day("2026-08-06");
        assertThat(office.union().collect(FileKind.U_BENEFIT, UnionScene.CITY_A))
                .filteredOn(row -> row.get(BenefitFile.RESULT).equals("1"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get(BenefitFile.EFFECT_FROM))
                                .isEqualTo(LocalDate.of(2026, 9, 1)));
        assertThat(office.union().collect(FileKind.U_CARD, UnionScene.CITY_A))
                .filteredOn(row -> row.get(CardFile.INSURED_NO).equals(office.rows().number(FOUR)))
                .last()
                .satisfies(row -> {
                    assertThat(row.get(CardFile.LIMIT)).isEqualTo("12");
                    assertThat(row.get(CardFile.LONG_STAY_FROM))
                            .isEqualTo(LocalDate.of(2026, 9, 1));
                });
    }

    @Test
    @Order(8)
    @Requirement({"B06"})
    void the_ceiling_of_a_disease_goes_before_that_of_outpatient_care() {
        office.kokuho(
                "2026-08-07",
                office.rows()
                        .receipt("39", FOUR, "2026-07-01", "12", 15_000, 15_000)
                        .set(CareReceiptFile.DISEASE, true));
        assertThat(office.get("/benefits/insured/" + office.rows().number(FOUR)))
                .as("5,000 above the ceiling of the disease, 2,000 above that of outpatient care")
                .contains("5,000", "2,000", "7,000", "特定疾病");
    }

    @Test
    @Order(9)
    void who_lay_long_in_hospital_pays_less_for_meals() {
        office.city(
                "2026-08-10",
                office.rows()
                        .apply(FOUR, "35", "0000000009", "2026-08-20")
                        .set(BenefitApplyFile.RECEIVED_ON, LocalDate.of(2026, 8, 10))
                        .set(BenefitApplyFile.DAYS, 10L));
        office.decide("35", Map.of("result", "1", "reason", "標準負担額との差額"));
        office.union().day("2026-08-11");
        assertThat(office.told())
                .as("510 less 190 yen for ten meals")
                .containsExactly("4 35 1 3200 1");
        assertThat(office.get("/insured/" + office.rows().number(FOUR)))
                .contains(office.rows().number(FOUR));
    }

    @Test
    @Order(10)
    @Requirement({"B07"})
    void a_relief_has_its_time_and_an_accident_is_claimed_from_who_caused_it() {
        office.union()
                .send(
                        FileKind.U_BENEFIT_APPLY,
                        UnionScene.CITY_A,
                        LocalDate.of(2026, 8, 12),
                        List.of(
                                office.rows()
                                        .apply(TWO, "41", "0000000006", "2026-07-10")
                                        .build()));
        office.city("2026-08-12", office.rows().apply(FOUR, "42", "0000000010", "2026-08-12"));
        office.decide(
                "42", Map.of("result", "1", "relief", "1", "until", "2027-03-01", "reason", "り災"));
        assertThat(office.get("/benefits/reviews")).contains("受付日から6か月以内");
        office.decide(
                "42", Map.of("result", "1", "relief", "1", "until", "2027-02-10", "reason", "り災"));
        assertThat(office.waiting()).as("the accident").isOne();
        office.decide("41", Map.of("result", "1", "reason", "求償の対象とする"));
        office.kokuho(
                "2026-08-13",
                office.rows()
                        .receipt("40", TWO, "2026-07-01", "11", 60_000, 57_600)
                        .set(CareReceiptFile.IN_KIND, 2_400L)
                        .set(CareReceiptFile.THIRD_PARTY, true));
        assertThat(office.union().collect(FileKind.U_BENEFIT, UnionScene.CITY_A))
                .filteredOn(row -> row.get(BenefitFile.KIND).equals("42"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(BenefitFile.RELIEF)).isEqualTo("1");
                    assertThat(row.get(BenefitFile.EFFECT_UNTIL))
                            .isEqualTo(LocalDate.of(2027, 2, 10));
                });
        assertThat(office.get("/benefits/claims")).contains("請求前", "542,400", "R13.7.10");
        long claim = office.union().count("SELECT claim_id FROM benefits.claim");
        office.browser()
                .post("/benefits/claims/" + claim + "/claimed", Map.of("amount", "600,000"));
        assertThat(office.get("/benefits/claims")).contains("給付した額（542,400円）まで");
        office.browser()
                .post("/benefits/claims/" + claim + "/claimed", Map.of("amount", "542,400"));
        office.get("/benefits/claims");
        office.browser()
                .post("/benefits/claims/" + claim + "/received", Map.of("amount", "500,000"));
        assertThat(office.get("/benefits/claims")).contains("請求済", "500,000");
        office.browser()
                .post("/benefits/claims/" + claim + "/received", Map.of("amount", "42,400"));
        assertThat(office.get("/benefits/claims")).contains("収納済");
    }

    @Test
    @Order(11)
    @Requirement({"B03", "B08"})
    void care_abroad_is_converted_and_a_checkup_has_a_ceiling_and_is_paid_once_a_year() {
        office.city(
                "2026-08-14",
                office.rows()
                        .apply(FOUR, "34", "0000000011", "2026-07-20")
                        .set(BenefitApplyFile.EXPENSE, "2")
                        .set(BenefitApplyFile.PAID, 200_000L));
        office.decide(
                "34",
                Map.of("result", "1", "foreign", "1,000.50", "rate", "150.25", "reason", "現地の明細書"));
        office.city(
                "2026-08-17",
                office.rows()
                        .apply(FOUR, "52", "0000000012", "2026-07-21")
                        .set(BenefitApplyFile.PAID, 45_000L));
        assertThat(office.told()).contains("4 34 1 135292 1");
        office.decide("52", Map.of("result", "1", "recognised", "45,000", "reason", "領収書"));
        office.city(
                "2026-08-18",
                office.rows()
                        .apply(FOUR, "52", "0000000013", "2026-07-22")
                        .set(BenefitApplyFile.PAID, 45_000L));
        assertThat(office.told()).containsExactly("4 52 1 20000 1");
        office.decide("52", Map.of("result", "1", "recognised", "45,000", "reason", "領収書"));
        assertThat(office.get("/benefits/reviews")).contains("この年度の人間ドック費用は、すでに助成しています");
        office.decide("52", Map.of("result", "2", "reason", "年度に1回"));
        assertThat(office.waiting()).isZero();
    }

    @Test
    @Order(12)
    @Requirement({"B01", "B02"})
    void the_year_is_summed_up_in_november_with_what_others_certify() {
        List<Row.Builder> year = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String month = LocalDate.of(2025, 8, 1).plusMonths(i).toString();
            year.add(office.rows().receipt("5" + (10 + i), TWO, month, "12", 15_000, 15_000));
            year.add(office.rows().receipt("6" + (10 + i), FOUR, month, "12", 30_000, 30_000));
        }
        office.kokuho("2026-08-19", year.toArray(Row.Builder[]::new));
        office.city("2026-08-20", office.rows().apply(TWO, "43", "0000000014", "2026-08-20"));
        office.city("2026-08-21", office.rows().apply(FOUR, "31", "0000000015", "2026-08-21"));
        office.union()
                .send(
                        FileKind.K_OWN_COST,
                        "KOKUHO",
                        LocalDate.of(2026, 10, 26),
                        List.of(
                                certificate("1", FOUR, "2", 0, 280_000),
                                certificate("2", TWO, "1", 6_000, 6_000)));
        office.union().day("2026-10-26");
        office.union().collect(FileKind.U_BENEFIT_CALL, UnionScene.CITY_A);
        office.told();
        office.union().day("2026-11-02");
        assertThat(office.told())
                .as("180,000 and 6,000 under another insurer, less 144,000: TWO's share")
                .containsExactly("2 32 1 %d 1".formatted(42_000L * 180_000 / 186_000));
        assertThat(office.union().collect(FileKind.U_BENEFIT_CALL, UnionScene.CITY_A))
                .as("8,000 a month and 280,000 for care are above 310,000")
                .extracting(
                        row -> row.get(BenefitCallFile.PERSON_NO),
                        row -> row.get(BenefitCallFile.KIND),
                        row -> row.get(BenefitCallFile.AMOUNT))
                .containsExactly(tuple(4L, "33", 66_000L * 96_000 / 376_000));
        office.city(
                "2026-11-04",
                office.rows()
                        .apply(FOUR, "33", "0000000016", "2026-07-31")
                        .set(BenefitApplyFile.CARE_PAID, 280_000L));
        office.told();
        office.decide("33", Map.of("result", "1", "reason", "自己負担額証明書による"));
        office.union().day("2026-11-05");
        assertThat(office.told()).containsExactly("4 33 1 16851 1");
        assertThat(office.get("/benefits/insured/" + office.rows().number(FOUR)))
                .contains("年間の合算", "高額介護合算療養費", "介護保険", "16,851");
        office.union()
                .send(
                        FileKind.K_OWN_COST,
                        "KOKUHO",
                        LocalDate.of(2026, 11, 6),
                        List.of(certificate("1", FOUR, "2", 0, 230_000)));
        office.union().day("2026-11-06");
        assertThat(office.told())
                .as("the care insurance corrected its certificate")
                .containsExactly("4 33 4 %d 1".formatted(16_000L * 96_000 / 326_000 - 16_851));
    }

    private static Row certificate(
            String no, SamplePerson who, String branch, long outpatient, long amount) {
        return OwnCostFile.LAYOUT
                .row()
                .set(OwnCostFile.CERTIFICATE_NO, "%017d".formatted(Long.parseLong(no)))
                .set(OwnCostFile.INSURED_NO, office.rows().number(who))
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
