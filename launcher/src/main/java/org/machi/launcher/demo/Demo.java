package org.machi.launcher.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.machi.city.levy.Payee;
import org.machi.city.levy.Slips;
import org.machi.formats.text.BankKana;
import org.machi.law.BusinessCalendar;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.platform.Organisation;
import org.machi.platform.jobs.JobRunner;
import org.machi.world.CityInfo;
import org.machi.world.FormerRates;
import org.machi.world.World;
import org.machi.world.WorldSettings;
import org.machi.world.people.BankInfo;

/**
 * A demo in its data folder: the organisations, and the world around them while the year is played.
 */
public final class Demo implements AutoCloseable {

    /** 請求書発行企業コード of the agent, one that no company has. */
    private static final String AGENT_CODE = "990001";

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
        BusinessCalendar calendar = BusinessCalendar.standard();
        World world =
                World.open(
                        new WorldSettings(
                                settings.data(),
                                settings.seed(),
                                settings.residents(),
                                settings.unionCode(),
                                settings.year(),
                                calendar::isBusinessDay,
                                formerRates(settings)));
        List<Offices.Name> cities =
                world.cities().stream()
                        .map(city -> new Offices.Name(city.code(), city.name()))
                        .toList();
        Offices.Name union = new Offices.Name(settings.unionCode(), settings.union().japanese());
        Offices offices = Offices.start(settings.data(), union, cities, firstPort);
        Demo demo = new Demo(settings, world, offices, out);
        demo.setUp();
        return demo;
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

    private void setUp() {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> works = new ArrayList<>();
            works.add(
                    threads.submit(() -> {
                        DemoStaff.enter(offices.union().organisation());
                        DemoSetup.enter(offices.union().organisation(), settings.unionCode(), 0);
                    }));
            for (int number = 0; number < offices.cities().size(); number++) {
                int city = number;
                works.add(threads.submit(() -> setUpCity(city)));
            }
            works.forEach(Outcome::of);
        }
    }

    private void setUpCity(int number) {
        Organisation city = offices.cities().get(number).organisation();
        DemoStaff.enter(city);
        DemoSetup.enter(city, settings.unionCode(), number);
        city.get(Slips.class).setPayee(payee(world.cities().get(number), settings.unionCode()));
    }

    /** The city as its bank and the stores' agent of the demo world know it. */
    private static Payee payee(CityInfo city, String unionCode) {
        BankInfo bank = city.banks().getFirst();
        return new Payee(
                city.code(),
                unionCode,
                AGENT_CODE,
                city.clientNo(),
                BankKana.reduce(city.kana(), 40).text(),
                bank.code(),
                bank.kana(),
                city.accountBranch(),
                bank.branchKana(city.accountBranch()),
                city.accountNo());
    }

    /** Plays the year; what was played before is passed over. */
    void play() {
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
                                out, System.console() != null && System.console().isTerminal()))
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
