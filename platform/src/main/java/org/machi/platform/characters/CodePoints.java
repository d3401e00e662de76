package org.machi.platform.characters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name or address as the sequence of code points which it is. A kanji and the variation selector
 * after it (IVS, U+E0100–U+E01EF; SVS, U+FE00–U+FE0F) are one character to a reader.
 */
public final class CodePoints {
    private CodePoints() {}

    public static boolean isVariationSelector(int codePoint) {
        return codePoint >= 0xE0100 && codePoint <= 0xE01EF
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    }

    /** The characters as a reader counts them, each with its selector or combining marks. */
    public static List<String> graphemes(String text) {
        var found = new ArrayList<String>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (at > start && !continues(codePoint)) {
                found.add(text.substring(start, at));
                start = at;
            }
            at += Character.charCount(codePoint);
        }
        if (start < text.length()) {
            found.add(text.substring(start));
        }
        return found;
    }

    /** How many characters a reader sees: "葛󠄀城" is two. */
    public static int graphemeLength(String text) {
        int length = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (at == 0 || !continues(codePoint)) {
                length++;
            }
            at += Character.charCount(codePoint);
        }
        return length;
    }

    /** "U+845B U+E0100", the way in which character tables write a sequence. */
    public static String describe(String text) {
        return text.codePoints()
                .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
                .collect(Collectors.joining(" "));
    }

    /** The text of "U+845B U+E0100". */
    public static String parse(String description) {
        var text = new StringBuilder();
        Arrays.stream(description.trim().split("\\s+"))
                .map(word -> word.startsWith("U+") ? word.substring(2) : word)
                .forEach(hex -> text.appendCodePoint(Integer.parseInt(hex, 16)));
        return text.toString();
    }

    private static boolean continues(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        int type = Character.getType(codePoint);
        return isVariationSelector(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
