package org.machi.law.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.machi.law.LawException;
import org.machi.law.LevyYear;
import org.machi.law.deduction.DeductionDecision.Ordinary;
import org.machi.law.deduction.DeductionPlan.Levelling;
import org.machi.law.deduction.DeductionPlan.Payment;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.Parameters;

class DeductionPlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final LevyYear R6 = new LevyYear(2024);

    /** T-2 里庄町 R6: 120,000 with 16,000 in February. */
    @Test
    void a_plan_goes_on_from_february() {
        DeductionPlan plan = DeductionPlan.continued(R6, 16_000, 120_000, 120_000, Levelling.NONE);
        assertThat(plan.payments())
                .containsExactly(
                        new Payment(YearMonth.of(2024, 4), 16_000, true),
                        new Payment(YearMonth.of(2024, 6), 16_000, true),
                        new Payment(YearMonth.of(2024, 8), 16_000, true),
                        new Payment(YearMonth.of(2024, 10), 24_000, false),
                        new Payment(YearMonth.of(2024, 12), 24_000, false),
                        new Payment(YearMonth.of(2025, 2), 24_000, false));
        assertThat(plan.total()).isEqualTo(120_000);
        assertThat(plan.overpaid()).isZero();
        assertThat(text(plan, 120_000))
                .contains("4月（仮徴収）")
                .contains("（120,000円 − 48,000円）÷ 3、100円未満の端数を含む ＝ 24,000円")
                .doesNotContain("過誤納");
    }

    /** T-4 土浦市: 48,000 with 4,000 in February; in June and August 20,000 ÷ 2 each. */
    @Test
    void levelling_makes_the_rest_of_the_year_even() {
        assertThat(amounts(Levelling.NONE))
                .containsExactly(4_000L, 4_000L, 4_000L, 12_000L, 12_000L, 12_000L);
        assertThat(amounts(Levelling.AUGUST))
                .containsExactly(4_000L, 4_000L, 16_000L, 8_000L, 8_000L, 8_000L);
        assertThat(amounts(Levelling.JUNE_AND_AUGUST))
                .containsExactly(4_000L, 10_000L, 10_000L, 8_000L, 8_000L, 8_000L);
        assertThat(Levelling.values()).allMatch(one -> !one.japanese().isBlank());
    }

    private static Stream<Long> amounts(Levelling levelling) {
        return DeductionPlan.continued(R6, 4_000, 48_000, 48_000, levelling).payments().stream()
                .map(Payment::yen);
    }

    /** T-6 宇部市: 60,200 × 4 ÷ 12 = 20,067, each 10,000; then 65,000 − 20,000 = 3 × 15,000. */
    @Test
    void who_starts_in_june_has_two_provisional_payments() {
        CaptureSchedule december = CaptureCalendar.captureOf(LocalDate.of(2023, 12, 1));
        DeductionPlan plan = DeductionPlan.starting(december, 60_200, 12, 0, 65_000);
        assertThat(plan.payments())
                .containsExactly(
                        new Payment(YearMonth.of(2024, 6), 10_000, true),
                        new Payment(YearMonth.of(2024, 8), 10_000, true),
                        new Payment(YearMonth.of(2024, 10), 15_000, false),
                        new Payment(YearMonth.of(2024, 12), 15_000, false),
                        new Payment(YearMonth.of(2025, 2), 15_000, false));
        DeductionPlan beside = DeductionPlan.starting(december, 60_200, 12, 5_000, 65_000);
        assertThat(beside.payments())
                .as("65,000 − 5,000 − 20,000 = 13,400 + 13,300 + 13,300")
                .extracting(Payment::yen)
                .containsExactly(10_000L, 10_000L, 13_400L, 13_300L, 13_300L);
        CaptureSchedule april = CaptureCalendar.captureOf(LocalDate.of(2024, 4, 1));
        assertThatThrownBy(() -> DeductionPlan.starting(april, 60_200, 12, 0, 65_000))
                .isInstanceOf(LawException.class);
    }

    /** From December: 50,100 − 30,000 = 10,100 + 10,000. */
    @Test
    void who_starts_in_december_has_two_payments() {
        CaptureSchedule june = CaptureCalendar.captureOf(LocalDate.of(2024, 6, 1));
        assertThat(DeductionPlan.main(june, 30_000, 50_100).payments())
                .containsExactly(
                        new Payment(YearMonth.of(2024, 12), 10_100, false),
                        new Payment(YearMonth.of(2025, 2), 10_000, false));
        CaptureSchedule october = CaptureCalendar.captureOf(LocalDate.of(2024, 10, 1));
        assertThatThrownBy(() -> DeductionPlan.main(october, 0, 50_100))
                .isInstanceOf(LawException.class);
    }

    @Test
    void what_spring_took_too_much_is_over_paid_and_said() {
        DeductionPlan plan = DeductionPlan.continued(R6, 16_000, 96_000, 40_000, Levelling.NONE);
        assertThat(plan.overpaid()).isEqualTo(8_000);
        assertThat(plan.total() - plan.overpaid()).isEqualTo(40_000);
        assertThat(text(plan, 40_000)).contains("過誤納").contains("48,000円 − 40,000円 ＝ 8,000円");
    }

    /** collection-rules §1.2: 52,500 + 12,600 is more than half of 130,000. */
    @Test
    void a_decision_is_explained_by_its_tests() {
        Parameters parameters = Parameters.standard();
        LocalDate day = DAY;
        DeductionFacts facts = new DeductionFacts(780_000, 52_500, 12_600, true, false, false);
        DeductionDecision decided = DeductionEligibility.decide(parameters, facts, day);
        assertThat(decided).isEqualTo(new Ordinary(DeductionDecision.Reason.MORE_THAN_HALF));
        assertThat(text(parameters, facts, decided))
                .contains("年額 780,000円 ＝ 18万円以上")
                .contains("している")
                .contains("52,500円 ＋ 介護 12,600円 と 780,000円 ÷ 6 ÷ 2 ＝ 超える")
                .contains("普通徴収（");
        DeductionFacts small = new DeductionFacts(179_999, 100, 0, false, false, false);
        DeductionDecision no = DeductionEligibility.decide(parameters, small, day);
        assertThat(text(parameters, small, no))
                .contains("18万円未満")
                .contains("していない")
                .contains("超えない");
        DeductionFacts good = new DeductionFacts(780_000, 10_000, 5_000, true, false, false);
        DeductionDecision yes = DeductionEligibility.decide(parameters, good, day);
        assertThat(text(parameters, good, yes)).contains("＝ 特別徴収");
    }

    private static String text(DeductionPlan plan, long annual) {
        Steps steps = new Steps("特別徴収");
        DeductionExplainer.plan(steps, plan, annual, 0);
        return steps.done().toText();
    }

    private static String text(
            Parameters parameters, DeductionFacts facts, DeductionDecision decided) {
        Steps steps = new Steps("特別徴収");
        DeductionExplainer.decision(steps, parameters, facts, DAY, decided);
        return steps.done().toText();
    }
}
