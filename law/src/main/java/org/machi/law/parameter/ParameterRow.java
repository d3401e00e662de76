package org.machi.law.parameter;

import java.time.LocalDate;
import org.machi.law.Figures;
import org.machi.law.LawException;
import org.machi.law.Rate;

/**
 * One value of one parameter.
 *
 * @param name English name with dots, e.g. {@code medical.rate}
 * @param scope {@code JP} or a union's two digits
 * @param from first day on which the value holds
 * @param to first day on which it no longer holds
 * @param value as published
 * @param unit 円, %, 割合, 方式, 式, 種, 可否, 月, 日 or 年
 * @param mark how sure the value is
 * @param source where it was published
 */
public record ParameterRow(
        String name,
        String scope,
        LocalDate from,
        LocalDate to,
        String value,
        String unit,
        Mark mark,
        String source) {
    public static final String NATIONAL = "JP";

    public ParameterRow {
        if (!from.isBefore(to)) {
            throw new LawException("適用期間が逆です: " + name + " " + from + " " + to);
        }
    }

    /** The name that people read, e.g. 均等割額（医療分）. */
    public String japanese() {
        return ParameterName.of(name).japanese();
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    boolean overlaps(ParameterRow other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** The value as whole yen, months or years. */
    public long amount() {
        return Long.parseLong(value);
    }

    /** The value as a rate, from a percentage or a fraction. */
    public Rate rate() {
        return unit.equals("%") ? Rate.ofPercent(value) : Rate.ofDecimal(value);
    }

    /** As an explanation shows it, e.g. 11.61% or 64,931円. */
    public String display() {
        return switch (unit) {
            case "円", "月", "日", "年", "種" -> Figures.grouped(amount()) + unit;
            case "%" -> value + "%";
            case "割合" -> rate().percent();
            case "方式" -> method();
            case "可否" -> value.equals("1") ? "できる" : "できない";
            default -> value;
        };
    }

    /** A way of rounding in words. */
    private String method() {
        return switch (value) {
            case "TRUNC_RESULT" -> "軽減後の額を切り捨てる";
            case "TRUNC_REDUCTION" -> "軽減する額を切り捨てる";
            case "TRUNCATED" -> "切り捨てた年額に月数を掛ける";
            case "UNTRUNCATED" -> "切り捨てる前の年額に月数を掛ける";
            default -> throw new LawException("知られていない方式です: " + name + " " + value);
        };
    }
}
