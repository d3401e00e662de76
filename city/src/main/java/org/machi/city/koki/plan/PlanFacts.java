package org.machi.city.koki.plan;

import java.util.List;

/**
 * What decides the plan of one assessment.
 *
 * @param premium yen that this municipality levies for the levy year (市区町村別保険料額)
 * @param pastYear decided in a later year than the levy year: ordinary collection only (則95条4号)
 * @param before the instalments so far, empty when there is no plan yet
 * @param firstDecision no premium was decided for this assessment before (the plan so far is
 *     provisional or empty)
 * @param pension how the pension stands
 * @param lost the person has lost eligibility or left the municipality
 */
public record PlanFacts(
        long premium,
        boolean pastYear,
        List<PlanRow> before,
        boolean firstDecision,
        PensionFacts pension,
        boolean lost) {

    /**
     * @param stage how far the deduction is
     * @param yearly yen a year of the pension
     * @param care yen that 介護 takes from each payment; 0 when it takes nothing
     * @param optedOut payment by account debit was asked for and accepted
     */
    public record PensionFacts(Stage stage, long yearly, long care, boolean optedOut) {

        public static final PensionFacts NONE = new PensionFacts(Stage.NONE, 0, 0, false);
    }

    /** 特別徴収の段階. */
    public enum Stage {
        /** no pension that a premium can be taken from */
        NONE,
        /** captured as of 1 April, not yet asked for */
        CANDIDATE,
        /** asked for or being deducted */
        IN_FORCE
    }

    /** Sum of the instalments so far. */
    public long plannedBefore() {
        return before.stream().mapToLong(PlanRow::amount).sum();
    }
}
