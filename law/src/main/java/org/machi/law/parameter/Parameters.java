package org.machi.law.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.machi.law.LawException;
import org.machi.law.Rate;
import org.machi.law.TsvResource;

/**
 * All dated parameters. A union's own row goes before the national one; no row, two rows or a row
 * without a registered name are an error.
 */
public final class Parameters {
    private static final Parameters STANDARD =
            new Parameters(
                    rows("national.tsv", "union-rates.tsv", "union-rounding.tsv"),
                    gaps(),
                    Conversion.readAll());

    private final Map<String, Map<String, List<ParameterRow>>> byNameAndScope;
    private final List<ParameterRow> rows;
    private final List<Gap> gaps;
    private final List<Conversion> conversions;

    private Parameters(List<ParameterRow> rows, List<Gap> gaps, List<Conversion> conversions) {
        this.rows = List.copyOf(rows);
        this.gaps = List.copyOf(gaps);
        this.conversions = List.copyOf(conversions);
        this.byNameAndScope = index(rows);
    }

    /** What is published; nothing is assumed. */
    public static Parameters standard() {
        return STANDARD;
    }

    /**
     * The published values and, marked [U], assumptions for what is not yet announced, so that an
     * account year can be closed whose last months lie beyond the announcement (the rates of a
     * calendar year are announced at the end of November before). Who uses it shows the mark; as
     * soon as a rate is announced its row goes into the published values and the assumption out.
     */
    public static Parameters withAssumptions() {
        return STANDARD.with(rows("assumptions.tsv"));
    }

    /**
     * These and further rows (an ordinance's own values); a row of the same name, scope and day is
     * refused.
     */
    public Parameters with(List<ParameterRow> more) {
        List<ParameterRow> all = new ArrayList<>(rows);
        all.addAll(more);
        return new Parameters(all, gaps, conversions);
    }

    private static Map<String, Map<String, List<ParameterRow>>> index(List<ParameterRow> rows) {
        Map<String, Map<String, List<ParameterRow>>> index = new HashMap<>();
        for (ParameterRow row : rows) {
            ParameterName.of(row.name());
            List<ParameterRow> same =
                    index.computeIfAbsent(row.name(), n -> new HashMap<>())
                            .computeIfAbsent(row.scope(), s -> new ArrayList<>());
            for (ParameterRow other : same) {
                if (row.overlaps(other)) {
                    throw new LawException(
                            "two rows for "
                                    + row.name()
                                    + " ("
                                    + row.scope()
                                    + ", "
                                    + row.from()
                                    + ")");
                }
            }
            same.add(row);
        }
        return index;
    }

    private static List<ParameterRow> rows(String... files) {
        List<ParameterRow> rows = new ArrayList<>();
        for (String file : files) {
            for (String[] c : TsvResource.read("parameter/" + file, 8)) {
                rows.add(
                        new ParameterRow(
                                c[0],
                                c[1],
                                LocalDate.parse(c[2]),
                                LocalDate.parse(c[3]),
                                c[4],
                                c[5],
                                Mark.valueOf(c[6]),
                                c[7]));
            }
        }
        return rows;
    }

    private static List<Gap> gaps() {
        return TsvResource.read("parameter/gaps.tsv", 5).stream()
                .map(c -> new Gap(c[0], c[1], LocalDate.parse(c[2]), LocalDate.parse(c[3]), c[4]))
                .toList();
    }

    /** Every row, for the page that shows them. */
    public List<ParameterRow> all() {
        return rows;
    }

    /** The reviewed list of missing values. */
    public List<Gap> knownGaps() {
        return gaps;
    }

    /** Names of all parameters with their scopes, sorted. */
    public Map<String, List<String>> names() {
        Map<String, List<String>> names = new TreeMap<>();
        byNameAndScope.forEach(
                (name, scopes) -> names.put(name, scopes.keySet().stream().sorted().toList()));
        return Collections.unmodifiableMap(names);
    }

    /** The row of this scope on a day, or the national one. */
    public Optional<ParameterRow> find(String name, String scope, LocalDate day) {
        Map<String, List<ParameterRow>> scopes = byNameAndScope.get(name);
        if (scopes == null) {
            return Optional.empty();
        }
        Optional<ParameterRow> own = on(day, scopes.get(scope));
        return own.isPresent() ? own : on(day, scopes.get(ParameterRow.NATIONAL));
    }

    private static Optional<ParameterRow> on(LocalDate day, @Nullable List<ParameterRow> rows) {
        if (rows != null) {
            for (ParameterRow row : rows) {
                if (row.holdsOn(day)) {
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    /** The row that must exist. */
    public ParameterRow require(String name, String scope, LocalDate day) {
        return find(name, scope, day).orElseThrow(() -> missing(name, scope, day));
    }

    public long amount(String name, LocalDate day) {
        return require(name, ParameterRow.NATIONAL, day).amount();
    }

    public Rate rate(String name, LocalDate day) {
        return require(name, ParameterRow.NATIONAL, day).rate();
    }

    public NoParameterException missing(String name, String scope, LocalDate day) {
        String reason =
                gaps.stream()
                        .filter(g ->
                                g.covers(name, scope, day)
                                        || g.covers(name, ParameterRow.NATIONAL, day))
                        .map(Gap::reason)
                        .findFirst()
                        .orElse("");
        return new NoParameterException(name, scope, day, reason);
    }

    /** The bands of all conversion tables (収入 → 所得). */
    public List<ParameterRow> conversions() {
        return conversions.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /** The conversion table of this name on a day (収入 → 所得). */
    public Conversion conversion(String table, LocalDate day) {
        return conversions.stream()
                .filter(c -> c.table().equals(table) && c.holdsOn(day))
                .findFirst()
                .orElseThrow(() -> missing("conversion." + table, ParameterRow.NATIONAL, day));
    }
}
