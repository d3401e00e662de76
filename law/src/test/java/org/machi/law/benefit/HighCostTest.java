package org.machi.law.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.benefit.HighCost.Care;
import org.machi.law.benefit.HighCost.Patient;
import org.machi.law.benefit.HighCost.Payment;
import org.machi.law.benefit.HighCost.Result;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.Parameters;

/** 限度額: 東京都国民健康保険団体連合会, 和歌山県後期高齢者医療広域連合, 都城市. */
class HighCostTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private static Ceilings of(IncomeLevel level, LocalDate month) {
        return Ceilings.of(level, month, Parameters.standard());
    }

    private static Care outpatient(long cost, long paid) {
        return new Care(false, cost, paid, false, 0);
    }

    private static Care inpatient(long cost, long paid) {
        return new Care(true, cost, paid, false, 0);
    }

    private static Patient patient(Care... cares) {
        return new Patient(false, List.of(cares));
    }

    private static Result pay(IncomeLevel level, int earlier, Patient... home) {
        return new HighCost(of(level, MAY), earlier).of(List.of(home));
    }

    @Test
    void each_level_has_its_ceilings_until_july_2026() {
        assertThat(of(IncomeLevel.ACTIVE_3, MAY).household(842_000, 0)).isEqualTo(252_600);
        assertThat(of(IncomeLevel.ACTIVE_3, MAY).household(1_000_000, 0)).isEqualTo(254_180);
        assertThat(of(IncomeLevel.ACTIVE_3, MAY).household(1_000_000, 3)).isEqualTo(140_100);
        assertThat(of(IncomeLevel.ACTIVE_2, MAY).household(558_000, 0)).isEqualTo(167_400);
        assertThat(of(IncomeLevel.ACTIVE_2, MAY).household(1_000_000, 3)).isEqualTo(93_000);
        assertThat(of(IncomeLevel.ACTIVE_1, MAY).household(267_050, 0))
                .as("half a yen is rounded up")
                .isEqualTo(80_101);
        assertThat(of(IncomeLevel.ACTIVE_1, MAY).household(1_000_000, 3)).isEqualTo(44_400);
        assertThat(of(IncomeLevel.GENERAL_1, MAY).household(1_000_000, 0)).isEqualTo(57_600);
        assertThat(of(IncomeLevel.GENERAL_2, MAY).household(1_000_000, 3)).isEqualTo(44_400);
        assertThat(of(IncomeLevel.LOW_2, MAY).household(1_000_000, 5)).isEqualTo(24_600);
        assertThat(of(IncomeLevel.LOW_1, MAY).household(1_000_000, 5)).isEqualTo(15_000);
        assertThat(of(IncomeLevel.ACTIVE_1, MAY).outpatient(0)).isEmpty();
        assertThat(of(IncomeLevel.GENERAL_1, MAY).outpatient(0)).hasValue(18_000);
        assertThat(of(IncomeLevel.LOW_2, MAY).outpatient(0)).hasValue(8_000);
        assertThat(of(IncomeLevel.LOW_1, MAY).outpatient(0)).hasValue(8_000);
    }

    @Test
    void two_tenths_were_eased_until_september_2025() {
        Ceilings september = of(IncomeLevel.GENERAL_2, LocalDate.of(2025, 9, 15));
        assertThat(september.outpatient(50_000)).hasValue(8_000);
        assertThat(september.outpatient(20_000)).hasValue(6_000);
        assertThat(september.outpatient(500_000)).hasValue(18_000);
        assertThat(of(IncomeLevel.GENERAL_2, LocalDate.of(2025, 10, 1)).outpatient(50_000))
                .hasValue(18_000);
        assertThat(of(IncomeLevel.GENERAL_1, LocalDate.of(2025, 9, 1)).outpatient(50_000))
                .hasValue(18_000);
    }

    /** 外来 22,000 − 18,000 = 4,000; 世帯 (18,000 + 57,600 + 6,000) − 57,600 = 24,000. */
    @Test
    void outpatient_care_of_one_person_comes_before_the_sum_of_the_home() {
        Result result =
                pay(
                        IncomeLevel.GENERAL_1,
                        0,
                        patient(outpatient(150_000, 15_000), outpatient(70_000, 7_000)),
                        patient(inpatient(900_000, 57_600), outpatient(60_000, 6_000)));
        assertThat(result.payments()).extracting(Payment::outpatient).containsExactly(4_000L, 0L);
        assertThat(result.payments().stream().mapToLong(Payment::household).sum())
                .isEqualTo(24_000);
        assertThat(result.total()).isEqualTo(28_000);
        assertThat(result.counts()).isTrue();
        assertThat(pay(IncomeLevel.GENERAL_1, 0, patient(outpatient(200_000, 20_000))))
                .as("a payment for outpatient care alone is no month of 多数回該当")
                .satisfies(one -> {
                    assertThat(one.total()).isEqualTo(2_000);
                    assertThat(one.counts()).isFalse();
                });
        assertThat(pay(IncomeLevel.GENERAL_1, 0, patient(inpatient(400_000, 40_000))).total())
                .isZero();
    }

    @Test
    void who_has_an_active_income_has_no_ceiling_for_outpatient_care_alone() {
        Result result = pay(IncomeLevel.ACTIVE_1, 0, patient(outpatient(300_000, 90_000)));
        assertThat(result.payments().getFirst().outpatient()).isZero();
        assertThat(result.total()).isEqualTo(90_000 - 80_100 - 330);
    }

    @Test
    void from_the_fourth_month_on_the_ceiling_is_lower() {
        Patient patient = patient(inpatient(900_000, 57_600));
        assertThat(pay(IncomeLevel.GENERAL_1, 2, patient).total()).isZero();
        assertThat(pay(IncomeLevel.GENERAL_1, 3, patient).total()).isEqualTo(57_600 - 44_400);
        Patient atCounter = patient(new Care(true, 900_000, 57_600, false, 32_400));
        assertThat(pay(IncomeLevel.GENERAL_1, 0, atCounter))
                .as("a ceiling that the hospital kept to counts as a month")
                .satisfies(one -> {
                    assertThat(one.total()).isZero();
                    assertThat(one.counts()).isTrue();
                });
    }

    /** Half of 18,000 and of 57,600: the month of the birthday has two insurances. */
    @Test
    void in_the_month_of_the_75th_birthday_the_ceilings_are_halved() {
        Patient born =
                new Patient(true, List.of(outpatient(100_000, 10_000), inpatient(300_000, 30_000)));
        Payment payment = pay(IncomeLevel.GENERAL_1, 0, born).payments().getFirst();
        assertThat(payment.outpatient()).isEqualTo(10_000 - 9_000);
        assertThat(payment.birthday()).isEqualTo(9_000 + 30_000 - 28_800);
        assertThat(payment.household()).isZero();
        Patient rich = new Patient(true, List.of(inpatient(500_000, 150_000)));
        assertThat(pay(IncomeLevel.ACTIVE_1, 0, rich).total())
                .as("40,050 and a hundredth of the cost above 133,500")
                .isEqualTo(150_000 - 40_050 - 3_665);
    }

    @Test
    void a_specified_disease_costs_ten_thousand_at_each_institution() {
        Care dialysis = new Care(false, 400_000, 18_000, true, 0);
        Result result = pay(IncomeLevel.GENERAL_1, 0, patient(dialysis, outpatient(90_000, 9_000)));
        assertThat(result.payments().getFirst().disease()).isEqualTo(8_000);
        assertThat(result.payments().getFirst().outpatient()).isEqualTo(10_000 + 9_000 - 18_000);
    }

    @Test
    void what_a_home_gets_is_divided_by_what_each_had_left() {
        assertThat(HighCost.split(100, List.of(10L, 20L, 0L))).containsExactly(33L, 67L, 0L);
        assertThat(HighCost.split(101, List.of(10L, 10L))).containsExactly(51L, 50L);
        assertThat(HighCost.split(0, List.of(0L, 0L))).containsExactly(0L, 0L);
    }

    @Test
    void the_explanation_names_each_ceiling_and_the_payment() {
        String text =
                new HighCost(of(IncomeLevel.GENERAL_1, MAY), 3)
                        .explain(
                                List.of(
                                        patient(outpatient(220_000, 22_000)),
                                        patient(inpatient(900_000, 57_600))))
                        .toText();
        assertThat(text)
                .contains("外来（個人）", "18,000円", "世帯合算（一般Ⅰ）", "44,400円", "直近12か月の該当 3回", "支給額")
                .doesNotContain("未確認");
        assertThat(
                        new HighCost(of(IncomeLevel.GENERAL_1, LocalDate.of(2026, 8, 1)), 0)
                                .explain(List.of(patient(outpatient(220_000, 30_000))))
                                .toText())
                .as("the ceilings from August 2026 on are not confirmed and say so")
                .contains("未確認");
    }
}
