package org.machi.city.koki.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.plan.Plan.Order;
import org.machi.law.LegalBasis;
import org.machi.law.deduction.DeductionAmounts;
import org.machi.law.deduction.DeductionEligibility;

/**
 * 平準化: August's provisional amount so that the half-year takes half of the year, and every payment
 * from then on is about a sixth. Pure.
 */
@LegalBasis({"準介140条2項", "則110条3項"})
final class Levelling {

    private static final int APRIL = 4;
    private static final int JUNE = 6;
    private static final int AUGUST = 8;

    private Levelling() {}

    /**
     * The plan with August levelled.
     *
     * @param rows a provisional plan
     * @param expectedYear yen that the year's premium is expected to be
     * @param yearlyPension yen a year
     * @param care yen that 介護 takes from the same payment
     * @return null when nothing changes, when a deduction of spring fell away, or when August would
     *     take more than half of the payment
     */
    static @Nullable Plan august(
            List<PlanRow> rows, long expectedYear, long yearlyPension, long care) {
        long april = amount(rows, APRIL);
        long june = amount(rows, JUNE);
        long now = amount(rows, AUGUST);
        if (april == 0 || june == 0 || now == 0 || expectedYear == 0) {
            return null;
        }
        long levelled = DeductionAmounts.levelledAugust(expectedYear, april, june);
        if (levelled == now || DeductionEligibility.exceedsHalf(yearlyPension, levelled, care)) {
            return null;
        }
        return new Plan(withAugust(rows, levelled), null, Order.CHANGE);
    }

    /** The plan with August as in June again: the payer did not accept the change. */
    static Plan undone(List<PlanRow> rows) {
        return new Plan(withAugust(rows, amount(rows, JUNE)), null, Order.NOTHING);
    }

    private static List<PlanRow> withAugust(List<PlanRow> rows, long yen) {
        List<PlanRow> changed = new ArrayList<>();
        for (PlanRow row : rows) {
            boolean august = row.method() == PlanRow.DEDUCTION && row.period() == AUGUST;
            changed.add(august ? new PlanRow(row.method(), row.period(), row.dueOn(), yen) : row);
        }
        return changed;
    }

    private static long amount(List<PlanRow> rows, int month) {
        return rows.stream()
                .filter(row -> row.method() == PlanRow.DEDUCTION && row.period() == month)
                .mapToLong(PlanRow::amount)
                .sum();
    }
}
