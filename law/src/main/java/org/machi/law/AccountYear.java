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

    /**
     * The year in which an instalment is charged: that of the last day of its period, although the
     * due date may move into the next April.
     *
     * @param nominalDueOn the day that the ordinance names
     */
    @LegalBasis("自治令142条1項1号")
    public static AccountYear ofInstalment(LocalDate nominalDueOn) {
        return containing(nominalDueOn);
    }

    /** The year of an extra instalment: that of the notice. */
    @LegalBasis("自治令142条1項2号")
    public static AccountYear ofExtra(LocalDate noticeOn) {
        return containing(noticeOn);
    }

    /** The year that takes a receipt for this year's charge: this one while it is open. */
    @LegalBasis("自治令160条")
    public AccountYear ofReceipt(LocalDate receivedOn) {
        return receivedOn.isAfter(closesOn()) ? containing(receivedOn) : this;
    }

    /**
     * Whether a refund of this year's receipt goes out of the revenue (戻出); after the books are
     * closed it is an expense (歳出) of the year in which it is paid.
     */
    @LegalBasis({"自治令165条の7", "自治令165条の8"})
    public boolean isRepaidFromRevenue(LocalDate paidOn) {
        return !paidOn.isAfter(closesOn());
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
