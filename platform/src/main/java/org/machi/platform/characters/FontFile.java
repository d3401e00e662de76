package org.machi.platform.characters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Which glyph a TrueType font has for a character or for an ideographic variation sequence. Reads
 * the tables {@code cmap} (formats 4, 12 and 14), {@code head} and {@code hmtx} of OpenType 1.9
 * only; drawing is somebody else's work. Immutable, so one instance serves all threads.
 */
public final class FontFile {
    /** No glyph: the font can't draw this. */
    public static final int NONE = 0;

    private static final int PLANE_0 = 0x10000;

    private final char[] basic = new char[PLANE_0];
    private final Map<Integer, Integer> supplementary = new HashMap<>();

    /** Key: selector &lt;&lt; 21 | base; value: glyph id. */
    private final Map<Long, Integer> sequences = new HashMap<>();

    private final int unitsPerEm;
    private final int[] advances;

    private FontFile(ByteBuffer font) {
        var tables = tables(font);
        unitsPerEm = font.getChar(table(tables, "head") + 18);
        advances = advances(font, tables);
        int cmap = table(tables, "cmap");
        int count = font.getChar(cmap + 2);
        int variations = 0;
        for (int i = 0; i < count; i++) {
            int record = cmap + 4 + i * 8;
            int at = cmap + font.getInt(record + 4);
            switch (font.getChar(at)) {
                case 4 -> readSegments(font, at);
                case 12 -> readGroups(font, at);
                case 14 -> variations = at;
                default -> {
                    // Formats 0, 2, 6 … repeat what format 4 or 12 says.
                }
            }
        }
        if (variations != 0) {
            readVariations(font, variations);
        }
    }

    public static FontFile read(byte[] font) {
        return new FontFile(ByteBuffer.wrap(font));
    }

    public static FontFile read(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new FontFile(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("フォントが読めません: " + file.getFileName(), e);
        }
    }

    /** The glyph of one character, or {@link #NONE}. */
    public int glyph(int codePoint) {
        return codePoint < PLANE_0 ? basic[codePoint] : supplementary.getOrDefault(codePoint, NONE);
    }

    /** The glyph of base character + variation selector, or {@link #NONE} when not in the font. */
    public int glyph(int base, int selector) {
        return sequences.getOrDefault(key(base, selector), NONE);
    }

    /** Advance width of a glyph in thousandths of the type size. */
    public int advance(int glyph) {
        return advances[Math.min(glyph, advances.length - 1)] * 1000 / unitsPerEm;
    }

    private static long key(int base, int selector) {
        return (long) selector << 21 | base;
    }

    private static Map<String, Integer> tables(ByteBuffer font) {
        var found = new HashMap<String, Integer>();
        int count = font.getChar(4);
        for (int i = 0; i < count; i++) {
            int record = 12 + i * 16;
            var tag = new StringBuilder();
            for (int k = 0; k < 4; k++) {
                tag.append((char) font.get(record + k));
            }
            found.put(tag.toString(), font.getInt(record + 8));
        }
        return found;
    }

    private static int table(Map<String, Integer> tables, String tag) {
        Integer at = tables.get(tag);
        if (at == null) {
            throw new IllegalArgumentException("The font has no table " + tag);
        }
        return at;
    }

    private static int[] advances(ByteBuffer font, Map<String, Integer> tables) {
        int count = font.getChar(table(tables, "hhea") + 34);
        int hmtx = table(tables, "hmtx");
        int[] widths = new int[count];
        for (int i = 0; i < count; i++) {
            widths[i] = font.getChar(hmtx + i * 4);
        }
        return widths;
    }

    private void readSegments(ByteBuffer font, int at) {
        int twice = font.getChar(at + 6);
        for (int s = 0; s < twice; s += 2) {
            int end = font.getChar(at + 14 + s);
            int start = font.getChar(at + 16 + twice + s);
            int delta = font.getChar(at + 16 + 2 * twice + s);
            int offsetAt = at + 16 + 3 * twice + s;
            int offset = font.getChar(offsetAt);
            for (int c = start; c <= end && c < 0xFFFF; c++) {
                int glyph = offset == 0 ? c : font.getChar(offsetAt + offset + (c - start) * 2);
                if (glyph != NONE && basic[c] == NONE) {
                    basic[c] = (char) (glyph + delta);
                }
            }
        }
    }

    private void readGroups(ByteBuffer font, int at) {
        int groups = font.getInt(at + 12);
        for (int g = 0; g < groups; g++) {
            int start = font.getInt(at + 16 + g * 12);
            int end = font.getInt(at + 20 + g * 12);
            int glyph = font.getInt(at + 24 + g * 12);
            for (int c = start; c <= end; c++) {
                if (c < PLANE_0) {
                    basic[c] = (char) (glyph + c - start);
                } else {
                    supplementary.put(c, glyph + c - start);
                }
            }
        }
    }

    private void readVariations(ByteBuffer font, int at) {
        int selectors = font.getInt(at + 6);
        for (int i = 0; i < selectors; i++) {
            int record = at + 10 + i * 11;
            int selector = threeBytes(font, record);
            int defaults = font.getInt(record + 3);
            int others = font.getInt(record + 7);
            if (defaults != 0) {
                readDefaults(font, at + defaults, selector);
            }
            if (others != 0) {
                readOthers(font, at + others, selector);
            }
        }
    }

    /** Sequences whose shape is the one which the character has without a selector. */
    private void readDefaults(ByteBuffer font, int at, int selector) {
        int ranges = font.getInt(at);
        for (int r = 0; r < ranges; r++) {
            int start = threeBytes(font, at + 4 + r * 4);
            int more = font.get(at + 7 + r * 4) & 0xFF;
            for (int base = start; base <= start + more; base++) {
                sequences.put(key(base, selector), glyph(base));
            }
        }
    }

    private void readOthers(ByteBuffer font, int at, int selector) {
        int count = font.getInt(at);
        for (int k = 0; k < count; k++) {
            int base = threeBytes(font, at + 4 + k * 5);
            sequences.put(key(base, selector), (int) font.getChar(at + 7 + k * 5));
        }
    }

    private static int threeBytes(ByteBuffer font, int at) {
        return (font.get(at) & 0xFF) << 16 | font.getChar(at + 1);
    }
}
