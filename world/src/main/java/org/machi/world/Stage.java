package org.machi.world;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.machi.world.events.Life;
import org.machi.world.people.Place;
import org.machi.world.people.Population;
import org.machi.world.post.SentFile;

/**
 * What all offices and neighbours share.
 *
 * @param year fiscal year that is played, Gregorian year of its April
 * @param progress hears of each file as soon as it lies in its receiver's folder
 * @param unionCode 後期保険者番号 of the union, eight digits
 */
public record Stage(
        Path data,
        Place place,
        int year,
        String unionCode,
        BusinessDays calendar,
        Life life,
        Consumer<SentFile> progress) {
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
