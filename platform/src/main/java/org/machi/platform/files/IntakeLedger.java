package org.machi.platform.files;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
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

    private final JdbcClient db;
    private final FileRecords records;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;

    IntakeLedger(
            JdbcClient db,
            FileRecords records,
            AuditTrail audit,
            PlatformTransactionManager manager) {
        this.db = db;
        this.records = records;
        this.audit = audit;
        this.transaction = new TransactionTemplate(manager);
        this.aside = new TransactionTemplate(manager);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    FileRecord received(Arrival arrival) throws IOException {
        FileName name = Inbox.Waiting.of(arrival.source()).name();
        long bytes = Files.size(arrival.source());
        return transaction.execute(status -> {
            Durability.needNotWait(db);
            return records.find(insert(arrival, name, bytes)).orElseThrow();
        });
    }

    /** A file left by a crash, or put back by a clerk, is applied on the day that takes it up. */
    FileRecord takenUp(FileRecord file, LocalDate day) {
        return transaction.execute(status -> {
            Durability.needNotWait(db);
            db.sql("DELETE FROM files.finding WHERE file_id = ?").param(file.id()).update();
            db.sql(
                            """
                            UPDATE files.file SET state = 'RECEIVED', business_date = ?, checked_at = NULL
                             WHERE id = ?
                            """)
                    .param(day)
                    .param(file.id())
                    .update();
            return records.find(file.id()).orElseThrow();
        });
    }

    private long insert(Arrival arrival, @Nullable FileName name, long bytes) {
        return db.sql(
                        """
                        INSERT INTO files.file (direction, kind, sender, receiver, serial,
                            name, sha256, bytes, stored_as, state, business_date)
                        VALUES ('IN', ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?) RETURNING id
                        """)
                .param(name == null ? "" : name.kind().code())
                .param(name == null ? "" : name.from())
                .param(name == null ? "" : name.to())
                .param(name == null ? 0 : name.serial())
                .param(arrival.fileName())
                .param(arrival.sha256())
                .param(bytes)
                .param(arrival.storedAs())
                .param(arrival.day())
                .query(Long.class)
                .single();
    }

    /** Visible at once, while the transaction that applies the file is still open. */
    void checked(long id) {
        aside.executeWithoutResult(status -> {
            Durability.needNotWait(db);
            db.sql(
                            """
                            UPDATE files.file SET state = 'CHECKED',
                                   checked_at = clock_timestamp() WHERE id = ?
                            """)
                    .param(id)
                    .update();
        });
    }

    /** Writes the end of an applied file in the transaction that applied it. */
    void applied(IncomingFile file, Findings findings, boolean aboutPeople, String counts) {
        FileSummary summary = file.summary();
        long badRows = summary.badRows() + file.rowsSetAside();
        Findings.insert(db, file.id(), findings.kept());
        db.sql(
                        """
                        UPDATE files.file
                           SET state = 'APPLIED', serial = ?, levy_year = ?, row_count = ?,
                               amount = ?, bad_rows = ?, message = ?,
                               findings = ? + (SELECT count(*) FROM files.finding
                                                WHERE file_id = id) - ?,
                               ended_at = clock_timestamp()
                         WHERE id = ?
                        """)
                .param(summary.serial())
                .param(summary.levyYear())
                .param(summary.count())
                .param(summary.amount())
                .param(badRows)
                .param(counts)
                .param(findings.count())
                .param(findings.kept().size())
                .param(file.id())
                .update();
        Deed deed =
                Deed.of(file.actor(), summary.kind().label(), "ファイル取込", summary.header().fileName())
                        .on(file.businessDate())
                        .withDetail("件数%d 対象外%d".formatted(summary.count(), badRows));
        if (aboutPeople) {
            audit.recordRun(deed, file.people());
        } else {
            audit.record(deed);
        }
    }

    /** Writes that nothing of the file was applied, and why. */
    FileRecord settled(
            FileRecord file,
            FileState state,
            Findings findings,
            @Nullable Long sameAs,
            Actor actor) {
        List<Finding> kept = findings.kept();
        String message = kept.isEmpty() ? "" : kept.getLast().message();
        transaction.executeWithoutResult(status -> {
            Durability.needNotWait(db);
            Findings.insert(db, file.id(), kept);
            db.sql(
                            """
                            UPDATE files.file
                               SET state = ?, findings = ?, message = ?, same_as = ?,
                                   ended_at = clock_timestamp()
                             WHERE id = ?
                            """)
                    .param(state.name())
                    .param(findings.count())
                    .param(message)
                    .param(sameAs)
                    .param(file.id())
                    .update();
            audit.record(
                    Deed.of(actor, "ファイル連携", "ファイル取込", file.name())
                            .on(file.businessDate())
                            .withDetail(state.label() + " " + message)
                            .refused());
        });
        return records.find(file.id()).orElseThrow();
    }
}
