package org.machi.law.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machi.law.Seeded;
import org.machi.law.late.LateCharge.Payment;
import org.machi.law.late.LateCharge.Portion;
import org.machi.law.late.LateCharge.Stretch;
import org.machi.law.late.LateChargePolicy.Cut;
import org.machi.law.parameter.NoParameterException;
import org.machi.law.parameter.Parameters;

class LateChargeTest {
    private static final LocalDate DUE = LocalDate.of(2025, 9, 1);
    private static final LocalDate PAID = LocalDate.of(2026, 2, 5);
    private final LateCharge oneMonth =
            new LateCharge(Parameters.standard(), LateChargePolicy.ONE_MONTH);
    private final LateCharge threeMonths =
            new LateCharge(Parameters.standard(), LateChargePolicy.THREE_MONTHS);

    /** E-2 福岡市: 299 + 4,661 = 4,960 → 4,900. */
    @Test
    void one_month_type_as_fukuoka_explains_it() {
        LateCharge.Result result = oneMonth.on(152_500, DUE, PAID);
        assertThat(result.stretches()).extracting(Stretch::days).containsExactly(30L, 91L, 36L);
        assertThat(result.stretches().getFirst().to()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(result.portions()).extracting(Portion::yen).containsExactly(299L, 4_661L);
        assertThat(result.portions()).extracting(Portion::low).containsExactly(true, false);
        assertThat(result.portions().getLast().from()).isEqualTo(LocalDate.of(2025, 10, 2));
        assertThat(result.portions().getLast().to()).isEqualTo(PAID);
        assertThat(result.sum()).isEqualTo(4_960);
        assertThat(result.charge()).isEqualTo(4_900);
    }

    @Test
    void cut_at_the_turn_of_the_year_the_sum_is_one_yen_less() {
        LateCharge toyohashi =
                new LateCharge(
                        Parameters.standard(),
                        LateChargePolicy.ONE_MONTH.withCut(Cut.PER_CALENDAR_YEAR));
        assertThat(toyohashi.on(152_500, DUE, PAID).sum()).isEqualTo(4_959);
    }

    /** E-3 中野区. */
    @Test
    void three_month_type_as_nakano_explains_it() {
        LateCharge.Result result = threeMonths.on(152_500, DUE, PAID);
        assertThat(result.stretches()).extracting(Stretch::days).containsExactly(91L, 30L, 36L);
        assertThat(result.sum()).isEqualTo(3_360);
        assertThat(result.charge()).isEqualTo(3_300);
    }

    /** 中央市 R8: 120 + 1,228 = 1,348 → 1,300. */
    @Test
    void the_example_of_chuo_city() {
        LateCharge.Result result =
                oneMonth.on(56_400, LocalDate.of(2026, 2, 2), LocalDate.of(2026, 5, 29));
        assertThat(result.stretches()).extracting(Stretch::days).containsExactly(28L, 88L);
        assertThat(result.sum()).isEqualTo(1_348);
        assertThat(result.charge()).isEqualTo(1_300);
    }

    /** E-4 大津市. */
    @Test
    void small_principals_and_small_results_cost_nothing() {
        assertThat(oneMonth.on(1_999, LocalDate.of(2020, 1, 31), PAID).charge()).isZero();
        LateCharge.Result small =
                oneMonth.on(40_000, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 5));
        assertThat(small.sum()).isBetween(900L, 999L);
        assertThat(small.charge()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31, 1, 2026-06-30", "2025-09-01, 1, 2025-10-01", "2026-01-30, 1, 2026-02-28",
        "2026-01-31, 1, 2026-02-28", "2025-09-01, 3, 2025-12-01", "2026-11-29, 3, 2027-02-28"
    })
    void a_month_ends_on_the_day_before_its_corresponding_day(
            LocalDate due, int months, LocalDate last) {
        assertThat(LateCharge.lowUntil(due, months)).isEqualTo(last);
    }

    @Test
    void a_leap_year_is_divided_by_365_too() {
        LateCharge.Result result =
                oneMonth.on(1_000_000, LocalDate.of(2023, 12, 31), LocalDate.of(2024, 12, 31));
        assertThat(result.stretches()).extracting(Stretch::days).containsExactly(31L, 335L);
        assertThat(result.sum())
                .isEqualTo(1_000_000L * 24 * 31 / 365_000 + 1_000_000L * 87 * 335 / 365_000);
    }

    @Test
    void part_payments_lower_the_principal_from_the_next_day() {
        LateCharge.Result result =
                oneMonth.on(
                        152_500,
                        DUE,
                        List.of(new Payment(LocalDate.of(2025, 11, 30), 100_000)),
                        PAID);
        assertThat(result.stretches())
                .extracting(Stretch::principal)
                .containsExactly(152_000L, 152_000L, 52_000L, 52_000L);
        assertThat(result.stretches())
                .extracting(Stretch::days)
                .containsExactly(30L, 60L, 31L, 36L);
        assertThat(result.charge()).isLessThan(4_900);
        LateCharge.Result early =
                oneMonth.on(152_500, DUE, List.of(new Payment(DUE.minusDays(3), 151_000)), PAID);
        assertThat(early.charge()).isZero();
    }

    @Test
    void paid_in_time_costs_nothing() {
        assertThat(oneMonth.on(152_500, DUE, DUE).stretches()).isEmpty();
        assertThat(oneMonth.on(152_500, DUE, DUE).charge()).isZero();
    }

    @Test
    void always_low_as_some_ordinances_write() {
        LateCharge kai =
                new LateCharge(Parameters.standard(), new LateChargePolicy(0, Cut.PER_RATE_KIND));
        assertThat(kai.on(152_500, DUE, PAID).stretches()).allMatch(Stretch::low);
    }

    @Test
    void a_rate_that_is_not_announced_is_an_error() {
        assertThatThrownBy(() -> oneMonth.on(152_500, DUE, LocalDate.of(2027, 1, 1)))
                .isInstanceOf(NoParameterException.class)
                .hasMessageContaining("未告示");
    }

    @Test
    void later_or_more_never_costs_less() {
        Seeded.check(
                77,
                2_000,
                random -> {
                    LocalDate due = LocalDate.of(2019, 4, 30).plusDays(random.nextInt(2_000));
                    LocalDate paid = due.plusDays(random.nextInt(700));
                    long principal = random.nextLong(500_000);
                    long charge = oneMonth.on(principal, due, paid).charge();
                    assertThat(oneMonth.on(principal, due, paid.plusDays(30)).charge())
                            .isGreaterThanOrEqualTo(charge);
                    assertThat(oneMonth.on(principal + 10_000, due, paid).charge())
                            .isGreaterThanOrEqualTo(charge);
                    assertThat(threeMonths.on(principal, due, paid).charge())
                            .isLessThanOrEqualTo(charge);
                    assertThat(charge % 100).isZero();
                });
    }
}
