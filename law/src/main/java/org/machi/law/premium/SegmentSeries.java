package org.machi.law.premium;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.LegalBasis;

/**
 * The segments of one part in order of time. Twelfths of all segments are added exactly; each
 * segment shows the whole yen that it adds to the sum, so that the items of the record always add
 * up.
 */
@LegalBasis({"令18条1項", "令18条4項", "令18条5項", "条例（月割）"})
final class SegmentSeries {
    private final PartRates rates;
    private final long beforeCap;
    private final long cap;
    private final List<SegmentAmounts> segments = new ArrayList<>(2);
    private long twelfths;

    /**
     * An empty series.
     *
     * @param beforeCap income part and full per capita, yen
     */
    SegmentSeries(PartRates rates, long beforeCap, long cap) {
        this.rates = rates;
        this.beforeCap = beforeCap;
        this.cap = cap;
    }

    /** Months with the household's own reduction. */
    void add(LocalDate levyDate, ReductionClass reduction, int mask) {
        add(levyDate, reduction, SpecialReduction.NONE, mask, rates.reduction(reduction));
    }

    /** Months with the former dependant's half. */
    void addFormerDependant(LocalDate levyDate, ReductionClass reduction, int mask) {
        add(
                levyDate,
                reduction,
                SpecialReduction.FORMER_DEPENDANT,
                mask,
                rates.dependantReduction());
    }

    private void add(
            LocalDate levyDate,
            ReductionClass reduction,
            SpecialReduction special,
            int mask,
            long reduced) {
        long excess = Math.max(0, beforeCap - reduced - cap);
        long annual = beforeCap - reduced - excess;
        long before = twelfths;
        twelfths += rates.rounding().monthBase(annual) * Months.count(mask);
        long prorated = twelfths / Months.OF_YEAR - before / Months.OF_YEAR;
        segments.add(
                new SegmentAmounts(
                        levyDate,
                        reduction,
                        special,
                        reduced,
                        excess,
                        annual,
                        mask,
                        annual - prorated));
    }

    List<SegmentAmounts> segments() {
        return List.copyOf(segments);
    }
}
