package org.machi.world.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.world.people.Address;

/**
 * One event of one person on the record of one city.
 *
 * @param city the city whose record it is: 0 or 1
 * @param number 異動履歴番号; a cancelled event repeats the number of the wrong one
 * @param occurredOn 異動日
 * @param reportedOn 届出日
 * @param processedOn the business day on which it is entered and told to others
 * @param otherCity where the person came from or went to: 0, 1, or -1 outside the union
 * @param before where the person lived before a move to the other city; null for other events
 * @param cancelled this takes the earlier event of the same number back
 */
public record ResidentEvent(
        EventKind kind,
        int person,
        int city,
        int number,
        LocalDate occurredOn,
        LocalDate reportedOn,
        LocalDate processedOn,
        int otherCity,
        @Nullable Before before,
        boolean cancelled) {
    /**
     * @param household the index of the household that was left
     */
    public record Before(Address address, int household) {}

    ResidentEvent cancelledOn(LocalDate day) {
        return new ResidentEvent(
                kind, person, city, number, occurredOn, day, day, otherCity, before, true);
    }
}
