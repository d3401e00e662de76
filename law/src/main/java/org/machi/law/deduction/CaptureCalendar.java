package org.machi.law.deduction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.machi.law.BusinessCalendar;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;

/** The year of the deduction from pensions: captures, deadlines, first months, pay days. */
@LegalBasis({"準介134条", "準介135条", "準介136条", "令28条", "則91条"})
public final class CaptureCalendar {
    private CaptureCalendar() {}

    /** The capture on a first day of April, June, August, October, December or February. */
    public static CaptureSchedule captureOf(LocalDate day) {
        int y = day.getYear();
        return switch (day.getMonth()) {
            case APRIL -> schedule(day, at(y, 5, 31), at(y, 7, 31), YearMonth.of(y, 10), 3, false);
            case JUNE -> schedule(day, at(y, 8, 10), at(y, 10, 20), YearMonth.of(y, 12), 2, false);
            case AUGUST ->
                    schedule(day, at(y, 10, 10), at(y, 12, 20), YearMonth.of(y + 1, 2), 1, false);
            case OCTOBER ->
                    schedule(day, at(y, 12, 10), at(y + 1, 2, 20), YearMonth.of(y + 1, 4), 3, true);
            case DECEMBER ->
                    schedule(
                            day,
                            at(y + 1, 2, 10),
                            at(y + 1, 4, 20),
                            YearMonth.of(y + 1, 6),
                            2,
                            true);
            case FEBRUARY -> schedule(day, at(y, 4, 10), at(y, 6, 20), YearMonth.of(y, 8), 1, true);
            case JANUARY, MARCH, MAY, JULY, SEPTEMBER, NOVEMBER ->
                    throw new org.machi.law.LawException("捕捉日ではありません: " + day);
        };
    }

    /** All captures from April of the year to February, in order. */
    public static List<CaptureSchedule> captures(LevyYear year) {
        return Stream.of(4, 6, 8, 10, 12, 2).map(month -> captureOf(first(year, month))).toList();
    }

    /**
     * The capture that first sees a person who came on {@code acquiredOn}.
     *
     * @param midYearStart the municipality starts in December and February too, which it may;
     *     otherwise people of April 2 to October 1 start in April
     */
    @LegalBasis({"準介134条4項", "準介134条5項", "準介134条6項"})
    public static CaptureSchedule captureFor(LocalDate acquiredOn, boolean midYearStart) {
        LocalDate capture = acquiredOn.withDayOfMonth(1);
        while (capture.isBefore(acquiredOn) || capture.getMonthValue() % 2 == 1) {
            capture = capture.plusMonths(1);
        }
        int month = capture.getMonthValue();
        boolean inMidYear = month == 6 || month == 8;
        return captureOf(
                inMidYear && !midYearStart ? LocalDate.of(capture.getYear(), 10, 1) : capture);
    }

    /**
     * The last day for changing the amount of June and August (April 20) or of August only (June
     * 20).
     */
    @LegalBasis({"則110条3項", "則111条", "則112条"})
    public static LocalDate provisionalChangeBy(LevyYear year, boolean augustOnly) {
        return augustOnly ? at(year.year(), 6, 20) : at(year.year(), 4, 20);
    }

    /** The six pay days of a levy year from April to February. */
    public static List<LocalDate> payDays(LevyYear year, BusinessCalendar calendar) {
        return Stream.of(4, 6, 8, 10, 12, 2)
                .map(month -> calendar.pensionPayDay(YearMonth.from(first(year, month))))
                .toList();
    }

    private static LocalDate first(LevyYear year, int month) {
        return LocalDate.of(month >= 4 ? year.year() : year.year() + 1, month, 1);
    }

    private static LocalDate at(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static CaptureSchedule schedule(
            LocalDate day,
            LocalDate noticeBy,
            LocalDate requestBy,
            YearMonth firstMonth,
            int payments,
            boolean provisional) {
        return new CaptureSchedule(day, noticeBy, requestBy, firstMonth, payments, provisional);
    }
}
