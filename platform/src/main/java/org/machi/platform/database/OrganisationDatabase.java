package org.machi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes an organisation's database with its four roles, once; a second call finds them and changes
 * nothing but the passwords, which always become those kept in the organisation's key folder.
 */
public final class OrganisationDatabase {

    /**
     * 移転先 and 提供先: each receiver of the shared data has a role of its own, without a login until
     * its system connects by itself. The application may step into one and takes nothing of it
     * along.
     */
    public static final List<String> RECEIVERS =
            List.of("union", "juki", "iryo", "yobo", "zei", "kaigo", "kansen", "nanbyo", "nenkin");

    private final EmbeddedPostgres server;
    private final String code;
    private final Path keys;

    private OrganisationDatabase(EmbeddedPostgres server, String code, Path keys) {
        if (!code.matches("[A-Za-z0-9_]{1,30}")) {
            throw new IllegalArgumentException("not an organisation code: " + code);
        }
        this.server = server;
        this.code = code;
        this.keys = keys;
    }

    /**
     * Makes or finds the database of an organisation.
     *
     * @param keys the folder that keeps the passwords
     */
    public static DatabaseAccess provide(EmbeddedPostgres server, String code, Path keys) {
        OrganisationDatabase database = new OrganisationDatabase(server, code, keys);
        try {
            DatabaseAccess access = database.access();
            database.createRoles(access);
            database.createReceivers(access);
            database.createDatabase("m" + code);
            database.grant("m" + code, access);
            return access;
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailable("the database of " + code + " could not be made", e);
        }
    }

    /**
     * The way to a database that was made before; looks at the passwords only and changes nothing.
     *
     * @param keys the folder that keeps the passwords
     */
    public static DatabaseAccess find(EmbeddedPostgres server, String code, Path keys) {
        if (!Files.isDirectory(keys)) {
            throw new DatabaseUnavailable("no keys of " + code + " in " + keys, null);
        }
        try {
            return new OrganisationDatabase(server, code, keys).access();
        } catch (IOException e) {
            throw new DatabaseUnavailable("the keys of " + code + " could not be read", e);
        }
    }

    private DatabaseAccess access() throws IOException {
        return new DatabaseAccess(
                server.url("m" + code),
                login("owner"),
                login("app"),
                login("vault"),
                login("audit"));
    }

    private Login login(String role) throws IOException {
        return new Login(
                "m" + code + "_" + role, Secrets.password(keys.resolve(role + ".password")));
    }

    private void createRoles(DatabaseAccess access) throws SQLException {
        try (Connection connection = server.superuserConnection("postgres");
                Statement statement = connection.createStatement()) {
            for (Login login :
                    List.of(access.owner(), access.app(), access.vault(), access.audit())) {
                String verb =
                        exists(connection, "pg_roles", "rolname", login.user())
                                ? "ALTER"
                                : "CREATE";
                statement.execute(
                        verb
                                + " ROLE "
                                + login.user()
                                + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD '"
                                + login.password()
                                + "'");
            }
        }
    }

    private void createReceivers(DatabaseAccess access) throws SQLException {
        try (Connection connection = server.superuserConnection("postgres");
                Statement statement = connection.createStatement()) {
            for (String receiver : RECEIVERS) {
                createStepInto(connection, statement, access.receiver(receiver), access);
            }
            createStepInto(connection, statement, access.window(), access);
        }
    }

    /** A role without a login into which the application may step. */
    private static void createStepInto(
            Connection connection, Statement statement, String role, DatabaseAccess access)
            throws SQLException {
        if (!exists(connection, "pg_roles", "rolname", role)) {
            statement.execute(
                    "CREATE ROLE %1$s NOLOGIN NOINHERIT; GRANT %1$s TO %2$s WITH INHERIT FALSE, SET TRUE"
                            .formatted(role, access.app().user()));
        }
    }

    private void createDatabase(String name) throws SQLException {
        try (Connection connection = server.superuserConnection("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "pg_database", "datname", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name + "_owner");
            }
        }
    }

    private void grant(String name, DatabaseAccess access) throws SQLException {
        String sql =
                """
                REVOKE ALL ON DATABASE %1$s FROM PUBLIC;
                GRANT CONNECT, TEMPORARY ON DATABASE %1$s TO %2$s;
                GRANT CONNECT ON DATABASE %1$s TO %3$s, %4$s;
                REVOKE ALL ON SCHEMA public FROM PUBLIC;
                CREATE SCHEMA IF NOT EXISTS migration AUTHORIZATION %5$s;
                CREATE SCHEMA IF NOT EXISTS vault AUTHORIZATION %3$s;
                CREATE SCHEMA IF NOT EXISTS audit AUTHORIZATION %4$s;
                ALTER DEFAULT PRIVILEGES FOR ROLE %5$s GRANT USAGE ON SCHEMAS TO %2$s;
                ALTER DEFAULT PRIVILEGES FOR ROLE %5$s
                    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %2$s;
                ALTER DEFAULT PRIVILEGES FOR ROLE %5$s GRANT USAGE ON SEQUENCES TO %2$s;
                ALTER DEFAULT PRIVILEGES FOR ROLE %3$s REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES FOR ROLE %4$s REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                """
                        .formatted(
                                name,
                                access.app().user(),
                                access.vault().user(),
                                access.audit().user(),
                                access.owner().user());
        try (Connection connection = server.superuserConnection(name);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            for (String extension : List.of("btree_gist", "pg_trgm")) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
            }
        }
    }

    private static boolean exists(Connection connection, String catalog, String column, String name)
            throws SQLException {
        String sql = "SELECT 1 FROM " + catalog + " WHERE " + column + " = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet result = query.executeQuery()) {
                return result.next();
            }
        }
    }
}
