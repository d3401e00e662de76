package org.machi.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileSummary;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.Durability;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.jobs.CrashPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends files. Number, row, kept copy and audit record are written in the transaction that decides
 * what is sent. Until it commits, the file stands in the outbox under a hidden name; what a crash
 * between the two left hidden appears at the next start.
 */
@Component
public class Outbox {

    private final Path folder;
    private final OrganisationSettings settings;
    private final FileStore store;
    private final AuditTrail audit;
    private final JdbcClient db;
    private final FileDuties duties;

    Outbox(
            OrganisationSettings settings,
            FileStore store,
            AuditTrail audit,
            JdbcClient db,
            FileDuties duties) {
        this.folder = settings.outbox();
        this.settings = settings;
        this.store = store;
        this.audit = audit;
        this.db = db;
        this.duties = duties;
        publishLeftBehind();
    }

    /** Begins a file under the next number of its kind and receiver, in the current transaction. */
    public OutgoingFile open(Dispatch dispatch) {
        requireTransaction();
        if (duties.of(dispatch.kind()).isEmpty()) {
            throw new IllegalStateException("この種別のファイルには利用権限が定められていません: " + dispatch.kind().code());
        }
        int serial = nextSerial(dispatch.kind(), dispatch.to());
        FileHeader header =
                new FileHeader(
                        dispatch.kind(),
                        settings.code(),
                        dispatch.to(),
                        serial,
                        dispatch.businessDate(),
                        dispatch.levyYear(),
                        dispatch.head());
        if (Files.exists(folder.resolve(header.fileName()))) {
            throw new IllegalStateException("前のファイルがまだ送られていません: " + header.fileName());
        }
        try {
            Files.createDirectories(folder);
            return new OutgoingFile(this, dispatch, header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a whole file in one go. */
    public FileRecord send(Dispatch dispatch, Consumer<OutgoingFile> rows) {
        try (OutgoingFile file = open(dispatch)) {
            rows.accept(file);
            return file.finish();
        }
    }

    /** Files that stand in the outbox and were not yet carried away. */
    public List<FileRecord> ready() {
        return db.sql(FileRecords.SELECT + "WHERE state = 'READY' ORDER BY id")
                .query(FileRecords::record)
                .list();
    }

    /** The carrier says that it has taken the files of these names away. */
    public void sent(Collection<String> names) {
        db.sql(
                        """
                        UPDATE files.file SET state = 'SENT', ended_at = clock_timestamp()
                         WHERE name = ANY(?) AND state = 'READY'
                        """)
                .param(names.toArray(String[]::new))
                .update();
    }

    Path draft(String name) {
        return folder.resolve("." + name + ".tmp");
    }

    FileRecord finished(
            Dispatch dispatch,
            FileSummary summary,
            Path draft,
            List<OutgoingFile.Attachment> attachments,
            long[] people)
            throws IOException {
        requireTransaction();
        List<Path> drafts = new ArrayList<>(List.of(draft));
        attachments.forEach(attachment -> drafts.add(attachment.draft()));
        List<String> storedAs = makeSafe(drafts, dispatch.businessDate());
        FileRecord record = insert(dispatch, summary, draft, storedAs.getFirst());
        for (int i = 0; i < attachments.size(); i++) {
            insert(record.id(), attachments.get(i), storedAs.get(i + 1));
        }
        Deed deed =
                Deed.of(
                                dispatch.actor(),
                                dispatch.kind().label(),
                                "ファイル送信",
                                summary.header().fileName())
                        .on(dispatch.businessDate())
                        .withDetail("送信先%s 件数%d".formatted(dispatch.to(), summary.count()));
        if (people.length > 0) {
            audit.recordRun(deed, people);
        } else {
            audit.record(deed);
        }
        TransactionSynchronizationManager.registerSynchronization(
                new Publication(record.name(), attachments));
        return record;
    }

    /** What the database says was sent must be on disk before the database says so. */
    private List<String> makeSafe(List<Path> drafts, LocalDate day) throws IOException {
        List<Callable<String>> works = new ArrayList<>();
        drafts.forEach(draft -> works.add(() -> store.keep(draft, day)));
        drafts.forEach(draft -> works.add(() -> force(draft)));
        return Together.all(works);
    }

    private static String force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            return "";
        }
    }

    private FileRecord insert(Dispatch dispatch, FileSummary summary, Path draft, String storedAs)
            throws IOException {
        FileHeader header = summary.header();
        return db.sql(
                        """
                        INSERT INTO files.file (direction, kind, sender, receiver, serial, name,
                            sha256, bytes, stored_as, state, business_date, levy_year, row_count,
                            amount)
                        VALUES ('OUT', ?, ?, ?, ?, ?, ?, ?, ?, 'READY', ?, ?, ?, ?) RETURNING
                        """
                                + FileRecords.COLUMNS)
                .param(header.kind().code())
                .param(header.from())
                .param(header.to())
                .param(header.serial())
                .param(header.fileName())
                .param(Hashes.of(draft))
                .param(Files.size(draft))
                .param(storedAs)
                .param(dispatch.businessDate())
                .param(header.levyYear())
                .param(summary.count())
                .param(summary.amount())
                .query(FileRecords::record)
                .single();
    }

    private void insert(long fileId, OutgoingFile.Attachment attachment, String storedAs)
            throws IOException {
        db.sql(
                        """
                        INSERT INTO files.attachment (file_id, name, sha256, bytes, stored_as)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(fileId)
                .param(attachment.name())
                .param(Hashes.of(attachment.draft()))
                .param(Files.size(attachment.draft()))
                .param(storedAs)
                .update();
    }

    private int nextSerial(FileKind kind, String to) {
        return db.sql(
                        """
                        INSERT INTO files.serial (kind, receiver, last) VALUES (?, ?, 1)
                        ON CONFLICT (kind, receiver) DO UPDATE SET last = serial.last + 1
                        RETURNING last
                        """)
                .param(kind.code())
                .param(to)
                .query(Integer.class)
                .single();
    }

    /** Gives finished files their names that a crash kept from them after the commit. */
    private void publishLeftBehind() {
        for (FileRecord file : ready()) {
            if (Files.exists(draft(file.name()))) {
                db.sql("SELECT name FROM files.attachment WHERE file_id = ? ORDER BY name")
                        .param(file.id())
                        .query(String.class)
                        .list()
                        .forEach(this::publish);
                publish(file.name());
            }
        }
    }

    private void publish(String name) {
        try {
            if (Files.exists(draft(name))) {
                Files.move(draft(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("files are sent inside a transaction");
        }
    }

    /** After the commit the attachments appear, then the file itself. */
    private final class Publication implements TransactionSynchronization {

        private final String name;
        private final List<OutgoingFile.Attachment> attachments;

        private Publication(String name, List<OutgoingFile.Attachment> attachments) {
            this.name = name;
            this.attachments = attachments;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            Durability.mustWait(db);
        }

        @Override
        public void afterCommit() {
            CrashPoint.reached("outbox.committed");
            attachments.forEach(attachment -> publish(attachment.name()));
            publish(name);
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
                discard(name);
                attachments.forEach(attachment -> discard(attachment.name()));
            }
        }

        private void discard(String draftName) {
            try {
                Files.deleteIfExists(draft(draftName));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
