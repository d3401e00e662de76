package org.machi.law.eligibility;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.law.parameter.Parameters;

/**
 * 賦課決定の期間制限: two years after the first due date of the levy year nothing may be decided, up or
 * down.
 */
@LegalBasis("法160条の2")
public final class DecisionLimit {
    private DecisionLimit() {}

    /**
     * The first day on which a premium can no longer be decided.
     *
     * @param firstDueOn the person's first due date of the levy year: May 10 for April's pension
     *     deduction, the ordinance's first due date otherwise, the day of acquisition when that is
     *     later
     */
    public static LocalDate firstForbiddenDay(Parameters parameters, LocalDate firstDueOn) {
        long years = parameters.amount("decision.limitYears", firstDueOn);
        return firstDueOn.plusDays(1).plusYears(years);
    }

    public static boolean mayDecide(
            Parameters parameters, LocalDate firstDueOn, LocalDate decidedOn) {
        return decidedOn.isBefore(firstForbiddenDay(parameters, firstDueOn));
    }

    /** The due date of a deduction: the pension service pays over by the 10th of the next month. */
    @LegalBasis("準介137条")
    public static LocalDate dueDateOfDeduction(LocalDate deductedOn) {
        return deductedOn.plusMonths(1).withDayOfMonth(10);
    }
}
