package org.machi.law;

import java.time.LocalDate;

/**
 * 会計年度: the fiscal year in which money is booked.
 *
 * @param year Gregorian year of its April, 2000 to 2100
 */
public record AccountYear(int year) implements Comparable<AccountYear> {
    public AccountYear {
        FiscalYear.check(year);
    }

    /** The year in which this day lies. */
    public static AccountYear containing(LocalDate day) {
        return new AccountYear(FiscalYear.containing(day));
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

    public AccountYear next() {
        return new AccountYear(year + 1);
    }

    public AccountYear previous() {
        return new AccountYear(year - 1);
    }

    /** As people read it, e.g. 令和8年度. */
    public String japanese() {
        return FiscalYear.japanese(year);
    }

    @Override
    public int compareTo(AccountYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return japanese();
    }
}
