package org.machi.city.people.addressee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From a day on, until another that no longer belongs to it.
 *
 * @param to null while there is no end
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

    /** What was taken back. */
    public boolean isEmpty() {
        return from.equals(to);
    }

    public boolean covers(LocalDate day) {
        return !from.isAfter(day) && (to == null || to.isAfter(day));
    }
}
