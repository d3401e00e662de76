package org.machi.platform.forms;

import java.util.ArrayList;
import java.util.List;
import org.machi.platform.characters.SearchKey;

/**
 * カスタマバーコード of Japan Post (郵便番号・バーコードマニュアル): start, 7 digits of the postal code, 13 places of the
 * house number, check digit, stop; 67 bars of four shapes.
 */
public final class PostalBarcode {
    /** Length of the whole symbol at 10 points in millimetres. */
    public static final float LENGTH = 66 * 1.2f + 0.6f;

    private static final float PITCH = 1.2f;
    private static final float BAR = 0.6f;
    private static final float LONG = 3.6f;
    private static final float THIRD = 1.2f;

    private static final int PLACES = 20;

    /** Symbols in the order of their check values: 0–9, hyphen, CC1–CC8. */
    private static final String SYMBOLS = "0123456789-ABCDEFGH";

    private static final char CC4 = 'D';

    /** Bars: 1 long, 2 upper half, 3 lower half, 4 short; one row per symbol. */
    private static final String[] BARS = {
        "144", "114", "132", "312", "123", "141", "321", "213", "231", "411", "414", "324", "342",
        "234", "432", "243", "423", "441", "111"
    };

    private PostalBarcode() {}

    /**
     * Draws the symbol.
     *
     * @param x left end of the first bar
     * @param y upper end of the long bars
     */
    public static void draw(Sheet sheet, float x, float y, String postcode, String houseNumber) {
        String bars = bars(postcode, houseNumber);
        var content = sheet.content();
        for (int i = 0; i < bars.length(); i++) {
            char shape = bars.charAt(i);
            float top = shape == '1' || shape == '2' ? y : y + THIRD;
            float bottom = shape == '1' || shape == '3' ? y + LONG : y + LONG - THIRD;
            content.rectangle(
                    Sheet.points(x + i * PITCH),
                    Sheet.points(Sheet.HEIGHT - bottom),
                    Sheet.points(BAR),
                    Sheet.points(bottom - top));
        }
        content.fill();
    }

    /**
     * The 67 bars as digits 1–4.
     *
     * @param postcode seven digits, with or without hyphen
     * @param houseNumber as {@link #houseNumber} gives it
     */
    public static String bars(String postcode, String houseNumber) {
        String body = body(postcode, houseNumber);
        int sum = 0;
        for (int i = 0; i < PLACES; i++) {
            sum += SYMBOLS.indexOf(body.charAt(i));
        }
        int check = (19 - sum % 19) % 19;
        var bars = new StringBuilder("13");
        for (int i = 0; i < PLACES; i++) {
            bars.append(BARS[SYMBOLS.indexOf(body.charAt(i))]);
        }
        return bars.append(BARS[check]).append("31").toString();
    }

    /** 20 symbols: letters as two, too long is cut, too short is filled with CC4. */
    private static String body(String postcode, String houseNumber) {
        String digits = postcode.replace("-", "");
        if (!digits.matches("[0-9]{7}")) {
            throw new IllegalArgumentException("郵便番号は7桁の数字です: " + postcode);
        }
        var body = new StringBuilder(digits);
        for (int i = 0; i < houseNumber.length(); i++) {
            char c = houseNumber.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                body.append((char) ('A' + (c - 'A') / 10)).append((c - 'A') % 10);
            } else {
                body.append(c);
            }
        }
        while (body.length() < PLACES) {
            body.append(CC4);
        }
        return body.substring(0, PLACES);
    }

    /**
     * 住所表示番号: the numbers and letters of an address behind the name of the town, taken out by the
     * manual's rules.
     *
     * @param rest the address behind what the postal code covers: 六丁目7-14 ABCビル2F → 6-7-14-2
     */
    public static String houseNumber(String rest) {
        String text =
                KanjiNumbers.toDigits(SearchKey.usualShape(halfWidth(rest)))
                        .replaceAll("[&/・.]", "");
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean same = !part.isEmpty() && isDigit(c) == isDigit(part.charAt(part.length() - 1));
            boolean kept = isDigit(c) || c >= 'A' && c <= 'Z';
            if (!part.isEmpty() && !(kept && same)) {
                parts.add(part.toString());
                part.setLength(0);
            }
            if (kept) {
                part.append(c);
            } else if (i < text.length()) {
                parts.add("-");
            }
        }
        return joined(parts);
    }

    /** Words of letters, and F (floor) behind a number, separate like any other character. */
    private static String joined(List<String> parts) {
        var joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean letter = !isDigit(part.charAt(0)) && !part.equals("-");
            boolean floor = part.equals("F") && i > 0 && isDigit(parts.get(i - 1).charAt(0));
            joined.append(letter && (part.length() > 1 || floor) ? "-" : part);
        }
        return joined.toString()
                .replaceAll("-+", "-")
                .replaceAll("-?([A-Z])-?", "$1")
                .replaceAll("^-|-$", "");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String halfWidth(String text) {
        var half = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= '！' && c <= '～' ? c - '！' + '!' : c)
                .map(c -> c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)
                .forEach(half::appendCodePoint);
        return half.toString();
    }
}
