package org.machi.law;

import java.time.LocalDate;

/**
 * 賦課年度: the fiscal year in which a premium was decided.
 *
 * @param year Gregorian year of its April
 */
public record DecisionYear(int year) implements FiscalYear, Comparable<DecisionYear> {
    public DecisionYear {
        FiscalYear.check(year);
    }

    /** The year in which this day lies. */
    public static DecisionYear containing(LocalDate day) {
        return new DecisionYear(FiscalYear.yearContaining(day));
    }

    public DecisionYear next() {
        return new DecisionYear(year + 1);
    }

    public DecisionYear previous() {
        return new DecisionYear(year - 1);
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
