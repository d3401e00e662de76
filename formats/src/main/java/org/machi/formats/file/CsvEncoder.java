package org.machi.formats.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.machi.formats.column.Row;

/** Writes the CSV envelope: UTF-8 without BOM, CRLF, quotes only where needed. */
final class CsvEncoder implements Encoder {
    private final FileHeader header;
    private final CsvWriter csv;
    private final String[] fields;

    CsvEncoder(OutputStream out, FileHeader header) {
        this.header = header;
        this.fields = new String[header.kind().layout().columns().size()];
        this.csv =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void begin() throws IOException {
        Integer year = header.levyYear();
        record(
                "H",
                header.kind().code(),
                header.from(),
                header.to(),
                "%06d".formatted(header.serial()),
                header.createdOn().toString(),
                year == null ? "" : year.toString());
        record(header.kind().layout().items().toArray(new String[0]));
    }

    @Override
    public void row(Row row) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            fields[i] = row.text(i);
        }
        record(fields);
    }

    @Override
    public void end(long count, long amount) throws IOException {
        record("T", Long.toString(count), Long.toString(amount));
        csv.flush();
    }

    private void record(String... values) throws IOException {
        try {
            csv.writeRecord(values);
        } catch (UncheckedIOException failed) {
            throw failed.getCause() == null ? new IOException(failed) : failed.getCause();
        }
    }
}
