package org.machi.launcher.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.machi.city.CityOffice;
import org.machi.law.BusinessCalendar;
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
                play(day, threads);
                progress.done(day);
            }
        }
    }

    private void play(LocalDate day, ExecutorService threads) {
        if (day.equals(world.migrationDay())) {
            world.migration();
        } else {
            world.morning(day);
        }
        UnionOffice union = offices.union();
        List<Runnable> morning = forCities(city -> city.runMorning(day));
        // What the cities reported yesterday has waited since; nothing of today touches it.
        morning.add(() -> union.runReports(day));
        together(threads, morning);
        CounterClerks.serve(world, offices, day);
        carryFromCities();
        // The union's answers meet the cities in the afternoon; money comes in meanwhile.
        List<Runnable> midday = forCities(city -> city.runMidday(day));
        midday.add(() -> union.runDay(day));
        together(threads, midday);
        carrier.carry(union.organisation());
        together(threads, forCities(city -> city.runAfternoon(day)));
        carryFromCities();
        world.evening(day);
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
