package org.machi.law.burden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.LevyYear;
import org.machi.law.burden.BurdenShare.Person;
import org.machi.law.parameter.Parameters;
import org.machi.law.premium.IncomeRules;
import org.machi.law.premium.TaxFacts;
import org.machi.law.premium.TaxItem;

/** 年金収入とその他の合計所得金額: 厚生労働省「窓口負担割合の見直し」. */
class BurdenIncomeTest {
    private static final LocalDate OLD = LocalDate.of(1940, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private final BurdenShare rule = new BurdenShare(Parameters.standard());
    private final BurdenIncome income =
            new BurdenIncome(new IncomeRules(Parameters.standard(), new LevyYear(2026)), rule);

    private static TaxFacts pensioner(long revenue, long misc) {
        return new TaxFacts().set(TaxItem.PENSION_REVENUE, revenue).set(TaxItem.MISC_TOTAL, misc);
    }

    @Test
    void a_pension_counts_by_its_revenue_and_other_income_beside_it() {
        TaxFacts pension = pensioner(1_900_000, 800_000);
        assertThat(income.of(pension, 300_000, OLD, DAY).pensionAndOthers()).isEqualTo(1_900_000);
        TaxFacts withSalary =
                pensioner(1_900_000, 800_000)
                        .set(TaxItem.SALARY_REVENUE, 900_000)
                        .set(TaxItem.SALARY, 350_000);
        Person person = income.of(withSalary, 300_000, OLD, DAY);
        assertThat(person.pensionAndOthers())
                .as("10万円 of the salary's income do not count")
                .isEqualTo(1_900_000 + 250_000);
        assertThat(person.revenue()).isEqualTo(2_800_000);
    }

    @Test
    void who_has_business_income_must_apply_with_the_revenue_before_three_tenths_are_lifted() {
        TaxFacts rich = pensioner(1_200_000, 100_000).set(TaxItem.BUSINESS, 2_600_000);
        Person person = income.of(rich, 1_600_000, OLD, DAY);
        assertThat(person.revenue()).isEqualTo(BurdenIncome.UNKNOWN_REVENUE);
        assertThat(rule.of(List.of(person), 0, DAY)).isEqualTo(BurdenShare.Share.THREE);
        assertThat(rule.explain(List.of(person), 0, DAY).toText())
                .contains("3割", "1,600,000円", "不明（基準収入額適用の申請による）", "1,450,000");
    }
}
