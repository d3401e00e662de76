package org.machi.city.people.protection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The year of a 支援措置: its last day, and from when it may be extended (JY 3.4). */
final class ProtectionPeriod {

    private ProtectionPeriod() {}

    /**
     * One year: begins on 2020-04-01, ends on 2021-03-31. A year that begins on 29 February ends on
     * the last day of the next February, which has no such day (民法143条2項).
     */
    static LocalDate lastDay(LocalDate starts) {
        LocalDate sameDay = starts.plusYears(1);
        return sameDay.getDayOfMonth() == starts.getDayOfMonth() ? sameDay.minusDays(1) : sameDay;
    }

    /** One year more, from the day after the last one. */
    static LocalDate extended(LocalDate ends) {
        return lastDay(ends.plusDays(1));
    }

    /** From one month before the last day on it may be extended, and is on the list. */
    static LocalDate window(LocalDate ends) {
        return ends.plusDays(1).minusMonths(1);
    }

    /** What a list says of a period today; empty while nothing is to be done. */
    static String alert(@Nullable LocalDate ends, LocalDate today) {
        if (ends == null || today.isBefore(window(ends))) {
            return "";
        }
        if (!today.isAfter(ends)) {
            return "終了日まで1か月以内（延長できます）";
        }
        return today.isAfter(ends.plusMonths(1)) ? "期間満了から1か月を超えています" : "期間満了（延長又は終了の処理が必要です）";
    }
}
