package org.machi.law.premium;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.machi.law.explanation.UsedValues;
import org.machi.law.parameter.ParameterRow;

/**
 * The dated values that the steps of one part show, looked up once for a union and a year.
 *
 * @param lowIncomePart what stands at 所得割額 when the lower rate of 令和6年度 was used
 * @param last what stands at the part's premium
 * @param reductions by the ordinal of {@link ReductionClass}: the ratio, then how it is rounded;
 *     empty where the year has no such ratio
 */
record PartRows(
        PartRates rates,
        UsedValues incomePart,
        UsedValues lowIncomePart,
        UsedValues ownReduction,
        UsedValues perCapita,
        UsedValues cap,
        UsedValues transitionalCap,
        UsedValues months,
        UsedValues last,
        List<UsedValues> reductions,
        UsedValues dependant) {
    private static final String OWN = "income.ownReduction.";
    private static final String UNIT = "rounding.componentUnit";

    /**
     * Looks them up.
     *
     * @param find a value of the union and year by its name
     */
    static PartRows of(PartRates rates, Function<String, Optional<ParameterRow>> find) {
        Optional<ParameterRow> unit = find.apply(UNIT);
        Optional<ParameterRow> mode = find.apply("rounding.reductionMode");
        Function<Optional<ParameterRow>, UsedValues> reduction =
                ratio -> ratio.isEmpty() ? rows() : rows(ratio, mode, unit);
        return new PartRows(
                rates,
                rows(Optional.of(rates.areaRow("rate")), unit),
                rows(rates.find("lowIncomeRate"), rates.find("lowIncomeRate.limit"), unit),
                rows(find.apply(OWN + "limit.1"), find.apply(OWN + "limit.2")),
                rows(Optional.of(rates.areaRow("perCapita"))),
                rows(rates.find("cap")),
                rows(rates.find("cap.transitional")),
                rows(find.apply("rounding.monthBase")),
                rows(find.apply("rounding.finalUnit")),
                Arrays.stream(ReductionClass.values())
                        .map(each -> reduction.apply(rates.ratioRow(each)))
                        .toList(),
                reduction.apply(rates.ratioRow("formerDependant")));
    }

    /** What was applied to a segment. */
    UsedValues reduction(SegmentAmounts segment) {
        return switch (segment.special()) {
            case FORMER_DEPENDANT -> dependant;
            case NONE -> reductions.get(segment.reduction().ordinal());
        };
    }

    @SafeVarargs
    private static UsedValues rows(Optional<ParameterRow>... rows) {
        return UsedValues.of(Stream.of(rows).flatMap(Optional::stream).toList());
    }
}
