package org.machi.city.koki.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.plan.Plan.Order;
import org.machi.law.LegalBasis;
import org.machi.law.deduction.DeductionAmounts;
import org.machi.law.deduction.DeductionDecision;

/**
 * 12月・2月開始: what would fall due by slips from that month on is taken from the pension instead, for
 * people captured on 1 June or 1 August. Pure.
 */
@LegalBasis({"準介135条", "準介136条2項"})
final class LaterStarts {

    private final Planner planner;
    private final YearOfPayments year;

    LaterStarts(Planner planner, YearOfPayments year) {
        this.planner = planner;
        this.year = year;
    }

    /**
     * @param index of the first deduction in {@link YearOfPayments#PAY_MONTHS}: December or
     *     February
     * @return null when nothing is left that could be deducted
     */
    @Nullable Plan from(PlanFacts facts, int index) {
        LocalDate boundary = year.payMonth(index).atDay(1);
        long moved = 0;
        List<PlanRow> rows = new ArrayList<>();
        for (PlanRow row : facts.before()) {
            boolean later = row.method() == PlanRow.ORDINARY && !row.dueOn().isBefore(boundary);
            moved += later ? row.amount() : 0;
            rows.add(later ? new PlanRow(row.method(), row.period(), row.dueOn(), 0) : row);
        }
        int payments = YearOfPayments.PAY_MONTHS.size() - index;
        if (moved == 0 || facts.lost()) {
            return null;
        }
        long[] amounts = DeductionAmounts.main(moved, 0, payments).amounts();
        return switch (planner.decide(facts.pension(), amounts[0])) {
            case DeductionDecision.Deduct _ -> {
                for (int i = 0; i < payments; i++) {
                    rows.removeIf(planner.deduction(index + i, 0)::sameAs);
                    rows.add(planner.deduction(index + i, amounts[i]));
                }
                Plan plan = new Plan(rows, "03", Order.ADD);
                yield plan.result().equals("1") ? new Plan(rows, null, Order.ADD) : plan;
            }
            case DeductionDecision.Ordinary(DeductionDecision.Reason reason) ->
                    new Plan(facts.before(), Planner.ordinaryReason(reason), Order.ADD_NOT_TAKEN);
        };
    }
}
