package org.machi.platform.characters;

import com.ibm.icu.text.Normalizer2;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * 検索キー: what is compared when a clerk looks for a name. The register keeps 髙橋 and ﾀｶﾊｼ as they are;
 * both sides of a search go through here, so 高橋, 髙橋 and たかはし, ﾀｶﾊｼ, タカハシ meet.
 *
 * <p>A key is for searching only. It is never shown, printed or sent.
 */
public final class SearchKey {
    private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKCInstance();
    private static final Map<Integer, Integer> VARIANTS = variants();
    private static final String SMALL = "ァィゥェォヵヶッャュョヮ";
    private static final String LARGE = "アイウエオカケツヤユヨワ";

    private SearchKey() {}

    /**
     * Key of a surname, given name, address or any mixed text: width folded (NFKC), selectors
     * dropped, variants to their usual shape, letters upper case, spaces dropped.
     */
    public static String name(String text) {
        var key = new StringBuilder(text.length());
        COMPATIBILITY
                .normalize(text)
                .codePoints()
                .filter(c -> !CodePoints.isVariationSelector(c) && !isSpace(c))
                .map(c -> VARIANTS.getOrDefault(c, c))
                .map(Character::toUpperCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /**
     * Key of a reading: as {@link #name}, and hiragana to katakana, small kana to large, all kinds
     * of dashes to ー, middle dots dropped, ヂ→ジ, ヅ→ズ, ヲ→オ (readings are written both ways).
     */
    public static String kana(String reading) {
        var key = new StringBuilder(reading.length());
        name(reading).codePoints().forEach(c -> appendKana(key, c));
        return key.toString();
    }

    /**
     * The text with variants replaced by the usual shape and selectors dropped, everything else as
     * it is: the first step of a reduction to a smaller character set. Only for files whose format
     * knows no more; what was replaced is for the caller to note.
     */
    public static String usualShape(String text) {
        var usual = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !CodePoints.isVariationSelector(c))
                .map(c -> VARIANTS.getOrDefault(c, c))
                .forEach(usual::appendCodePoint);
        return usual.toString();
    }

    private static void appendKana(StringBuilder key, int c) {
        int katakana = c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c;
        int small = SMALL.indexOf(katakana);
        if (small >= 0) {
            key.append(LARGE.charAt(small));
            return;
        }
        switch (katakana) {
            case '-', '‐', '‑', '–', '—', '―', '−', '－', 'ｰ', '～', '〜' -> key.append('ー');
            case '・', '·', '.', ',', '\'' -> {
                // Separators of foreign names are written in as many ways as there are clerks.
            }
            case 'ヂ' -> key.append('ジ');
            case 'ヅ' -> key.append('ズ');
            case 'ヲ' -> key.append('オ');
            default -> key.appendCodePoint(katakana);
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static Map<Integer, Integer> variants() {
        var map = new HashMap<Integer, Integer>();
        var resource = Objects.requireNonNull(SearchKey.class.getResourceAsStream("variants.tsv"));
        try (var lines =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells ->
                            cells[1].codePoints()
                                    .forEach(v -> map.put(v, cells[0].codePointAt(0))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(map);
    }
}
