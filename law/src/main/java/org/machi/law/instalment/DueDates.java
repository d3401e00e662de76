package org.machi.law.instalment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.machi.law.BusinessCalendar;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;

/**
 * Due dates (納期限): the end of the month, December perhaps on the 25th, moved to the next business
 * day.
 */
@LegalBasis({"法109条", "自治法4条の2", "民法142条", "条例（納期）"})
public final class DueDates {
    private DueDates() {}

    /**
     * The due dates of all periods of a levy year; the last may fall on the first business day of
     * the next April.
     */
    public static List<LocalDate> of(
            CollectionPolicy policy, LevyYear year, BusinessCalendar calendar) {
        return policy.months().stream().map(month -> dueOn(policy, year, month, calendar)).toList();
    }

    /** The due date of the period of one month. */
    public static LocalDate dueOn(
            CollectionPolicy policy, LevyYear year, int month, BusinessCalendar calendar) {
        return calendar.onOrAfter(nominalOn(policy, year, month));
    }

    /** The day that the ordinance names, before it moves to a business day. */
    public static LocalDate nominalOn(CollectionPolicy policy, LevyYear year, int month) {
        return nominal(policy, yearMonth(year, month));
    }

    /**
     * The due date of an extra period (随時期): the end of the month after the notice, at the
     * earliest.
     */
    public static LocalDate extraDueOn(LocalDate noticeOn, BusinessCalendar calendar) {
        return calendar.onOrAfter(YearMonth.from(noticeOn).plusMonths(1).atEndOfMonth());
    }

    static YearMonth yearMonth(LevyYear year, int month) {
        return YearMonth.of(month >= 4 ? year.year() : year.year() + 1, month);
    }

    private static LocalDate nominal(CollectionPolicy policy, YearMonth month) {
        boolean december = month.getMonthValue() == 12;
        return december && policy.decemberDay() > 0
                ? month.atDay(policy.decemberDay())
                : month.atEndOfMonth();
    }
}
