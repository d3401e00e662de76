package org.machi.formats.text;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.machi.formats.column.Characters;

/**
 * Reducing names and addresses to JIS X 0208 and its two 7-bit bytes a character, as pension files
 * need.
 *
 * <p>Two steps: a character that the set has stays; one that is a form of such a character
 * (variation selector, compatibility ideograph, half width, the pairs in {@link #FORMS}) becomes
 * it; everything else becomes 〓 and is listed. Nothing ever becomes "?".
 */
public final class JisX0208 {
    /** The mark that stands for a character which can't be written. */
    public static final String GETA = "〓";

    private static final int CELLS = 94;
    private static final char[][] CHARACTERS = characters();
    private static final char[] CODES = codes();

    /** Forms in names that Unicode does not fold itself: form, then the character of JIS X 0208. */
    private static final List<String> FORMS =
            List.of(
                    "髙高", "﨑崎", "𠮷吉", "德徳", "瀨瀬", "濵浜", "寬寛", "黑黒", "緖緒", "增増", "橫横", "淸清", "敎教",
                    "桒桑", "栁柳", "鄕郷", "郞郎", "靑青", "每毎", "步歩", "戶戸", "姬姫", "硏研", "槪概", "溫温", "愼慎",
                    "鎭鎮", "顚顛", "奧奥", "晚晩", "曆暦", "歷歴", "絕絶", "薰薫", "賴頼", "錄録", "鍊錬", "閱閲", "騷騒",
                    "𠀋丈", "𡈽土", "𣘺橋", "𥔎崎", "𦚰脇");

    private JisX0208() {}

    /** Reduces a text to at most {@code length} characters of JIS X 0208. */
    public static Reduced reduce(String text, int length) {
        StringBuilder reduced = new StringBuilder();
        List<String> lost = new ArrayList<>();
        int count = 0;
        boolean cut = false;
        String composed = Normalizer.normalize(widen(text), Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); ) {
            int next = end(composed, i);
            String character = composed.substring(i, next);
            i = next;
            if (count == length) {
                cut = true;
                break;
            }
            String written = reduceOne(character);
            if (written.equals(GETA) && !character.equals(GETA)) {
                lost.add(character);
            }
            reduced.append(written);
            count++;
        }
        return new Reduced(reduced.toString(), lost, cut);
    }

    /** Where the user-perceived character that begins at {@code start} ends. */
    private static int end(String text, int start) {
        int i = start + Character.charCount(text.codePointAt(start));
        while (i < text.length() && Characters.joinsPrevious(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static String reduceOne(String character) {
        String base = Character.toString(character.codePointAt(0));
        boolean variantOnly =
                character.codePoints().skip(1).allMatch(Characters::isVariationSelector);
        if (!variantOnly) {
            return GETA;
        }
        String folded = fold(base);
        return isWritable(folded) ? folded : GETA;
    }

    private static String fold(String base) {
        if (isWritable(base)) {
            return base;
        }
        for (String form : FORMS) {
            if (form.startsWith(base)) {
                return form.substring(base.length());
            }
        }
        return base;
    }

    /** Half-width letters, digits, kana and spaces as full-width ones. */
    private static String widen(String text) {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                wide.append('　');
            } else if (c > ' ' && c < 0x7F) {
                wide.append((char) (c + 0xFEE0));
            } else if (c == 0xFF9E || c == 0xFF9F) {
                wide.append(c == 0xFF9E ? '\u3099' : '\u309A');
            } else if (c >= 0xFF61 && c <= 0xFF9D) {
                wide.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            } else {
                wide.append(sameSign(c));
            }
        }
        return wide.toString();
    }

    /**
     * Signs that Unicode has twice for one place in JIS X 0208; files of this house use the second.
     */
    private static char sameSign(char c) {
        int at = "−〜‖¢£¬—".indexOf(c);
        return at < 0 ? c : "－～∥￠￡￢―".charAt(at);
    }

    /** Whether one character stands in JIS X 0208 (rows 1–8 and 16–84). */
    public static boolean isWritable(String character) {
        return character.length() == 1 && code(character.charAt(0)) >= 0;
    }

    /** The 7-bit bytes of a text of which each character {@link #isWritable}. */
    public static byte[] encode(String text) {
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            int code = code(text.charAt(i));
            if (code < 0) {
                throw new IllegalArgumentException("not in JIS X 0208: character " + (i + 1));
            }
            bytes[2 * i] = (byte) (code >> 8);
            bytes[2 * i + 1] = (byte) code;
        }
        return bytes;
    }

    /** The text of 7-bit bytes; U+FFFD where they are no character of JIS X 0208. */
    public static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length / 2);
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            text.append(character(bytes[i] & 0xFF, bytes[i + 1] & 0xFF));
        }
        return text.toString();
    }

    private static boolean isRow(int row) {
        return (row >= 1 && row <= 8) || (row >= 16 && row <= 84);
    }

    /** Row and cell plus 0x20 each in two bytes, or -1. */
    private static int code(char c) {
        return CODES[c] == 0 ? -1 : CODES[c];
    }

    private static char character(int high, int low) {
        int row = high - 0x20;
        int cell = low - 0x20;
        return isRow(row) && cell >= 1 && cell <= CELLS ? CHARACTERS[row][cell] : '\uFFFD';
    }

    /** The table by way of windows-31j, whose double bytes are the same rows and cells. */
    private static char[][] characters() {
        char[][] characters = new char[CELLS + 1][CELLS + 1];
        Charset windows31j = Charset.forName("windows-31j");
        for (int row = 1; row <= CELLS; row++) {
            Arrays.fill(characters[row], '\uFFFD');
            for (int cell = 1; cell <= CELLS && isRow(row); cell++) {
                int lead = (row - 1) / 2 + (row > 62 ? 0xC1 : 0x81);
                int trail = row % 2 == 0 ? cell + 0x9E : cell + (cell >= 0x40 ? 0x40 : 0x3F);
                String text = new String(new byte[] {(byte) lead, (byte) trail}, windows31j);
                if (text.length() == 1) {
                    characters[row][cell] = text.charAt(0);
                }
            }
        }
        return characters;
    }

    private static char[] codes() {
        char[] codes = new char[0x10000];
        for (int row = 1; row <= CELLS; row++) {
            for (int cell = 1; cell <= CELLS; cell++) {
                char c = CHARACTERS[row][cell];
                if (c != '\uFFFD') {
                    codes[c] = (char) (((row + 0x20) << 8) | (cell + 0x20));
                }
            }
        }
        return codes;
    }
}
