package org.machi.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals the audit trail: one root over the heads of all chains, also written to a file outside of
 * the database. Who rewrites the whole trail in the database can't rewrite that file.
 */
@Component
public class AuditSeals {

    private final JdbcClient db;
    private final Path file;

    AuditSeals(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.file = file(settings);
    }

    /** The file of seals outside of the database, one line a seal. */
    public static Path file(OrganisationSettings settings) {
        return settings.folder().resolve("audit").resolve("seals.csv");
    }

    /**
     * Seals what is committed until now; once a day is enough, more often does no harm. Not to be
     * called in a transaction: a seal counts when it is committed.
     */
    public void seal(LocalDate day) {
        db.sql("SELECT seal_no FROM audit.make_seal(?)").param(day).query(Long.class).single();
        append();
    }

    /** Adds every seal that the file lacks, also those that a crash kept from it. */
    private void append() {
        try {
            Files.createDirectories(file.resolveSibling("."));
            long last = lastWritten();
            List<String> lines =
                    db.sql(
                                    """
                                    SELECT seal_no, business_date, events, root
                                      FROM audit.seal WHERE seal_no > ? ORDER BY seal_no
                                    """)
                            .param(last)
                            .query((row, n) ->
                                    "%d,%s,%d,%s\n"
                                            .formatted(
                                                    row.getLong(1),
                                                    row.getString(2),
                                                    row.getLong(3),
                                                    HexFormat.of().formatHex(row.getBytes(4))))
                            .list();
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(
                        ByteBuffer.wrap(
                                String.join("", lines).getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long lastWritten() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(','))))
                .max()
                .orElse(0);
    }
}
