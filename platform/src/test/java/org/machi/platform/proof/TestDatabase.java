package org.machi.platform.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.machi.platform.MachiApplication;
import org.machi.platform.Organisation;
import org.machi.platform.database.DatabaseAccess;
import org.machi.platform.database.EmbeddedPostgres;
import org.machi.platform.database.Migrations;
import org.machi.platform.database.OrganisationDatabase;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.database.PostgresServerSettings;

/**
 * Fresh databases for tests: one server per test run, migrated once per application, then copied.
 *
 * <p>The server lives below {@code target/}; its data are given up when the run ends: to write out
 * hundreds of databases that nobody will open would take longer than to begin anew. Each call gives
 * a database and folders that nobody has used before.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, DatabaseAccess> TEMPLATES = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /** The server of this test run. */
    public static EmbeddedPostgres server() {
        return Holder.SERVER;
    }

    /** The folder with the unpacked PostgreSQL programs. */
    public static Path programs() {
        server();
        try (Stream<Path> folders = Files.list(Holder.HOME.toAbsolutePath())) {
            return folders.filter(f -> f.getFileName().toString().startsWith("postgresql-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An organisation with an empty, migrated database of its own, not started yet. */
    public static OrganisationSettings fresh(Class<?> application, Kind kind, String code) {
        MachiApplication mark = application.getAnnotation(MachiApplication.class);
        if (mark == null) {
            throw new IllegalArgumentException(application + " has no @MachiApplication");
        }
        int number = NUMBER.incrementAndGet();
        DatabaseAccess access = copy(mark.migrations(), number);
        Path home = Holder.WORK.resolve("org" + number);
        OrganisationSettings settings =
                new OrganisationSettings(
                        code,
                        "試験" + code,
                        kind,
                        access,
                        home.resolve("data"),
                        home.resolve("exchange"),
                        0);
        try {
            Files.createDirectories(settings.inbox());
            Files.createDirectories(settings.outbox());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return settings;
    }

    /** A started city (131016) without a console over a fresh database. */
    public static Organisation startCity(Class<?> application) {
        return Organisation.start(application, fresh(application, Kind.CITY, "131016"));
    }

    /** A started union (391301) without a console over a fresh database. */
    public static Organisation startUnion(Class<?> application) {
        return Organisation.start(application, fresh(application, Kind.UNION, "391301"));
    }

    private static DatabaseAccess copy(String application, int number) {
        DatabaseAccess template =
                TEMPLATES.computeIfAbsent(application, TestDatabase::migratedTemplate);
        String from = template.url().substring(template.url().lastIndexOf('/') + 1);
        String name = "t" + ProcessHandle.current().pid() + "_" + number;
        execute(
                "CREATE DATABASE " + name + " TEMPLATE " + from + " OWNER " + from + "_owner",
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO " + from + "_app",
                "GRANT CONNECT ON DATABASE " + name + " TO " + from + "_vault, " + from + "_audit");
        return template.withUrl(server().url(name));
    }

    private static DatabaseAccess migratedTemplate(String application) {
        String code = "tpl_" + application;
        execute("DROP DATABASE IF EXISTS m" + code + " WITH (FORCE)");
        DatabaseAccess access =
                OrganisationDatabase.provide(
                        server(), code, Holder.WORK.resolve("keys-" + application));
        Migrations.run(access, application);
        return access;
    }

    private static void execute(String... statements) {
        try (Connection connection = server().superuserConnection("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started when the first test asks; stopped when the test run ends. */
    private static final class Holder {

        /** Programs that test side by side have a server each. */
        private static final Path HOME =
                Path.of("target", "test-postgres" + System.getProperty("machi.test.fork", ""));

        private static final Path WORK = work();
        private static final EmbeddedPostgres SERVER = startServer();

        private static Path work() {
            try {
                Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
                return Files.createTempDirectory(target, "test-work");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static EmbeddedPostgres startServer() {
            EmbeddedPostgres server =
                    EmbeddedPostgres.start(HOME, new PostgresServerSettings(0, 256));
            Runtime.getRuntime().addShutdownHook(new Thread(server::discard));
            return server;
        }
    }
}
