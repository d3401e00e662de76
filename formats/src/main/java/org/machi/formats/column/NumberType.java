package org.machi.formats.column;

import org.jspecify.annotations.Nullable;
import org.machi.formats.number.CheckDigits;

/**
 * A whole number: a plain one, an amount in yen, or a number padded with zeros to a fixed width.
 *
 * @param label Japanese name of the type
 * @param min smallest value
 * @param max largest value
 * @param width digits to pad to; 0 for a number without leading zeros
 */
record NumberType(String label, long min, long max, int width) implements ColumnType<Long> {

    @Override
    public @Nullable String misfit(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        if (digits.isEmpty() || digits.length() > 18 || !CheckDigits.areDigits(digits)) {
            return "数字ではありません";
        }
        if (width > 0 && (negative || digits.length() != width)) {
            return "%d桁の数字ではありません".formatted(width);
        }
        if (width == 0 && digits.startsWith("0") && text.length() > 1) {
            return "先頭に余分なゼロがあります";
        }
        long value = Long.parseLong(text);
        return value < min || value > max ? "範囲の外です（%d から %d まで）".formatted(min, max) : null;
    }

    @Override
    public Long parse(String text) {
        return Long.valueOf(text);
    }

    @Override
    public String render(Long value) {
        String digits = Long.toString(value);
        return digits.length() < width && value >= 0
                ? "0".repeat(width - digits.length()) + digits
                : digits;
    }

    @Override
    public int maxLength() {
        return width > 0
                ? width
                : Math.max(Long.toString(min).length(), Long.toString(max).length());
    }

    @Override
    public String sqlType() {
        return "bigint";
    }

    @Override
    public String description() {
        return label;
    }
}
