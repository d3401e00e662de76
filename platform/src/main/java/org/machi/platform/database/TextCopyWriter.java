package org.machi.platform.database;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Writes rows of texts by COPY; an empty text becomes null, the database parses the others. */
public final class TextCopyWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);
    private boolean first = true;

    TextCopyWriter(CopyIn copy) {
        this.copy = copy;
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
        try {
            return copy.endCopy();
        } catch (SQLException e) {
            throw new DataIntegrityViolationException("COPY was refused: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("COPY could not be given up", e);
            }
        }
    }

    private void flush() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new DataIntegrityViolationException("COPY was refused: " + e.getMessage(), e);
        }
    }
}
