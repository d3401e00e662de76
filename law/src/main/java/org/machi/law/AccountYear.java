package org.machi.law;

import java.time.LocalDate;
import java.time.Month;

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

    /** 出納閉鎖: May 31 after the year's end; until then money may still be booked in it. */
    @LegalBasis("自治法235条の5")
    public LocalDate closesOn() {
        return LocalDate.of(year + 1, Month.MAY, 31);
    }

    /** 滞納繰越: the first day on which what is unpaid belongs to the next year. */
    @LegalBasis("自治令160条")
    public LocalDate carriedOverOn() {
        return closesOn().plusDays(1);
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
