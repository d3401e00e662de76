package org.machi.platform.files;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Finding;
import org.machi.formats.file.FileName;
import org.machi.formats.file.FileSummary;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.Durability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what becomes of an incoming file, each settled state together with its audit record. None
 * of it waits for the disk: the intake does, once, before the files leave the inbox.
 */
@Component
class IntakeLedger {

    /** The row as it is now; its transaction doesn't wait for the disk. */
    private static final String RETURNING =
            "RETURNING " + FileRecords.COLUMNS + ", " + Durability.NEED_NOT_WAIT;

    private final JdbcClient db;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;

    IntakeLedger(JdbcClient db, AuditTrail audit, PlatformTransactionManager manager) {
        this.db = db;
        this.audit = audit;
        this.transaction = new TransactionTemplate(manager);
        this.aside = new TransactionTemplate(manager);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * How a file ended of which nothing was applied.
     *
     * @param sameAs the file that had the same bytes or number before
     * @param checked whether it passed the checks of its format
     */
    record End(FileState state, Findings findings, @Nullable Long sameAs, boolean checked) {

        static End of(FileState state, Findings findings) {
            return new End(state, findings, null, false);
        }

        End like(FileRecord earlier) {
            return new End(state, findings, earlier.id(), checked);
        }
    }

    /** Makes the rows of new files; in the order of the arrivals. */
    List<FileRecord> received(List<Arrival> arrivals) throws IOException {
        List<Long> bytes = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            bytes.add(Files.size(arrival.source()));
        }
        return transaction.execute(status -> {
            List<FileRecord> rows = new ArrayList<>();
            for (int i = 0; i < arrivals.size(); i++) {
                rows.add(insert(arrivals.get(i), bytes.get(i)));
            }
            return rows;
        });
    }

    /** A file left by a crash, or put back by a clerk, is applied on the day that takes it up. */
    FileRecord takenUp(FileRecord file, LocalDate day) {
        return transaction.execute(status -> {
            db.sql("DELETE FROM files.finding WHERE file_id = ?").param(file.id()).update();
            return db.sql(
                            """
                            UPDATE files.file SET state = 'RECEIVED', business_date = ?, checked_at = NULL
                             WHERE id = ?
                            """
                                    + RETURNING)
                    .param(day)
                    .param(file.id())
                    .query(FileRecords::record)
                    .single();
        });
    }

    private FileRecord insert(Arrival arrival, long bytes) {
        FileName name = Inbox.Waiting.of(arrival.source()).name();
        return db.sql(
                        """
                        INSERT INTO files.file (direction, kind, sender, receiver, serial,
                            name, sha256, bytes, stored_as, state, business_date)
                        VALUES ('IN', ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?)
                        """
                                + RETURNING)
                .param(name == null ? "" : name.kind().code())
                .param(name == null ? "" : name.from())
                .param(name == null ? "" : name.to())
                .param(name == null ? 0 : name.serial())
                .param(arrival.fileName())
                .param(arrival.sha256())
                .param(bytes)
                .param(arrival.storedAs())
                .param(arrival.day())
                .query(FileRecords::record)
                .single();
    }

    /** Visible at once, while the transaction that applies the file is still open. */
    void checked(long id) {
        aside.executeWithoutResult(status ->
                db.sql(
                                """
                                UPDATE files.file SET state = 'CHECKED',
                                       checked_at = clock_timestamp() WHERE id = ?
                                """)
                        .param(id)
                        .update());
    }

    /** Writes the end of an applied file in the transaction that applied it. */
    FileRecord applied(IncomingFile file, Findings findings, boolean aboutPeople, String counts) {
        FileSummary summary = file.summary();
        long badRows = summary.badRows() + file.rowsSetAside();
        Findings.insert(db, file.id(), findings.kept());
        FileRecord record =
                db.sql(
                                """
                                UPDATE files.file
                                   SET state = 'APPLIED', serial = ?, levy_year = ?, row_count = ?,
                                       amount = ?, bad_rows = ?, set_aside = ?, message = ?,
                                       findings = ? + (SELECT count(*) FROM files.finding
                                                        WHERE file_id = id) - ?,
                                       checked_at = coalesce(checked_at, clock_timestamp()),
                                       ended_at = clock_timestamp()
                                 WHERE id = ?
                                """
                                        + RETURNING)
                        .param(summary.serial())
                        .param(summary.levyYear())
                        .param(summary.count())
                        .param(summary.amount())
                        .param(badRows)
                        .param(file.rowsSetAside())
                        .param(counts)
                        .param(findings.count())
                        .param(findings.kept().size())
                        .param(file.id())
                        .query(FileRecords::record)
                        .single();
        Deed deed =
                Deed.of(file.actor(), summary.kind().label(), "ファイル取込", summary.header().fileName())
                        .on(file.businessDate())
                        .withDetail("件数%d 対象外%d".formatted(summary.count(), badRows));
        if (aboutPeople) {
            audit.recordRun(deed, file.people());
        } else {
            audit.record(deed);
        }
        return record;
    }

    /** Writes that nothing of the file was applied, and why. */
    FileRecord settled(FileRecord file, End end, Actor actor) {
        List<Finding> kept = end.findings().kept();
        String message = kept.isEmpty() ? "" : kept.getLast().message();
        return transaction.execute(status -> {
            Findings.insert(db, file.id(), kept);
            FileRecord settled =
                    db.sql(
                                    """
                                    UPDATE files.file
                                       SET state = ?, findings = ?, message = ?, same_as = ?,
                                           checked_at = CASE WHEN ? THEN clock_timestamp() END,
                                           ended_at = clock_timestamp()
                                     WHERE id = ?
                                    """
                                            + RETURNING)
                            .param(end.state().name())
                            .param(end.findings().count())
                            .param(message)
                            .param(end.sameAs())
                            .param(end.checked())
                            .param(file.id())
                            .query(FileRecords::record)
                            .single();
            audit.record(
                    Deed.of(actor, "ファイル連携", "ファイル取込", file.name())
                            .on(file.businessDate())
                            .withDetail(end.state().label() + " " + message)
                            .refused());
            return settled;
        });
    }
}
