package org.machi.law.burden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.burden.BurdenShare.Person;
import org.machi.law.burden.BurdenShare.Share;
import org.machi.law.burden.IncomeLevel.Resident;
import org.machi.law.parameter.Parameters;

/** 滝沢市: 現役並み from 145, 380 and 690万; 低所得 Ⅰ with pensions up to 80万, 806,700円 from 2025-08. */
class IncomeLevelTest {
    private static final LocalDate R7 = LocalDate.of(2025, 8, 1);
    private static final Resident POOR = new Resident(false, 800_000, 0, 0, false);

    private static IncomeLevel active(long... taxable) {
        List<Person> insured =
                Arrays.stream(taxable)
                        .mapToObj(yen -> new Person(LocalDate.of(1940, 1, 1), yen, yen, yen, yen))
                        .toList();
        return IncomeLevel.of(Parameters.standard(), Share.THREE, insured, List.of(POOR), POOR, R7);
    }

    private static IncomeLevel low(Resident self, LocalDate day, Resident... others) {
        List<Resident> household = new ArrayList<>(List.of(others));
        household.add(self);
        return IncomeLevel.of(Parameters.standard(), Share.ONE, List.of(), household, self, day);
    }

    @Test
    void active_incomes_have_three_levels() {
        assertThat(active(1_450_000)).isEqualTo(IncomeLevel.ACTIVE_1);
        assertThat(active(3_799_999)).isEqualTo(IncomeLevel.ACTIVE_1);
        assertThat(active(3_800_000)).isEqualTo(IncomeLevel.ACTIVE_2);
        assertThat(active(6_899_999)).isEqualTo(IncomeLevel.ACTIVE_2);
        assertThat(active(6_900_000)).isEqualTo(IncomeLevel.ACTIVE_3);
        assertThat(active(1_450_000, 7_000_000))
                .as("the highest of all")
                .isEqualTo(IncomeLevel.ACTIVE_3);
        assertThat(
                        IncomeLevel.of(
                                Parameters.standard(),
                                Share.TWO,
                                List.of(),
                                List.of(POOR),
                                POOR,
                                R7))
                .isEqualTo(IncomeLevel.GENERAL_2);
    }

    @Test
    void a_household_without_resident_tax_has_a_low_income() {
        assertThat(low(POOR, R7)).isEqualTo(IncomeLevel.LOW_1);
        Resident taxed = new Resident(true, 3_000_000, 0, 0, false);
        assertThat(low(POOR, R7, taxed)).isEqualTo(IncomeLevel.GENERAL_1);
        Resident pensioner = new Resident(false, 1_500_000, 0, 0, false);
        assertThat(low(POOR, R7, pensioner)).isEqualTo(IncomeLevel.LOW_2);
        Resident welfare = new Resident(false, 1_000_000, 0, 0, true);
        assertThat(low(welfare, R7)).as("老齢福祉年金").isEqualTo(IncomeLevel.LOW_1);
    }

    @Test
    void the_limit_of_the_pension_follows_the_day() {
        Resident limit = new Resident(false, 806_700, 0, 0, false);
        assertThat(low(limit, R7.minusDays(1))).isEqualTo(IncomeLevel.LOW_2);
        assertThat(low(limit, R7)).isEqualTo(IncomeLevel.LOW_1);
        Resident above = new Resident(false, 806_701, 0, 0, false);
        assertThat(low(above, R7)).isEqualTo(IncomeLevel.LOW_2);
    }

    @Test
    void a_small_salary_counts_as_no_income_and_any_other_income_does() {
        assertThat(low(new Resident(false, 0, 100_000, 0, false), R7)).isEqualTo(IncomeLevel.LOW_1);
        assertThat(low(new Resident(false, 0, 100_001, 0, false), R7)).isEqualTo(IncomeLevel.LOW_2);
        assertThat(low(new Resident(false, 0, 0, 1, false), R7)).isEqualTo(IncomeLevel.LOW_2);
        assertThat(IncomeLevel.values()).allMatch(level -> !level.japanese().isBlank());
    }
}
