package org.machi.law.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.LawException;
import org.machi.law.Rate;
import org.machi.law.Seeded;
import org.machi.law.late.Grace.Effect;
import org.machi.law.late.LateCharge.Claim;
import org.machi.law.late.LateCharge.Kind;
import org.machi.law.late.LateCharge.Result;
import org.machi.law.late.LateCharge.Stretch;
import org.machi.law.parameter.NoParameterException;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** 徴収猶予, 換価の猶予, 執行停止, 減免 of the late charge (亘理町 names which is whole and which half). */
class GraceTest {
    private static final LocalDate DUE = LocalDate.of(2025, 7, 31);
    private static final LocalDate PAID = LocalDate.of(2025, 12, 31);
    private final LateCharge rule =
            new LateCharge(Parameters.standard(), LateChargePolicy.ONE_MONTH);

    private static Claim claim(Grace... graces) {
        return new Claim(365_000, DUE, List.of(), List.of(graces), PAID);
    }

    /** 365,000 ÷ 365 = 1,000 a day: 31 low days × 2.4 % = 744, then 87 yen a day. */
    @Test
    void a_waiver_takes_its_days_out() {
        assertThat(rule.on(claim()).sum()).isEqualTo(744 + 122 * 87);
        Grace october =
                new Grace(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), Effect.WAIVED);
        Result result = rule.on(claim(october));
        assertThat(result.stretches())
                .extracting(Stretch::kind)
                .containsExactly(Kind.LOW, Kind.HIGH, Kind.WAIVED, Kind.HIGH);
        assertThat(result.stretches())
                .extracting(Stretch::days)
                .containsExactly(31L, 30L, 31L, 61L);
        assertThat(result.sum()).isEqualTo(744 + (122 - 31) * 87);
        Grace whole = new Grace(DUE, PAID, Effect.WAIVED);
        assertThat(rule.on(claim(whole)).charge()).isZero();
        Grace august =
                new Grace(LocalDate.of(2025, 8, 11), LocalDate.of(2025, 8, 20), Effect.WAIVED);
        assertThat(rule.on(claim(august)).sum()).isEqualTo(24 * 10 + 24 * 11 + 122 * 87);
    }

    /** What a page or a record shows beside a stretch. */
    @Test
    void each_stretch_has_the_dated_rate_behind_it_and_a_waived_one_has_none() {
        Grace halved =
                new Grace(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), Effect.HALVED);
        Grace waived =
                new Grace(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 30), Effect.WAIVED);
        assertThat(rule.on(claim(halved, waived)).stretches())
                .extracting(one -> rule.rateRow(one).map(ParameterRow::name).orElse("なし"))
                .containsExactly(
                        "late.lowRate", "late.highRate", "late.graceRate", "なし", "late.highRate");
        LocalDate due = LocalDate.of(2013, 7, 31);
        Grace old = new Grace(due, LocalDate.of(2013, 12, 31), Effect.HALVED);
        Claim before = new Claim(365_000, due, List.of(), List.of(old), LocalDate.of(2013, 12, 31));
        Stretch half = rule.on(before).stretches().getLast();
        assertThat(half.rate()).isEqualTo(new Rate(730, 4));
        assertThat(rule.rateRow(half).orElseThrow().display()).isEqualTo("14.6%");
    }

    /**
     * Two graces of one day would leave open which holds; one after the other they stand in any
     * order.
     */
    @Test
    void graces_that_overlap_are_refused() {
        Grace first =
                new Grace(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), Effect.WAIVED);
        Grace second =
                new Grace(LocalDate.of(2025, 10, 31), LocalDate.of(2025, 11, 30), Effect.HALVED);
        assertThatThrownBy(() -> claim(second, first))
                .isInstanceOf(LawException.class)
                .hasMessageContaining("重なっています: 2025-10-31");
        Grace next =
                new Grace(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 30), Effect.HALVED);
        assertThat(rule.on(claim(next, first)).sum()).isEqualTo(744 + 61 * 87 + 30 * 9);
    }

    /** 令和7年の猶予特例基準割合 0.9 %: 9 yen a day instead of 87, and the low month as it is. */
    @Test
    void a_halving_lowers_only_the_high_rate_to_the_rate_of_the_year() {
        Grace grace =
                new Grace(LocalDate.of(2025, 8, 15), LocalDate.of(2025, 9, 30), Effect.HALVED);
        Result result = rule.on(claim(grace));
        assertThat(result.stretches())
                .extracting(Stretch::kind)
                .containsExactly(Kind.LOW, Kind.LOW, Kind.HALVED, Kind.HIGH);
        assertThat(result.portions()).hasSize(3);
        assertThat(result.sum()).isEqualTo(744 + 30 * 9 + 92 * 87);
        assertThat(rule.explain(claim(grace), result).toText())
                .contains("猶予中の率の期間")
                .contains("※")
                .contains("地15条の9第1項");
    }

    @Test
    void before_2014_a_halving_was_half_of_the_high_rate() {
        LocalDate due = LocalDate.of(2012, 12, 31);
        Grace all = new Grace(due, LocalDate.of(2014, 6, 30), Effect.HALVED);
        Claim claim = new Claim(365_000, due, List.of(), List.of(all), LocalDate.of(2014, 1, 31));
        assertThat(rule.on(claim).stretches())
                .extracting(Stretch::rate)
                .containsExactly(Rate.ofPercent("4.3"), new Rate(730, 4), Rate.ofPercent("1.9"));
        assertThat(rule.on(claim).sum()).isEqualTo(43 * 31 + (73 * 334 + 19 * 31));
    }

    @Test
    void a_grace_in_a_year_without_an_announced_rate_is_refused() {
        Grace all = new Grace(DUE, LocalDate.of(2027, 6, 30), Effect.HALVED);
        Claim claim = new Claim(365_000, DUE, List.of(), List.of(all), LocalDate.of(2027, 1, 31));
        assertThatThrownBy(() -> rule.on(claim))
                .isInstanceOf(NoParameterException.class)
                .hasMessageContaining("late.graceRate");
        assertThatThrownBy(() -> new Grace(PAID, DUE, Effect.WAIVED))
                .isInstanceOf(LawException.class);
        assertThat(Effect.WAIVED.japanese()).startsWith("全額免除");
    }

    @Test
    void a_grace_never_makes_it_dearer_and_a_waiver_never_dearer_than_a_halving() {
        Seeded.check(
                80,
                2_000,
                random -> {
                    LocalDate due = LocalDate.of(2014, 4, 30).plusDays(random.nextInt(3_500));
                    LocalDate paid = due.plusDays(random.nextInt(700));
                    LocalDate from = due.plusDays(random.nextInt(600) - 50);
                    LocalDate to = from.plusDays(random.nextInt(300));
                    long principal = random.nextLong(500_000);
                    long none = rule.on(principal, due, paid).sum();
                    long half = graced(principal, due, paid, new Grace(from, to, Effect.HALVED));
                    long waived = graced(principal, due, paid, new Grace(from, to, Effect.WAIVED));
                    assertThat(half).isLessThanOrEqualTo(none);
                    assertThat(waived).isLessThanOrEqualTo(half);
                });
    }

    private long graced(long principal, LocalDate due, LocalDate paid, Grace grace) {
        return rule.on(new Claim(principal, due, List.of(), List.of(grace), paid)).sum();
    }
}
