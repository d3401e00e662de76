package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.Optional;

/**
 * On which days the office is closed; the application gives it, because the law's calendar lies
 * below it.
 */
@FunctionalInterface
public interface OfficeDays {
    /** The name of the holiday or 年末年始; empty on an open day. Weekends need not be named. */
    Optional<String> holiday(LocalDate day);
}
