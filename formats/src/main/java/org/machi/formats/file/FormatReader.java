package org.machi.formats.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Row;

/**
 * Reads a file of any kind, once, from its first byte to its last, in bounded memory.
 *
 * <p>Good rows go to one consumer, findings to the other. A file that is not whole (wrong header,
 * totals, broken structure) ends in a {@link FormatException}; rows handed on before must then be
 * thrown away by the caller. It is thrown for nothing else, and nothing else is thrown for bad
 * data.
 */
public final class FormatReader {
    private FormatReader() {}

    public static FileSummary read(
            String fileName, InputStream in, Consumer<Row> rows, Consumer<Finding> findings)
            throws IOException {
        Reading reading = new Reading(FileName.parse(fileName), rows, findings);
        return switch (reading.name().kind().codec()) {
            case CSV -> new CsvDecoder(reading).read(in);
            case ZENGIN -> new ZenginDecoder(reading).read(in);
            case PENSION -> new PensionDecoder(reading).read(in);
        };
    }
}
