package org.machi.platform.database;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows in PostgreSQL's binary COPY format, field by field in the order of the columns.
 *
 * <p>The Java type of each field must be the column's: {@code long} for bigint, {@code int} for
 * integer, {@code short} for smallint. Closing without {@link #finish()} gives the rows up.
 */
public final class CopyWriter implements AutoCloseable {

    static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    static final long EPOCH_DAY = EPOCH.toEpochDay();
    static final long EPOCH_MICROS = EPOCH_DAY * 86_400_000_000L;
    static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
    };
    private static final int BUFFER = 1 << 16;

    private final CopyStream copy;
    private final int columns;
    private byte[] buffer = new byte[BUFFER + 1024];
    private int size;
    private int missing;
    private long rows;

    CopyWriter(CopyIn copy, int columns) {
        this.copy = new CopyStream(copy);
        this.columns = columns;
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        this.size = SIGNATURE.length + 8;
    }

    /** Begins the next row. */
    public CopyWriter row() {
        requireComplete();
        if (size > BUFFER) {
            flush();
        }
        int16(columns);
        missing = columns;
        rows++;
        return this;
    }

    public CopyWriter put(long value) {
        field(8);
        int64(value);
        return this;
    }

    public CopyWriter put(int value) {
        field(4);
        int32(value);
        return this;
    }

    public CopyWriter put(short value) {
        field(2);
        int16(value);
        return this;
    }

    public CopyWriter put(boolean value) {
        field(1);
        buffer[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    public CopyWriter put(@Nullable Long value) {
        return value == null ? putNull() : put(value.longValue());
    }

    public CopyWriter put(@Nullable Integer value) {
        return value == null ? putNull() : put(value.intValue());
    }

    public CopyWriter put(@Nullable String value) {
        return value == null ? putNull() : put(value.getBytes(StandardCharsets.UTF_8));
    }

    public CopyWriter put(byte @Nullable [] value) {
        if (value == null) {
            return putNull();
        }
        field(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
        return this;
    }

    public CopyWriter put(@Nullable LocalDate value) {
        return value == null ? putNull() : putEpochDay(Math.toIntExact(value.toEpochDay()));
    }

    /** A date column from days since 1970-01-01, without an object a row. */
    public CopyWriter putEpochDay(int day) {
        field(4);
        int32((int) (day - EPOCH_DAY));
        return this;
    }

    public CopyWriter put(@Nullable Instant value) {
        if (value == null) {
            return putNull();
        }
        field(8);
        int64(ChronoUnit.MICROS.between(Instant.EPOCH, value) - EPOCH_MICROS);
        return this;
    }

    public CopyWriter put(@Nullable UUID value) {
        if (value == null) {
            return putNull();
        }
        field(16);
        int64(value.getMostSignificantBits());
        int64(value.getLeastSignificantBits());
        return this;
    }

    public CopyWriter putNull() {
        field(0);
        size -= 4;
        int32(-1);
        return this;
    }

    public long rows() {
        return rows;
    }

    /** Ends the COPY and returns how many rows the database took. */
    public long finish() {
        requireComplete();
        int16(-1);
        flush();
        return copy.finish();
    }

    @Override
    public void close() {
        copy.close();
    }

    private void requireComplete() {
        if (missing != 0) {
            throw new IllegalStateException(
                    "row " + rows + " has " + (columns - missing) + " of " + columns + " fields");
        }
    }

    private void field(int length) {
        if (missing-- <= 0) {
            throw new IllegalStateException("row " + rows + " has too many fields");
        }
        if (size + length + 64 > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + length + 1024));
        }
        int32(length);
    }

    private void flush() {
        copy.write(buffer, size);
        size = 0;
    }

    private void int16(int value) {
        buffer[size++] = (byte) (value >> 8);
        buffer[size++] = (byte) value;
    }

    private void int32(int value) {
        buffer[size++] = (byte) (value >> 24);
        buffer[size++] = (byte) (value >> 16);
        buffer[size++] = (byte) (value >> 8);
        buffer[size++] = (byte) value;
    }

    private void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }
}
