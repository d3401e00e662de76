package org.machi.union.burden;

import java.time.LocalDate;
import java.time.Month;
import org.machi.law.LegalBasis;

/**
 * The year in which a share of burden holds, from 1 August on, by the income of the calendar year
 * before (相当年度 of the same number).
 */
@LegalBasis("令7条")
record BurdenYear(int year) {

    static BurdenYear of(LocalDate day) {
        return new BurdenYear(
                day.getMonth().compareTo(Month.AUGUST) >= 0 ? day.getYear() : day.getYear() - 1);
    }

    LocalDate start() {
        return LocalDate.of(year, Month.AUGUST, 1);
    }
}
