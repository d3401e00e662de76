package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machi.law.parameter.NoParameterException;
import org.machi.law.parameter.Parameters;
import org.machi.law.premium.CovidRelief.Facts;

/** The conditions are those of 大阪市; the shares are marked [U] in the parameters. */
class CovidReliefTest {
    private static final LocalDate R3 = LocalDate.of(2021, 7, 1);
    private final CovidRelief rule = new CovidRelief(Parameters.standard());

    private boolean meets(long before, long expected, long head, long others) {
        return rule.meets(new Facts(before, expected, head, 1, others, head, false), R3);
    }

    @Test
    void the_conditions_are_those_of_the_city() {
        assertThat(meets(3_000_000, 2_100_000, 2_000_000, 0)).as("3割").isTrue();
        assertThat(meets(3_000_000, 2_100_001, 2_000_000, 0)).isFalse();
        assertThat(meets(3_000_000, 0, 10_000_000, 0)).isTrue();
        assertThat(meets(3_000_000, 0, 10_000_001, 0)).isFalse();
        assertThat(meets(3_000_000, 0, 9_000_000, 4_000_000)).isTrue();
        assertThat(meets(3_000_000, 0, 9_000_000, 4_000_001)).isFalse();

        Facts nothingFalls = new Facts(3_000_000, 0, 2_000_000, 0, 0, 2_000_000, false);
        assertThat(rule.meets(nothingFalls, R3)).as("前年の所得が0").isFalse();
        Facts noIncome = new Facts(3_000_000, 0, 0, 1, 0, 0, false);
        assertThat(rule.meets(noIncome, R3)).isFalse();
        assertThat(rule.waived(100_000, nothingFalls, R3)).isZero();
        assertThatThrownBy(() -> rule.waived(100_000, noIncome, LocalDate.of(2023, 4, 1)))
                .as("令和5年度にはない")
                .isInstanceOf(NoParameterException.class);
    }

    /** 100,000 × 1,500,000 ÷ 3,000,000 = 50,000, of it all, 80, 60, 40 or 20 percent. */
    @ParameterizedTest
    @CsvSource({
        "3000000, false, 50000",
        "3000001, false, 40000",
        "4000000, false, 40000",
        "4000001, false, 30000",
        "5500000, false, 30000",
        "5500001, false, 20000",
        "7500000, false, 20000",
        "7500001, false, 10000",
        "10000000, false, 10000",
        "10000000, true, 50000"
    })
    void the_share_follows_the_heads_income(long headIncome, boolean closed, long waived) {
        Facts facts = new Facts(3_000_000, 0, headIncome, 1_500_000, 0, 3_000_000, closed);
        assertThat(rule.waived(100_000, facts, R3)).isEqualTo(waived);
    }

    /** 100,001 × 1 ÷ 3 = 33,333.67. */
    @Test
    void fractions_of_a_yen_are_not_waived() {
        Facts third = new Facts(3_000_000, 0, 1, 1, 0, 3, false);
        assertThat(rule.waived(100_001, third, R3)).isEqualTo(33_333);
    }
}
