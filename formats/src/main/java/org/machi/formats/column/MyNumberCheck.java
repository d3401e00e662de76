package org.machi.formats.column;

/**
 * The check digit of 個人番号: 行政手続における特定の個人を識別するための番号の利用等に関する法律の規定による通知カード及び個人番号カード…命令 (総務省令第85号 of
 * 2014, 第5条): 11 − (Σ Pn × Qn mod 11), Pn = digit n from the right, Qn = n + 1 for n ≤ 6 and n − 5
 * for n ≥ 7; a remainder of 0 or 1 gives 0.
 */
public final class MyNumberCheck {
    private MyNumberCheck() {}

    /** Whether the last of twelve digits is the check digit of the first eleven. */
    public static boolean matches(String twelveDigits) {
        return twelveDigits.charAt(11) - '0' == digitOf(twelveDigits.substring(0, 11));
    }

    /** The check digit of eleven digits. */
    public static int digitOf(String elevenDigits) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int p = elevenDigits.charAt(11 - n) - '0';
            sum += p * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }
}
