package org.machi.law.eligibility;

import java.time.LocalDate;
import org.machi.law.DecisionYear;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.Parameters;

/**
 * A premium that becomes known anew (所得更正, 異動): whether it may be decided and how the difference is
 * collected or given back.
 *
 * @param levyYear 相当年度
 * @param decisionYear 賦課年度
 * @param difference yen, negative for a decrease
 */
@LegalBasis({"法160条の2", "則95条4号", "法139条"})
public record Correction(LevyYear levyYear, DecisionYear decisionYear, long difference, Way way) {
    private static final String PART = "更正";

    /** What follows. */
    public enum Way {
        NOTHING("変更なし"),
        FORBIDDEN("期間制限により決定できない"),
        THIS_YEAR_INCREASE("残りの納期に割り振るか特別徴収と併せて徴収"),
        THIS_YEAR_DECREASE("残りの納期から減じ、納め過ぎは還付または充当"),
        /** 過年度随時: never from a pension. */
        PAST_YEAR_INCREASE("過年度分として普通徴収（随時期）"),
        PAST_YEAR_DECREASE("過年度分の未納から減じ、納め過ぎは還付または充当");

        private final String japanese;

        Way(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        /** Whether a pension may give the difference. */
        public boolean mayBeDeducted() {
            return this == THIS_YEAR_INCREASE;
        }
    }

    /**
     * What is asked.
     *
     * @param before the premium so far, yen
     * @param after the premium as it is known now, yen
     * @param firstDueOn the person's first due date of the levy year
     * @param leviableOn day of acquisition
     * @param adjustment the change adjusts to another insurer, and the person is not to blame
     */
    public record Change(
            LevyYear levyYear,
            long before,
            long after,
            LocalDate firstDueOn,
            LocalDate leviableOn,
            boolean adjustment) {
        long difference() {
            return after - before;
        }
    }

    /** Decides. */
    public static Correction decide(Parameters parameters, Change change, LocalDate decidedOn) {
        DecisionYear decisionYear = DecisionYear.containing(decidedOn);
        boolean past = decisionYear.year() > change.levyYear().year();
        long difference = change.difference();
        Way way;
        if (difference == 0) {
            way = Way.NOTHING;
        } else if (isForbidden(parameters, change, decidedOn)) {
            way = Way.FORBIDDEN;
        } else if (difference > 0) {
            way = past ? Way.PAST_YEAR_INCREASE : Way.THIS_YEAR_INCREASE;
        } else {
            way = past ? Way.PAST_YEAR_DECREASE : Way.THIS_YEAR_DECREASE;
        }
        return new Correction(change.levyYear(), decisionYear, difference, way);
    }

    /** The steps behind a decision: until when, whether the exception applies, and what follows. */
    public Explanation explain(Parameters parameters, Change change, LocalDate decidedOn) {
        Steps steps = new Steps(levyYear.japanese() + "　保険料の更正");
        DecisionLimit.tell(steps, parameters, change.firstDueOn(), change.leviableOn());
        if (change.adjustment() && difference < 0) {
            steps.step(PART, "期間制限の例外")
                    .formula("被保険者の責めによらない適用の調整による減額")
                    .is(way == Way.FORBIDDEN ? "当たらない" : "期間制限の後も決定できる")
                    .using(DecisionLimit.mayLowerLate(parameters, decidedOn))
                    .by("decision.adjustment");
        }
        String sign = difference < 0 ? "−" : "";
        steps.step(PART, "差額")
                .formula(Steps.yen(change.after()) + " − " + Steps.yen(change.before()))
                .is(sign + Steps.yen(Math.abs(difference)))
                .by("decision.correction");
        steps.step(PART, "扱い")
                .formula(
                        Steps.day(decidedOn)
                                + "に決定（賦課年度 "
                                + decisionYear.japanese()
                                + "、相当年度 "
                                + levyYear.japanese()
                                + "）")
                .is(way.japanese())
                .by("decision.correction");
        return steps.done();
    }

    private static boolean isForbidden(Parameters parameters, Change change, LocalDate decidedOn) {
        LocalDate forbidden =
                DecisionLimit.firstForbiddenDay(
                        parameters, change.firstDueOn(), change.leviableOn());
        boolean lowers =
                change.adjustment()
                        && change.difference() < 0
                        && DecisionLimit.mayLowerLate(parameters, decidedOn).isPresent();
        return !decidedOn.isBefore(forbidden) && !lowers;
    }
}
