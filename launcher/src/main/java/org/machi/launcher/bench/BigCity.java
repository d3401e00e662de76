package org.machi.launcher.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import org.machi.city.CityOffice;
import org.machi.formats.number.InsurerNumber;
import org.machi.law.BusinessCalendar;
import org.machi.platform.database.EmbeddedPostgres;
import org.machi.platform.database.OrganisationDatabase;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.PostgresServerSettings;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;
import org.machi.world.OneCity;
import org.machi.world.WorldSettings;

/**
 * One city with a server of its own, and the world's files for it: everything that the measurements
 * of a whole city begin with.
 */
final class BigCity implements AutoCloseable {

    private static final String UNION = InsurerNumber.of("27", "000").text();
    private static final int YEAR = 2026;

    private final OneCity world;
    private final EmbeddedPostgres server;
    private final OrganisationSettings settings;
    private final CityOffice office;

    private BigCity(
            OneCity world,
            EmbeddedPostgres server,
            OrganisationSettings settings,
            CityOffice office) {
        this.world = world;
        this.server = server;
        this.settings = settings;
        this.office = office;
    }

    /**
     * Makes the people and starts the office, empty.
     *
     * @param port of the console, 0 for none
     */
    static BigCity start(Path folder, int residents, int port) {
        OneCity world =
                OneCity.open(
                        new WorldSettings(
                                folder,
                                1,
                                residents,
                                UNION,
                                YEAR,
                                BusinessCalendar.standard()::isBusinessDay));
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, PostgresServerSettings.standard());
        try {
            OrganisationSettings settings = settings(folder, server, world, port);
            CityOffice office = CityOffice.start(settings);
            office.organisation()
                    .get(Parameters.class)
                    .change(
                            new Parameter(
                                    "union.code",
                                    UNION,
                                    LocalDate.of(2021, 4, 1),
                                    LocalDate.MAX,
                                    "計測",
                                    'L'));
            return new BigCity(world, server, settings, office);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static OrganisationSettings settings(
            Path folder, EmbeddedPostgres server, OneCity world, int port) {
        Path home = folder.resolve(world.code());
        return new OrganisationSettings(
                world.code(),
                world.name(),
                OrganisationSettings.Kind.CITY,
                OrganisationDatabase.provide(server, world.code(), home.resolve("keys")),
                home,
                folder.resolve("exchange"),
                port);
    }

    OneCity world() {
        return world;
    }

    CityOffice office() {
        return office;
    }

    OrganisationSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        office.close();
        server.discard();
    }
}
