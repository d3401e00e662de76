package org.machi.law;

import java.time.LocalDate;

/**
 * 相当年度: the fiscal year that a premium belongs to.
 *
 * @param year Gregorian year of its April, 2000 to 2100
 */
public record LevyYear(int year) implements Comparable<LevyYear> {
    public LevyYear {
        FiscalYear.check(year);
    }

    /** The year in which this day lies. */
    public static LevyYear containing(LocalDate day) {
        return new LevyYear(FiscalYear.containing(day));
    }

    /** April 1. */
    public LocalDate start() {
        return FiscalYear.start(year);
    }

    /** March 31 of the next calendar year. */
    public LocalDate end() {
        return FiscalYear.start(year + 1).minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return FiscalYear.containing(day) == year;
    }

    public LevyYear next() {
        return new LevyYear(year + 1);
    }

    public LevyYear previous() {
        return new LevyYear(year - 1);
    }

    /** As people read it, e.g. 令和8年度. */
    public String japanese() {
        return FiscalYear.japanese(year);
    }

    @Override
    public int compareTo(LevyYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return japanese();
    }
}
