package org.machi.law.eligibility;

import static org.machi.law.explanation.Steps.day;

import java.time.LocalDate;
import java.util.Optional;
import org.machi.law.LegalBasis;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.ParameterRow;
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

    /**
     * The same for somebody who may have become leviable after the first due date: then from the
     * day after that day.
     */
    public static LocalDate firstForbiddenDay(
            Parameters parameters, LocalDate firstDueOn, LocalDate leviableOn) {
        return firstForbiddenDay(
                parameters, leviableOn.isAfter(firstDueOn) ? leviableOn : firstDueOn);
    }

    /** The steps behind the last day on which may be decided. */
    public static Explanation explain(
            Parameters parameters, LocalDate firstDueOn, LocalDate leviableOn) {
        Steps steps = new Steps("賦課決定の期間制限");
        tell(steps, parameters, firstDueOn, leviableOn);
        return steps.done();
    }

    static void tell(
            Steps steps, Parameters parameters, LocalDate firstDueOn, LocalDate leviableOn) {
        LocalDate from = leviableOn.isAfter(firstDueOn) ? leviableOn : firstDueOn;
        steps.step("期間制限", "最初の納期")
                .formula(
                        leviableOn.isAfter(firstDueOn)
                                ? "納期 " + day(firstDueOn) + " の後に賦課できることとなった"
                                : "その年度の最初の納期")
                .is(day(from))
                .by("decision.limit");
        steps.step("期間制限", "決定できなくなる日")
                .formula(day(from.plusDays(1)) + " から起算して2年を経過した日")
                .is(day(firstForbiddenDay(parameters, from)))
                .using(parameters.find("decision.limitYears", ParameterRow.NATIONAL, from))
                .by("decision.limit");
    }

    /**
     * The exception: an adjustment between insurers that the person is not to blame for may lower
     * the premium after the two years too. Its text is not verified; the row says so.
     */
    @LegalBasis("法160条の2第2項")
    public static Optional<ParameterRow> mayLowerLate(Parameters parameters, LocalDate decidedOn) {
        return parameters.find("decision.adjustment", ParameterRow.NATIONAL, decidedOn);
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
