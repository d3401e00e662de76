package org.machi.union;

import java.util.List;
import java.util.Map;

/**
 * What the union holds, as numbers that the cities' must agree with.
 *
 * @param levyYear 相当年度
 * @param insured insured persons on the business date
 * @param insuredByCity the same by city code
 * @param premiums the current decisions of the levy year by reduction class
 * @param sharesByCity what each city levies of them, yen
 * @param filesIn files taken, by kind and state
 * @param filesOut files sent, by kind
 * @param differences differences with the cities' reports that stand
 * @param held people who could not be decided
 * @param benefits 給付
 */
public record UnionSummary(
        int levyYear,
        long insured,
        Map<String, Long> insuredByCity,
        List<ReductionLine> premiums,
        Map<String, Long> sharesByCity,
        Map<String, Long> filesIn,
        Map<String, Long> filesOut,
        long differences,
        long held,
        BenefitSummary benefits) {

    /**
     * Premiums of one reduction class.
     *
     * @param reduction 減額区分
     * @param medical 医療分, yen
     * @param child 子ども分, yen
     */
    public record ReductionLine(String reduction, long people, long medical, long child) {}

    /** All premiums of the levy year, both parts, yen. */
    public long premium() {
        return premiums.stream().mapToLong(line -> line.medical() + line.child()).sum();
    }
}
