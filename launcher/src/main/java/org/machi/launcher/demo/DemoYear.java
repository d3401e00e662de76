package org.machi.launcher.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
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
        each(threads, city -> city.runMorning(day));
        CounterClerks.serve(world, offices, day);
        carryFromCities();
        UnionOffice union = offices.union();
        union.runDay(day);
        carrier.carry(union.organisation());
        each(threads, city -> city.runAfternoon(day));
        carryFromCities();
        world.evening(day);
    }

    private void carryFromCities() {
        offices.cities().forEach(city -> carrier.carry(city.organisation()));
    }

    private interface Work {
        void on(CityOffice city);
    }

    /** Cities work side by side, as they do. */
    private void each(ExecutorService threads, Work work) {
        List<Callable<Void>> calls = new ArrayList<>();
        for (CityOffice city : offices.cities()) {
            calls.add(() -> {
                work.on(city);
                return null;
            });
        }
        try {
            for (Future<Void> call : threads.invokeAll(calls)) {
                call.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason
                    ? reason
                    : new IllegalStateException(e.getCause());
        }
    }
}
