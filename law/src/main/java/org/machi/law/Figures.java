package org.machi.law;

/** Whole numbers as people read them; written by hand, since explanations consist of them. */
public final class Figures {
    private static final int LONGEST = 26;

    private Figures() {}

    /** 1,234,567 or -1,234. */
    public static String grouped(long number) {
        if (number > -1_000 && number < 1_000) {
            return Long.toString(number);
        }
        char[] text = new char[LONGEST];
        int at = LONGEST;
        int digits = 0;
        long left = number;
        while (left != 0) {
            if (digits > 0 && digits % 3 == 0) {
                text[--at] = ',';
            }
            text[--at] = (char) ('0' + Math.abs(left % 10));
            left /= 10;
            digits++;
        }
        if (number < 0) {
            text[--at] = '-';
        }
        return new String(text, at, LONGEST - at);
    }
}
