package org.machi.world.neighbours;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileSummary;
import org.machi.formats.file.FormatReader;
import org.machi.world.Neighbour;
import org.machi.world.Stage;
import org.machi.world.post.Post;
import org.machi.world.post.Sending;
import org.machi.world.post.SentFile;

/**
 * What all answering neighbours do: know again what earlier post said, read today's post, answer.
 *
 * <p>Reading only remembers; answering only looks at what is remembered and at the day, so that
 * both can be repeated.
 */
abstract class Desk implements Neighbour {
    private final Stage stage;
    private final Post post;
    private final Set<String> readToday = new HashSet<>();
    private LocalDate last = LocalDate.MIN;

    Desk(Stage stage, String code) {
        this.stage = stage;
        this.post = new Post(stage.data(), code, stage.progress());
    }

    /** Remembers what a file of a day says. */
    abstract void read(LocalDate day, Path file);

    /** Sends what is due on a day. */
    abstract void answer(LocalDate day, Sending sending);

    @Override
    public final String code() {
        return post.code();
    }

    final Stage stage() {
        return stage;
    }

    @Override
    public final List<SentFile> step(LocalDate day) {
        if (day.isBefore(last)) {
            throw new IllegalStateException(code() + ": " + day + " comes after " + last);
        }
        if (day.isAfter(last)) {
            readToday.clear();
        }
        post.eachTakenBetween(last, day, this::read);
        last = day;
        for (Path file : post.takeIn(day)) {
            if (readToday.add(file.getFileName().toString())) {
                read(day, file);
            }
        }
        return post.sentOn(day)
                .orElseGet(() -> {
                    Sending sending = post.sendingOn(day);
                    answer(day, sending);
                    return sending.complete();
                });
    }

    /** Reads a file; a neighbour refuses a file with any flaw as a real one would. */
    static FileSummary rows(Path file, Consumer<Row> rows) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return FormatReader.read(
                    file.getFileName().toString(),
                    in,
                    rows,
                    finding -> {
                        if (finding.severity() != Finding.Severity.NOTE) {
                            throw new IllegalStateException(
                                    file.getFileName() + ": " + finding.message());
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
