package org.machi.law.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.Parameters;

/** 外来144,000円: 和歌山県後期高齢者医療広域連合. 合算の限度額: 蟹江町, 観音寺市. */
class YearlyCostTest {
    private static final LocalDate YEAR = LocalDate.of(2025, 8, 1);
    private final YearlyCost rule = new YearlyCost(Parameters.standard());

    @Test
    void outpatient_care_of_a_year_is_added_up_from_august_to_july() {
        assertThat(YearlyCost.yearOf(LocalDate.of(2026, 7, 31))).isEqualTo(YEAR);
        assertThat(YearlyCost.yearOf(LocalDate.of(2026, 8, 1))).isEqualTo(YEAR.plusYears(1));
        assertThat(YearlyCost.baseDay(YEAR)).isEqualTo(LocalDate.of(2026, 7, 31));
        assertThat(rule.outpatient(216_000, IncomeLevel.GENERAL_1, YEAR)).isEqualTo(72_000);
        assertThat(rule.outpatient(216_000, IncomeLevel.LOW_2, YEAR)).isEqualTo(72_000);
        assertThat(rule.outpatient(216_000, IncomeLevel.ACTIVE_1, YEAR)).isZero();
        assertThat(rule.outpatient(144_000, IncomeLevel.GENERAL_2, YEAR)).isZero();
    }

    @Test
    void who_was_insured_elsewhere_for_a_part_of_the_year_gets_the_share_of_here() {
        assertThat(rule.outpatient(100_000, 100_000, IncomeLevel.GENERAL_1, YEAR))
                .isEqualTo(28_000);
        assertThat(rule.outpatient(50_001, 100_000, IncomeLevel.GENERAL_1, YEAR))
                .as("a yen that does not divide is left off")
                .isEqualTo(6_001L * 50_001 / 150_001);
        assertThat(rule.outpatient(0, 0, IncomeLevel.GENERAL_1, YEAR)).isZero();
    }

    @Test
    void what_the_home_gets_is_shared_by_what_each_paid_for_medical_care() {
        assertThat(
                        rule.combined(
                                List.of(200_000L, 100_000L),
                                0,
                                440_000,
                                IncomeLevel.GENERAL_1,
                                YEAR))
                .as("72,972 yen of the home; the odd yen go to who paid most")
                .containsExactly(48_648L, 24_324L);
        assertThat(rule.combined(List.of(150_000L), 150_000, 440_000, IncomeLevel.GENERAL_1, YEAR))
                .as("half of it was paid under another insurer")
                .containsExactly(36_486L);
        assertThat(rule.combined(List.of(0L, 0L), 0, 440_000, IncomeLevel.GENERAL_1, YEAR))
                .containsExactly(0L, 0L);
    }

    @Test
    void medical_and_care_together_have_a_ceiling_and_the_medical_side_pays_its_share() {
        assertThat(rule.combined(300_000, 440_000, IncomeLevel.GENERAL_1, YEAR))
                .isEqualTo(180_000L * 300_000 / 740_000);
        assertThat(rule.combined(300_000, 260_500, IncomeLevel.GENERAL_1, YEAR))
                .as("500 yen are not paid")
                .isZero();
        assertThat(rule.combined(300_000, 260_501, IncomeLevel.GENERAL_1, YEAR)).isEqualTo(268);
        assertThat(rule.combined(900_000, 0, IncomeLevel.GENERAL_1, YEAR))
                .as("nothing was paid for care")
                .isZero();
        assertThat(rule.combinedCeiling(IncomeLevel.ACTIVE_3, YEAR)).isEqualTo(2_120_000);
        assertThat(rule.combinedCeiling(IncomeLevel.ACTIVE_2, YEAR)).isEqualTo(1_410_000);
        assertThat(rule.combinedCeiling(IncomeLevel.ACTIVE_1, YEAR)).isEqualTo(670_000);
        assertThat(rule.combinedCeiling(IncomeLevel.LOW_2, YEAR)).isEqualTo(310_000);
        assertThat(rule.combinedCeiling(IncomeLevel.LOW_1, YEAR)).isEqualTo(190_000);
    }
}
