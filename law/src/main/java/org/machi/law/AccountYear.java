package org.machi.law;

import java.time.LocalDate;
import java.time.Month;

/**
 * 会計年度: the fiscal year in which money is booked.
 *
 * @param year Gregorian year of its April
 */
public record AccountYear(int year) implements FiscalYear, Comparable<AccountYear> {
    public AccountYear {
        FiscalYear.check(year);
    }

    /** The year in which this day lies. */
    public static AccountYear containing(LocalDate day) {
        return new AccountYear(FiscalYear.yearContaining(day));
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

    @Override
    public int compareTo(AccountYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return japanese();
    }
}
