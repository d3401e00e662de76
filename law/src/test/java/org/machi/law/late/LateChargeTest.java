package org.machi.law.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machi.law.Rate;
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

    /** The table of 袋井市, 小樽市, 本庄市, 日野市: low and high rate of each year, one year's 365 days. */
    @ParameterizedTest
    @CsvSource({
        "1999, 7.3, 14.6", "2000, 4.5, 14.6", "2001, 4.5, 14.6", "2002, 4.1, 14.6",
        "2006, 4.1, 14.6", "2007, 4.4, 14.6", "2008, 4.7, 14.6", "2009, 4.5, 14.6",
        "2010, 4.3, 14.6", "2013, 4.3, 14.6", "2014, 2.9, 9.2", "2015, 2.8, 9.1",
        "2016, 2.8, 9.1", "2017, 2.7, 9.0", "2018, 2.6, 8.9", "2020, 2.6, 8.9",
        "2021, 2.5, 8.8", "2022, 2.4, 8.7", "2025, 2.4, 8.7", "2026, 2.8, 9.1"
    })
    void rates_of_the_years_are_those_of_the_table(int year, String low, String high) {
        LocalDate newYear = LocalDate.of(year, 1, 1);
        LateCharge.Result result = oneMonth.on(1_000_000, newYear, newYear.plusDays(364));
        assertThat(result.stretches().get(0).rate()).isEqualTo(Rate.ofPercent(low));
        assertThat(result.stretches().get(1).rate()).isEqualTo(Rate.ofPercent(high));
        assertThat(result.stretches()).extracting(Stretch::days).containsExactly(31L, 333L);
        BigDecimal million = new BigDecimal(1_000_000);
        long first =
                million.multiply(new BigDecimal(low))
                        .multiply(new BigDecimal(31))
                        .divide(new BigDecimal(36_500), 0, RoundingMode.FLOOR)
                        .longValueExact();
        long rest =
                million.multiply(new BigDecimal(high))
                        .multiply(new BigDecimal(333))
                        .divide(new BigDecimal(36_500), 0, RoundingMode.FLOOR)
                        .longValueExact();
        assertThat(result.sum()).isEqualTo(first + rest);
        assertThat(result.charge()).isEqualTo((first + rest) / 100 * 100);
    }

    /** The parts of a debt never cost more than the whole, and less only by what is cut. */
    @Test
    void parts_of_a_debt_cost_as_much_as_the_whole_but_for_the_cuts() {
        Seeded.check(
                78,
                2_000,
                random -> {
                    LocalDate due = LocalDate.of(2014, 4, 30).plusDays(random.nextInt(3_500));
                    LocalDate paid = due.plusDays(random.nextInt(700));
                    long one = 2_000 + random.nextLong(300) * 1_000;
                    long other = 2_000 + random.nextLong(300) * 1_000;
                    LateCharge.Result whole = threeMonths.on(one + other, due, paid);
                    long parts =
                            threeMonths.on(one, due, paid).sum()
                                    + threeMonths.on(other, due, paid).sum();
                    assertThat(parts).isBetween(whole.sum() - whole.portions().size(), whole.sum());
                    assertThat(whole.portions().stream().mapToLong(Portion::yen).sum())
                            .isEqualTo(whole.sum());
                });
    }

    /**
     * Asking as of a day and going on from there is the same as asking at once, but for the cuts.
     */
    @Test
    void a_payment_of_nothing_changes_nothing_but_a_real_one_lowers_the_charge() {
        Seeded.check(
                79,
                2_000,
                random -> {
                    LocalDate due = LocalDate.of(2014, 4, 30).plusDays(random.nextInt(3_500));
                    LocalDate paid = due.plusDays(1 + random.nextInt(700));
                    LocalDate between = due.plusDays(random.nextInt(400) - 20);
                    long principal = random.nextLong(500_000);
                    LateCharge.Result whole = oneMonth.on(principal, due, paid);
                    Payment nothing = new Payment(between, 0);
                    LateCharge.Result same = oneMonth.on(principal, due, List.of(nothing), paid);
                    assertThat(same.sum()).isEqualTo(whole.sum());
                    Payment some = new Payment(between, random.nextLong(principal + 1));
                    assertThat(oneMonth.on(principal, due, List.of(some), paid).sum())
                            .isLessThanOrEqualTo(whole.sum());
                });
    }

    /** 1,999 / 2,000 of principal, 999 / 1,000 of charge, 1,000 units of principal. */
    @Test
    void the_limits_of_the_law_hold_to_the_yen() {
        LocalDate due = LocalDate.of(2025, 1, 31);
        assertThat(oneMonth.on(1_999, due, due.plusYears(1)).stretches()).isEmpty();
        assertThat(oneMonth.on(2_000, due, due.plusYears(1)).stretches()).isNotEmpty();
        assertThat(oneMonth.on(2_999, due, due.plusYears(1)).stretches().getFirst().principal())
                .isEqualTo(2_000);
        // 146,000 yen × 2.4 % ÷ 365 = 9.6 yen a day at the low rate, 34.8 at the high rate.
        // 28 low days (Feb 1 to 28) = 268.8; 21 high days = 730.8; 998 in all; 22 days = 765.6
        // makes 1,033.
        assertThat(oneMonth.on(146_000, due, LocalDate.of(2025, 3, 21)).sum()).isEqualTo(998);
        assertThat(oneMonth.on(146_000, due, LocalDate.of(2025, 3, 21)).charge()).isZero();
        assertThat(oneMonth.on(146_000, due, LocalDate.of(2025, 3, 22)).sum()).isEqualTo(1_033);
        assertThat(oneMonth.on(146_000, due, LocalDate.of(2025, 3, 22)).charge()).isEqualTo(1_000);
    }

    @Test
    void a_charge_of_exactly_one_thousand_is_charged() {
        LocalDate due = LocalDate.of(2025, 1, 31);
        LateCharge always =
                new LateCharge(Parameters.standard(), new LateChargePolicy(0, Cut.PER_RATE_KIND));
        // 365,000 × 2.4 % ÷ 365 = 24 yen a day: 41 days = 984, 42 days = 1,008.
        assertThat(always.on(365_000, due, due.plusDays(41)).charge()).isZero();
        assertThat(always.on(365_000, due, due.plusDays(42)).charge()).isEqualTo(1_000);
        // 73 days are a fifth of 365: 625,000 × 2.4 % ÷ 5 = 3,000 exactly.
        assertThat(always.on(625_000, due, due.plusDays(73)).sum()).isEqualTo(3_000);
        // 1,000,000 × 2.4 % ÷ 5 = 4,800; 208,333 is cut to 208,000 and makes 998.4.
        assertThat(always.on(1_000_000, due, due.plusDays(73)).charge()).isEqualTo(4_800);
        assertThat(always.on(208_333, due, due.plusDays(73)).charge()).isZero();
        // 209,000 × 2.4 % ÷ 5 = 1,003.2.
        assertThat(always.on(209_000, due, due.plusDays(73)).charge()).isEqualTo(1_000);
    }

    @Test
    void the_explanation_says_every_stretch_with_its_rate_and_source() {
        LateCharge.Claim claim = new LateCharge.Claim(152_500, DUE, List.of(), List.of(), PAID);
        String text = oneMonth.explain(claim, oneMonth.on(claim)).toText();
        assertThat(text)
                .contains("滞納額: 152,500円（1,000円未満切捨て） ＝ 152,000円")
                .contains("令和7年9月2日から令和7年10月1日まで、年2.4% ＝ 30日")
                .contains("令和8年1月1日から令和8年2月5日まで、年9.1% ＝ 36日")
                .contains("＝ 299円")
                .contains("＝ 4,661円")
                .contains("4,960円（100円未満切捨て） ＝ 4,900円")
                .contains("地附則3条の2（袋井市・小樽市・本庄市・日野市）")
                .doesNotContain("※");
        LateCharge.Claim early = new LateCharge.Claim(1_999, DUE, List.of(), List.of(), PAID);
        assertThat(oneMonth.explain(early, oneMonth.on(early)).toText())
                .contains("計算の対象となる日または額がない")
                .contains("1,000円未満のため全額を切り捨てる");
    }
}
