package org.machi.world.events;

import java.time.LocalDate;

/**
 * One event of one person on the record of one city.
 *
 * @param city the city whose record it is: 0 or 1
 * @param number 異動履歴番号; a cancelled event repeats the number of the wrong one
 * @param occurredOn 異動日
 * @param reportedOn 届出日
 * @param processedOn the business day on which it is entered and told to others
 * @param otherCity where the person came from or went to: 0, 1, or -1 outside the union
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
        boolean cancelled) {
    ResidentEvent cancelledOn(LocalDate day) {
        return new ResidentEvent(kind, person, city, number, occurredOn, day, day, otherCity, true);
    }
}
