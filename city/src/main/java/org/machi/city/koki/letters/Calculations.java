package org.machi.city.koki.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.forms.letters.Calculation;
import org.machi.platform.forms.letters.PremiumPart;

/**
 * 計算 of a decision, from a row of 賦課情報 as the union sent it: nothing is computed anew, so the
 * letter can't say anything else than the decision. One calculation for each 賦課期日.
 */
final class Calculations {

    /** 子ども分 exists from this levy year on (令和8年度). */
    private static final int FIRST_CHILD_YEAR = 2026;

    private final ResultSet row;

    private Calculations(ResultSet row) {
        this.row = row;
    }

    static List<Calculation> of(ResultSet row) throws SQLException {
        return new Calculations(row).all();
    }

    private List<Calculation> all() throws SQLException {
        List<Calculation> all = new ArrayList<>();
        LocalDate second = row.getObject("day2", LocalDate.class);
        if (second == null) {
            all.add(segment(1, row.getObject("day1", LocalDate.class), Share.WHOLE));
        } else {
            all.add(segment(1, row.getObject("day1", LocalDate.class), Share.FIRST));
            all.add(segment(2, second, Share.REST));
        }
        return all;
    }

    /** Which part of the decided amount a segment shows. */
    private enum Share {
        WHOLE,
        FIRST,
        REST
    }

    private Calculation segment(int number, LocalDate day, Share share) throws SQLException {
        String reduction = reductionName(row.getString("reduction" + number));
        int months = row.getInt("months" + number);
        PremiumPart medical = part("", number, share);
        return row.getInt("levy_year") < FIRST_CHILD_YEAR
                ? Calculation.medicalOnly(day, reduction, months, medical)
                : Calculation.of(day, reduction, months, medical, part("child_", number, share));
    }

    private PremiumPart part(String prefix, int number, Share share) throws SQLException {
        long relief = share == Share.REST ? 0 : row.getLong(prefix + "relief");
        long yearly = row.getLong(prefix + "yearly" + number);
        long cut = row.getLong(prefix + "months_cut" + number);
        return new PremiumPart(
                row.getLong("base"),
                row.getLong(prefix + "rate"),
                row.getLong(prefix + "income_part"),
                row.getLong(prefix + "per_capita"),
                row.getLong(prefix + "computed"),
                row.getLong(prefix + "reduced" + number) + row.getLong(prefix + "income_reduced"),
                row.getLong(prefix + "over_cap" + number),
                yearly,
                cut,
                relief,
                decided(prefix, share));
    }

    /** The segments' amounts always add up to the decided premium of the part. */
    private long decided(String prefix, Share share) throws SQLException {
        long whole = row.getLong(prefix + "premium");
        long first =
                row.getLong(prefix + "yearly1")
                        - row.getLong(prefix + "months_cut1")
                        - row.getLong(prefix + "relief");
        return switch (share) {
            case WHOLE -> whole;
            case FIRST -> first;
            case REST -> whole - first;
        };
    }

    private static String reductionName(@Nullable String code) {
        return switch (code) {
            case "7" -> "7割軽減";
            case "5" -> "5割軽減";
            case "2" -> "2割軽減";
            case "9" -> "未申告のため判定なし";
            case null, default -> "軽減なし";
        };
    }
}
