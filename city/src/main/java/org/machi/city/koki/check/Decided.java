package org.machi.city.koki.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the union told of a premium, as far as it is computed again.
 *
 * @param reduction 減額区分; 9 where somebody's income is not declared
 * @param segments 賦課期日 in the record, one or two
 * @param movedIn moved in from another city of the union during the year
 * @param movedOut moved out to another city of the union during the year
 * @param cityPremium 市区町村別保険料
 */
record Decided(
        int levyYear,
        String assessmentNo,
        long assessmentVersion,
        String insuredNo,
        long personNo,
        long base,
        String reduction,
        long months,
        int segments,
        boolean movedIn,
        boolean movedOut,
        Part medical,
        Part child,
        long cityPremium) {

    /**
     * @param rate 10万分率
     * @param reduced 均等割軽減額 of the first 賦課期日, as are overCap and yearly
     */
    record Part(
            long rate,
            long incomePart,
            long perCapita,
            long reduced,
            long overCap,
            long yearly,
            long relief,
            long premium) {}

    long premium() {
        return medical.premium() + child.premium();
    }

    static final String SQL =
            """
            select row_number() over (order by p.insured_no, p.levy_year) as n, p.*
            from koki.premium p where p.current and p.known_on = :today
            """;

    static Decided of(ResultSet row) throws SQLException {
        return new Decided(
                row.getInt("levy_year"),
                row.getString("assessment_no"),
                row.getLong("assessment_version"),
                row.getString("insured_no"),
                row.getLong("person_no"),
                row.getLong("base"),
                row.getString("reduction1"),
                row.getLong("months1") + row.getLong("months2"),
                day(row, "day2") == null ? 1 : 2,
                day(row, "moved_in_on") != null,
                day(row, "moved_out_on") != null,
                part(row, ""),
                part(row, "child_"),
                row.getLong("city_premium"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Part part(ResultSet row, String prefix) throws SQLException {
        return new Part(
                row.getLong(prefix + "rate"),
                row.getLong(prefix + "income_part"),
                row.getLong(prefix + "per_capita"),
                row.getLong(prefix + "reduced1"),
                row.getLong(prefix + "over_cap1"),
                row.getLong(prefix + "yearly1"),
                row.getLong(prefix + "relief"),
                row.getLong(prefix + "premium"));
    }

    /** One step of the calculation as both have it. */
    record Step(String name, String own, String decided) {}

    /** The steps of a calculation in their order, of which the first that differs is kept. */
    static final class Steps {

        private final List<Step> different = new ArrayList<>(1);

        Steps compare(String name, long own, long decided) {
            return compare(name, "%,d".formatted(own), "%,d".formatted(decided));
        }

        Steps compare(String name, String own, String decided) {
            if (different.isEmpty() && !own.equals(decided)) {
                different.add(new Step(name, own, decided));
            }
            return this;
        }

        @Nullable Step first() {
            return different.isEmpty() ? null : different.getFirst();
        }
    }
}
