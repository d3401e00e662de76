package org.machi.law;

import java.time.LocalDate;

/**
 * 賦課年度: the fiscal year in which a premium was decided.
 *
 * @param year Gregorian year of its April, 2000 to 2100
 */
public record DecisionYear(int year) implements Comparable<DecisionYear> {
    public DecisionYear {
        FiscalYear.check(year);
    }

    /** The year in which this day lies. */
    public static DecisionYear containing(LocalDate day) {
        return new DecisionYear(FiscalYear.containing(day));
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

    public DecisionYear next() {
        return new DecisionYear(year + 1);
    }

    public DecisionYear previous() {
        return new DecisionYear(year - 1);
    }

    /** As people read it, e.g. 令和8年度. */
    public String japanese() {
        return FiscalYear.japanese(year);
    }

    @Override
    public int compareTo(DecisionYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return japanese();
    }
}
