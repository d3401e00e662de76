package org.machi.law.parameter;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.machi.law.JapaneseDate;
import org.machi.law.LawException;
import org.machi.law.Rate;
import org.machi.law.TsvResource;

/**
 * One value of one parameter.
 *
 * @param name English name with dots, e.g. {@code medical.rate}
 * @param scope {@code JP} or a union's two digits
 * @param from first day on which the value holds
 * @param to first day on which it no longer holds
 * @param value as published
 * @param unit 円, %, 割合, 方式, 月, 日 or 年
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

    private static final Map<String, String> JAPANESE =
            TsvResource.read("parameter/names.tsv", 2).stream()
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

    public ParameterRow {
        if (!from.isBefore(to)) {
            throw new LawException("適用期間が逆です: " + name + " " + from + " " + to);
        }
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

    /** What the parameter is called, e.g. 所得割率（医療分）; the English name when it has no other. */
    public String japanese() {
        return JAPANESE.getOrDefault(name, name);
    }

    /** As an explanation shows it, e.g. 11.61%, 64,931円 or 軽減後の額を切捨て. */
    public String display() {
        return switch (unit) {
            case "円", "月", "日", "年" -> String.format(Locale.ROOT, "%,d", amount()) + unit;
            case "%", "割合" -> rate().percent();
            default -> method();
        };
    }

    private String method() {
        return switch (value) {
            case "TRUNC_RESULT" -> "軽減後の額を切捨て";
            case "TRUNC_REDUCTION" -> "減額する額を切捨て";
            case "UNTRUNCATED" -> "切捨て前の年額";
            case "TRUNCATED" -> "切捨て後の年額";
            default -> value;
        };
    }

    /** 令和8年4月1日から令和9年3月31日まで. */
    public String period() {
        return JapaneseDate.longForm(from) + "から" + JapaneseDate.longForm(to.minusDays(1)) + "まで";
    }
}
