package org.machi.platform.forms;

import java.util.regex.Pattern;

/** 漢数字 in house numbers. They count as numbers only before 丁目, 番地 and the like. */
final class KanjiNumbers {
    private static final Pattern BEFORE_UNIT =
            Pattern.compile("[〇一二三四五六七八九十百千]+(?=丁目|丁|番地|番|号|地割|線|の|ノ)");
    private static final String DIGITS = "〇一二三四五六七八九";

    private KanjiNumbers() {}

    /** 二十一丁目五番 → 21丁目5番; 一番町 stays only when nothing of the units follows. */
    static String toDigits(String text) {
        return BEFORE_UNIT.matcher(text).replaceAll(found -> value(found.group()));
    }

    private static String value(String kanji) {
        if (kanji.chars().noneMatch(c -> "十百千".indexOf(c) >= 0)) {
            var digits = new StringBuilder();
            kanji.chars().map(DIGITS::indexOf).forEach(digits::append);
            return digits.toString();
        }
        int total = 0;
        int digit = 0;
        for (int i = 0; i < kanji.length(); i++) {
            char c = kanji.charAt(i);
            int unit =
                    switch (c) {
                        case '十' -> 10;
                        case '百' -> 100;
                        case '千' -> 1000;
                        default -> 0;
                    };
            if (unit == 0) {
                digit = DIGITS.indexOf(c);
            } else {
                total += Math.max(1, digit) * unit;
                digit = 0;
            }
        }
        return Integer.toString(total + digit);
    }
}
