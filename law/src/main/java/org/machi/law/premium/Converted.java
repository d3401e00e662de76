package org.machi.law.premium;

import static org.machi.law.explanation.Steps.yen;

import java.util.List;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.Conversion;
import org.machi.law.parameter.ParameterRow;

/**
 * An income that was made from a revenue because the facts had no income.
 *
 * @param person whose it is, empty when nobody is named
 * @param item what it is called
 * @param from the revenue, or the income before an adjustment, yen
 * @param income what it became, yen
 * @param rule the rule of the register
 * @param rows the band of the table
 */
public record Converted(
        String person, String item, long from, long income, String rule, List<ParameterRow> rows) {
    private static final String PART = "所得";

    static Converted pension(String person, long revenue, long income, Conversion table) {
        return new Converted(
                person,
                "公的年金等に係る雑所得",
                revenue,
                income,
                "income.pension",
                List.of(table.row(revenue)));
    }

    static Converted salary(String person, long revenue, long income, Conversion table) {
        return new Converted(
                person, "給与所得", revenue, income, "income.salary", List.of(table.row(revenue)));
    }

    /** 所得金額調整控除 of somebody with a salary and a pension. */
    static Converted adjusted(String person, long before, long after) {
        return new Converted(
                person, "給与所得（所得金額調整控除の後）", before, after, "income.adjustment", List.of());
    }

    void tell(Steps steps) {
        steps.step(PART, person.isEmpty() ? item : item + "（" + person + "）")
                .formula(() ->
                        rows.isEmpty() ? yen(from) + " − " + yen(from - income) : "収入 " + yen(from))
                .isYen(income)
                .using(rows)
                .by(rule);
    }
}
