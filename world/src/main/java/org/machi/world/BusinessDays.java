package org.machi.world;

import java.time.LocalDate;

/**
 * Which days are business days; the caller brings the calendar, because holidays are law and this
 * module knows file formats only.
 */
@FunctionalInterface
public interface BusinessDays {
    boolean isBusinessDay(LocalDate day);

    /** The day itself when it is a business day, or else the next one. */
    default LocalDate onOrAfter(LocalDate day) {
        LocalDate at = day;
        while (!isBusinessDay(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** The day itself when it is a business day, or else the one before. */
    default LocalDate onOrBefore(LocalDate day) {
        LocalDate at = day;
        while (!isBusinessDay(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    /** So many business days later; 0 is the day itself or the next business day. */
    default LocalDate after(LocalDate day, int count) {
        LocalDate at = onOrAfter(day);
        for (int i = 0; i < count; i++) {
            at = onOrAfter(at.plusDays(1));
        }
        return at;
    }

    default LocalDate previous(LocalDate day) {
        return onOrBefore(day.minusDays(1));
    }
}
