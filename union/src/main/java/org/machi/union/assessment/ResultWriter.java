package org.machi.union.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.law.Rate;
import org.machi.law.premium.Assessment;
import org.machi.law.premium.Judgement;
import org.machi.law.premium.PartAssessment;
import org.machi.law.premium.ReductionClass;
import org.machi.law.premium.SegmentAmounts;
import org.machi.platform.database.CopyWriter;

/** Writes decisions as rows of {@code assessment.result}, in the order of {@link #COLUMNS}. */
final class ResultWriter {

    private static final int RATE_UNIT = 100_000;
    private static final long[] TENS = {
        1L, 10L, 100L, 1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L
    };

    static final String[] COLUMNS =
            """
            run_id insured_no levy_year version person_id split reason declared base acquired_on
            lost_on dependant_from income_reduction day1 reduction1 special1 mask1 judged1 insured1
            earners1 day2 reduction2 special2 mask2
            m_rate m_income m_income_reduced m_per_capita m_reduced1 m_over_cap1 m_yearly1 m_cut1
            m_reduced2 m_over_cap2 m_yearly2 m_cut2 m_relief m_premium
            c_rate c_income c_income_reduced c_per_capita c_reduced1 c_over_cap1 c_yearly1 c_cut1
            c_reduced2 c_over_cap2 c_yearly2 c_cut2 c_relief c_premium before digest
            """
                    .strip()
                    .split("\\s+");

    private final CopyWriter out;
    private final InsuredPeople people;
    private final int run;
    private final short levyYear;
    private long medical;
    private long child;
    private long digests;
    private int decisions;

    ResultWriter(CopyWriter out, InsuredPeople people, int run, int levyYear) {
        this.out = out;
        this.people = people;
        this.run = run;
        this.levyYear = (short) levyYear;
    }

    void write(Decision decision) {
        int row = decision.row();
        Assessment assessment = decision.assessment();
        long digest = decision.digest();
        out.row().put(run).put(eightDigits(people.number(row))).put(levyYear);
        out.put((short) (people.version(row) + 1)).put(decision.personId());
        out.put(decision.shares().length > 0).put(code(people.reason(row)));
        out.put(decision.declared()).put(assessment == null ? 0L : assessment.base());
        out.put(decision.acquiredOn()).put(decision.lostOn()).put(people.dependantFrom(row));
        if (assessment == null) {
            nothing(decision);
        } else {
            amounts(decision, assessment);
        }
        if (people.version(row) == 0) {
            out.putNull();
        } else {
            out.put(Math.toIntExact(people.premiumBefore(row)));
        }
        out.put(digest);
        decisions++;
        digests += digest;
        medical += assessment == null ? 0 : assessment.medical().premium();
        child += assessment == null ? 0 : assessment.childPremium();
    }

    private void amounts(Decision decision, Assessment assessment) {
        PartAssessment whole = assessment.medical();
        Judgement judgement = decision.judgement();
        boolean blocked = judgement != null && judgement.blocked();
        out.put(incomeReduction(whole, people.dependantFrom(decision.row()) != null));
        List<SegmentAmounts> told = RecordSegments.of(whole);
        segment(told.getFirst(), blocked);
        out.put(judgement == null ? 0L : judgement.income());
        out.put((short) (judgement == null ? 0 : judgement.insured()));
        out.put((short) (judgement == null ? 0 : judgement.earners()));
        if (told.size() > 1) {
            segment(told.get(1), blocked);
        } else {
            out.putNull().putNull().putNull().putNull();
        }
        part(whole);
        part(assessment.child());
    }

    private void segment(SegmentAmounts segment, boolean blocked) {
        out.put(segment.levyDate());
        out.put(blocked ? "9" : reduction(segment.reduction()));
        out.put(special(segment));
        out.put((short) segment.monthMask());
    }

    private void part(@Nullable PartAssessment part) {
        if (part == null) {
            out.put(0).put(0L).put(0L).put(0).put(0).put(0L).put(0).put(0);
            out.putNull().putNull().putNull().putNull().put(0).put(0);
            return;
        }
        out.put(rate(part.rate())).put(part.incomePart()).put(part.incomeReduction());
        out.put(Math.toIntExact(part.perCapita()));
        List<SegmentAmounts> told = RecordSegments.of(part);
        yen(told.getFirst());
        if (told.size() > 1) {
            yen(told.get(1));
        } else {
            out.putNull().putNull().putNull().putNull();
        }
        out.put(Math.toIntExact(part.relief())).put(Math.toIntExact(part.premium()));
    }

    private void yen(SegmentAmounts segment) {
        out.put(Math.toIntExact(segment.perCapitaReduction())).put(segment.capExcess());
        out.put(Math.toIntExact(segment.annual())).put(Math.toIntExact(segment.monthCut()));
    }

    /** A decision taken back: no month, no yen. */
    private void nothing(Decision decision) {
        out.put("0").put(decision.acquiredOn()).put("0").put("0").put((short) 0);
        out.put(0L).put((short) 0).put((short) 0).putNull().putNull().putNull().putNull();
        part(null);
        part(null);
    }

    static String code(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** 10万分率: 11.61% is 11,610. */
    static int rate(Rate rate) {
        return Math.toIntExact(rate.units() * RATE_UNIT / TENS[rate.scale()]);
    }

    private static String reduction(ReductionClass reduction) {
        return switch (reduction) {
            case NONE -> "0";
            case TWO -> "2";
            case FIVE -> "5";
            case SEVEN, SEVEN_SPECIAL -> "7";
        };
    }

    /** 特別軽減区分: from 令和8年度 the seven-tenths class of the medical part is 7.2割. */
    private String special(SegmentAmounts segment) {
        return switch (segment.special()) {
            case FORMER_DEPENDANT -> "1";
            case NONE ->
                    segment.reduction() == ReductionClass.SEVEN && levyYear >= FIRST_YEAR_OF_7_2
                            ? "2"
                            : "0";
        };
    }

    private static final int FIRST_YEAR_OF_7_2 = 2026;

    private static String incomeReduction(PartAssessment part, boolean dependant) {
        if (dependant) {
            return "9";
        }
        Rate ratio = part.incomeReductionRatio();
        return ratio.units() == 0 ? "0" : ratio.isGreaterThan(QUARTER) ? "1" : "2";
    }

    private static final Rate QUARTER = Rate.ofDecimal("0.25");

    int decisions() {
        return decisions;
    }

    long medical() {
        return medical;
    }

    long child() {
        return child;
    }

    long digests() {
        return digests;
    }

    /** 被保険者番号 as the eight bytes that the database wants. */
    private static byte[] eightDigits(int number) {
        byte[] digits = new byte[8];
        int rest = number;
        for (int i = 7; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return digits;
    }
}
