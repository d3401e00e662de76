package org.machi.launcher.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.machi.law.BusinessCalendar;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.platform.Organisation;
import org.machi.platform.jobs.JobRunner;
import org.machi.world.FormerRates;
import org.machi.world.World;
import org.machi.world.WorldSettings;

/**
 * A demo in its data folder: the organisations, and the world around them while the year is played.
 */
public final class Demo implements AutoCloseable {

    private final DemoSettings settings;
    private final World world;
    private final Offices offices;
    private final PrintStream out;

    private Demo(DemoSettings settings, World world, Offices offices, PrintStream out) {
        this.settings = settings;
        this.world = world;
        this.offices = offices;
        this.out = out;
    }

    /**
     * Starts the organisations of a demo, new or old.
     *
     * @param firstPort console of the union; the cities follow. 0 for no consoles
     */
    public static Demo open(DemoSettings settings, int firstPort, PrintStream out) {
        World world = world(settings);
        return new Demo(settings, world, Offices.open(settings, world.cities(), firstPort), out);
    }

    /** The world of a demo, as its settings make it. */
    public static World world(DemoSettings settings) {
        BusinessCalendar calendar = BusinessCalendar.standard();
        return World.open(
                new WorldSettings(
                        settings.data(),
                        settings.seed(),
                        settings.residents(),
                        settings.unionCode(),
                        settings.year(),
                        calendar::isBusinessDay,
                        formerRates(settings),
                        CareLimits::of));
    }

    /**
     * Last year's rates where they are known; the former system's amounts are history in any case.
     */
    private static FormerRates formerRates(DemoSettings settings) {
        Parameters law = Parameters.standard();
        LocalDate day = LocalDate.of(settings.year() - 1, 4, 1);
        String union = settings.union().code();
        Optional<ParameterRow> perCapita = law.find("medical.perCapita", union, day);
        Optional<ParameterRow> rate = law.find("medical.rate", union, day);
        Optional<ParameterRow> unit = law.find("rounding.componentUnit", union, day);
        if (perCapita.isEmpty() || rate.isEmpty() || unit.isEmpty()) {
            return FormerRates.ANY;
        }
        return new FormerRates(
                perCapita.get().amount(),
                rate.get().rate().floorOf(10_000, 1),
                unit.get().amount());
    }

    /** Plays the year; what was played before is passed over. */
    void play() {
        play(false);
    }

    /**
     * Plays the year.
     *
     * @param overTheLine whether the union and its cities use the line on every day
     */
    void play(boolean overTheLine) {
        for (Organisation organisation : offices.all()) {
            organisation.get(JobRunner.class).resumeInterrupted();
        }
        Set<String> codes =
                offices.all().stream()
                        .map(organisation -> organisation.settings().code())
                        .collect(Collectors.toSet());
        Carrier carrier = new Carrier(settings.data().resolve("exchange"), codes);
        new DemoYear(
                        world,
                        offices,
                        carrier,
                        new DayProgress(
                                out, System.console() != null && System.console().isTerminal()),
                        overTheLine)
                .run(settings.year());
    }

    /**
     * Prints the year's numbers.
     *
     * @return whether those of the cities, the union and the ledger agree
     */
    boolean summarise() {
        DemoSummary summary = DemoSummary.of(offices, settings.year());
        summary.print(out);
        return summary.agrees();
    }

    /** Keeps the consoles open until the program is stopped. */
    public void serve() {
        Consoles.announce(offices.all(), out);
        DemoStaff.announce(out);
        Consoles.waitForTheEnd(this::close);
    }

    @Override
    public void close() {
        offices.close();
    }
}
