package org.machi.law.premium;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.Rate;
import org.machi.law.Rounding;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;

/**
 * How a union's ordinance rounds; 法112条 does not take over the tax law's general rule.
 *
 * @param componentUnit 1, 10 or 100: the reduced per capita and the income part are cut to it
 * @param mode what is cut: the reduced amount or the reduction
 * @param finalUnit 10 or 100: each part's premium is cut to it
 * @param truncateBeforeMonths the annual amount is cut before the months are applied
 */
@LegalBasis("条例（端数処理）")
record UnionRounding(long componentUnit, Mode mode, long finalUnit, boolean truncateBeforeMonths) {
    enum Mode {
        TRUNC_RESULT,
        TRUNC_REDUCTION
    }

    static UnionRounding of(Parameters parameters, UnionCode union, LevyYear year) {
        LocalDate day = year.start();
        return new UnionRounding(
                row(parameters, "componentUnit", union, day).amount(),
                Mode.valueOf(row(parameters, "reductionMode", union, day).value()),
                row(parameters, "finalUnit", union, day).amount(),
                row(parameters, "monthBase", union, day).value().equals("TRUNCATED"));
    }

    static ParameterRow row(Parameters parameters, String name, UnionCode union, LocalDate day) {
        return parameters.require("rounding." + name, union.code(), day);
    }

    /** 均等割軽減額: what the ratio takes away from the per-capita amount. */
    long reductionOf(long perCapita, Rate ratio) {
        return switch (mode) {
            case TRUNC_RESULT -> perCapita - ratio.complement().floorOf(perCapita, componentUnit);
            case TRUNC_REDUCTION -> ratio.floorOf(perCapita, componentUnit);
        };
    }

    /** What the months are taken of: the uncut year, unless the union cuts it first. */
    long monthBase(long annual) {
        return truncateBeforeMonths ? Rounding.floor(annual, finalUnit) : annual;
    }
}
