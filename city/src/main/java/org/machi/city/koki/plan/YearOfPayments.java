package org.machi.city.koki.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.machi.law.BusinessCalendar;
import org.machi.law.LevyYear;
import org.machi.law.instalment.CollectionPolicy;
import org.machi.law.instalment.DueDates;

/**
 * The days of one levy year in one municipality: due dates of its periods and of its deductions.
 *
 * @param dueOn due dates of the ordinary periods in order
 */
public record YearOfPayments(
        LevyYear year, CollectionPolicy policy, BusinessCalendar calendar, List<LocalDate> dueOn) {

    /** The pay months of a levy year in order. */
    public static final List<Integer> PAY_MONTHS = List.of(4, 6, 8, 10, 12, 2);

    /**
     * Slips must reach people this long before they are due (条例・要綱, parameter of the municipality).
     */
    private static final int DAYS_FOR_A_SLIP = 10;

    /**
     * A stop reaches the pension's payer about two months before it works (collection-rules 1.4).
     */
    private static final int MONTHS_FOR_A_STOP = 2;

    public static YearOfPayments of(
            LevyYear year, CollectionPolicy policy, BusinessCalendar calendar) {
        return new YearOfPayments(year, policy, calendar, DueDates.of(policy, year, calendar));
    }

    /**
     * Index of the first ordinary period whose slip can still be sent on the day; the number of
     * periods when none.
     */
    public int firstOpen(LocalDate day) {
        int open = 0;
        while (open < dueOn.size() && dueOn.get(open).isBefore(day.plusDays(DAYS_FOR_A_SLIP))) {
            open++;
        }
        return open;
    }

    /**
     * Index in {@link #PAY_MONTHS} of the first deduction that a stop on the day can still prevent;
     * 6 when none.
     */
    public int firstStoppable(LocalDate day) {
        YearMonth earliest = YearMonth.from(day).plusMonths(MONTHS_FOR_A_STOP);
        int index = 0;
        while (index < PAY_MONTHS.size() && payMonth(index).isBefore(earliest)) {
            index++;
        }
        return index;
    }

    /** How many ordinary periods fall due before the first deduction of October. */
    public int periodsBeforeOctober() {
        LocalDate october = LocalDate.of(year.year(), 10, 1);
        return (int) dueOn.stream().filter(due -> due.isBefore(october)).count();
    }

    public YearMonth payMonth(int index) {
        int month = PAY_MONTHS.get(index);
        return YearMonth.of(month >= 4 ? year.year() : year.year() + 1, month);
    }

    /** The pension's payer hands over what it deducted by the 10th of the next month. */
    public LocalDate deductionDueOn(int index) {
        return calendar.onOrAfter(payMonth(index).plusMonths(1).atDay(10));
    }

    /** Due date of the n-th extra period (from 0) that is noticed on the day. */
    public LocalDate extraDueOn(LocalDate noticeOn, int number) {
        return DueDates.extraDueOn(noticeOn.plusMonths(number), calendar);
    }
}
