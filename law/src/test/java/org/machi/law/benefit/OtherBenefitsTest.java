package org.machi.law.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.Mark;
import org.machi.law.parameter.Parameters;

class OtherBenefitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 10);
    private final OtherBenefits rule = new OtherBenefits(Parameters.standard());

    @Test
    void care_that_was_paid_in_full_is_paid_back_without_the_own_share() {
        assertThat(OtherBenefits.careExpenses(40_000, 40_000, 1)).isEqualTo(36_000);
        assertThat(OtherBenefits.careExpenses(40_000, 35_000, 2)).isEqualTo(28_000);
        assertThat(OtherBenefits.careExpenses(30_000, 35_000, 3)).isEqualTo(21_000);
        assertThat(OtherBenefits.transport(50_000, 42_000)).isEqualTo(42_000);
    }

    @Test
    void a_funeral_has_the_amount_of_the_unions_ordinance() {
        assertThat(rule.funeral("27", DAY).amount()).isEqualTo(50_000);
        assertThat(rule.funeral("27", DAY).mark()).isEqualTo(Mark.U);
    }

    @Test
    void meals_paid_at_the_full_price_are_made_up_for() {
        assertThat(rule.meals(30, IncomeLevel.LOW_2, false, DAY)).isEqualTo(30 * 270);
        assertThat(rule.meals(30, IncomeLevel.LOW_2, true, DAY)).isEqualTo(30 * 320);
        assertThat(rule.meals(30, IncomeLevel.LOW_1, false, DAY)).isEqualTo(30 * 400);
        assertThat(rule.meals(30, IncomeLevel.GENERAL_1, false, DAY)).isZero();
    }

    @Test
    void a_bill_in_another_currency_is_converted_without_parts_of_a_yen() {
        assertThat(OtherBenefits.abroad(100_050, 15_025)).isEqualTo(150_325);
        assertThat(OtherBenefits.abroad(0, 15_025)).isZero();
    }
}
