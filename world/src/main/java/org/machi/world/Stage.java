package org.machi.world;

import java.nio.file.Path;
import java.time.LocalDate;
import org.machi.world.events.Life;
import org.machi.world.people.Place;
import org.machi.world.people.Population;

/**
 * What all offices and neighbours share.
 *
 * @param year fiscal year that is played, Gregorian year of its April
 * @param unionCode 後期保険者番号 of the union, eight digits
 */
public record Stage(
        Path data, Place place, int year, String unionCode, BusinessDays calendar, Life life) {
    public Population people() {
        return life.people();
    }

    public long seed() {
        return place.seed();
    }

    /** 1 April of the year. */
    public LocalDate firstDay() {
        return LocalDate.of(year, 4, 1);
    }

    /** Whether a day is the first business day on or after a day of its month. */
    public boolean isOnOrAfter(LocalDate day, int dayOfMonth) {
        return day.equals(calendar.onOrAfter(day.withDayOfMonth(dayOfMonth)));
    }
}
