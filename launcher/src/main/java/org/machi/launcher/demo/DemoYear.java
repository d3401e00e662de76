package org.machi.launcher.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.machi.city.CityOffice;
import org.machi.law.BusinessCalendar;
import org.machi.platform.audit.Actor;
import org.machi.platform.line.LineCaller;
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

    /**
     * The last days on which files go over the line with its certificates, signatures and receipts.
     * On the others the same files are put from folder to folder, which takes a tenth of the time.
     */
    private static final int DAYS_OVER_THE_LINE = 5;

    private final World world;
    private final Offices offices;
    private final Carrier carrier;
    private final DayProgress progress;
    private final boolean wholeYearOverTheLine;
    private boolean line;

    /**
     * @param wholeYearOverTheLine whether the union and its cities use the line on every day, and
     *     not only on the last ones
     */
    DemoYear(
            World world,
            Offices offices,
            Carrier carrier,
            DayProgress progress,
            boolean wholeYearOverTheLine) {
        this.world = world;
        this.offices = offices;
        this.carrier = carrier;
        this.progress = progress;
        this.wholeYearOverTheLine = wholeYearOverTheLine;
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
                line =
                        wholeYearOverTheLine
                                || days.indexOf(day) >= days.size() - DAYS_OVER_THE_LINE;
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
        carryFromCities(day);
        carryFromUnion(day);
    }

    /**
     * The first day and the last: the union waits for the cities' news and they for its answers, so
     * that everybody begins with the same people and nothing is on its way at the end.
     */
    private void playWaiting(LocalDate day, ExecutorService threads) {
        UnionOffice union = offices.union();
        together(threads, forCities(city -> morning(city, day)));
        carryFromCities(day);
        union.runDay(day);
        carryFromUnion(day);
        together(
                threads,
                forCities(city -> {
                    city.runMidday(day);
                    city.runAfternoon(day);
                }));
        carryFromCities(day);
    }

    private void morning(CityOffice city, LocalDate day) {
        city.runMorning(day);
        CounterClerks.fetch(day, city.organisation());
        int number = offices.cities().indexOf(city);
        world.visits().stream()
                .filter(visit -> visit.city() == number && visit.cameOn().equals(day))
                .forEach(visit -> CounterClerks.serve(visit, city.organisation()));
        world.benefitVisits().stream()
                .filter(visit -> visit.city() == number)
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

    private void carryFromCities(LocalDate day) {
        if (line) {
            exchange(day);
            offices.cities().forEach(city -> carrier.carryToNeighbours(city.organisation()));
        } else {
            offices.cities().forEach(city -> carrier.carry(city.organisation()));
        }
    }

    private void carryFromUnion(LocalDate day) {
        if (line) {
            exchange(day);
            carrier.carryToNeighbours(offices.union().organisation());
        } else {
            carrier.carry(offices.union().organisation());
        }
    }

    /** Each city calls the union, brings what waits and fetches what waits for it. */
    private void exchange(LocalDate day) {
        for (CityOffice city : offices.cities()) {
            LineCaller.Exchanged done =
                    city.organisation()
                            .get(LineCaller.class)
                            .exchange(day, Actor.timetable(), true);
            if (!done.error().isEmpty() || done.refused() > 0) {
                throw new IllegalStateException(
                        "the line of " + city.organisation().settings().name() + ": " + done);
            }
        }
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
