package org.machi.law.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.law.parameter.Parameters;

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
}
