package org.machi.world.post;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.machi.formats.file.FileKind;

/**
 * The post room of one neighbour.
 *
 * <p>Under {@code world/<code>/}: {@code taken/<day>/} holds the files read on that day, {@code
 * sent/<day>} notes what was sent. Both are enough to know everything again after a crash.
 */
public final class Post {
    private final Path exchange;
    private final Path own;
    private final String code;
    private final Consumer<SentFile> progress;

    /**
     * @param data the demo's data folder
     * @param code the neighbour's code in file names, such as BANK
     * @param progress hears of each file as soon as it lies in its receiver's folder
     */
    public Post(Path data, String code, Consumer<SentFile> progress) {
        this.exchange = data.resolve("exchange");
        this.own = data.resolve("world").resolve(code);
        this.code = code;
        this.progress = progress;
        Folders.make(inbox());
    }

    public String code() {
        return code;
    }

    private Path inbox() {
        return exchange.resolve(code).resolve("in");
    }

    /** Where a receiver finds its files. */
    Path inboxOf(String receiver) {
        Path folder = exchange.resolve(receiver).resolve("in");
        Folders.make(folder);
        return folder;
    }

    private Path taken(LocalDate day) {
        return own.resolve("taken").resolve(day.toString());
    }

    private Path note(LocalDate day) {
        return own.resolve("sent").resolve(day.toString());
    }

    /**
     * Reads the post of a day: everything in the in-folder goes into the day's folder. A repeated
     * call finds the same files; a file that was read on an earlier day and comes again with the
     * same bytes is dropped.
     */
    public List<Path> takeIn(LocalDate day) {
        for (Path file : Folders.list(inbox())) {
            if (tookBefore(file)) {
                Folders.delete(file);
            } else {
                Folders.move(file, taken(day).resolve(file.getFileName()));
            }
        }
        return Folders.list(taken(day));
    }

    private boolean tookBefore(Path file) {
        for (Path day : Folders.list(own.resolve("taken"))) {
            Path known = day.resolve(file.getFileName());
            if (known.toFile().exists() && Folders.sameBytes(known, file)) {
                return true;
            }
        }
        return false;
    }

    /** Every file read after one day and before another, in the order of days and names. */
    public void eachTakenBetween(
            LocalDate after, LocalDate before, BiConsumer<LocalDate, Path> reader) {
        for (Path folder : Folders.list(own.resolve("taken"))) {
            LocalDate then = LocalDate.parse(folder.getFileName().toString());
            if (then.isAfter(after) && then.isBefore(before)) {
                Folders.list(folder).forEach(file -> reader.accept(then, file));
            }
        }
    }

    /** What was sent on a day, if that day's step was completed. */
    public Optional<List<SentFile>> sentOn(LocalDate day) {
        Path note = note(day);
        if (!note.toFile().exists()) {
            return Optional.empty();
        }
        return Optional.of(Folders.lines(note).stream().map(SentFile::parse).toList());
    }

    void tell(SentFile file) {
        progress.accept(file);
    }

    void noteSent(LocalDate day, List<SentFile> files) {
        Folders.write(note(day), files.stream().map(SentFile::line).toList());
    }

    /** Begins to send on a day; numbers go on from those of the days before. */
    public Sending sendingOn(LocalDate day) {
        return new Sending(this, day, lastSerials(day));
    }

    private final TreeMap<LocalDate, List<SentFile>> notes = new TreeMap<>();
    private boolean notesRead;

    private Map<String, Integer> lastSerials(LocalDate day) {
        if (!notesRead) {
            for (Path note : Folders.list(own.resolve("sent"))) {
                LocalDate then = LocalDate.parse(note.getFileName().toString());
                remember(then, Folders.lines(note).stream().map(SentFile::parse).toList());
            }
            notesRead = true;
        }
        Map<String, Integer> last = new HashMap<>();
        for (List<SentFile> files : notes.headMap(day, false).values()) {
            for (SentFile file : files) {
                last.merge(series(file.kind(), file.from(), file.to()), file.serial(), Math::max);
            }
        }
        return last;
    }

    void remember(LocalDate day, List<SentFile> files) {
        if (!files.isEmpty()) {
            notes.put(day, new ArrayList<>(files));
        }
    }

    static String series(FileKind kind, String from, String to) {
        return kind.name() + ":" + from + ">" + to;
    }
}
