package org.machi.law;

import java.math.BigDecimal;

/**
 * An exact rate: {@code units / 10^scale}, e.g. 11.61 % is 1161 over 10,000.
 *
 * @param units whole number, not negative
 * @param scale power of ten of the denominator, 0 to 9
 */
public record Rate(long units, int scale) {
    private static final long[] POWERS = {
        1L,
        10L,
        100L,
        1_000L,
        10_000L,
        100_000L,
        1_000_000L,
        10_000_000L,
        100_000_000L,
        1_000_000_000L
    };

    public static final Rate ZERO = new Rate(0, 0);

    public Rate {
        if (units < 0 || scale < 0 || scale >= POWERS.length) {
            throw new LawException("割合が範囲外です: " + units + "e-" + scale);
        }
    }

    /** From a percentage as published: {@code ofPercent("11.61")} is 1161 over 10,000. */
    public static Rate ofPercent(String percent) {
        BigDecimal value = new BigDecimal(percent);
        int scale = Math.max(value.scale(), 0);
        return new Rate(value.setScale(scale).unscaledValue().longValueExact(), scale + 2);
    }

    /**
     * From a fraction over a power of ten as published: {@code ofDecimal("0.72")} is 72 over 100.
     */
    public static Rate ofDecimal(String decimal) {
        BigDecimal value = new BigDecimal(decimal);
        int scale = Math.max(value.scale(), 0);
        return new Rate(value.setScale(scale).unscaledValue().longValueExact(), scale);
    }

    public long denominator() {
        return POWERS[scale];
    }

    /** The rest to one; only for rates up to one. */
    public Rate complement() {
        return new Rate(denominator() - units, scale);
    }

    /** {@code yen × rate}, what lies below {@code unit} yen cut off. */
    public long floorOf(long yen, long unit) {
        return Rounding.floor(Math.multiplyExact(yen, units) / denominator(), unit);
    }

    /** Compares exactly, whatever the scales. */
    public boolean isGreaterThan(Rate other) {
        return Math.multiplyExact(units, other.denominator())
                > Math.multiplyExact(other.units, denominator());
    }

    /** 11.61% */
    public String percent() {
        return BigDecimal.valueOf(units, scale).movePointRight(2).toPlainString() + "%";
    }

    @Override
    public String toString() {
        return percent();
    }
}
