package org.machi.world.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileSummary;
import org.machi.formats.file.FormatWriter;

/** The files that a neighbour sends in one step; {@link #complete} ends the step. */
public final class Sending {
    private final Post post;
    private final LocalDate day;
    private final Map<String, Integer> serials;
    private final List<SentFile> sent = new ArrayList<>();

    /** Writes the rows of one file. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(FormatWriter file) throws IOException;
    }

    Sending(Post post, LocalDate day, Map<String, Integer> serials) {
        this.post = post;
        this.day = day;
        this.serials = serials;
    }

    /** Sends rows as one file, or nothing when there are none. */
    public void send(FileKind kind, String to, List<Row> rows) {
        if (!rows.isEmpty()) {
            send(kind, to, null, null, all(rows));
        }
    }

    /**
     * Sends rows in the name of one of the several offices that this neighbour stands for, or
     * nothing when there are none.
     *
     * @param from the office's own code; its files have numbers of their own
     */
    public void sendAs(String from, FileKind kind, String to, List<Row> rows) {
        if (!rows.isEmpty()) {
            write(new Envelope(kind, from, to, null, null), all(rows));
        }
    }

    /** Sends rows about one levy year, or nothing when there are none. */
    public void send(FileKind kind, String to, int levyYear, List<Row> rows) {
        if (!rows.isEmpty()) {
            send(kind, to, levyYear, null, all(rows));
        }
    }

    private static Rows all(List<Row> rows) {
        return file -> {
            for (Row row : rows) {
                file.write(row);
            }
        };
    }

    /**
     * Sends one file, empty or not.
     *
     * @param levyYear 対象年度 or null
     * @param head the header record's values of a bank file or null
     */
    public void send(
            FileKind kind, String to, @Nullable Integer levyYear, @Nullable Row head, Rows rows) {
        write(new Envelope(kind, post.code(), to, levyYear, head), rows);
    }

    private record Envelope(
            FileKind kind, String from, String to, @Nullable Integer levyYear, @Nullable Row head) {

        FileHeader header(int serial, LocalDate day) {
            return new FileHeader(kind, from, to, serial, day, levyYear, head);
        }
    }

    private void write(Envelope envelope, Rows rows) {
        FileKind kind = envelope.kind();
        String from = envelope.from();
        String to = envelope.to();
        int serial = serials.merge(Post.series(kind, from, to), 1, Integer::sum);
        try (FormatWriter file =
                FormatWriter.create(post.inboxOf(to), envelope.header(serial, day))) {
            rows.writeTo(file);
            FileSummary done = file.finish();
            SentFile one = new SentFile(kind, from, to, serial, done.count(), done.amount());
            sent.add(one);
            post.tell(one);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes the day as done and returns what was sent. */
    public List<SentFile> complete() {
        post.noteSent(day, sent);
        post.remember(day, sent);
        return List.copyOf(sent);
    }
}
