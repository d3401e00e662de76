package org.machi.law;

import java.time.LocalDate;
import java.time.Month;

/**
 * Arithmetic of fiscal years (April to March), shared by the three year types that must not be
 * mixed up.
 */
@LegalBasis("自治法208条1項")
final class FiscalYear {
    private static final int FIRST = 1989;
    private static final int LAST = 2100;

    private FiscalYear() {}

    static void check(int year) {
        if (year < FIRST || year > LAST) {
            throw new LawException("年度が範囲外です: " + year);
        }
    }

    static int containing(LocalDate day) {
        return day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1;
    }

    static LocalDate start(int year) {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    /** 2019 is called 令和元年度, although its April was still 平成31年. */
    static String japanese(int year) {
        Era era = Era.of(LocalDate.of(year, Month.DECEMBER, 31));
        return era.japanese() + era.yearText(year) + "年度";
    }
}
