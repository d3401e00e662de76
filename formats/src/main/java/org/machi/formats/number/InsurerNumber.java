package org.machi.formats.number;

/**
 * 後期高齢者医療の保険者番号: 39 + prefecture 2 + municipality part 3 + check digit, modulus 10 with weights 2-1
 * (保険者番号等設定要領; 39131016 for 千代田区 in Tokyo's union agrees).
 *
 * @param text the eight digits
 */
public record InsurerNumber(String text) {
    /** 法別番号 of 後期高齢者医療. */
    public static final String LAW = "39";

    public InsurerNumber {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a 後期保険者番号: " + text);
        }
    }

    /** From prefecture (2 digits) and municipality part (3 digits). */
    public static InsurerNumber of(String prefecture, String municipality) {
        String seven = LAW + prefecture + municipality;
        return new InsurerNumber(seven + CheckDigits.mod10Weight21(seven));
    }

    public static boolean isValid(String text) {
        return CheckDigits.areDigits(text, 8)
                && text.startsWith(LAW)
                && text.charAt(7) - '0' == CheckDigits.mod10Weight21(text.substring(0, 7));
    }

    public String prefecture() {
        return text.substring(2, 4);
    }

    /** The municipality part, three digits. */
    public String municipality() {
        return text.substring(4, 7);
    }
}
