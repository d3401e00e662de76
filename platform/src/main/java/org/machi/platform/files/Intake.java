package org.machi.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileName;
import org.machi.formats.file.FileSummary;
import org.machi.formats.file.FormatReader;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.Copy;
import org.machi.platform.database.Durability;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.Statistics;
import org.machi.platform.jobs.CrashPoint;
import org.machi.platform.jobs.Step;
import org.machi.platform.vault.NumberUse;
import org.machi.platform.vault.Vault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files: keeps the bytes as they came, checks the whole file while copying its rows to a
 * temporary table, then applies it in one transaction with its state and its audit record, or not
 * at all. The source leaves the inbox after that commit only.
 *
 * <p>The same bytes again have no effect. The same number with other bytes is held: somebody must
 * ask the sender. A crash at any point leaves a file that the next call takes up where it stood.
 */
@Component
public class Intake {

    /**
     * A file of this size takes a while, so people see how far it is; after it the planner's
     * picture of the tables is out of date.
     */
    private static final int MANY_ROWS = 2_000;

    private final OrganisationSettings settings;
    private final Inbox inbox;
    private final Reception reception;
    private final FileRecords records;
    private final IntakeLedger ledger;
    private final RowsAgain rowsAgain;
    private final Vault vault;
    private final JdbcClient db;
    private final Copy copy;
    private final TransactionTemplate transaction;
    private final Map<FileKind, FileHandler> handlers = new EnumMap<>(FileKind.class);

    Intake(
            OrganisationSettings settings,
            Inbox inbox,
            Reception reception,
            FileRecords records,
            IntakeLedger ledger,
            RowsAgain rowsAgain,
            Vault vault,
            JdbcClient db,
            Copy copy,
            TransactionTemplate transaction,
            List<FileHandler> handlers) {
        this.settings = settings;
        this.inbox = inbox;
        this.reception = reception;
        this.records = records;
        this.ledger = ledger;
        this.rowsAgain = rowsAgain;
        this.vault = vault;
        this.db = db;
        this.copy = copy;
        this.transaction = transaction;
        for (FileHandler handler : handlers) {
            if (this.handlers.putIfAbsent(handler.kind(), handler) != null) {
                throw new IllegalStateException("two handlers for " + handler.kind());
            }
        }
    }

    /** The kinds that this organisation takes. */
    public List<FileKind> kinds() {
        return List.copyOf(handlers.keySet());
    }

    /**
     * Takes every waiting file of the given kinds in the given order; other kinds stay where they
     * are. Not to be called inside a transaction: each file has its own.
     */
    public List<FileRecord> takeAll(List<FileKind> order, LocalDate day, Actor actor) {
        try {
            List<FileRecord> taken = new ArrayList<>(rowsAgain.takeAsked(order, day, actor));
            taken.addAll(
                    take(
                            inbox.waiting(order).stream().map(Inbox.Waiting::path).toList(),
                            day,
                            actor));
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A job's step that takes the waiting files of these kinds and counts them by state. */
    public Step step(String name, FileKind... order) {
        List<FileKind> kinds = List.of(order);
        return Step.repeatable(
                name,
                step -> {
                    for (FileRecord file : takeAll(kinds, step.businessDate(), step.actor())) {
                        step.count(file.kind() + " " + file.state().label(), 1);
                    }
                });
    }

    /** Takes one file from the inbox and tells what became of it. */
    public FileRecord take(Path source, LocalDate day, Actor actor) {
        try {
            return take(List.of(source), day, actor).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes files one after the other. Their commits don't wait for the disk one by one: the files
     * leave the inbox together, when all that was committed about them is safe.
     */
    private synchronized List<FileRecord> take(List<Path> sources, LocalDate day, Actor actor)
            throws IOException {
        Lot lot = reception.receive(sources, day);
        List<FileRecord> taken = new ArrayList<>();
        for (Lot.Item item : lot.items()) {
            FileRecord file = item.file();
            FileRecord settled =
                    file.state().settled()
                            ? file
                            : settle(item.source(), file, lot.before(file), actor);
            lot.became(settled);
            taken.add(settled);
            if (settled.rows() >= MANY_ROWS) {
                Statistics.refresh(db);
            }
        }
        if (!taken.isEmpty()) {
            Durability.flush(db);
        }
        CrashPoint.reached("intake.committed");
        for (int i = 0; i < taken.size(); i++) {
            inbox.settle(sources.get(i), taken.get(i));
        }
        return taken;
    }

    private FileRecord settle(Path source, FileRecord file, List<FileRecord> before, Actor actor)
            throws IOException {
        Findings findings = new Findings();
        for (FileRecord earlier : before) {
            if (earlier.standsFor(file)) {
                findings.add(
                        new Finding(
                                Finding.Severity.NOTE,
                                0,
                                "",
                                file.name(),
                                "同じ内容のファイルを%sに受け取っています（番号%d、%s）"
                                        .formatted(
                                                earlier.businessDate(),
                                                earlier.id(),
                                                earlier.state().label()),
                                "二重には取り込まれません。再送を頼んでいないときは送信元に知らせてください"));
                return ledger.settled(
                        file,
                        IntakeLedger.End.of(FileState.DUPLICATE, findings).like(earlier),
                        actor);
            }
        }
        FileName name = Inbox.Waiting.of(source).name();
        Finding wrong = wrongAtSight(source, name);
        if (name == null || wrong != null) {
            findings.add(wrong == null ? notAName(source) : wrong);
            return ledger.settled(file, IntakeLedger.End.of(FileState.REFUSED, findings), actor);
        }
        return name.serial() > 0 && isTaken(file, name.serial())
                ? held(file, name.serial(), actor)
                : apply(source, file, name, actor);
    }

    private static Finding notAName(Path source) {
        return Finding.refuse(0, "ファイル名", source.getFileName().toString(), "ファイル名が規則に合いません");
    }

    /** What can be said from the name alone; null if nothing is wrong with it. */
    private @Nullable Finding wrongAtSight(Path source, @Nullable FileName name) {
        if (name == null) {
            return notAName(source);
        }
        if (!name.to().equals(settings.code())) {
            return Finding.refuse(
                    0, "送信先コード", name.to(), "この団体（" + settings.code() + "）あてのファイルではありません");
        }
        if (!Senders.fits(name.kind().sender(), name.from())) {
            return Finding.refuse(0, "送信元コード", name.from(), name.kind().label() + "の送信元ではありません");
        }
        return handlers.containsKey(name.kind())
                ? null
                : Finding.refuse(0, "種別", name.kind().code(), "この団体では取り扱わない種別です");
    }

    /** Whether another file came under this number, and nobody agreed that this one comes, too. */
    private boolean isTaken(FileRecord file, int serial) {
        return file.branch() == 0 && sameNumber(file, serial).isPresent();
    }

    private Optional<FileRecord> sameNumber(FileRecord file, int serial) {
        return records.applied(file.kind(), file.sender(), serial).stream().findFirst();
    }

    private FileRecord held(FileRecord file, int serial, Actor actor) {
        FileRecord earlier = sameNumber(file, serial).orElseThrow();
        Findings findings = new Findings();
        findings.add(
                new Finding(
                        Finding.Severity.REFUSE,
                        0,
                        "通番",
                        "%06d".formatted(serial),
                        "同じ通番のファイルを%sに取り込んでいますが、内容が違います（番号%d）"
                                .formatted(earlier.businessDate(), earlier.id()),
                        "送信元にどちらが正しいか確認してください"));
        return ledger.settled(
                file, IntakeLedger.End.of(FileState.HELD, findings).like(earlier), actor);
    }

    private FileRecord apply(Path source, FileRecord file, FileName name, Actor actor) {
        Attempt attempt = new Attempt();
        FileState end =
                transaction.execute(status -> {
                    FileState state = attempt(source, file, name, attempt, actor);
                    if (state != FileState.APPLIED) {
                        status.setRollbackOnly();
                    }
                    return state;
                });
        return switch (end) {
            case HELD -> held(file, attempt.serial, actor);
            case REFUSED ->
                    ledger.settled(
                            file,
                            new IntakeLedger.End(end, attempt.findings, null, attempt.checked),
                            actor);
            case RECEIVED, CHECKED, APPLIED, DUPLICATE, DISCARDED, READY, SENT ->
                    Objects.requireNonNull(attempt.applied);
        };
    }

    /** What is known of an attempt to apply a file, whether it succeeds or not. */
    private static final class Attempt {
        private final Findings findings = new Findings();
        private boolean checked;
        private int serial;
        private @Nullable FileRecord applied;
    }

    private FileState attempt(
            Path source, FileRecord file, FileName name, Attempt attempt, Actor actor) {
        Findings findings = attempt.findings;
        FileKind kind = name.kind();
        FileSummary summary;
        boolean aboutPeople;
        long numbers;
        try (Staging staging = new Staging(kind, file.bytes(), db, copy, vault.stage(file.id()))) {
            summary = read(source, file, staging, findings);
            aboutPeople = staging.aboutPeople();
            numbers = staging.finish();
        } catch (FormatException notWhole) {
            if (findings.kept().isEmpty()
                    || !findings.kept().getLast().equals(notWhole.finding())) {
                findings.add(notWhole.finding());
            }
            return FileState.REFUSED;
        }
        if (!summary.acceptable()) {
            findings.add(Finding.refuse(0, "", "", "誤りのある行が%d件あります".formatted(summary.badRows())));
            return FileState.REFUSED;
        }
        attempt.serial = summary.serial();
        if (summary.serial() != name.serial() && isTaken(file, summary.serial())) {
            return FileState.HELD;
        }
        attempt.checked = true;
        if (summary.count() >= MANY_ROWS) {
            ledger.checked(file.id());
        }
        CrashPoint.reached("intake.checked");
        IncomingFile incoming =
                new IncomingFile(file.id(), summary, file.businessDate(), actor, db, copy);
        try {
            attempt.applied = apply(incoming, kind, findings, aboutPeople, numbers);
        } catch (FileRefused refused) {
            refused.findings().forEach(findings::add);
            return FileState.REFUSED;
        } catch (DuplicateKeyException cameBefore) {
            findings.add(toldAgain(file));
            return FileState.REFUSED;
        }
        CrashPoint.reached("intake.applied");
        return FileState.APPLIED;
    }

    /**
     * Rows that came under another number, for example: the file waits, and not the whole office.
     */
    private static Finding toldAgain(FileRecord file) {
        return new Finding(
                Finding.Severity.REFUSE,
                0,
                "",
                file.name(),
                "すでに取り込んだものと同じ行があるため、全体を取り込みませんでした",
                "二重の送付でないか送信元に確認してください");
    }

    private FileRecord apply(
            IncomingFile incoming,
            FileKind kind,
            Findings findings,
            boolean aboutPeople,
            long numbers) {
        FileHandler handler = handlers.get(kind);
        if (handler == null) {
            throw new IllegalStateException("no handler for " + kind);
        }
        long[] people = aboutPeople ? incoming.readPeople() : new long[0];
        incoming.keepPeople(people);
        handler.apply(incoming);
        if (numbers > 0) {
            incoming.count(
                    "個人番号",
                    vault.takeStaged(
                            incoming.id(),
                            new NumberUse(
                                    incoming.actor(),
                                    NumberUse.ELDERLY_MEDICAL,
                                    incoming.businessDate())));
        }
        StringBuilder counts = new StringBuilder();
        incoming.counts().forEach((name, n) -> counts.append(name).append(n).append(' '));
        return ledger.applied(incoming, findings, aboutPeople, counts.toString().strip());
    }

    /** Reads the source to its end and makes sure that it is still what was kept. */
    private static FileSummary read(
            Path source, FileRecord file, Staging staging, Findings findings) {
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest)) {
            FileSummary summary = FormatReader.read(file.name(), in, staging::add, findings::add);
            if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
                throw new FormatException(Finding.refuse(0, "", file.name(), "読んでいる間にファイルが変わりました"));
            }
            return summary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
