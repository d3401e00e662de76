package org.machi.union.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.law.premium.Assessment;
import org.machi.law.premium.Judgement;
import org.machi.law.premium.PartAssessment;
import org.machi.law.premium.SegmentAmounts;

/**
 * One decision before it is written.
 *
 * @param row the person's first row among the run's people
 * @param assessment null when nothing is left to pay for: a decision taken back
 * @param judgement the household on the first levy day, null with the assessment
 * @param declared 申告区分
 * @param personId the person in the city that manages last
 * @param shares months and yen by city, empty unless there was a move inside the union
 */
record Decision(
        int row,
        @Nullable Assessment assessment,
        @Nullable Judgement judgement,
        String declared,
        int personId,
        LocalDate acquiredOn,
        @Nullable LocalDate lostOn,
        CityShare[] shares) {

    private static final CityShare[] WHOLE = {};

    static CityShare[] whole() {
        return WHOLE;
    }

    /**
     * What one city levies.
     *
     * @param position the city's position in 構成市区町村
     */
    record CityShare(
            int position,
            int personId,
            int months,
            @Nullable LocalDate movedInOn,
            @Nullable LocalDate movedOutOn,
            long medical,
            long child) {}

    /** A number that differs when anything that a city gets differs; the same on every machine. */
    long digest() {
        long mix = mix(mix(mix(17, personId), acquiredOn.toEpochDay()), declared.charAt(0));
        mix = mix(mix, lostOn == null ? 0 : lostOn.toEpochDay());
        if (assessment != null) {
            mix = digest(mix(mix, assessment.base()), assessment.medical());
            PartAssessment child = assessment.child();
            mix = child == null ? mix : digest(mix, child);
        }
        for (CityShare share : shares) {
            mix = mix(mix(mix(mix, share.position()), share.medical()), share.child());
        }
        return mix;
    }

    private static long digest(long start, PartAssessment part) {
        long mix = mix(mix(mix(start, part.incomePart()), part.perCapita()), part.premium());
        mix = mix(mix(mix, part.incomeReduction()), part.relief());
        for (SegmentAmounts segment : part.segments()) {
            mix = mix(mix(mix, segment.levyDate().toEpochDay()), segment.monthMask());
            mix = mix(mix(mix, segment.reduction().ordinal()), segment.special().ordinal());
            mix = mix(mix(mix, segment.perCapitaReduction()), segment.annual());
        }
        return mix;
    }

    private static long mix(long before, long value) {
        long mixed = (before ^ value) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
