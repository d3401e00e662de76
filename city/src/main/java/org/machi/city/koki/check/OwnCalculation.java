package org.machi.city.koki.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.check.Decided.Step;
import org.machi.city.koki.check.Decided.Steps;
import org.machi.city.koki.check.OwnFacts.Spell;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.parameter.NoParameterException;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.Assessment;
import org.machi.law.premium.InsuredFacts;
import org.machi.law.premium.InsuredFacts.Disability;
import org.machi.law.premium.InsuredFacts.Period;
import org.machi.law.premium.Judgement;
import org.machi.law.premium.PartAssessment;
import org.machi.law.premium.PremiumAssessor;
import org.machi.law.premium.ReductionClass;
import org.machi.law.premium.Relief;
import org.machi.law.premium.SegmentAmounts;

/** Computes a premium from the city's own facts and finds the first step that differs. */
@LegalBasis({"法104条", "令18条"})
final class OwnCalculation {

    private static final long WHOLE = 100_000;
    private static final int TOLD_SEGMENTS = 2;

    private final UnionCode union;
    private final LevyYear running;
    private final Map<Integer, PremiumAssessor> assessors = new HashMap<>();

    OwnCalculation(UnionCode union, LocalDate today) {
        this.union = union;
        this.running = LevyYear.containing(today);
    }

    /** What the calculation of one premium shows. */
    sealed interface Outcome {
        /**
         * Every step that could be compared is the same.
         *
         * @param premium own premium of both parts, yen; null where months and premium can't be
         *     compared, because the person moved out to another city of the union
         */
        record Agrees(@Nullable Long premium) implements Outcome {}

        /**
         * @param premium as with {@link Agrees}
         */
        record Differs(@Nullable Long premium, Step first) implements Outcome {}

        /** The city can't compute it. */
        record NotComputed(String reason) implements Outcome {}
    }

    Outcome of(Decided decided, @Nullable OwnFacts facts) {
        if (decided.movedIn()) {
            return new Outcome.NotComputed("広域内の転入：転入前の世帯と所得は他の市区町村にあります");
        }
        if (facts == null) {
            return decided.premium() == 0
                    ? new Outcome.Agrees(0L)
                    : new Outcome.NotComputed("この年度の被保険者情報が届いていません");
        }
        if (facts.homeless()) {
            return new Outcome.NotComputed("賦課期日の世帯が宛名にありません");
        }
        if (facts.incomeLacks() && decided.levyYear() < running.year()) {
            return new Outcome.NotComputed("過年度の所得情報がそろっていません");
        }
        try {
            return compare(decided, facts);
        } catch (NoParameterException e) {
            return new Outcome.NotComputed("この年度の保険料率が登録されていません");
        }
    }

    private Outcome compare(Decided decided, OwnFacts facts) {
        PremiumAssessor assessor =
                assessors.computeIfAbsent(
                        decided.levyYear(), year -> PremiumAssessor.of(union, new LevyYear(year)));
        List<Period> periods = new ArrayList<>(facts.spells().size());
        for (Spell spell : facts.spells()) {
            periods.add(
                    new Period(
                            spell.acquiredOn(),
                            decided.movedOut() ? null : spell.lostOn(),
                            assessor.judge(spell.household())));
        }
        Spell first = facts.spells().getFirst();
        Assessment own =
                assessor.assess(
                        new InsuredFacts(
                                assessor.income().base(facts.tax()),
                                periods,
                                facts.birth(),
                                first.dependantSince(),
                                first.acquiredBy().equals("03")
                                        ? Disability.RECOGNISED
                                        : Disability.NO,
                                Relief.ofAmount(
                                        decided.medical().relief(), decided.child().relief())));
        Step different = firstDifference(decided, own, periods.getFirst().judgement());
        Long premium = decided.movedOut() ? null : Long.valueOf(own.premium());
        return different == null
                ? new Outcome.Agrees(premium)
                : new Outcome.Differs(premium, different);
    }

    private static @Nullable Step firstDifference(
            Decided decided, Assessment own, Judgement judgement) {
        Steps steps = new Steps();
        steps.compare("賦課のもととなる所得金額", own.base(), decided.base());
        boolean wholeTold = own.medical().segments().size() <= TOLD_SEGMENTS;
        if (wholeTold) {
            SegmentAmounts first = own.medical().segments().getFirst();
            steps.compare(
                    "減額区分",
                    judgement.blocked() ? "9" : reduction(first.reduction()),
                    decided.reduction());
        }
        part(steps, "医療分の", own.medical(), decided.medical(), wholeTold);
        PartAssessment child = own.child();
        if (child != null) {
            part(steps, "子ども分の", child, decided.child(), wholeTold);
        }
        if (!decided.movedOut()) {
            int months = 0;
            for (SegmentAmounts segment : own.medical().segments()) {
                months += segment.months();
            }
            steps.compare("月数", months, decided.months())
                    .compare("医療分の保険料", own.medical().premium(), decided.medical().premium())
                    .compare("子ども分の保険料", own.childPremium(), decided.child().premium())
                    .compare("市区町村別保険料", own.premium(), decided.cityPremium());
        }
        return steps.first();
    }

    private static void part(
            Steps steps, String name, PartAssessment own, Decided.Part decided, boolean wholeTold) {
        steps.compare(name + "所得割率（10万分率）", own.rate().floorOf(WHOLE, 1), decided.rate())
                .compare(name + "所得割額", own.incomePart(), decided.incomePart())
                .compare(name + "均等割額", own.perCapita(), decided.perCapita());
        if (wholeTold) {
            SegmentAmounts first = own.segments().getFirst();
            steps.compare(name + "均等割軽減額", first.perCapitaReduction(), decided.reduced())
                    .compare(name + "限度超過額", first.capExcess(), decided.overCap())
                    .compare(name + "年保険料額", first.annual(), decided.yearly());
        }
    }

    /** 減額区分 as the record has it. */
    private static String reduction(ReductionClass reduction) {
        return switch (reduction) {
            case NONE -> "0";
            case TWO -> "2";
            case FIVE -> "5";
            case SEVEN, SEVEN_SPECIAL -> "7";
        };
    }
}
