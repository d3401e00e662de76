package org.machi.platform.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings an organisation's database to the present form: the audit trail as its own role, then the
 * vault as its own role, then the platform's and the application's tables as the owner.
 */
public final class Migrations {

    /** That the migrations have run; beans that need the tables depend on it. */
    public record Done(int count) {}

    private Migrations() {}

    /** Runs what has not run yet. */
    public static Done run(DatabaseAccess access, String application) {
        int count =
                migrate(access, access.audit(), "audit", "classpath:db/audit")
                        + migrate(access, access.vault(), "vault", "classpath:db/vault")
                        + migrate(
                                access,
                                access.owner(),
                                "migration",
                                "classpath:db/platform",
                                "classpath:db/" + application);
        return new Done(count);
    }

    private static int migrate(
            DatabaseAccess access, Login role, String schema, String... locations) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(access.url(), role.user(), role.password())
                        .locations(locations)
                        .schemas(schema)
                        .createSchemas(false)
                        .table("flyway_history")
                        .placeholders(
                                Map.of(
                                        "owner", access.owner().user(),
                                        "app", access.app().user(),
                                        "vault", access.vault().user(),
                                        "audit", access.audit().user(),
                                        "receiver", access.receiver(""),
                                        "window", access.window()))
                        .load();
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayValidateException other) {
            throw new CannotStart(
                    "the data were made by another version of machi (tables of "
                            + schema
                            + "); open them with that version, or begin anew with --fresh",
                    other);
        }
    }
}
