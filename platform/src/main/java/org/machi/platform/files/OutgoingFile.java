package org.machi.platform.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileSummary;
import org.machi.formats.file.FormatWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A file that is being written. It gets its name in the outbox when the transaction commits; a file
 * closed without {@link #finish()} never existed.
 */
public final class OutgoingFile implements AutoCloseable {

    private final Outbox outbox;
    private final Dispatch dispatch;
    private final FileHeader header;
    private final Path draft;
    private final OutputStream out;
    private final FormatWriter writer;
    private final @Nullable Column<?> person;
    private final LongStream.Builder people = LongStream.builder();
    private final List<Attachment> attachments = new ArrayList<>();
    private long @Nullable [] ownPeople;
    private boolean finished;

    /** A file that travels beside the main one, such as the PDF beside its index. */
    record Attachment(String name, Path draft) {}

    OutgoingFile(Outbox outbox, Dispatch dispatch, FileHeader header) throws IOException {
        this.outbox = outbox;
        this.dispatch = dispatch;
        this.header = header;
        this.draft = outbox.draft(header.fileName());
        this.out = Files.newOutputStream(draft);
        this.writer = FormatWriter.to(out, header);
        this.person =
                header.kind().layout().columns().stream()
                        .filter(column -> column.code().equals(Staging.PERSON))
                        .findFirst()
                        .orElse(null);
    }

    /** The header that the file carries, with its number. */
    public FileHeader header() {
        return header;
    }

    public void write(Row row) {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (person != null && row.has(person)) {
            people.add(Long.parseLong(row.text(person)));
        }
    }

    /**
     * Writes every row of a query whose columns are named after the layout's codes; items that the
     * query lacks stay empty.
     *
     * @return number of rows
     */
    public long writeAll(JdbcClient.StatementSpec query) {
        QueryRows rows = new QueryRows(header.kind().layout());
        long[] written = new long[1];
        query.withFetchSize(2_000)
                .query(result -> {
                    write(rows.row(result));
                    written[0]++;
                });
        return written[0];
    }

    /**
     * Whom the file is about when its 宛名番号 are the receiver's: the audit trail lists these people
     * instead.
     */
    public void about(List<Long> ownNumbers) {
        ownPeople = ownNumbers.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Opens a file that travels with this one under the same name with another extension; the
     * caller writes and closes it before {@link #finish()}.
     */
    public OutputStream attach(String extension) {
        String main = header.fileName();
        String name = main.substring(0, main.lastIndexOf('.') + 1) + extension;
        Path path = outbox.draft(name);
        attachments.add(new Attachment(name, path));
        try {
            return Files.newOutputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes the file and writes its row and audit record in the current transaction. */
    public FileRecord finish() {
        try {
            FileSummary summary = writer.finish();
            out.close();
            finished = true;
            long[] about =
                    ownPeople == null ? people.build().distinct().toArray() : ownPeople.clone();
            return outbox.finished(dispatch, summary, draft, attachments, about);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            out.close();
            Files.deleteIfExists(draft);
            for (Attachment attachment : attachments) {
                Files.deleteIfExists(attachment.draft());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
