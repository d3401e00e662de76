package org.machi.formats.number;

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

    /** The fifteen digits. */
    public String text() {
        return "%015d".formatted(value);
    }
}
