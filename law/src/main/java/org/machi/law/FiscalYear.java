package org.machi.law;

import java.time.LocalDate;
import java.time.Month;

/**
 * A year from April to March. Its three kinds have types of their own, so that the year that a
 * premium belongs to, the year of its decision and the year of its money can't be mixed up.
 */
@LegalBasis("自治法208条1項")
public sealed interface FiscalYear permits LevyYear, DecisionYear, AccountYear {
    /** Gregorian year of its April. */
    int year();

    /** April 1. */
    default LocalDate start() {
        return LocalDate.of(year(), Month.APRIL, 1);
    }

    /** March 31 of the next calendar year. */
    default LocalDate end() {
        return LocalDate.of(year() + 1, Month.MARCH, 31);
    }

    default boolean contains(LocalDate day) {
        return yearContaining(day) == year();
    }

    /** As people read it, e.g. 令和8年度; 2019 is called 令和元年度, although its April was still 平成31年. */
    default String japanese() {
        Era era = Era.of(LocalDate.of(year(), Month.DECEMBER, 31));
        return era.japanese() + era.yearText(year()) + "年度";
    }

    /** The Gregorian year of the April before or on this day. */
    static int yearContaining(LocalDate day) {
        return day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1;
    }

    /** Refuses what can't be a year, e.g. 26 or 令和's number. */
    static void check(int year) {
        if (year < 1989 || year > 2100) {
            throw new LawException("年度が範囲外です: " + year);
        }
    }
}
