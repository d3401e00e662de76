package org.machi.world.people;

/** Full-width katakana as bank and pension files write it: JIS X 0201, no small letters. */
public final class HalfWidth {
    private static final String FULL = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private static final String HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
    private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボ";
    private static final String UNVOICED = "カキクケコサシスセソタチツテトハヒフヘホ";
    private static final String HALF_VOICED = "パピプペポ";
    private static final String PLAIN_HA = "ハヒフヘホ";
    private static final String SMALL = "ァィゥェォッャュョ";
    private static final String LARGE = "アイウエオツヤユヨ";

    private HalfWidth() {}

    /** Converts and cuts to so many characters. */
    public static String kana(String full, int most) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < full.length(); i++) {
            append(out, full.charAt(i));
        }
        return out.length() <= most ? out.toString() : out.substring(0, most);
    }

    private static void append(StringBuilder out, char c) {
        int small = SMALL.indexOf(c);
        char large = small < 0 ? c : LARGE.charAt(small);
        int voiced = VOICED.indexOf(large);
        int halfVoiced = HALF_VOICED.indexOf(large);
        if (c == 'ー') {
            out.append('-');
        } else if (c == '　' || c == '・') {
            out.append(' ');
        } else if (c == 'ヴ') {
            out.append("ｳﾞ");
        } else if (voiced >= 0) {
            out.append(half(UNVOICED.charAt(voiced))).append('ﾞ');
        } else if (halfVoiced >= 0) {
            out.append(half(PLAIN_HA.charAt(halfVoiced))).append('ﾟ');
        } else if (FULL.indexOf(large) >= 0) {
            out.append(half(large));
        } else if (c >= '０' && c <= '９') {
            out.append((char) (c - '０' + '0'));
        }
    }

    private static char half(char full) {
        return HALF.charAt(FULL.indexOf(full));
    }
}
