package org.machi.platform.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.machi.platform.jobs.CrashPoint;
import org.springframework.stereotype.Component;

/**
 * The first thing that happens to files: their bytes are kept as they came, safely on disk, and
 * each gets its row, before the first of them is looked at.
 */
@Component
final class Reception {

    private final Inbox inbox;
    private final FileStore store;
    private final FileRecords records;
    private final IntakeLedger ledger;

    Reception(Inbox inbox, FileStore store, FileRecords records, IntakeLedger ledger) {
        this.inbox = inbox;
        this.store = store;
        this.records = records;
        this.ledger = ledger;
    }

    /** A file without a row that could be taken up. */
    private record New(int position, Path source, byte[] sha256) {}

    /** Receives files, or takes up where a crash left them; in the order of the sources. */
    Lot receive(List<Path> sources, LocalDate day) throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        for (Path source : sources) {
            hashes.add(Hashes.of(source));
        }
        List<FileRecord> known =
                new ArrayList<>(sources.isEmpty() ? List.of() : records.sameBytes(hashes));
        List<Optional<FileRecord>> rows = new ArrayList<>();
        List<New> fresh = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Optional<FileRecord> row = left(sources.get(i), hashes.get(i), known, day);
            if (row.isEmpty()) {
                fresh.add(new New(i, sources.get(i), hashes.get(i)));
            }
            rows.add(row);
        }
        List<FileRecord> received = receiveNew(fresh, day);
        for (int i = 0; i < fresh.size(); i++) {
            rows.set(fresh.get(i).position(), Optional.of(received.get(i)));
        }
        known.addAll(received);
        List<Lot.Item> items = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            items.add(new Lot.Item(sources.get(i), rows.get(i).orElseThrow()));
        }
        return new Lot(items, known);
    }

    /** The row that an earlier call made for this very file, if a crash kept it from its end. */
    private Optional<FileRecord> left(
            Path source, byte[] sha256, List<FileRecord> known, LocalDate day) {
        String name = source.getFileName().toString();
        String hash = HexFormat.of().formatHex(sha256);
        for (FileRecord file : known) {
            if (file.sha256().equals(hash) && file.name().equals(name)) {
                if (!file.state().settled()) {
                    FileRecord up = ledger.takenUp(file, day);
                    known.replaceAll(other -> other.id() == up.id() ? up : other);
                    return Optional.of(up);
                }
                if (!inbox.isSettled(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private List<FileRecord> receiveNew(List<New> files, LocalDate day) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        List<Callable<Arrival>> works = new ArrayList<>();
        for (New file : files) {
            works.add(() ->
                    new Arrival(file.source(), file.sha256(), store.keep(file.source(), day), day));
        }
        List<FileRecord> received = ledger.received(Together.all(works));
        CrashPoint.reached("intake.received");
        return received;
    }
}
