package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machi.law.LevyYear;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

class IncomeRulesTest {
    private static final LocalDate OLD = LocalDate.of(1945, 5, 5);
    private final IncomeRules rules = new IncomeRules(Parameters.standard(), new LevyYear(2026));
    private final TaxFacts tax = new TaxFacts();

    @ParameterizedTest
    @CsvSource({
        "24000000, 430000",
        "24000001, 290000",
        "24500000, 290000",
        "24500001, 150000",
        "25000000, 150000",
        "25000001, 0"
    })
    void the_base_deduction_shrinks_above_24_million(long income, long deduction) {
        tax.set(TaxItem.BUSINESS, income);
        assertThat(income - rules.base(tax)).isEqualTo(deduction);
    }

    @Test
    void in_reiwa_2_everybody_had_330_000() {
        IncomeRules old = new IncomeRules(Parameters.standard(), new LevyYear(2020));
        tax.set(TaxItem.BUSINESS, 30_000_000);
        assertThat(old.base(tax)).isEqualTo(29_670_000);
    }

    @Test
    void casualty_losses_lower_the_judgement_but_not_the_base() {
        tax.set(TaxItem.BUSINESS, 2_000_000).set(TaxItem.LOSS_CASUALTY, 500_000);
        assertThat(rules.base(tax)).isEqualTo(1_570_000);
        assertThat(rules.judgementIncome(tax, OLD)).isEqualTo(1_500_000);
    }

    @Test
    void net_losses_lower_both() {
        tax.set(TaxItem.BUSINESS, 2_000_000).set(TaxItem.LOSS_NET, 500_000);
        assertThat(rules.base(tax)).isEqualTo(1_070_000);
        assertThat(rules.judgementIncome(tax, OLD)).isEqualTo(1_500_000);
    }

    @Test
    void net_losses_do_not_meet_separate_transfers_but_losses_on_a_home_do() {
        tax.set(TaxItem.BUSINESS, 1_000_000).set(TaxItem.LOSS_NET, 2_500_000);
        tax.set(TaxItem.SEPARATE_LONG_GENERAL, 3_000_000).set(TaxItem.FOREST, 2_000_000);
        assertThat(rules.base(tax)).isEqualTo(3_000_000 + 500_000 - 430_000);
        tax.set(TaxItem.LOSS_RESIDENCE, 1_000_000);
        assertThat(rules.base(tax)).isEqualTo(2_000_000 + 500_000 - 430_000);
    }

    @Test
    void special_deductions_of_transfers_lower_the_base_only() {
        tax.set(TaxItem.SEPARATE_LONG_GENERAL, 40_000_000)
                .set(TaxItem.SPECIAL_LONG_GENERAL, 30_000_000);
        tax.set(TaxItem.LOSS_NET, 0);
        assertThat(rules.incomeForBase(tax)).isEqualTo(10_000_000);
        assertThat(rules.judgementIncome(tax, OLD)).isEqualTo(40_000_000);
        assertThat(rules.base(tax)).as("合計所得金額は特別控除前なので基礎控除なし").isEqualTo(10_000_000);
    }

    @Test
    void stock_losses_meet_only_stocks() {
        tax.set(TaxItem.BUSINESS, 1_000_000)
                .set(TaxItem.STOCK_LISTED, 300_000)
                .set(TaxItem.LOSS_STOCK, 500_000);
        assertThat(rules.base(tax)).isEqualTo(570_000);
        tax.set(TaxItem.FUTURES, 200_000).set(TaxItem.LOSS_FUTURES, 50_000);
        assertThat(rules.base(tax)).isEqualTo(720_000);
    }

    @Test
    void family_pay_goes_back_to_the_owner_and_away_from_the_employee() {
        tax.set(TaxItem.BUSINESS, 1_000_000).set(TaxItem.FAMILY_SALARY_DEDUCTION, 800_000);
        assertThat(rules.base(tax)).isEqualTo(570_000);
        assertThat(rules.judgementIncome(tax, OLD)).isEqualTo(1_800_000);

        TaxFacts wife = new TaxFacts();
        rules.salary(wife, 1_200_000).set(TaxItem.FAMILY_SALARY_REVENUE, 1_200_000);
        assertThat(rules.judgementIncome(wife, OLD)).isZero();
        assertThat(rules.isEarner(wife, OLD)).isFalse();
        assertThat(rules.base(wife)).isEqualTo(120_000);
    }

    @Test
    void pensioners_of_65_take_150_000_off_but_not_more_than_the_pension_income() {
        rules.pension(tax, 1_180_000, OLD);
        assertThat(rules.judgementIncome(tax, OLD)).isZero();
        rules.pension(tax, 1_530_000, OLD);
        assertThat(rules.judgementIncome(tax, OLD)).isEqualTo(280_000);
        tax.clear().set(TaxItem.MISC_TOTAL, 100_000).set(TaxItem.OTHER_MISC, 100_000);
        assertThat(rules.judgementIncome(tax, OLD)).isEqualTo(100_000);
    }

    @Test
    void age_65_counts_those_whose_birthday_is_the_first_of_january() {
        assertThat(rules.isFrom65(LocalDate.of(1961, 1, 1))).isTrue();
        assertThat(rules.isFrom65(LocalDate.of(1961, 1, 2))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"550000, 0, false", "550001, 0, true", "0, 1250000, false", "0, 1250001, true"})
    void an_earner_is_above_the_limits(long salary, long pension, boolean earner) {
        tax.set(TaxItem.SALARY_REVENUE, salary).set(TaxItem.PENSION_REVENUE, pension);
        assertThat(rules.isEarner(tax, OLD)).isEqualTo(earner);
    }

    @Test
    void under_65_the_pension_limit_is_600_000() {
        tax.set(TaxItem.PENSION_REVENUE, 600_001);
        assertThat(rules.isEarner(tax, LocalDate.of(1965, 1, 1))).isTrue();
        assertThat(rules.isEarner(tax, OLD)).isFalse();
    }

    @Test
    void the_tax_offices_own_amounts_go_first_when_flagged() {
        tax.set(TaxItem.BUSINESS, 5_000_000).fixedBase(1_000).fixedJudgement(2_000);
        assertThat(rules.base(tax)).isEqualTo(1_000);
        assertThat(rules.judgementIncome(tax, OLD)).isEqualTo(2_000);
    }

    @Test
    void income_that_is_being_asked_for_counts_as_none_for_the_base() {
        tax.set(TaxItem.BUSINESS, 5_000_000).declaration(TaxFacts.Declaration.INQUIRING);
        assertThat(rules.base(tax)).isZero();
    }

    @Test
    void salary_and_pension_together_are_adjusted_by_at_most_100_000() {
        assertThat(IncomeRules.incomeAdjustment(500_000, 80_000)).isEqualTo(80_000);
        assertThat(IncomeRules.incomeAdjustment(500_000, 800_000)).isEqualTo(100_000);
        assertThat(IncomeRules.incomeAdjustment(500_000, 0)).isZero();
    }

    @Test
    void items_are_named_as_in_the_tax_file() {
        assertThat(TaxItem.ofJapanese("繰越雑損失額")).contains(TaxItem.LOSS_CASUALTY);
        assertThat(TaxItem.ofJapanese("ない項目")).isEmpty();
        assertThat(TaxItem.values()).hasSize(41);
    }

    /** 措法41条の3の11第1項: (900万 − 850万) × 10% = 5万, at most (1,000万 − 850万) × 10% = 15万. */
    @Test
    void a_salary_above_8_500_000_is_adjusted_by_a_tenth() {
        assertThat(IncomeRules.childAdjustment(8_500_000)).isZero();
        assertThat(IncomeRules.childAdjustment(8_500_001)).isEqualTo(1);
        assertThat(IncomeRules.childAdjustment(9_000_000)).isEqualTo(50_000);
        assertThat(IncomeRules.childAdjustment(10_000_000)).isEqualTo(150_000);
        assertThat(IncomeRules.childAdjustment(12_000_000)).isEqualTo(150_000);
    }

    /** 1,000,000 + 2,000,000 + 300,000 + 40,000 + 5,000 − 45,000. */
    @Test
    void total_income_takes_every_kind_before_carried_losses() {
        tax.set(TaxItem.BUSINESS, 1_000_000)
                .set(TaxItem.SEPARATE_LONG_GENERAL, 2_000_000)
                .set(TaxItem.FOREST, 300_000)
                .set(TaxItem.STOCK_LISTED, 40_000)
                .set(TaxItem.FUTURES, 5_000)
                .set(TaxItem.RESIDENCE_LOSS_OF_YEAR, 45_000)
                .set(TaxItem.LOSS_NET, 700_000);
        assertThat(rules.totalIncome(tax)).isEqualTo(3_300_000);
    }

    /** 1,000,000 + 300,000 + 20,000 + 4,000 − 430,000: forest and treaty incomes count once. */
    @Test
    void forest_and_treaty_incomes_count_once() {
        tax.set(TaxItem.BUSINESS, 1_000_000)
                .set(TaxItem.FOREST, 300_000)
                .set(TaxItem.TREATY_INTEREST, 20_000)
                .set(TaxItem.STOCK_UNLISTED, 4_000);
        assertThat(rules.base(tax)).isEqualTo(894_000);
    }

    @ParameterizedTest
    @CsvSource({
        "24000000, base.deduction.1 base.deduction.limit.1",
        "24000001, base.deduction.2 base.deduction.limit.2",
        "25000000, base.deduction.3 base.deduction.limit.3",
        "25000001, ''"
    })
    void the_values_behind_the_base_deduction_are_those_of_its_step(long income, String names) {
        tax.set(TaxItem.BUSINESS, income);
        assertThat(
                        rules.baseDeductionRows(tax).rows().stream()
                                .map(ParameterRow::name)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(names);
    }

    @Test
    void in_reiwa_2_the_base_deduction_had_no_limit() {
        IncomeRules old = new IncomeRules(Parameters.standard(), new LevyYear(2020));
        tax.set(TaxItem.BUSINESS, 90_000_000);
        assertThat(old.baseDeductionRows(tax).rows())
                .extracting(ParameterRow::name)
                .containsExactly("base.deduction.1");
        assertThat(old.hasAdjustment()).isFalse();
        assertThat(new IncomeRules(Parameters.standard(), new LevyYear(2021)).hasAdjustment())
                .isTrue();
    }

    /** 3,500,000 × 75% − 275,000 = 2,350,000; 10万 and 20万 more with large other incomes. */
    @ParameterizedTest
    @CsvSource({"10000000, 2350000", "10000001, 2450000", "20000000, 2450000", "20000001, 2550000"})
    void the_pensions_deduction_shrinks_with_large_other_incomes(long others, long income) {
        assertThat(rules.pensionIncome(3_500_000, true, others)).isEqualTo(income);
    }

    @Test
    void facts_can_be_written_one_after_the_other() {
        assertThat(rules.pension(tax, 1_200_000, OLD).get(TaxItem.MISC_TOTAL)).isEqualTo(100_000);
        assertThat(tax.fixedJudgement(7).set(TaxItem.LOSS_NET, 9).clear().get(TaxItem.LOSS_NET))
                .isZero();
        assertThat(tax.hasFixedJudgement()).isFalse();
    }

    /** 2,000,000 of which 1,200,000 by the family: 800,000 − 650,000 = 150,000 is left. */
    @Test
    void a_second_salary_beside_the_familys_pay_stays() {
        rules.salary(tax, 2_000_000).set(TaxItem.FAMILY_SALARY_REVENUE, 1_200_000);
        assertThat(tax.get(TaxItem.SALARY)).isEqualTo(1_320_000);
        assertThat(rules.judgementIncome(tax, OLD)).isEqualTo(150_000);
        tax.set(TaxItem.SALARY, 100_000);
        assertThat(rules.judgementIncome(tax, OLD))
                .as("never more than the whole")
                .isEqualTo(100_000);
    }
}
