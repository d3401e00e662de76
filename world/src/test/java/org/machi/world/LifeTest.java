package org.machi.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.world.events.EventKind;
import org.machi.world.events.Life;
import org.machi.world.events.ResidentEvent;
import org.machi.world.events.Sink;
import org.machi.world.events.TaxEvent;
import org.machi.world.events.WelfareEvent;
import org.machi.world.people.Income;
import org.machi.world.people.Incomes;
import org.machi.world.people.Place;
import org.machi.world.people.Population;
import org.machi.world.people.PopulationMaker;
import org.machi.world.people.Relation;

class LifeTest {
    private static final int RESIDENTS = 40_000;
    private static final List<ResidentEvent> EVENTS = new ArrayList<>();
    private static final List<TaxEvent> TAXES = new ArrayList<>();
    private static final List<WelfareEvent> WELFARE = new ArrayList<>();
    private static Population people;

    @BeforeAll
    static void playTheYear() {
        EVENTS.clear();
        TAXES.clear();
        WELFARE.clear();
        people = PopulationMaker.make(new Place(11, 13), Demo.APRIL, RESIDENTS);
        Life life = new Life(people, Demo::isBusinessDay);
        life.playTo(
                LocalDate.of(2027, 3, 31),
                new Sink() {
                    @Override
                    public void resident(ResidentEvent event) {
                        EVENTS.add(event);
                    }

                    @Override
                    public void tax(TaxEvent event) {
                        TAXES.add(event);
                    }

                    @Override
                    public void welfare(WelfareEvent event) {
                        WELFARE.add(event);
                    }
                });
    }

    @Test
    void everyKindOfEventHappensInAYear() {
        Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);
        EVENTS.forEach(e -> counts.merge(e.kind(), 1, Integer::sum));
        assertThat(counts.keySet()).containsExactlyInAnyOrder(EventKind.values());
    }

    @Test
    void deathsAndMovesComeAtJapaneseRates() {
        assertThat(perMille(EventKind.DIED)).isBetween(9L, 18L);
        assertThat(perMille(EventKind.MOVED_IN)).isBetween(25L, 75L);
        assertThat(perMille(EventKind.MOVED_OUT)).isBetween(25L, 75L);
        assertThat(perMille(EventKind.BORN)).isBetween(2L, 9L);
    }

    private static long perMille(EventKind kind) {
        return EVENTS.stream().filter(e -> e.kind() == kind && !e.cancelled()).count()
                * 1000
                / RESIDENTS;
    }

    @Test
    void someDeathsAreReportedLateAndSomeEntriesAreTakenBack() {
        assertThat(EVENTS)
                .anyMatch(e ->
                        e.kind() == EventKind.DIED
                                && e.occurredOn().isBefore(e.processedOn().minusDays(9)));
        List<ResidentEvent> cancelled = EVENTS.stream().filter(ResidentEvent::cancelled).toList();
        assertThat(cancelled).isNotEmpty();
        for (ResidentEvent back : cancelled) {
            assertThat(EVENTS)
                    .anyMatch(e ->
                            !e.cancelled()
                                    && e.person() == back.person()
                                    && e.number() == back.number()
                                    && e.kind() == back.kind()
                                    && e.processedOn().isBefore(back.processedOn()));
        }
    }

    @Test
    void whoMovesBetweenTheCitiesLeavesOneAndEntersTheOtherOnTheSameDay() {
        List<ResidentEvent> left =
                EVENTS.stream()
                        .filter(e -> e.kind() == EventKind.MOVED_OUT && e.otherCity() >= 0)
                        .toList();
        assertThat(left).isNotEmpty();
        for (ResidentEvent out : left) {
            assertThat(EVENTS)
                    .anyMatch(in ->
                            in.kind() == EventKind.MOVED_IN
                                    && in.person() == out.person()
                                    && in.city() == out.otherCity()
                                    && in.otherCity() == out.city()
                                    && in.occurredOn().equals(out.occurredOn()));
        }
    }

    @Test
    void incomesGoUpAndDownForThisYearAndEarlierOnes() {
        assertThat(TAXES).anyMatch(e -> change(e) > 0).anyMatch(e -> change(e) < 0);
        assertThat(TAXES.stream().map(TaxEvent::levyYear)).contains(2026, 2025, 2024);
        assertThat(TAXES).anyMatch(e -> e.reason().equals("04"));
    }

    private static long change(TaxEvent e) {
        Income first = Incomes.of(people, e.person(), e.levyYear());
        return e.income().salary() + e.income().business() - first.salary() - first.business();
    }

    @Test
    void welfareBeginsAndEnds() {
        assertThat(WELFARE.stream().map(WelfareEvent::change)).contains("1", "2");
    }

    @Test
    void atTheEndOfTheYearEveryHouseholdStillHasExactlyOneHead() {
        for (int h = 0; h < people.households(); h++) {
            int heads = 0;
            for (int p = people.firstMember(h); p != Population.NONE; p = people.nextMember(p)) {
                heads += people.relationOf(p) == Relation.HEAD ? 1 : 0;
            }
            int expected = people.firstMember(h) == Population.NONE ? 0 : 1;
            assertThat(heads).as("household " + h).isEqualTo(expected);
            if (expected == 1) {
                assertThat(people.relationOf(people.head(h))).isEqualTo(Relation.HEAD);
            }
        }
    }
}
