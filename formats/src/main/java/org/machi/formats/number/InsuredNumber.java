package org.machi.formats.number;

/**
 * 被保険者番号: seven digits and a check digit, modulus 10 with weights 2-1 [U: the union's own
 * specification is not published; this is the rule of 保険者番号].
 *
 * @param text the eight digits
 */
public record InsuredNumber(String text) {

    public InsuredNumber {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a 被保険者番号: " + text);
        }
    }

    /** The number of a sequence from 1 to 9,999,999. */
    public static InsuredNumber of(int sequence) {
        if (sequence < 1 || sequence > 9_999_999) {
            throw new IllegalArgumentException("sequence " + sequence);
        }
        String seven = "%07d".formatted(sequence);
        return new InsuredNumber(seven + CheckDigits.mod10Weight21(seven));
    }

    public static boolean isValid(String text) {
        return CheckDigits.areDigits(text, 8)
                && text.charAt(7) - '0' == CheckDigits.mod10Weight21(text.substring(0, 7));
    }
}
