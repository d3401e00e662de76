package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.LevyYear;
import org.machi.law.Rate;
import org.machi.law.parameter.Mark;
import org.machi.law.parameter.NoParameterException;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.ReliefRules.IncomeFall;

class ReliefRulesTest {
    private static final LevyYear R8 = new LevyYear(2026);
    private static final UnionCode OSAKA = UnionCode.of("27");
    private static final int OCTOBER_TO_MARCH = 0b1111_1100_0000;

    /** 島本町: a year from the first day of the month after the damage. */
    @Test
    void a_disaster_may_be_told_for_a_year_from_the_next_month() {
        assertThat(ReliefRules.disasterApplyBy(LocalDate.of(2026, 10, 10))).isEqualTo("2027-10-31");
        assertThat(ReliefRules.disasterApplyBy(LocalDate.of(2026, 12, 31))).isEqualTo("2027-12-31");
        assertThat(ReliefRules.disasterApplyBy(LocalDate.of(2027, 1, 1))).isEqualTo("2028-01-31");
    }

    /** A table with 3割 → 30%, 5割 → 50%, 7割 → 70%, as ordinances have them; its rows are made up. */
    @Test
    void a_fall_of_income_is_relieved_by_the_tiers_of_the_union() {
        assertThat(ratio(2_000_000, 1_400_001)).isEqualTo(Rate.ZERO);
        assertThat(ratio(2_000_000, 1_400_000)).isEqualTo(Rate.ofDecimal("0.3"));
        assertThat(ratio(2_000_000, 1_000_001)).isEqualTo(Rate.ofDecimal("0.3"));
        assertThat(ratio(2_000_000, 1_000_000)).isEqualTo(Rate.ofDecimal("0.5"));
        assertThat(ratio(2_000_000, 600_000)).isEqualTo(Rate.ofDecimal("0.7"));
        assertThat(ratio(2_000_000, 0)).isEqualTo(Rate.ofDecimal("0.7"));
        assertThat(ratio(2_000_000, 3_000_000)).isEqualTo(Rate.ZERO);
        assertThat(ratio(0, 0)).as("nothing can fall").isEqualTo(Rate.ZERO);
    }

    @Test
    void a_union_whose_tiers_are_unknown_is_not_guessed() {
        assertThatThrownBy(() ->
                        ReliefRules.incomeDecrease(
                                Parameters.standard(),
                                OSAKA,
                                R8,
                                LocalDate.of(2026, 10, 5),
                                new IncomeFall(2_000_000, 0)))
                .isInstanceOf(NoParameterException.class)
                .hasMessageContaining("広域連合の条例");
    }

    private static Rate ratio(long lastYear, long expected) {
        Relief relief =
                ReliefRules.incomeDecrease(
                        Parameters.standard()
                                .with(
                                        List.of(
                                                row("decrease.1", "0.3"),
                                                row("ratio.1", "0.3"),
                                                row("decrease.2", "0.5"),
                                                row("ratio.2", "0.5"),
                                                row("decrease.3", "0.7"),
                                                row("ratio.3", "0.7"))),
                        OSAKA,
                        R8,
                        LocalDate.of(2026, 10, 5),
                        new IncomeFall(lastYear, expected));
        assertThat(relief.months()).isEqualTo(OCTOBER_TO_MARCH);
        return relief.ratio();
    }

    private static ParameterRow row(String name, String value) {
        return new ParameterRow(
                "relief.income." + name,
                "27",
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2027, 4, 1),
                value,
                "割合",
                Mark.U,
                "試験の条例");
    }

    /** 島本町, 堺市: June to August, given again in September. */
    @Test
    void months_without_benefits_are_relieved() {
        Relief custody =
                ReliefRules.restrictedBenefits(
                        Parameters.standard(),
                        OSAKA,
                        R8,
                        LocalDate.of(2026, 6, 10),
                        LocalDate.of(2026, 9, 20));
        assertThat(custody).isEqualTo(Relief.ofRatio(new Rate(1, 0), 0b1_1100));
        Relief lasting =
                ReliefRules.restrictedBenefits(
                        Parameters.standard(), OSAKA, R8, LocalDate.of(2026, 10, 31), null);
        assertThat(lasting.months()).isEqualTo(OCTOBER_TO_MARCH);
    }

    /** 島本町, 堺市: within six months. */
    @Test
    void a_grace_lasts_six_months_at_most() {
        assertThat(ReliefRules.graceUntil(LocalDate.of(2026, 8, 1))).isEqualTo("2027-01-31");
        assertThat(ReliefRules.graceUntil(LocalDate.of(2026, 8, 15))).isEqualTo("2027-02-14");
    }

    @Test
    void damages_have_the_shares_of_the_ordinance() {
        assertThat(disaster(ReliefRules.Damage.TOTAL)).isEqualTo(Rate.ofDecimal("1"));
        assertThat(disaster(ReliefRules.Damage.HALF)).isEqualTo(Rate.ofDecimal("0.7"));
        assertThat(disaster(ReliefRules.Damage.FLOOD)).isEqualTo(Rate.ofDecimal("0.5"));
    }

    private static Rate disaster(ReliefRules.Damage damage) {
        return ReliefRules.disaster(
                        Parameters.standard(), OSAKA, R8, damage, LocalDate.of(2026, 10, 5))
                .ratio();
    }
}
