package org.machi.launcher.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.machi.formats.column.Layout;
import org.machi.platform.database.DatabaseAccess;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * What the database alone needs for the rows of files: COPY of the bytes as they are into tables
 * with a column for each item, indexes of their keys (person, household), vacuum and statistics,
 * and COPY of rows out again. Nothing is checked but the types, nothing is encrypted, there is no
 * history and no record.
 */
final class CopyLimit implements AutoCloseable {

    /** Longer than the last line of any file. */
    private static final int TAIL = 200;

    private static final int BUFFER = 1 << 16;

    private final Connection connection;

    CopyLimit(DatabaseAccess access) throws SQLException {
        this.connection =
                DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
        run("drop schema if exists bench_limit cascade");
        run("create schema bench_limit");
    }

    /**
     * Loads a CSV file into a table of its own.
     *
     * @param keys columns of its indexes
     * @return milliseconds
     */
    long load(String table, Layout layout, Path file, List<String> keys)
            throws SQLException, IOException {
        String columns =
                layout.sqlColumns().stream()
                        .map(column -> column.name() + " " + column.type())
                        .collect(Collectors.joining(", "));
        long start = System.nanoTime();
        run("create table bench_limit.%s (%s)".formatted(table, columns));
        CopyIn copy =
                manager().copyIn("copy bench_limit.%s from stdin (format csv)".formatted(table));
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            transfer(in, copy);
        }
        for (String key : keys) {
            // Rows that are wrong on purpose repeat a key.
            run("create index on bench_limit.%s (%s)".formatted(table, key));
        }
        run("vacuum analyze bench_limit." + table);
        return millis(start);
    }

    /** The lines between the two of the head and the one at the end. */
    private static void transfer(RandomAccessFile in, CopyIn copy)
            throws IOException, SQLException {
        in.readLine();
        in.readLine();
        long left = lastLine(in) - in.getFilePointer();
        byte[] buffer = new byte[BUFFER];
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            copy.writeToCopy(buffer, 0, read);
            left -= read;
        }
        copy.endCopy();
    }

    private static long lastLine(RandomAccessFile in) throws IOException {
        long here = in.getFilePointer();
        byte[] tail = new byte[TAIL];
        in.seek(in.length() - TAIL);
        in.readFully(tail);
        in.seek(here);
        String text = new String(tail, StandardCharsets.ISO_8859_1);
        return in.length() - TAIL + text.lastIndexOf("\nT,") + 1;
    }

    /**
     * Copies the rows of a query out, to nowhere.
     *
     * @return milliseconds
     */
    long unload(String query) throws SQLException, IOException {
        long start = System.nanoTime();
        manager()
                .copyOut(
                        "copy (%s) to stdout (format csv)".formatted(query),
                        OutputStream.nullOutputStream());
        return millis(start);
    }

    private CopyManager manager() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        run("drop schema bench_limit cascade");
        connection.close();
    }
}
