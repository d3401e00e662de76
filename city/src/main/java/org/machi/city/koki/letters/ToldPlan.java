package org.machi.city.koki.letters;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.plan.PlanRow;
import org.machi.platform.forms.letters.Calculation;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Recipient;

/**
 * A plan that is to be told, with everything that its letters say.
 *
 * @param decidedOn day of the plan
 * @param premium yen of the plan
 * @param provisional 仮徴収 only
 * @param noticeNeeded the union's mark that a notice is due; true for plans of the city's own
 * @param version 賦課履歴番号 on which the plan rests; 0 for a provisional one
 * @param calculations empty for a provisional plan
 * @param before what was told before of the same assessment; null when nothing
 * @param pulledOut why its letters must not go to the print shop, or empty
 */
record ToldPlan(
        PlanKey key,
        LocalDate decidedOn,
        long premium,
        boolean provisional,
        boolean noticeNeeded,
        long version,
        List<PlanRow> rows,
        List<Calculation> calculations,
        @Nullable Before before,
        Reasons reasons,
        Recipient to,
        Insured insured,
        Payment payment,
        List<PlannedLetter.PeriodSlip> slips,
        String pulledOut) {

    /** What was told before. */
    record Before(
            boolean provisional,
            long premium,
            long version,
            List<PlanRow> rows,
            List<Calculation> calculations) {}

    /**
     * @param plan why the plan was made, such as 平準化
     * @param change 賦課事由 in words
     * @param lostBy 資格喪失事由, or empty
     * @param ordinary 普徴事由, or empty
     */
    record Reasons(String plan, String change, String lostBy, String ordinary) {}

    /**
     * @param pension 対象年金, or empty
     * @param account account of the debit with its number masked, or empty
     */
    record Payment(String pension, String account) {}

    /** The first decision of the year, after nothing or after provisional deductions only. */
    boolean first() {
        return before == null || before.provisional();
    }
}
