package org.machi.world.events;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.machi.world.BusinessDays;
import org.machi.world.people.Population;

/**
 * The people day by day, from 1 April to 31 March; in the tail to 31 May offices tell nothing new.
 *
 * <p>Playing a day needs all business days before it; {@link #playTo} plays them in order.
 */
public final class Life {
    private final Population people;
    private final TaxBook taxes;
    private final BusinessDays calendar;
    private final int residents;
    private final long deathsMilliPerDay;
    private final Deque<ResidentEvent> recent = new ArrayDeque<>();
    private final List<Death> deaths = new ArrayList<>();
    private LocalDate next;

    /**
     * @param occurredOn the day of death
     * @param knownOn the business day on which the register entered it
     */
    public record Death(int person, LocalDate occurredOn, LocalDate knownOn) {}

    public Life(Population people, BusinessDays calendar) {
        this.people = people;
        this.taxes = new TaxBook(people);
        this.calendar = calendar;
        this.residents = people.size();
        this.deathsMilliPerDay = expectedDeaths(people) / 100 / 245;
        this.next = calendar.onOrAfter(people.base());
    }

    /** Deaths a year, in hundred-thousandths of a person. */
    private static long expectedDeaths(Population people) {
        long sum = 0;
        for (int p = 0; p < people.size(); p++) {
            if (people.resident(p)) {
                sum += Rates.deaths(people.age(p, people.base()));
            }
        }
        return sum;
    }

    public Population people() {
        return people;
    }

    public TaxBook taxes() {
        return taxes;
    }

    /** Deaths entered so far and not taken back, in the order in which they became known. */
    public List<Death> deaths() {
        return deaths;
    }

    /** The first business day that was not played yet. */
    public LocalDate next() {
        return next;
    }

    /** Plays all days up to the given one that were not played yet. */
    public void playTo(LocalDate day, Sink sink) {
        while (next.isBefore(day)) {
            play(sink);
        }
        if (!next.equals(day)) {
            throw new IllegalStateException("already past " + day + ": next is " + next);
        }
        play(sink);
    }

    private void play(Sink sink) {
        LocalDate day = next;
        sink.day(day);
        next = calendar.onOrAfter(day.plusDays(1));
        if (!day.isBefore(people.base().plusYears(1))) {
            return;
        }
        Today today = new Today(people, day, residents, recent, new DeathBook(sink));
        Moves.play(today);
        Families.play(today, deathsMilliPerDay);
        Papers.play(today, taxes);
    }

    /** Keeps the list of deaths while it passes events on. */
    private final class DeathBook implements Sink {
        private final Sink listener;

        DeathBook(Sink listener) {
            this.listener = listener;
        }

        @Override
        public void resident(ResidentEvent event) {
            if (event.kind() == EventKind.DIED) {
                if (event.cancelled()) {
                    deaths.removeIf(d -> d.person == event.person());
                } else {
                    deaths.add(new Death(event.person(), event.occurredOn(), event.processedOn()));
                }
            }
            listener.resident(event);
        }

        @Override
        public void tax(TaxEvent event) {
            listener.tax(event);
        }

        @Override
        public void welfare(WelfareEvent event) {
            listener.welfare(event);
        }

        @Override
        public void visit(CounterVisit visit) {
            listener.visit(visit);
        }
    }
}
