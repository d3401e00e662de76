package org.machi.law.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machi.law.BusinessCalendar;
import org.machi.law.LawException;
import org.machi.law.LevyYear;
import org.machi.law.Seeded;
import org.machi.law.deduction.DeductionAmounts.Main;
import org.machi.law.deduction.DeductionAmounts.Repayee;
import org.machi.law.deduction.DeductionDecision.Deduct;
import org.machi.law.deduction.DeductionDecision.Ordinary;
import org.machi.law.deduction.DeductionDecision.Reason;
import org.machi.law.instalment.CollectionPolicy;
import org.machi.law.parameter.Parameters;

class DeductionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static DeductionDecision decide(DeductionFacts facts) {
        return DeductionEligibility.decide(Parameters.standard(), facts, DAY);
    }

    /** collection-rules §1.2: 780,000 / 6 = 130,000, half 65,000; 65,100 is too much. */
    @Test
    void both_premiums_may_take_exactly_half_of_a_payment() {
        assertThat(DeductionEligibility.exceedsHalf(780_000, 52_500, 12_600)).isTrue();
        assertThat(DeductionEligibility.exceedsHalf(780_000, 52_400, 12_600)).isFalse();
        assertThat(DeductionEligibility.exceedsHalf(780_005, 52_401, 12_600)).isTrue();
    }

    @Test
    void each_reason_against_a_deduction_is_named() {
        assertThat(decide(new DeductionFacts(780_000, 10_000, 12_600, true, false, false)))
                .isEqualTo(new Deduct());
        assertThat(decide(new DeductionFacts(179_999, 100, 100, true, false, false)))
                .isEqualTo(new Ordinary(Reason.PENSION_TOO_SMALL));
        assertThat(decide(new DeductionFacts(180_000, 100, 100, true, false, false)))
                .isEqualTo(new Deduct());
        assertThat(decide(new DeductionFacts(780_000, 52_500, 12_600, true, false, false)))
                .isEqualTo(new Ordinary(Reason.MORE_THAN_HALF));
        assertThat(decide(new DeductionFacts(780_000, 10_000, 0, false, false, false)))
                .isEqualTo(new Ordinary(Reason.NO_CARE_DEDUCTION));
        assertThat(decide(new DeductionFacts(780_000, 10_000, 0, true, true, false)))
                .isEqualTo(new Ordinary(Reason.OPTED_OUT));
        assertThat(decide(new DeductionFacts(780_000, 10_000, 0, true, false, true)))
                .isEqualTo(new Ordinary(Reason.SPECIAL_CIRCUMSTANCES));
        assertThat(DeductionEligibility.expectedAnnual(150_001, 10)).isEqualTo(180_001);
    }

    /** T-7 宇部市; 準介134条. */
    @ParameterizedTest
    @CsvSource({
        "2025-04-02, 2026-04", "2025-10-01, 2026-04",
        "2025-10-02, 2026-06", "2025-12-01, 2026-06",
        "2025-12-02, 2026-08", "2026-02-01, 2026-08",
        "2026-02-02, 2026-10", "2026-04-01, 2026-10"
    })
    void who_comes_when_starts_when(LocalDate acquiredOn, YearMonth firstMonth) {
        assertThat(CaptureCalendar.captureFor(acquiredOn, false).firstMonth())
                .isEqualTo(firstMonth);
    }

    @Test
    void a_municipality_may_start_in_december_and_february_too() {
        assertThat(CaptureCalendar.captureFor(LocalDate.of(2026, 5, 1), true).firstMonth())
                .isEqualTo(YearMonth.of(2026, 12));
        assertThat(CaptureCalendar.captureFor(LocalDate.of(2026, 6, 2), true).firstMonth())
                .isEqualTo(YearMonth.of(2027, 2));
    }

    @Test
    void the_deadlines_of_the_six_captures_are_those_of_the_law() {
        assertThat(CaptureCalendar.captures(new LevyYear(2026)))
                .extracting(CaptureSchedule::requestBy)
                .containsExactly(
                        LocalDate.of(2026, 7, 31),
                        LocalDate.of(2026, 10, 20),
                        LocalDate.of(2026, 12, 20),
                        LocalDate.of(2027, 2, 20),
                        LocalDate.of(2027, 4, 20),
                        LocalDate.of(2027, 6, 20));
        assertThat(CaptureCalendar.captures(new LevyYear(2026)))
                .extracting(CaptureSchedule::payments)
                .containsExactly(3, 2, 1, 3, 2, 1);
        assertThat(CaptureCalendar.captureOf(LocalDate.of(2026, 12, 1)).noticeBy())
                .isEqualTo(LocalDate.of(2027, 2, 10));
        assertThat(CaptureCalendar.provisionalChangeBy(new LevyYear(2026), true))
                .isEqualTo(LocalDate.of(2026, 6, 20));
        assertThat(CaptureCalendar.provisionalChangeBy(new LevyYear(2026), false))
                .isEqualTo(LocalDate.of(2026, 4, 20));
        assertThatThrownBy(() -> CaptureCalendar.captureOf(LocalDate.of(2026, 5, 1)))
                .isInstanceOf(LawException.class);
    }

    /** T-8 真狩村 R6. */
    @Test
    void pay_days_of_the_year_are_what_the_village_published() {
        assertThat(CaptureCalendar.payDays(new LevyYear(2024), BusinessCalendar.standard()))
                .containsExactly(
                        LocalDate.of(2024, 4, 15),
                        LocalDate.of(2024, 6, 14),
                        LocalDate.of(2024, 8, 15),
                        LocalDate.of(2024, 10, 15),
                        LocalDate.of(2024, 12, 13),
                        LocalDate.of(2025, 2, 14));
    }

    /** T-2 里庄町 R6, T-4 土浦市. */
    @Test
    void what_the_first_half_left_is_taken_in_three_payments() {
        assertThat(DeductionAmounts.main(120_000, 48_000, 3).amounts())
                .containsExactly(24_000, 24_000, 24_000);
        assertThat(DeductionAmounts.main(48_000, 12_000, 3).amounts())
                .containsExactly(12_000, 12_000, 12_000);
        assertThat(DeductionAmounts.continued(16_000)).containsExactly(16_000, 16_000, 16_000);
    }

    /** T-4 土浦市. */
    @Test
    void levelling_in_august_makes_the_rest_of_the_year_even() {
        long august = DeductionAmounts.levelledAugust(48_000, 4_000, 4_000);
        assertThat(august).isEqualTo(16_000);
        assertThat(DeductionAmounts.main(48_000, 4_000 + 4_000 + august, 3).amounts())
                .containsExactly(8_000, 8_000, 8_000);
        assertThat(DeductionAmounts.levelledAugust(10_000, 4_000, 4_000)).isZero();
        assertThat(DeductionAmounts.levelledJuneAndAugust(48_000, 4_000)).isEqualTo(10_000);
    }

    /** T-6 宇部市: 60,200 × 6 ÷ 12 ÷ 3. */
    @Test
    void who_starts_pays_a_share_of_last_years_premium() {
        assertThat(DeductionAmounts.starting(60_200, 3, 12))
                .containsExactly(10_000, 10_000, 10_000);
        assertThat(DeductionAmounts.starting(60_200, 2, 12)).containsExactly(10_000, 10_000);
        assertThat(DeductionAmounts.starting(60_200, 1, 12)).containsExactly(10_000);
        assertThat(DeductionAmounts.annualised(30_100, 6)).isEqualTo(60_200);
        assertThatThrownBy(() -> DeductionAmounts.starting(60_200, 4, 12))
                .isInstanceOf(LawException.class);
        assertThatThrownBy(() -> DeductionAmounts.starting(60_200, 3, 13))
                .isInstanceOf(LawException.class);
    }

    @Test
    void the_remainder_falls_into_october_and_very_little_all_of_it() {
        assertThat(DeductionAmounts.main(100_000, 49_900, 3).amounts())
                .containsExactly(16_700, 16_700, 16_700);
        assertThat(DeductionAmounts.main(100_100, 49_900, 3).amounts())
                .containsExactly(16_800, 16_700, 16_700);
        assertThat(DeductionAmounts.main(50_200, 50_000, 3).amounts()).containsExactly(200, 0, 0);
        assertThat(DeductionAmounts.main(50_000, 52_000, 3))
                .extracting(Main::overpaid)
                .isEqualTo(2_000L);
    }

    /** 則108条: died on September 20. */
    @Test
    void after_a_death_the_heirs_get_the_near_deductions_and_the_payer_the_far_ones() {
        LocalDate died = LocalDate.of(2026, 9, 20);
        assertThat(DeductionAmounts.repayee(died, LocalDate.of(2026, 10, 15)))
                .isEqualTo(Repayee.HEIRS);
        assertThat(DeductionAmounts.repayee(died, LocalDate.of(2026, 12, 15)))
                .isEqualTo(Repayee.PENSION_PAYER);
    }

    @Test
    void what_the_pension_did_not_pay_goes_to_the_ordinary_periods_or_an_extra_one() {
        CollectionPolicy nine = CollectionPolicy.nine();
        assertThat(DeductionAmounts.toOrdinary(30_000, nine, 6).amounts())
                .containsExactly(0, 0, 0, 0, 0, 0, 10_000, 10_000, 10_000);
        assertThat(DeductionAmounts.toOrdinary(30_000, nine, 9).extra()).isEqualTo(30_000);
    }

    /** 川西市: 併行して納める場合. */
    @Test
    void an_increase_is_collected_beside_the_deduction_or_ends_it() {
        DeductionChange.Running running = new DeductionChange.Running(40_000, 10_000, 20_000);
        assertThat(DeductionChange.decide(90_000, running, DeductionChange.OnIncrease.BOTH))
                .isEqualTo(new DeductionChange(false, 20_000, 0));
        assertThat(DeductionChange.decide(90_000, running, DeductionChange.OnIncrease.ORDINARY))
                .isEqualTo(new DeductionChange(true, 40_000, 0));
        assertThat(DeductionChange.decide(70_000, running, DeductionChange.OnIncrease.BOTH))
                .isEqualTo(new DeductionChange(false, 0, 0));
    }

    @Test
    void a_decrease_stops_the_deduction_and_the_rest_is_ordinary_or_repaid() {
        DeductionChange.Running running = new DeductionChange.Running(40_000, 10_000, 20_000);
        assertThat(DeductionChange.decide(60_000, running, DeductionChange.OnIncrease.BOTH))
                .isEqualTo(new DeductionChange(true, 10_000, 0));
        assertThat(DeductionChange.decide(35_000, running, DeductionChange.OnIncrease.BOTH))
                .isEqualTo(new DeductionChange(true, 0, 15_000));
        assertThat(DeductionChange.stop(70_000, running))
                .isEqualTo(new DeductionChange(true, 20_000, 0));
    }

    @Test
    void deductions_always_add_up_to_the_premium() {
        Seeded.check(
                9,
                5_000,
                random -> {
                    long annual = random.nextLong(9_000) * 100;
                    long provisional = random.nextLong(5_000) * 100;
                    Main main = DeductionAmounts.main(annual, provisional, 1 + random.nextInt(3));
                    long sum = Arrays.stream(main.amounts()).sum();
                    assertThat(provisional + sum - main.overpaid()).isEqualTo(annual);
                    assertThat(Arrays.stream(main.amounts()).allMatch(yen -> yen >= 0)).isTrue();
                });
    }
}
