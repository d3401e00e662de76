package org.machi.launcher.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.machi.city.CityOffice;
import org.machi.law.BusinessCalendar;
import org.machi.platform.time.BusinessDate;
import org.machi.union.UnionOffice;
import org.machi.world.World;

/**
 * One fiscal year, business day by business day: from the load of the former systems' data on the
 * last day of March to the carry-over on the first of June after the closing. It may be broken off
 * and started again at any point.
 */
final class DemoYear {

    /** Two cities and their union. */
    private static final int OFFICES = 3;

    private final World world;
    private final Offices offices;
    private final Carrier carrier;
    private final DayProgress progress;

    DemoYear(World world, Offices offices, Carrier carrier, DayProgress progress) {
        this.world = world;
        this.offices = offices;
        this.carrier = carrier;
        this.progress = progress;
    }

    /** Business days of the demo, the day of the migration first. */
    static List<LocalDate> days(int year) {
        BusinessCalendar calendar = BusinessCalendar.standard();
        LocalDate first = calendar.previous(LocalDate.of(year, 4, 1));
        LocalDate last = calendar.onOrAfter(LocalDate.of(year + 1, 6, 1));
        return calendar.businessDays(first, last).toList();
    }

    void run(int year) {
        List<LocalDate> days = days(year);
        progress.begin(days.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(OFFICES);
                StepProgress _ =
                        new StepProgress(
                                offices.all(), progress.secondsBetweenSteps(), progress::step)) {
            for (LocalDate day : days) {
                play(day, day.equals(days.getFirst()) || day.equals(days.getLast()), threads);
                progress.done(day);
            }
        }
    }

    private void play(LocalDate day, boolean waiting, ExecutorService threads) {
        if (day.equals(world.migrationDay())) {
            world.migration();
        } else {
            world.morning(day);
        }
        if (!begunAfter(day)) {
            if (waiting) {
                playWaiting(day, threads);
            } else {
                playSideBySide(day, threads);
            }
        }
        world.evening(day);
    }

    /**
     * An ordinary day: everybody works with what lay in the inbox in the morning, and what they
     * send is carried in the night.
     */
    private void playSideBySide(LocalDate day, ExecutorService threads) {
        List<Runnable> works = new ArrayList<>();
        works.add(() -> offices.union().runDay(day));
        works.addAll(
                forCities(city -> {
                    morning(city, day);
                    city.runMidday(day);
                    city.runAfternoon(day);
                }));
        together(threads, works);
        carryFromCities();
        carrier.carry(offices.union().organisation());
    }

    /**
     * The first day and the last: the union waits for the cities' news and they for its answers, so
     * that everybody begins with the same people and nothing is on its way at the end.
     */
    private void playWaiting(LocalDate day, ExecutorService threads) {
        UnionOffice union = offices.union();
        together(threads, forCities(city -> morning(city, day)));
        carryFromCities();
        union.runDay(day);
        carrier.carry(union.organisation());
        together(
                threads,
                forCities(city -> {
                    city.runMidday(day);
                    city.runAfternoon(day);
                }));
        carryFromCities();
    }

    private void morning(CityOffice city, LocalDate day) {
        city.runMorning(day);
        int number = offices.cities().indexOf(city);
        world.visits().stream()
                .filter(visit -> visit.city() == number && visit.cameOn().equals(day))
                .forEach(visit -> CounterClerks.serve(visit, city.organisation()));
    }

    /**
     * Whether somebody is already on a later day: then this one was worked and its files were
     * carried, and what lies in the out folders is of a later day.
     */
    private boolean begunAfter(LocalDate day) {
        return offices.all().stream()
                .anyMatch(organisation -> organisation.get(BusinessDate.class).passed(day));
    }

    private void carryFromCities() {
        offices.cities().forEach(city -> carrier.carry(city.organisation()));
    }

    private List<Runnable> forCities(Consumer<CityOffice> work) {
        List<Runnable> works = new ArrayList<>();
        for (CityOffice city : offices.cities()) {
            works.add(() -> work.accept(city));
        }
        return works;
    }

    /** Offices work side by side, as they do. */
    private static void together(ExecutorService threads, List<Runnable> works) {
        works.stream().map(threads::submit).toList().forEach(Outcome::of);
    }
}
