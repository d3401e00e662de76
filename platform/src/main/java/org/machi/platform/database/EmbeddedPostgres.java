package org.machi.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server that lives in a folder and survives the program that started it.
 *
 * <p>Start: unpack the binaries once, {@code initdb} once, then start, or adopt a server that is
 * still running in the folder after a {@code kill -9} of the program. Only the program that holds
 * the folder's lock stops the server again; a second program (for instance {@code audit verify}
 * beside {@code run}) is a guest. The server listens on 127.0.0.1 only, with passwords, and is
 * never run with {@code fsync} off: committed work outlives a power cut.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final int START_ATTEMPTS = 40;
    private static final long RETRY_NANOS = 250_000_000L;
    private static final String SUPERUSER = "machi";

    private final PostgresFolder folder;
    private final PostgresBinaries binaries;
    private final PostgresServerSettings settings;
    private final @Nullable FileLock lock;
    private final Login superuser;
    private int port;

    private EmbeddedPostgres(
            PostgresFolder folder,
            PostgresBinaries binaries,
            PostgresServerSettings settings,
            @Nullable FileLock lock)
            throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        this.settings = settings;
        this.lock = lock;
        this.superuser = new Login(SUPERUSER, Secrets.password(folder.superuserPassword()));
    }

    /** Starts or adopts the server of this folder and returns when it answers. */
    public static EmbeddedPostgres start(Path home, PostgresServerSettings settings) {
        PostgresBinaries.requirePlatform(
                System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        try {
            Room.require(
                    home,
                    Files.exists(home.resolve("initialised")) ? Room.TO_GO_ON : Room.TO_BEGIN);
            PostgresFolder folder = PostgresFolder.create(home);
            PostgresBinaries binaries = PostgresBinaries.unpack(folder);
            EmbeddedPostgres server =
                    new EmbeddedPostgres(folder, binaries, settings, tryLock(folder.lockFile()));
            server.initialise();
            server.startOrAdopt();
            return server;
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailable("PostgreSQL could not be started in " + home, e);
        }
    }

    public int port() {
        return port;
    }

    /** True if closing this object stops the server. */
    public boolean owned() {
        return lock != null;
    }

    /** The server's process number, for those who watch or kill it. */
    public long processId() {
        return folder.postmaster().map(PostgresFolder.Postmaster::processId).orElse(-1L);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection of the superuser; only for making databases and roles. */
    public Connection superuserConnection(String database) throws SQLException {
        return dataSource(url(database), superuser).getConnection();
    }

    static PGSimpleDataSource dataSource(String url, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setConnectTimeout(10);
        return source;
    }

    @Override
    public void close() {
        stop("fast");
    }

    /**
     * Stops the server at once and gives its data up: nothing is written out any more, and the next
     * start in this folder makes new data. For measurements and tests.
     */
    public void discard() {
        try {
            if (lock != null) {
                Files.deleteIfExists(folder.initialised());
                stop("immediate");
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("the data could not be given up", e);
        }
    }

    private void stop(String mode) {
        try {
            if (lock != null) {
                binaries.run("pg_ctl", "-D", folder.data().toString(), "-m", mode, "-w", "stop");
                release();
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("PostgreSQL did not stop", e);
        }
    }

    /** Lets go of the folder without stopping the server, as a killed program does. */
    void release() throws IOException {
        if (lock != null) {
            lock.acquiredBy().close();
        }
    }

    private static @Nullable FileLock tryLock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException alreadyHeldByThisProcess) {
            channel.close();
            return null;
        }
    }

    /** A half-made data folder (killed inside initdb) has no marker and is made again. */
    private void initialise() throws IOException {
        if (Files.exists(folder.initialised())) {
            return;
        }
        folder.deleteData();
        binaries.own(folder.data());
        Path passwordFile = binaries.readableCopy(folder.superuserPassword());
        ProcessResult result =
                binaries.run(
                        "initdb",
                        "-D",
                        folder.data().toString(),
                        "-U",
                        SUPERUSER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "-E",
                        "UTF8",
                        "--locale-provider=icu",
                        "--icu-locale=ja-JP",
                        "--locale=C.UTF-8",
                        "--data-checksums");
        Files.delete(passwordFile);
        result.orThrow("initdb");
        Files.createFile(folder.initialised());
    }

    private void startOrAdopt() throws IOException, SQLException {
        SQLException lastRefusal = null;
        String lastOutput = "";
        for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
            Optional<PostgresFolder.Postmaster> running = running();
            if (running.isPresent()) {
                port = running.get().port();
                lastRefusal = login();
                if (lastRefusal == null) {
                    return;
                }
            } else if (lock != null) {
                lastOutput = launch().output();
                continue;
            }
            // A killed postmaster may not be reaped yet; its lock file looks alive for a moment.
            LockSupport.parkNanos(RETRY_NANOS);
        }
        throw new DatabaseUnavailable(
                "PostgreSQL did not answer in " + folder.data() + ": " + lastOutput, lastRefusal);
    }

    private Optional<PostgresFolder.Postmaster> running() throws IOException {
        ProcessResult status = binaries.run("pg_ctl", "-D", folder.data().toString(), "status");
        return status.exitCode() == 0 ? folder.postmaster() : Optional.empty();
    }

    private @Nullable SQLException login() {
        try (Connection connection = superuserConnection("postgres")) {
            return connection.isValid(5) ? null : new SQLException("no answer");
        } catch (SQLException e) {
            return e;
        }
    }

    private ProcessResult launch() throws IOException {
        int chosen = settings.port() > 0 ? settings.port() : PostgresServerSettings.freePort();
        List<String> options = new ArrayList<>(settings.options(chosen));
        ProcessResult result =
                binaries.run(
                        "pg_ctl",
                        "-D",
                        folder.data().toString(),
                        "-w",
                        "-t",
                        "60",
                        "-l",
                        folder.log().toString(),
                        "-o",
                        String.join(" ", options),
                        "start");
        if (result.exitCode() != 0) {
            LockSupport.parkNanos(RETRY_NANOS);
        }
        return result;
    }
}
