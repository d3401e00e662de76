package org.machi.formats.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Kana for bank files (全銀): half-width, small kana made large, ー made -, voiced marks as characters
 * of their own, letters as capitals. What has no form there is left out and listed.
 */
public final class BankKana {
    private static final String FULL = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン゛゜「」";
    private static final String HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝﾞﾟ｢｣";
    private static final String SMALL = "ァィゥェォッャュョヮヵヶヰヱ\u3099\u309A";
    private static final String LARGE = "アイウエオツヤユヨワカケイエ゛゜";
    private static final String SIGNS_FROM = "ー－‐―−・．，、。／（）　￥¥’";
    private static final String SIGNS_TO = "-----..,../() \\\\'";
    private static final String ALLOWED_SIGNS = " \\,.-/()";

    private BankKana() {}

    /** Reduces a text of any kana to at most {@code length} bytes (one character, one byte). */
    public static Reduced reduce(String text, int length) {
        StringBuilder reduced = new StringBuilder();
        List<String> lost = new ArrayList<>();
        // Decomposed, ガ is カ and a voiced mark; half-width kana become full-width first.
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        plain.codePoints()
                .forEach(c -> {
                    char byteLike = c > 0xFFFF ? 0 : reduce((char) c);
                    if (byteLike == 0) {
                        lost.add(Character.toString(c));
                    } else {
                        reduced.append(byteLike);
                    }
                });
        boolean cut = reduced.length() > length;
        if (cut) {
            reduced.setLength(length);
        }
        return new Reduced(reduced.toString().strip(), lost, cut);
    }

    /** The half-width form of one decomposed character, 0 when there is none. */
    private static char reduce(char c) {
        char kana = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c;
        int small = SMALL.indexOf(kana);
        char large = small < 0 ? kana : LARGE.charAt(small);
        int at = FULL.indexOf(large);
        if (at >= 0) {
            return HALF.charAt(at);
        }
        int sign = SIGNS_FROM.indexOf(large);
        char ascii = Character.toUpperCase(sign < 0 ? large : SIGNS_TO.charAt(sign));
        boolean allowed =
                (ascii >= 'A' && ascii <= 'Z')
                        || (ascii >= '0' && ascii <= '9')
                        || ALLOWED_SIGNS.indexOf(ascii) >= 0;
        return allowed ? ascii : 0;
    }
}
