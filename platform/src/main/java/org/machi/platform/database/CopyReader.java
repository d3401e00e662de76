package org.machi.platform.database;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Reads the rows of a binary COPY, field by field in the order of the query's columns.
 *
 * <p>{@code getLong} is for bigint, {@code getInt} for integer and {@code getShort} for smallint; a
 * wrong width is noticed at once. A null is read with the {@code …OrNull} and {@code …Or} variants.
 */
public final class CopyReader implements AutoCloseable {

    private static final int HEADER = CopyWriter.SIGNATURE.length + 8;

    private final CopyOut copy;
    private byte[] buffer = new byte[0];
    private int position;
    private int limit;
    private boolean begun;
    private int fields;

    CopyReader(CopyOut copy) {
        this.copy = copy;
    }

    /** Goes to the next row; false at the end. */
    public boolean next() {
        if (!begun) {
            need(HEADER);
            position += HEADER;
            begun = true;
        }
        if (fields != 0) {
            throw new IllegalStateException(fields + " fields of the row were not read");
        }
        need(2);
        fields = int16();
        if (fields >= 0) {
            return true;
        }
        fields = 0;
        drain();
        return false;
    }

    public long getLong() {
        require(8);
        return int64();
    }

    public long getLongOr(long ifNull) {
        return length() < 0 ? ifNull : checked(8) ? int64() : ifNull;
    }

    public int getInt() {
        require(4);
        return int32();
    }

    public int getIntOr(int ifNull) {
        return length() < 0 ? ifNull : checked(4) ? int32() : ifNull;
    }

    public short getShort() {
        require(2);
        return (short) int16();
    }

    public boolean getBoolean() {
        require(1);
        return buffer[position++] != 0;
    }

    public String getText() {
        String text = getTextOrNull();
        if (text == null) {
            throw new IllegalStateException("null where text was expected");
        }
        return text;
    }

    public @Nullable String getTextOrNull() {
        int length = length();
        if (length < 0) {
            return null;
        }
        need(length);
        String text = new String(buffer, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    public byte @Nullable [] getBytesOrNull() {
        int length = length();
        if (length < 0) {
            return null;
        }
        need(length);
        byte[] bytes = new byte[length];
        System.arraycopy(buffer, position, bytes, 0, length);
        position += length;
        return bytes;
    }

    public LocalDate getDate() {
        return LocalDate.ofEpochDay(getEpochDay());
    }

    public @Nullable LocalDate getDateOrNull() {
        int day = getEpochDayOr(Integer.MIN_VALUE);
        return day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    /** A date column as days since 1970-01-01, without an object a row. */
    public int getEpochDay() {
        require(4);
        return (int) (int32() + CopyWriter.EPOCH_DAY);
    }

    public int getEpochDayOr(int ifNull) {
        return length() < 0 ? ifNull : checked(4) ? (int) (int32() + CopyWriter.EPOCH_DAY) : ifNull;
    }

    public @Nullable Instant getInstantOrNull() {
        return length() < 0
                ? null
                : checked(8)
                        ? Instant.EPOCH.plus(int64() + CopyWriter.EPOCH_MICROS, ChronoUnit.MICROS)
                        : null;
    }

    public UUID getUuid() {
        require(16);
        return new UUID(int64(), int64());
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

    private int lastLength;

    private int length() {
        if (fields-- <= 0) {
            throw new IllegalStateException("the row has no more fields");
        }
        need(4);
        lastLength = int32();
        return lastLength;
    }

    private boolean checked(int expected) {
        if (lastLength != expected) {
            throw new IllegalStateException(
                    "field of " + lastLength + " bytes read as one of " + expected);
        }
        need(expected);
        return true;
    }

    private void require(int expected) {
        if (length() < 0) {
            throw new IllegalStateException("null where a value was expected");
        }
        checked(expected);
    }

    /** Makes sure that so many bytes lie in the buffer, fetching further messages as needed. */
    private void need(int bytes) {
        while (limit - position < bytes) {
            byte[] message = read();
            if (message == null) {
                throw new IllegalStateException("COPY ended in the middle of a row");
            }
            int rest = limit - position;
            if (rest == 0) {
                buffer = message;
            } else {
                byte[] joined = new byte[rest + message.length];
                System.arraycopy(buffer, position, joined, 0, rest);
                System.arraycopy(message, 0, joined, rest, message.length);
                buffer = joined;
            }
            position = 0;
            limit = buffer.length;
        }
    }

    private byte @Nullable [] read() {
        try {
            return copy.readFromCopy();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("COPY broke off: " + e.getMessage(), e);
        }
    }

    private void drain() {
        byte[] message = read();
        while (message != null) {
            message = read();
        }
    }

    private int int16() {
        int value = (buffer[position] << 8) | (buffer[position + 1] & 0xFF);
        position += 2;
        return value;
    }

    private int int32() {
        int value =
                (buffer[position] << 24)
                        | ((buffer[position + 1] & 0xFF) << 16)
                        | ((buffer[position + 2] & 0xFF) << 8)
                        | (buffer[position + 3] & 0xFF);
        position += 4;
        return value;
    }

    private long int64() {
        long high = int32();
        return (high << 32) | (int32() & 0xFFFFFFFFL);
    }
}
