package org.machi.city.koki.letters;

import java.util.List;
import org.machi.city.koki.plan.PlanRow;
import org.machi.city.koki.plan.YearOfPayments;
import org.machi.law.LegalBasis;
import org.machi.platform.forms.Wording;

/**
 * What a plan changes in the deduction from the pension: it begins (準介136条) or it stops (準介138条).
 *
 * @param starts nothing was deducted in this year before, and now something is
 * @param stops something was deducted or to be deducted, and from a month on nothing is
 * @param index pay month of the turn, in {@link YearOfPayments#PAY_MONTHS}
 */
@LegalBasis({"準用介護保険法136条", "準用介護保険法138条"})
record DeductionTurn(boolean starts, boolean stops, int index) {

    /** Index of October; those who are deducted provisionally go on with it. */
    private static final int OCTOBER = 3;

    static DeductionTurn of(ToldPlan plan) {
        List<Integer> now = indexes(plan.rows());
        List<Integer> then = plan.before() == null ? List.of() : indexes(plan.before().rows());
        if (then.isEmpty()) {
            return new DeductionTurn(!now.isEmpty(), false, now.isEmpty() ? 0 : now.getFirst());
        }
        int after = now.isEmpty() ? 0 : now.getLast() + 1;
        boolean expected =
                then.getLast() >= after
                        || plan.before() != null && plan.before().provisional() && after <= OCTOBER;
        return new DeductionTurn(
                false, expected && after < YearOfPayments.PAY_MONTHS.size(), after);
    }

    private static List<Integer> indexes(List<PlanRow> rows) {
        return rows.stream()
                .filter(row -> row.method() == PlanRow.DEDUCTION && row.amount() > 0)
                .map(row -> YearOfPayments.PAY_MONTHS.indexOf(row.period()))
                .sorted()
                .toList();
    }

    /** 令和8年10月. */
    String month(int levyYear) {
        int month = YearOfPayments.PAY_MONTHS.get(index);
        String date = Wording.date(Periods.firstDay(month, levyYear));
        return date.substring(0, date.indexOf('月') + 1);
    }
}
