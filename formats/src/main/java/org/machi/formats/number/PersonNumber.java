package org.machi.formats.number;

import java.util.Optional;

/**
 * 宛名番号: the city's own number of a person, resident or not; fifteen digits with leading zeros in
 * files.
 *
 * @param value 1 to 999,999,999,999,999
 */
public record PersonNumber(long value) {

    public PersonNumber {
        if (value < 1 || value > 999_999_999_999_999L) {
            throw new IllegalArgumentException("not a 宛名番号: " + value);
        }
    }

    /**
     * A number made of a serial and its check digit: modulus 11, weights 2 to 7 from the right, a
     * remainder of 0 gives 0 (住民記録システム標準仕様書 1.1.13). A remainder of 1 would need two digits: such
     * serials are left out.
     *
     * @param serial 1 to 99,999,999,999,999
     */
    public static Optional<PersonNumber> ofSerial(long serial) {
        String digits = Long.toString(serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (2 + i % 6);
        }
        int rest = sum % 11;
        return rest == 1
                ? Optional.empty()
                : Optional.of(new PersonNumber(serial * 10 + (rest == 0 ? 0 : 11 - rest)));
    }

    /** The fifteen digits. */
    public String text() {
        return "%015d".formatted(value);
    }
}
