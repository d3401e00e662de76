package org.machi.formats.number;

/**
 * 個人番号: eleven digits and a check digit. 行政手続における特定の個人を識別するための番号の利用等に関する法律の規定による通知カード
 * 及び個人番号カード並びに情報提供ネットワークシステムによる特定個人情報の提供等に関する省令（平成26年総務省令第85号）5条: 11 − (Σ Pn × Qn mod 11), Pn =
 * digit n counted from the right of the eleven, Qn = n + 1 for n ≤ 6, n − 5 for n ≥ 7; a remainder
 * of 0 or 1 gives 0. Static only: the number itself lives in the vault and never in an object of
 * this module.
 */
public final class MyNumber {
    private MyNumber() {}

    /** Whether the text is twelve digits of which the last is the check digit of the others. */
    public static boolean isValid(String text) {
        return CheckDigits.areDigits(text, 12)
                && text.charAt(11) - '0' == checkDigit(text.substring(0, 11));
    }

    /** The check digit of eleven digits. */
    public static int checkDigit(String elevenDigits) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int p = elevenDigits.charAt(11 - n) - '0';
            sum += p * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }
}
