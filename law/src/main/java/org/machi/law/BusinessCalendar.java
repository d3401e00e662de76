package org.machi.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Days on which offices and banks are open: not Saturdays, Sundays, national holidays and December
 * 29 to January 3.
 *
 * <p>Holidays come from the Cabinet Office's list (国民の祝日に関する法律), including 振替休日, 国民の休日 and the
 * moves of 2020 and 2021. A day outside the table is refused: a due date must never rest on a
 * guess.
 */
@LegalBasis({"国民の祝日に関する法律3条", "行政機関の休日に関する法律1条", "自治法4条の2"})
public final class BusinessCalendar {
    private static final BusinessCalendar STANDARD = load();

    private final Map<LocalDate, String> holidays;
    private final Set<LocalDate> closed;
    private final LocalDate first;
    private final LocalDate last;

    private BusinessCalendar(Map<LocalDate, String> holidays, Collection<LocalDate> closed) {
        this.holidays = Map.copyOf(holidays);
        this.closed = Set.copyOf(closed);
        this.first =
                LocalDate.of(
                        holidays.keySet().stream().mapToInt(LocalDate::getYear).min().orElseThrow(),
                        1,
                        1);
        this.last =
                LocalDate.of(
                        holidays.keySet().stream().mapToInt(LocalDate::getYear).max().orElseThrow(),
                        12,
                        31);
    }

    /** The calendar by the Cabinet Office's list. */
    public static BusinessCalendar standard() {
        return STANDARD;
    }

    /** The same calendar with further closed days, e.g. an office's own. */
    public BusinessCalendar closedAlsoOn(Collection<LocalDate> days) {
        Set<LocalDate> all = new HashSet<>(closed);
        all.addAll(days);
        return new BusinessCalendar(holidays, all);
    }

    private static BusinessCalendar load() {
        Map<LocalDate, String> holidays = new HashMap<>();
        for (String[] cells : TsvResource.read("calendar/holidays.tsv", 4)) {
            if (holidays.put(LocalDate.parse(cells[0]), cells[1]) != null) {
                throw new LawException("祝日が二重です: " + cells[0]);
            }
        }
        return new BusinessCalendar(holidays, Set.of());
    }

    /** The name of the national holiday, if the day is one; 振替休日 and 国民の休日 are named 休日. */
    public Optional<String> holidayName(LocalDate day) {
        check(day);
        return Optional.ofNullable(holidays.get(day));
    }

    public boolean isBusinessDay(LocalDate day) {
        check(day);
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isYearEnd(day)
                && !holidays.containsKey(day)
                && !closed.contains(day);
    }

    /** The day itself when open, otherwise the next open day (due dates). */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate open = day;
        while (!isBusinessDay(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** The day itself when open, otherwise the last open day before (pay days). */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate open = day;
        while (!isBusinessDay(open)) {
            open = open.minusDays(1);
        }
        return open;
    }

    /** The first open day after this one. */
    public LocalDate next(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    /** The last open day before this one. */
    public LocalDate previous(LocalDate day) {
        return onOrBefore(day.minusDays(1));
    }

    /** The open day that comes {@code count} open days after this one. */
    public LocalDate plusBusinessDays(LocalDate day, int count) {
        LocalDate open = day;
        for (int i = 0; i < count; i++) {
            open = next(open);
        }
        return open;
    }

    /** Open days from {@code from} to {@code to}, both inclusive, in order. */
    public Stream<LocalDate> businessDays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(this::isBusinessDay);
    }

    /**
     * The day on which a pension is paid in this month: the 15th, earlier when that day is closed.
     */
    @LegalBasis("国民年金法18条3項")
    public LocalDate pensionPayDay(YearMonth month) {
        return onOrBefore(month.atDay(15));
    }

    /** First and last day that the table knows. */
    public LocalDate firstDay() {
        return first;
    }

    public LocalDate lastDay() {
        return last;
    }

    private static boolean isYearEnd(LocalDate day) {
        return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 29
                || day.getMonth() == Month.JANUARY && day.getDayOfMonth() <= 3;
    }

    private void check(LocalDate day) {
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new LawException("祝日表にない年です: " + day);
        }
    }
}
