package org.machi.world.events;

import java.time.LocalDate;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.machi.world.people.Dice;
import org.machi.world.people.Population;
import org.machi.world.people.Topic;

/** One business day while it is being played: the people, the day and who listens. */
final class Today {
    private static final int REMEMBERED = 200;

    final Population people;
    final LocalDate day;
    private final Sink sink;
    private final int residents;
    private final Deque<ResidentEvent> recent;

    Today(Population people, LocalDate day, int residents, Deque<ResidentEvent> recent, Sink sink) {
        this.people = people;
        this.day = day;
        this.residents = residents;
        this.recent = recent;
        this.sink = sink;
    }

    Dice dice(Topic topic) {
        return Dice.of(people.seed(), topic, day.toEpochDay());
    }

    /** How many events of a yearly rate fall on this day. */
    int count(Dice dice, int rate) {
        return dice.count(Rates.milliPerDay(rate, residents));
    }

    /** Moves cluster in the weeks around 1 April. */
    int countMoves(Dice dice, int rate) {
        int md = day.getMonthValue() * 100 + day.getDayOfMonth();
        return count(dice, md >= 320 && md <= 410 ? rate * 5 / 2 : rate * 9 / 10);
    }

    /** Anyone with a resident record, or NONE when chance finds nobody. */
    int someone(Dice dice) {
        for (int i = 0; i < 50; i++) {
            int p = dice.below(people.size());
            if (people.resident(p)) {
                return p;
            }
        }
        return Population.NONE;
    }

    int someone(Dice dice, int minAge, int maxAge) {
        for (int i = 0; i < 200; i++) {
            int p = someone(dice);
            if (p != Population.NONE) {
                int age = people.age(p, day);
                if (age >= minAge && age <= maxAge) {
                    return p;
                }
            }
        }
        return Population.NONE;
    }

    /** A day some days ago, but not before the world began and not before birth. */
    LocalDate ago(int p, int days) {
        LocalDate then = day.minusDays(days);
        LocalDate first = people.base();
        if (then.isBefore(first)) {
            then = first;
        }
        LocalDate born = people.birth(p);
        return then.isBefore(born) ? born : then;
    }

    void tell(EventKind kind, int p, int city, LocalDate occurred, int otherCity) {
        tell(kind, p, city, occurred, otherCity, null);
    }

    void tell(
            EventKind kind,
            int p,
            int city,
            LocalDate occurred,
            int otherCity,
            ResidentEvent.@Nullable Before before) {
        int number = people.nextEvent(p);
        ResidentEvent event =
                new ResidentEvent(
                        kind, p, city, number, occurred, day, day, otherCity, before, false);
        recent.addLast(event);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
        sink.resident(event);
    }

    Deque<ResidentEvent> recent() {
        return recent;
    }

    Sink sink() {
        return sink;
    }
}
