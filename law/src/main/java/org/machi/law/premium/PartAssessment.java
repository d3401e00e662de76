package org.machi.law.premium;

import java.util.List;
import org.machi.law.Rate;

/**
 * One part of a premium: items 32 to 58 of seed 004's record. Always {@code gross − incomeReduction
 * − perCapitaReduction − capExcess = annual} in each segment, and {@code premium} = Σ prorated −
 * relief, cut to the union's unit.
 *
 * @param rate 所得割率 (32)
 * @param incomePart 所得割額 (34)
 * @param perCapita 均等割額 (35)
 * @param incomeReduction 所得割軽減額 (57), the union's own
 * @param incomeReductionRatio its share (58); zero when none
 * @param segments one or two, in order of time
 * @param relief 減免額 (55)
 * @param premium 後期高齢者医療保険料 (56), this part
 */
public record PartAssessment(
        Part part,
        Rate rate,
        long incomePart,
        long perCapita,
        long incomeReduction,
        Rate incomeReductionRatio,
        List<SegmentAmounts> segments,
        long relief,
        long premium) {
    /** 算出額 (36). */
    public long gross() {
        return incomePart + perCapita;
    }

    /**
     * 所得割減額区分 (58): tenths of the union's own reduction as two digits of a percentage, 00 when
     * none.
     */
    public String incomeReductionCode() {
        return incomeReductionRatio.units() == 0
                ? "00"
                : incomeReductionRatio.percent().replaceAll("\\D.*", "");
    }

    /** Σ of what the months leave, before relief and cut. */
    public long prorated() {
        long sum = 0;
        for (SegmentAmounts segment : segments) {
            sum += segment.prorated();
        }
        return sum;
    }
}
