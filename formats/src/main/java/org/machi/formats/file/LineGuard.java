package org.machi.formats.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches the bytes of a text file on their way: lines end in CRLF, are not too long, and hold no
 * NUL. What it finds ends the reading before a parser has to hold the damage in memory.
 */
final class LineGuard extends FilterInputStream {
    /** Longest line in bytes; the widest layout stays far below it. */
    static final int MAX_LINE = 65_536;

    private final Reading reading;
    private long line = 1;
    private int length;
    private int last = '\n';
    private Place place = Place.VALUE_START;

    /** Where in a line the last byte left us. */
    private enum Place {
        VALUE_START,
        PLAIN,
        QUOTED,
        /** Behind a quote inside a quoted value: its end, or the first of a pair. */
        QUOTE_IN_QUOTED
    }

    LineGuard(InputStream in, Reading reading) {
        super(in);
        this.reading = reading;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int size) throws IOException {
        int n = super.read(buffer, offset, size);
        for (int i = offset; i < offset + n; i++) {
            watch(buffer[i]);
        }
        if (n < 0) {
            end();
        }
        return n;
    }

    private void watch(byte b) {
        if (b == 0) {
            throw reading.refuse(line, "", "", "NUL（0x00）が含まれています");
        }
        if (b == '\n' && last != '\r') {
            throw reading.refuse(line, "", "", "改行がCRLFではありません（LFだけ）");
        }
        if (last == '\r' && b != '\n') {
            throw reading.refuse(line, "", "", "改行がCRLFではありません（CRだけ）");
        }
        place = next(b);
        length++;
        if (length > MAX_LINE) {
            throw reading.refuse(line, "", "", "1行が長すぎます（上限%dバイト）".formatted(MAX_LINE));
        }
        if (b == '\n') {
            line++;
            length = 0;
        }
        last = b;
    }

    private Place next(byte b) {
        return switch (place) {
            case VALUE_START -> b == '"' ? Place.QUOTED : plain(b);
            case PLAIN -> {
                if (b == '"') {
                    throw reading.refuse(line, "", "", "引用符の位置が違います（値の途中にあります）");
                }
                yield plain(b);
            }
            case QUOTED -> {
                if (b == '\r') {
                    throw reading.refuse(line, "", "", "引用符がその行の中で閉じていません");
                }
                yield b == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
            }
            case QUOTE_IN_QUOTED -> {
                if (b == '"') {
                    yield Place.QUOTED;
                }
                if (plain(b) == Place.PLAIN) {
                    throw reading.refuse(line, "", "", "引用符のあとに余分な文字があります");
                }
                yield Place.VALUE_START;
            }
        };
    }

    private static Place plain(byte b) {
        return b == ',' || b == '\r' || b == '\n' ? Place.VALUE_START : Place.PLAIN;
    }

    private void end() {
        if (last != '\n') {
            throw reading.refuse(line, "", "", "最後の行が途中で切れています（改行がありません）");
        }
    }
}
