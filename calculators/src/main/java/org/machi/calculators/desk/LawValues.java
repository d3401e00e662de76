package org.machi.calculators.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.machi.law.parameter.Gap;
import org.machi.law.parameter.ParameterName;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.ParameterSource;
import org.springframework.stereotype.Component;

/**
 * The dated values of the law on the page of parameters: what applies to the office's union, area
 * by area, with what is known to be missing.
 */
@Component
final class LawValues implements ParameterSource {
    private final UnionCode union;

    LawValues(OrganisationSettings office) {
        this.union = OfficeUnion.of(office);
    }

    @Override
    public List<Book> books() {
        return books(union, Parameters.withAssumptions());
    }

    static List<Book> books(UnionCode union, Parameters parameters) {
        Map<String, List<Row>> areas = new LinkedHashMap<>();
        for (ParameterName name : ParameterName.all()) {
            List<Row> rows = areas.computeIfAbsent(name.area(), area -> new ArrayList<>());
            applying(union, parameters, name.name()).map(row -> row(name, row)).forEach(rows::add);
            parameters.knownGaps().stream()
                    .filter(gap -> gap.name().equals(name.name()) && holds(gap.scope(), union))
                    .map(gap -> row(name, gap))
                    .forEach(rows::add);
        }
        return areas.entrySet().stream()
                .map(area ->
                        new Book(
                                "法令の値　" + area.getKey() + "（" + union.japanese() + "）",
                                area.getValue()))
                .toList();
    }

    /** Rows of the union, and the national ones of days for which it has none. */
    private static Stream<ParameterRow> applying(
            UnionCode union, Parameters parameters, String name) {
        return Stream.concat(parameters.all().stream(), parameters.conversions().stream())
                .filter(row -> row.name().equals(name) && holds(row.scope(), union))
                .filter(row ->
                        parameters
                                .find(name, union.code(), row.from())
                                .map(first -> first.scope().equals(row.scope()))
                                .orElse(true));
    }

    private static boolean holds(String scope, UnionCode union) {
        return scope.equals(union.code()) || scope.equals(ParameterRow.NATIONAL);
    }

    private static Row row(ParameterName name, ParameterRow row) {
        return new Row(
                name.japanese(),
                row.display(),
                row.from(),
                row.to(),
                row.source(),
                row.mark().name().charAt(0));
    }

    private static Row row(ParameterName name, Gap gap) {
        LocalDate from = gap.from();
        return new Row(name.japanese(), "値がありません", from, gap.to(), gap.reason(), 'U');
    }
}
