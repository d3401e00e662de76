package org.machi.formats.number;

/** Check digits that several numbers share. */
public final class CheckDigits {
    private CheckDigits() {}

    /**
     * Modulus 10, weights 2, 1, 2, 1 … from the right, digits of two-digit products added singly.
     */
    public static int mod10Weight21(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }

    /** Modulus 10, weights 3, 1, 3, 1 … from the right (GS1). */
    public static int mod10Weight31(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    /** Modulus 11, weights 2 to 7 from the right, again and again; 10 and 11 give 0. */
    public static int mod11Weight27(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (2 + i % 6);
        }
        int rest = sum % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }

    /** Whether the text is exactly so many digits 0–9. */
    public static boolean areDigits(String text, int length) {
        return text.length() == length && areDigits(text);
    }

    /** Whether the text has no other characters than the digits 0–9. */
    public static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
