package org.machi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.platform.proof.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedPostgresTest {

    private static final PostgresServerSettings SMALL = new PostgresServerSettings(0, 32);

    private Path home = Path.of("target");

    /** A folder that the server's own user can reach. */
    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "server");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The programs are those of the test server: unpacking them again would only cost time. */
    private static EmbeddedPostgres start(Path home) throws IOException {
        Path programs = TestDatabase.programs();
        Path link = home.resolve(programs.getFileName());
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, programs);
        }
        return EmbeddedPostgres.start(home, SMALL);
    }

    private static String ask(EmbeddedPostgres server, String sql) throws Exception {
        try (Connection connection = server.superuserConnection("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void tell(EmbeddedPostgres server, String sql) throws Exception {
        try (Connection connection = server.superuserConnection("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_killed_server_comes_back_at_once_with_everything_that_was_committed() throws Exception {
        EmbeddedPostgres first = start(home);
        tell(first, "CREATE TABLE kept AS SELECT '髙橋' AS name");
        ProcessHandle server = ProcessHandle.of(first.processId()).orElseThrow();
        server.destroyForcibly();
        // The program that was killed with it holds no lock any more.
        first.release();
        try (EmbeddedPostgres second = start(home)) {
            assertThat(ask(second, "SELECT name FROM kept")).isEqualTo("髙橋");
            assertThat(second.processId()).isNotEqualTo(server.pid());
        }
    }

    @Test
    void a_server_that_outlived_its_program_is_adopted_and_stopped_at_the_end() throws Exception {
        EmbeddedPostgres first = start(home);
        long process = first.processId();
        first.release();
        EmbeddedPostgres second = start(home);
        assertThat(second.processId()).isEqualTo(process);
        assertThat(second.port()).isEqualTo(first.port());
        second.close();
        assertThatThrownBy(() -> ask(second, "SELECT 1")).hasMessageContaining("refused");
    }

    @Test
    void a_second_program_is_a_guest_and_leaves_the_server_running() throws Exception {
        try (EmbeddedPostgres host = start(home)) {
            try (EmbeddedPostgres guest = start(home)) {
                assertThat(guest.owned()).isFalse();
            }
            assertThat(ask(host, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void the_server_is_safe_local_japanese_and_protected() throws Exception {
        try (EmbeddedPostgres server = start(home)) {
            assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(server, "SELECT datlocale FROM pg_database WHERE datname = 'template1'"))
                    .isEqualTo("ja-JP");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            home.resolve("secrets").resolve("superuser.password"))))
                    .isEqualTo("rw-------");
            PGSimpleDataSource stranger =
                    EmbeddedPostgres.dataSource(
                            server.url("postgres"), new Login("machi", "wrong"));
            assertThatThrownBy(stranger::getConnection).hasMessageContaining("password");
        }
    }

    @Test
    void an_application_refuses_a_server_on_which_a_power_cut_would_lose_work() throws Exception {
        try (EmbeddedPostgres server = start(home)) {
            tell(server, "ALTER ROLE machi SET synchronous_commit = off");
            PGSimpleDataSource source =
                    EmbeddedPostgres.dataSource(
                            server.url("postgres"),
                            new Login(
                                    "machi",
                                    Secrets.password(
                                            home.resolve("secrets")
                                                    .resolve("superuser.password"))));
            assertThatThrownBy(() -> DurabilityCheck.require(source))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("synchronous_commit");
        }
    }

    @Test
    void a_data_folder_that_was_half_made_is_made_again() throws Exception {
        Files.createDirectories(home.resolve("data").resolve("base"));
        Files.writeString(home.resolve("data").resolve("PG_VERSION"), "18");
        try (EmbeddedPostgres server = start(home)) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }
}
