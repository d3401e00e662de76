package org.machi.formats.file;

import java.io.IOException;
import org.machi.formats.column.Row;

/** Turns rows into the bytes of one codec. */
sealed interface Encoder permits CsvEncoder, ZenginEncoder, PensionEncoder {

    /** Writes what stands before the rows. */
    void begin() throws IOException;

    void row(Row row) throws IOException;

    /** Writes what stands after the rows. */
    void end(long count, long amount) throws IOException;
}
