package org.machi.launcher.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.machi.city.CityOffice;
import org.machi.city.levy.Payee;
import org.machi.city.levy.Slips;
import org.machi.formats.text.BankKana;
import org.machi.platform.Organisation;
import org.machi.platform.database.DatabaseAccess;
import org.machi.platform.database.EmbeddedPostgres;
import org.machi.platform.database.OrganisationDatabase;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.PostgresServerSettings;
import org.machi.platform.line.LineAuthority;
import org.machi.platform.line.LineServer;
import org.machi.platform.line.Partners;
import org.machi.union.UnionOffice;
import org.machi.union.register.Cities;
import org.machi.world.CityInfo;
import org.machi.world.people.BankInfo;

/**
 * The organisations of the demo over one database server: two cities and their union, each with its
 * own database.
 */
public final class Offices implements AutoCloseable {

    /** 請求書発行企業コード of the agent, one that no company has. */
    private static final String AGENT_CODE = "990001";

    private final EmbeddedPostgres server;
    private final List<CityOffice> cities;
    private final UnionOffice union;

    private Offices(EmbeddedPostgres server, List<CityOffice> cities, UnionOffice union) {
        this.server = server;
        this.cities = List.copyOf(cities);
        this.union = union;
    }

    /** A municipality's or the union's code and name. */
    public record Name(String code, String name) {}

    /**
     * Starts everybody of a demo, new or old, with staff, ordinances and accounts.
     *
     * @param known the two cities
     * @param firstPort console of the union; the cities follow. 0 for no consoles
     */
    public static Offices open(DemoSettings settings, List<CityInfo> known, int firstPort) {
        List<Name> cities = known.stream().map(city -> new Name(city.code(), city.name())).toList();
        Name union = new Name(settings.unionCode(), settings.union().japanese());
        Offices offices = start(settings.data(), union, cities, firstPort);
        offices.setUp(settings.unionCode(), known);
        offices.connect(settings.data());
        return offices;
    }

    private void setUp(String unionCode, List<CityInfo> known) {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> works = new ArrayList<>();
            works.add(
                    threads.submit(() -> {
                        DemoStaff.enter(union.organisation());
                        DemoSetup.enter(union.organisation(), unionCode, 0);
                        if (union.organisation().settings().port() != 0) {
                            DemoWindows.enter(union.organisation());
                        }
                    }));
            for (int number = 0; number < cities.size(); number++) {
                int city = number;
                works.add(threads.submit(() -> setUpCity(city, unionCode, known.get(city))));
            }
            works.forEach(Outcome::of);
        }
    }

    /** 回線: keys at the first start, and who is whose partner at which address. */
    private void connect(Path data) {
        LineAuthority authority = LineAuthority.in(data.resolve("line"));
        for (Organisation organisation : all()) {
            authority.provide(organisation.settings().code(), organisation.settings().keys());
        }
        Organisation centre = union.organisation();
        String address = centre.get(LineServer.class).open(0);
        for (CityOffice city : cities) {
            introduce(city.organisation(), centre, "");
            introduce(centre, city.organisation(), address);
        }
    }

    private static void introduce(Organisation who, Organisation to, String address) {
        to.get(Partners.class)
                .register(
                        who.settings().code(),
                        who.settings().name(),
                        who.get(Partners.class).ownCertificate().orElseThrow(),
                        address,
                        "demo");
    }

    private void setUpCity(int number, String unionCode, CityInfo known) {
        Organisation city = cities.get(number).organisation();
        DemoStaff.enter(city);
        DemoSetup.enter(city, unionCode, number);
        city.get(Slips.class).setPayee(payee(known, unionCode));
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

    /**
     * Starts everybody.
     *
     * @param firstPort console of the union; the cities follow. 0 for no consoles
     */
    private static Offices start(Path data, Name union, List<Name> cities, int firstPort) {
        EmbeddedPostgres server = EmbeddedPostgres.start(data, PostgresServerSettings.standard());
        try {
            DataFolder.requireAlone(server, data);
            return start(server, data, union, cities, firstPort);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Offices start(
            EmbeddedPostgres server, Path data, Name union, List<Name> cities, int firstPort) {
        List<Cities.City> known =
                cities.stream().map(city -> new Cities.City(city.code(), city.name())).toList();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<UnionOffice> unionOffice =
                    threads.submit(() ->
                            UnionOffice.start(
                                    settings(
                                            data,
                                            server,
                                            union,
                                            OrganisationSettings.Kind.UNION,
                                            firstPort),
                                    known));
            List<Future<CityOffice>> started = new ArrayList<>();
            int port = firstPort;
            for (Name city : cities) {
                port = port == 0 ? 0 : port + 1;
                int own = port;
                started.add(
                        threads.submit(() ->
                                CityOffice.start(
                                        settings(
                                                data,
                                                server,
                                                city,
                                                OrganisationSettings.Kind.CITY,
                                                own))));
            }
            return new Offices(
                    server, started.stream().map(Outcome::of).toList(), Outcome.of(unionOffice));
        }
    }

    private static OrganisationSettings settings(
            Path data,
            EmbeddedPostgres server,
            Name who,
            OrganisationSettings.Kind kind,
            int port) {
        Path folder = data.resolve(who.code());
        DatabaseAccess database =
                OrganisationDatabase.provide(server, who.code(), folder.resolve("keys"));
        return new OrganisationSettings(
                who.code(), who.name(), kind, database, folder, data.resolve("exchange"), port);
    }

    public List<CityOffice> cities() {
        return cities;
    }

    public UnionOffice union() {
        return union;
    }

    /** Everybody, the union first. */
    public List<Organisation> all() {
        List<Organisation> all = new ArrayList<>();
        all.add(union.organisation());
        cities.forEach(city -> all.add(city.organisation()));
        return all;
    }

    /**
     * Applications first, the server last, so that nobody loses his connection in the middle of a
     * sentence.
     */
    @Override
    public void close() {
        union.close();
        cities.forEach(CityOffice::close);
        server.close();
    }
}
