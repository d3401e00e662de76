package org.machi.law.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machi.law.Figures;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.Rate;
import org.machi.law.Rounding;
import org.machi.law.TsvResource;

/**
 * A table that turns revenue into income (公的年金等控除, 給与所得控除), for levy years from {@code from} until
 * before {@code to}.
 *
 * @param bands ascending, without a hole
 */
@LegalBasis({"所税35条4項", "所税28条3項", "所税別表第五"})
public record Conversion(String table, LocalDate from, LocalDate to, List<Band> bands) {
    /**
     * One band of revenue: income = (revenue cut to {@code step}) × rate − minus, not below zero.
     *
     * @param lower first yen of the band
     * @param upper first yen above it, or {@link Long#MAX_VALUE}
     */
    public record Band(
            long lower, long upper, long step, Rate rate, long minus, Mark mark, String source) {
        /** E.g. 3,300,000円以上4,100,000円未満は収入 × 75% − 275,000円. */
        private String words() {
            String limits = lower == 0 ? "" : Figures.grouped(lower) + "円以上";
            limits += upper == Long.MAX_VALUE ? "" : Figures.grouped(upper) + "円未満";
            return limits + "は" + formula();
        }

        private String formula() {
            if (rate.units() == 0) {
                return Figures.grouped(-minus) + "円";
            }
            String revenue = step == 1 ? "収入" : "収入（" + Figures.grouped(step) + "円未満切捨て）";
            String share = rate.units() == rate.denominator() ? "" : " × " + rate.percent();
            String taken = (minus < 0 ? " ＋ " : " − ") + Figures.grouped(Math.abs(minus)) + "円";
            return revenue + share + (minus == 0 ? "" : taken);
        }
    }

    public Conversion {
        bands = List.copyOf(bands);
        long expected = 0;
        for (Band band : bands) {
            if (band.lower() != expected) {
                throw new LawException("換算表に穴があります: " + table + " " + expected);
            }
            expected = band.upper();
        }
        if (expected != Long.MAX_VALUE) {
            throw new LawException("換算表の上限が開いていません: " + table);
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** Income from revenue in yen; fractions of a yen are cut. */
    public long income(long revenue) {
        if (revenue <= 0) {
            return 0;
        }
        Band band = band(revenue);
        return Math.max(
                0, band.rate().floorOf(Rounding.floor(revenue, band.step()), 1) - band.minus());
    }

    /** The band of a revenue as a dated value, for explanations. */
    public ParameterRow row(long revenue) {
        Band band = band(revenue);
        return new ParameterRow(
                "conversion." + table,
                ParameterRow.NATIONAL,
                from,
                to,
                band.words(),
                "式",
                band.mark(),
                band.source());
    }

    /** All bands as dated values. */
    public List<ParameterRow> rows() {
        return bands.stream().map(band -> row(band.lower())).toList();
    }

    private Band band(long revenue) {
        for (Band band : bands) {
            if (revenue < band.upper()) {
                return band;
            }
        }
        throw new LawException("換算表の範囲外です: " + table + " " + revenue);
    }

    static List<Conversion> readAll() {
        Map<String, List<String[]>> groups = new LinkedHashMap<>();
        for (String[] c : TsvResource.read("parameter/conversions.tsv", 10)) {
            groups.computeIfAbsent(c[0] + c[1], key -> new ArrayList<>()).add(c);
        }
        return groups.values().stream().map(Conversion::of).toList();
    }

    private static Conversion of(List<String[]> lines) {
        String[] first = lines.getFirst();
        List<Band> bands = lines.stream().map(Conversion::band).toList();
        return new Conversion(
                first[0], LocalDate.parse(first[1]), LocalDate.parse(first[2]), bands);
    }

    private static Band band(String[] c) {
        long upper = c[4].isEmpty() ? Long.MAX_VALUE : Long.parseLong(c[4]);
        return new Band(
                Long.parseLong(c[3]),
                upper,
                Long.parseLong(c[5]),
                Rate.ofDecimal(c[6]),
                Long.parseLong(c[7]),
                Mark.valueOf(c[8]),
                c[9]);
    }
}
