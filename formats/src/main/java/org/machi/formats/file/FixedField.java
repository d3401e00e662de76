package org.machi.formats.file;

import java.time.LocalDate;
import org.machi.formats.column.Column;

/** One field of a fixed-width record. */
sealed interface FixedField {

    /** Bytes in the record. */
    int length();

    /** Fixed bytes that the reader insists on, such as the record kind. */
    record Constant(String text, String item) implements FixedField {
        @Override
        public int length() {
            return text.length();
        }
    }

    /** Reserved bytes: written as spaces, not looked at when read. */
    record Reserved(int length) implements FixedField {}

    /** One byte a character (JIS X 0201), left-justified, spaces behind. */
    record Characters(Column<String> column, int length) implements FixedField {}

    /** Digits, right-justified, zeros before. */
    record Number(Column<Long> column, int length) implements FixedField {}

    /** A day as yyyymmdd; spaces when there is none (zeros are read so too). */
    record Day(Column<LocalDate> column) implements FixedField {
        @Override
        public int length() {
            return 8;
        }
    }

    /** A day that may be unknown in part, yyyymmdd with zeros. */
    record UncertainDay(Column<String> column) implements FixedField {
        @Override
        public int length() {
            return 8;
        }
    }

    /** JIS X 0208, two bytes a character between two shift codes of three bytes. */
    record Kanji(Column<String> column, int characters) implements FixedField {
        @Override
        public int length() {
            return 3 + 2 * characters + 3;
        }
    }
}
