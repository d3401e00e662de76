package org.machi.platform.database;

import java.nio.charset.StandardCharsets;
import org.postgresql.copy.CopyIn;

/** Writes rows of texts by COPY; an empty text becomes null, the database parses the others. */
public final class TextCopyWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final CopyStream copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);
    private boolean first = true;

    TextCopyWriter(CopyIn copy) {
        this.copy = new CopyStream(copy);
    }

    public TextCopyWriter put(String value) {
        if (!first) {
            buffer.append('\t');
        }
        first = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
        return this;
    }

    public TextCopyWriter put(long value) {
        if (!first) {
            buffer.append('\t');
        }
        first = false;
        buffer.append(value);
        return this;
    }

    public void endRow() {
        buffer.append('\n');
        first = true;
        if (buffer.length() > BUFFER) {
            flush();
        }
    }

    /** Ends the COPY and returns how many rows the database took. */
    public long finish() {
        flush();
        return copy.finish();
    }

    @Override
    public void close() {
        copy.close();
    }

    private void flush() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        copy.write(bytes, bytes.length);
    }
}
