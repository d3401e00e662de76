package org.machi.law;

import java.time.LocalDate;

/**
 * 相当年度: the fiscal year that a premium belongs to.
 *
 * @param year Gregorian year of its April
 */
public record LevyYear(int year) implements FiscalYear, Comparable<LevyYear> {
    public LevyYear {
        FiscalYear.check(year);
    }

    /** The year in which this day lies. */
    public static LevyYear containing(LocalDate day) {
        return new LevyYear(FiscalYear.yearContaining(day));
    }

    public LevyYear next() {
        return new LevyYear(year + 1);
    }

    public LevyYear previous() {
        return new LevyYear(year - 1);
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
