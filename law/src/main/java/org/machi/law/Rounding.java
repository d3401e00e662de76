package org.machi.law;

/**
 * Named rounding of whole yen, so that each place says how the ordinance rounds. Amounts are not
 * negative.
 */
public final class Rounding {
    private Rounding() {}

    /** 切捨て: the largest multiple of {@code unit} that is not above the amount. */
    public static long floor(long yen, long unit) {
        return unit == 1 ? yen : Math.floorDiv(yen, unit) * unit;
    }

    /** 切上げ: the smallest multiple of {@code unit} that is not below the amount. */
    public static long ceil(long yen, long unit) {
        return Math.ceilDiv(yen, unit) * unit;
    }

    /** 四捨五入 of {@code numerator / denominator} to whole yen, half up. */
    public static long half(long numerator, long denominator) {
        return Math.floorDiv(
                Math.addExact(Math.multiplyExact(numerator, 2L), denominator), 2 * denominator);
    }
}
