package org.machi.platform.database;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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
        int written = 0;
        for (int i = 0; i < value.length(); i++) {
            String escaped = escaped(value.charAt(i));
            if (escaped != null) {
                buffer.append(value, written, i).append(escaped);
                written = i + 1;
            }
        }
        buffer.append(value, written, value.length());
        return this;
    }

    private static @Nullable String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
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
