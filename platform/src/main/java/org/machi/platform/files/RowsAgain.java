package org.machi.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileSummary;
import org.machi.formats.file.FormatReader;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.Copy;
import org.machi.platform.vault.NumberUse;
import org.machi.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 除外した行の再取込: rows of an applied file that were set aside because something was not on record here.
 * When it is, a clerk asks; the day's next intake reads the kept bytes again and applies those rows
 * alone, in one transaction. What still can't be taken stays on the list.
 */
@Component
class RowsAgain {

    private static final Logger LOG = LoggerFactory.getLogger(RowsAgain.class);

    private final JdbcClient db;
    private final Copy copy;
    private final FileStore store;
    private final FileRecords records;
    private final Vault vault;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Map<FileKind, FileHandler.Again> handlers = new EnumMap<>(FileKind.class);

    RowsAgain(
            JdbcClient db,
            Copy copy,
            FileStore store,
            FileRecords records,
            Vault vault,
            AuditTrail audit,
            TransactionTemplate transaction,
            List<FileHandler> handlers) {
        this.db = db;
        this.copy = copy;
        this.store = store;
        this.records = records;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        for (FileHandler handler : handlers) {
            FileHandler.Again again = handler.again();
            if (again != null) {
                this.handlers.put(handler.kind(), again);
            }
        }
    }

    /** Whether a clerk may have rows of the file taken again, and nobody has asked yet. */
    boolean possible(FileRecord file) {
        return anyWait(file) && !asked(file);
    }

    /**
     * Whether rows of the file wait that may pass when something is on record here; rows that the
     * format refused never will.
     */
    boolean anyWait(FileRecord file) {
        FileHandler.Again again = handler(file);
        if (again == null || !file.incoming() || file.state() != FileState.APPLIED) {
            return false;
        }
        return db.sql("SELECT set_aside > 0 FROM files.file WHERE id = ?")
                        .param(file.id())
                        .query(Boolean.class)
                        .single()
                || again.waiting().applyAsLong(file.id()) > 0;
    }

    private boolean asked(FileRecord file) {
        return db.sql(
                        "SELECT EXISTS (SELECT FROM files.rows_again WHERE file_id = ? AND done_on IS NULL)")
                .param(file.id())
                .query(Boolean.class)
                .single();
    }

    private FileHandler.@Nullable Again handler(FileRecord file) {
        for (FileKind kind : handlers.keySet()) {
            if (kind.code().equals(file.kind())) {
                return handlers.get(kind);
            }
        }
        return null;
    }

    /** Has the rows taken by the next intake; false when somebody has asked for them already. */
    boolean ask(FileRecord file, LocalDate day) {
        return db.sql(
                                """
                                INSERT INTO files.rows_again (file_id, asked_on) VALUES (?, ?)
                                ON CONFLICT (file_id) WHERE done_on IS NULL DO NOTHING
                                """)
                        .param(file.id())
                        .param(day)
                        .update()
                == 1;
    }

    /** Takes what was asked for of these kinds; returns the files. */
    List<FileRecord> takeAsked(List<FileKind> kinds, LocalDate day, Actor actor) {
        List<Long> asked =
                db.sql(
                                "SELECT file_id FROM files.rows_again WHERE done_on IS NULL ORDER BY file_id")
                        .query(Long.class)
                        .list();
        List<FileRecord> taken = new ArrayList<>();
        for (long id : asked) {
            FileRecord file = records.find(id).orElseThrow();
            FileKind kind =
                    kinds.stream()
                            .filter(one -> one.code().equals(file.kind()))
                            .findFirst()
                            .orElse(null);
            if (kind != null) {
                tryAgain(file, kind, day, actor);
                taken.add(records.find(id).orElseThrow());
            }
        }
        return taken;
    }

    /**
     * Whatever goes wrong with one file's rows is told on its page and closes what was asked, so
     * that it keeps no other file of the kind from being taken.
     */
    private void tryAgain(FileRecord file, FileKind kind, LocalDate day, Actor actor) {
        try {
            transaction.executeWithoutResult(status -> take(file, kind, day, actor));
        } catch (FileRefused refused) {
            fail(file, refused.findings().getLast().message(), day);
        } catch (RuntimeException broken) {
            LOG.error("rows of file {} could not be taken again", file.id(), broken);
            fail(file, "処理の誤りです（" + broken.getClass().getSimpleName() + "）。システムの担当に連絡してください", day);
        }
    }

    private void fail(FileRecord file, String why, LocalDate day) {
        transaction.executeWithoutResult(status -> {
            db.sql(
                            """
                            UPDATE files.file SET message = concat_ws('／', nullif(message, ''), CAST(? AS text))
                             WHERE id = ?
                            """)
                    .param("除外した行を再取込できませんでした：" + why)
                    .param(file.id())
                    .update();
            done(file, day);
        });
    }

    private void take(FileRecord file, FileKind kind, LocalDate day, Actor actor) {
        FileHandler.Again again = handlers.get(kind);
        if (again == null) {
            throw new IllegalStateException("no rows again of " + kind);
        }
        Set<Long> lines =
                new HashSet<>(
                        db.sql(
                                        "SELECT line FROM files.finding WHERE file_id = ? AND severity = 'ROW'")
                                .param(file.id())
                                .query(Long.class)
                                .list());
        List<Long> staged = new ArrayList<>();
        long numbers;
        boolean people;
        FileSummary summary;
        try (Staging staging = new Staging(kind, file.bytes(), db, copy, vault.stage(file.id()));
                InputStream in = store.open(file.storedAs())) {
            summary =
                    FormatReader.read(
                            file.name(),
                            in,
                            row -> {
                                if (lines.contains(row.line())) {
                                    staged.add(row.line());
                                    staging.add(row);
                                }
                            },
                            _ -> {});
            people = staging.aboutPeople();
            numbers = staging.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forget(file, staged);
        IncomingFile incoming = new IncomingFile(file.id(), summary, day, actor, db, copy);
        incoming.keepPeople(people ? incoming.readPeople() : new long[0]);
        again.take().accept(incoming);
        if (numbers > 0) {
            vault.takeStaged(file.id(), new NumberUse(actor, NumberUse.ELDERLY_MEDICAL, day));
        }
        close(file, incoming, staged.size());
    }

    private void forget(FileRecord file, List<Long> lines) {
        db.sql(
                        """
                        DELETE FROM files.finding WHERE file_id = :file AND severity = 'ROW'
                           AND line = ANY (CAST(:lines AS bigint[]))
                        """)
                .param("file", file.id())
                .param("lines", "{" + join(lines) + "}")
                .update();
    }

    private static String join(List<Long> lines) {
        return String.join(",", lines.stream().map(String::valueOf).toList());
    }

    private void close(FileRecord file, IncomingFile incoming, int staged) {
        long left = incoming.rowsSetAside();
        StringBuilder counts =
                new StringBuilder("再取込：除外した行%d件のうち%d件を取込".formatted(staged, staged - left));
        incoming.counts().forEach((name, n) -> counts.append(' ').append(name).append(n));
        db.sql(
                        """
                        UPDATE files.file
                           SET bad_rows = bad_rows - :staged + :left, set_aside = :left,
                               message = concat_ws('／', nullif(message, ''), CAST(:message AS text)),
                               findings = (SELECT count(*) FROM files.finding WHERE file_id = id)
                         WHERE id = :file
                        """)
                .param("staged", staged)
                .param("left", left)
                .param("message", counts.toString())
                .param("file", file.id())
                .update();
        done(file, incoming.businessDate());
        Deed deed =
                Deed.of(incoming.actor(), incoming.summary().kind().label(), "再取込", file.name())
                        .on(incoming.businessDate())
                        .withDetail(counts.toString());
        audit.recordRun(deed, incoming.people());
    }

    private void done(FileRecord file, LocalDate day) {
        db.sql("UPDATE files.rows_again SET done_on = ? WHERE file_id = ? AND done_on IS NULL")
                .param(day)
                .param(file.id())
                .update();
    }
}
