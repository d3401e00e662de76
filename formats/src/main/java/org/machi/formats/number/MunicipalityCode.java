package org.machi.formats.number;

/**
 * 全国地方公共団体コード: prefecture 2, municipality 3, check digit. The check digit is 11 − (Σ digit × weight
 * 6,5,4,3,2 mod 11), last digit only; when the sum is below 11 it is 11 − sum (昭和43年自治省 団体コード,
 * 検証数字).
 *
 * @param text the six digits
 */
public record MunicipalityCode(String text) {

    public MunicipalityCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a municipality code: " + text);
        }
    }

    /** The code of five digits without check digit. */
    public static MunicipalityCode ofFive(String five) {
        return new MunicipalityCode(five + check(five));
    }

    public static boolean isValid(String text) {
        return CheckDigits.areDigits(text, 6) && text.charAt(5) - '0' == check(text);
    }

    /** Of the first five digits. */
    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (digits.charAt(i) - '0') * (6 - i);
        }
        return (11 - sum % 11) % 10;
    }

    /** Prefecture and municipality, five digits, as pension files have them. */
    public String five() {
        return text.substring(0, 5);
    }

    public String prefecture() {
        return text.substring(0, 2);
    }
}
