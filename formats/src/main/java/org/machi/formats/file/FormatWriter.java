package org.machi.formats.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Row;

/**
 * Writes a file of any kind row by row; {@link #finish} adds the trailer and makes the file appear
 * under its name at once. Closed without it, nothing appears.
 */
public final class FormatWriter implements AutoCloseable {
    private final FileHeader header;
    private final OutputStream out;
    private final Encoder encoder;
    private final @Nullable Path target;
    private final List<Finding> notes = new ArrayList<>();
    private long count;
    private long amount;
    private boolean finished;

    private FormatWriter(OutputStream out, FileHeader header, @Nullable Path target)
            throws IOException {
        this.header = header;
        this.out = new BufferedOutputStream(out, 65_536);
        this.target = target;
        this.encoder = encoder(this.out, header, notes::add);
        encoder.begin();
    }

    private static Encoder encoder(OutputStream out, FileHeader header, Consumer<Finding> notes) {
        return switch (header.kind().codec()) {
            case CSV -> new CsvEncoder(out, header);
            case ZENGIN -> new ZenginEncoder(out, header, notes);
            case PENSION -> new PensionEncoder(out, header, notes);
        };
    }

    /**
     * Writes {@code folder/<file name>}; until it is finished, the bytes stand in a .tmp file
     * beside it.
     */
    public static FormatWriter create(Path folder, FileHeader header) throws IOException {
        Path target = folder.resolve(header.fileName());
        return new FormatWriter(Files.newOutputStream(unfinished(target)), header, target);
    }

    /** Writes to a stream, which the caller keeps and closes. */
    public static FormatWriter to(OutputStream out, FileHeader header) throws IOException {
        return new FormatWriter(out, header, null);
    }

    private static Path unfinished(Path target) {
        return target.resolveSibling(target.getFileName() + ".tmp");
    }

    public void write(Row row) throws IOException {
        requireOpen();
        if (row.layout() != header.kind().layout()) {
            throw new IllegalArgumentException(
                    "row of " + row.layout() + " in a file of " + header.kind());
        }
        encoder.row(row);
        count++;
        amount += row.amount();
    }

    /** What was lost when characters were reduced (〓) or cut in a fixed-width file. */
    public List<Finding> notes() {
        return List.copyOf(notes);
    }

    /** Writes the trailer; the file now stands under its name, complete. */
    public FileSummary finish() throws IOException {
        requireOpen();
        encoder.end(count, amount);
        out.flush();
        finished = true;
        if (target != null) {
            out.close();
            Files.move(
                    unfinished(target),
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return new FileSummary(header, count, amount, 0);
    }

    private void requireOpen() {
        if (finished) {
            throw new IllegalStateException(header.fileName() + " is finished");
        }
    }

    @Override
    public void close() throws IOException {
        if (!finished && target != null) {
            out.close();
            Files.deleteIfExists(unfinished(target));
        }
    }
}
