package org.machi.city.levy.desk;

import java.time.LocalDate;
import org.machi.platform.staff.Trace;

/**
 * Who does something, on which business day, why, and which state of the subject was seen.
 *
 * @param seen version of the subject on the page that the clerk had before him
 * @param reason 理由, as the clerk wrote it; may be empty where the deed doesn't ask for one
 */
record Act(Trace trace, LocalDate today, int seen, String reason) {

    static Act of(Trace trace, LocalDate today, int seen, String reason) {
        trace.reason(reason);
        return new Act(trace, today, seen, reason.strip());
    }

    boolean isWithoutReason() {
        return reason.isEmpty();
    }

    String staffNo() {
        return trace.clerk().staffNo();
    }
}
