package org.machi.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.machi.formats.column.Column;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Row;
import org.machi.formats.file.FormatReader;
import org.springframework.stereotype.Component;

/**
 * Which lines of a held file stand in the files that were applied under its number: taking them
 * would book the same money twice. A line's own number in its file makes no difference.
 */
@Component
class SharedLines {

    private static final String LINE_NUMBER = "seq";

    private final FileStore store;
    private final FileRecords records;

    SharedLines(FileStore store, FileRecords records) {
        this.store = store;
        this.records = records;
    }

    /**
     * The lines that were applied already, in their order; none for a file that can be told from
     * them.
     *
     * @throws FormatException when the held file can't be read to its end
     */
    List<Long> of(FileRecord held) {
        Set<Long> applied = new HashSet<>();
        for (FileRecord file : records.applied(held.kind(), held.sender(), held.serial())) {
            read(file, row -> applied.add(print(row)));
        }
        List<Long> shared = new ArrayList<>();
        read(
                held,
                row -> {
                    if (applied.contains(print(row))) {
                        shared.add(row.line());
                    }
                });
        return shared;
    }

    /** The file that was applied with the very bytes of this one, under whatever name. */
    Optional<FileRecord> whole(FileRecord file) {
        return records.sameBytes(List.of(HexFormat.of().parseHex(file.sha256()))).stream()
                .filter(other -> other.id() != file.id() && other.state() == FileState.APPLIED)
                .findFirst();
    }

    private void read(FileRecord file, Consumer<Row> rows) {
        try (InputStream in = store.open(file.storedAs())) {
            FormatReader.read(file.name(), in, rows, _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Eight bytes of a row's hash: two rows that differ and look alike would be held, not taken.
     */
    private static long print(Row row) {
        StringBuilder text = new StringBuilder();
        for (Column<?> column : row.layout().columns()) {
            if (!column.code().equals(LINE_NUMBER)) {
                text.append(row.text(column)).append('\0');
            }
        }
        byte[] hash = Hashes.sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }
}
