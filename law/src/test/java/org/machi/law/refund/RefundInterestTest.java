package org.machi.law.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.parameter.Parameters;
import org.machi.law.rule.RuleRegister;

class RefundInterestTest {
    private final RefundInterest rule = new RefundInterest(Parameters.standard());
    private static final LocalDate PAID = LocalDate.of(2026, 1, 31);

    /** E-5 日野市: 2,000円未満なし, 1,000円未満なし, 100円未満切捨て, R8 1.3%. */
    @Test
    void small_refunds_bear_no_interest_and_the_rest_is_cut() {
        LocalDate from = LocalDate.of(2026, 2, 1);
        assertThat(rule.interest(1_999, from, LocalDate.of(2026, 12, 31))).isZero();
        assertThat(rule.interest(50_000, from, LocalDate.of(2026, 12, 31))).isZero();
        long days = 334;
        assertThat(rule.interest(500_999, from, LocalDate.of(2026, 12, 31)))
                .isEqualTo(500_000L * 13 * days / 365_000 / 100 * 100)
                .isEqualTo(5_900);
    }

    @Test
    void each_calendar_year_has_its_own_rate() {
        long r7 = 800_000L * 9 * 31 / 365_000;
        long r8 = 800_000L * 13 * 59 / 365_000;
        assertThat(rule.interest(800_000, LocalDate.of(2025, 12, 1), LocalDate.of(2026, 2, 28)))
                .isEqualTo((r7 + r8) / 100 * 100);
        RefundInterest.Result result =
                rule.on(800_000, LocalDate.of(2025, 12, 1), LocalDate.of(2026, 2, 28));
        assertThat(result.stretches())
                .extracting(RefundInterest.Stretch::yen)
                .containsExactly(r7, r8);
        assertThat(result.stretches())
                .extracting(RefundInterest.Stretch::days)
                .containsExactly(31L, 59L);
        assertThat(result.sum()).isEqualTo(r7 + r8);
    }

    @Test
    void the_first_day_depends_on_why_it_was_overpaid() {
        assertThat(RefundInterest.fromReduction(PAID)).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(RefundInterest.fromMistake(PAID)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(RefundInterest.fromIncomeTax(PAID, LocalDate.of(2026, 3, 10)))
                .isEqualTo(LocalDate.of(2026, 4, 11));
        assertThat(RefundInterest.fromIncomeTax(PAID, LocalDate.of(2025, 3, 10)))
                .isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(
                        RefundInterest.fromRequest(
                                PAID, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 20)))
                .isEqualTo(LocalDate.of(2026, 5, 21));
        assertThat(
                        RefundInterest.fromRequest(
                                PAID, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 9, 20)))
                .isEqualTo(LocalDate.of(2026, 7, 2));
    }

    @Test
    void decided_before_the_first_day_bears_nothing() {
        assertThat(rule.interest(900_000, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 4, 30)))
                .isZero();
    }

    /** 365 days × 1.3 %: the first day of each cause, 2,000 and 1,000 yen as limits. */
    @Test
    void causes_carry_their_first_day_into_the_interest() {
        LocalDate decided = LocalDate.of(2026, 6, 30);
        RefundCause reduction = new RefundCause.Reduction(PAID);
        // 365,000 × 1.3 % ÷ 365 = 13 yen a day; 2026-02-01 to 06-30 are 150 days.
        assertThat(rule.on(365_000, reduction, decided).sum()).isEqualTo(1_950);
        assertThat(rule.on(365_000, reduction, decided).interest()).isEqualTo(1_900);
        // from 03-01: 122 days.
        assertThat(rule.on(365_000, new RefundCause.Mistake(PAID), decided).sum()).isEqualTo(1_586);
        RefundCause tax = new RefundCause.IncomeTax(PAID, LocalDate.of(2026, 3, 10));
        // from 04-11: 81 days.
        assertThat(rule.on(365_000, tax, decided).sum()).isEqualTo(1_053);
        RefundCause request =
                new RefundCause.Request(PAID, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 31));
        // three months from 02-01 end on 05-01, one month from 03-31 on 04-30: from 05-01, 61 days.
        assertThat(request.from()).isEqualTo("2026-05-01");
        assertThat(rule.on(365_000, request, decided).interest()).isZero();
        assertThat(rule.on(1_999, reduction, decided).stretches()).isEmpty();
        assertThat(rule.on(2_000, reduction, decided).stretches()).hasSize(1);
        assertThat(rule.on(2_999, reduction, decided).stretches().getFirst().principal())
                .isEqualTo(2_000);
    }

    @Test
    void interest_of_exactly_one_thousand_is_paid() {
        // 73 days are a fifth of 365: 1,000,000 × 1.3 % ÷ 5 = 2,600; 385,000 → 1,001; 384,000 →
        // 998.4.
        LocalDate from = LocalDate.of(2026, 3, 1);
        LocalDate to = from.plusDays(72);
        assertThat(rule.on(1_000_000, from, to).sum()).isEqualTo(2_600);
        assertThat(rule.interest(385_999, from, to)).isEqualTo(1_000);
        assertThat(rule.interest(384_999, from, to)).isZero();
    }

    @Test
    void the_explanation_names_the_cause_and_each_year() {
        RefundCause cause = new RefundCause.Reduction(LocalDate.of(2025, 11, 30));
        LocalDate decided = LocalDate.of(2026, 2, 28);
        RefundInterest.Result result = rule.on(800_000, cause, decided);
        assertThat(rule.explain(800_000, cause, decided, result).toText())
                .contains("起算日: 賦課決定の減額（納付日の翌日から）、納付日 令和7年11月30日 ＝ 令和7年12月1日")
                .contains("800,000円 × 0.9% × 31日 ÷ 365")
                .contains("800,000円 × 1.3% × 59日 ÷ 365")
                .contains("地17条の4第1項1号");
        RefundInterest.Result none = rule.on(1_000, cause, decided);
        assertThat(rule.explain(1_000, cause, decided, none).toText())
                .contains("計算の対象となる日または額がない")
                .contains("1,000円未満のため付さない");
        for (RefundCause each :
                List.of(
                        cause,
                        new RefundCause.Mistake(PAID),
                        new RefundCause.IncomeTax(PAID, PAID),
                        new RefundCause.Request(PAID, PAID, PAID))) {
            assertThat(RuleRegister.rule(each.rule()).area()).isEqualTo("還付");
            assertThat(each.japanese()).isNotBlank();
        }
    }
}
