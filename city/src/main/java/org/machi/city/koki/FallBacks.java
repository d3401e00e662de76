package org.machi.city.koki;

import java.time.LocalDate;
import org.machi.city.koki.plan.Planning;
import org.machi.city.koki.plan.YearOfPayments;
import org.machi.law.LegalBasis;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 普通徴収への繰入: where the pension's payer refused or could not deduct, the rest of the premium goes to
 * slips (T09, T12), and the payer is told to deduct nothing more. Before the July decision there is
 * nothing to collect by slips yet: the provisional deductions fall away, and the decision counts
 * only what was really taken.
 */
@Component
@LegalBasis("準介139条1項")
class FallBacks {

    private static final int OCTOBER = 3;

    /** A refused start of next year changes nothing in this year's plan. */
    private static final String REFUSED =
            """
            p.levy_year = extract(year from cast(:today as date) - interval '3 months') and p.insured_no in (
                select insured_no from koki.deduction where state = 'REFUSED' and state_since = :today
                  and reason like '依頼不受理%')
            and exists (select from koki.plan_row w
                        where w.levy_year = q.levy_year and w.assessment_no = q.assessment_no
                          and w.plan_version = q.plan_version and w.method = 1 and w.amount > 0)
            """;

    private static final String FAILED =
            """
            insured_no in (select insured_no from koki.pension_record
                           where known_on = :today and notice = '22' and division in ('01', '02', '03', '05'))
            """;

    private static final String FAILED_DECIDED =
            "p.levy_year = extract(year from cast(:today as date) - interval '3 months') and p."
                    + FAILED;

    private final Planning planning;

    FallBacks(Planning planning) {
        this.planning = planning;
    }

    /** Moves what was refused or not deducted, on days on which the payer answered. */
    void play(StepContext step) {
        if (!hasResults(step)) {
            return;
        }
        LocalDate today = step.businessDate();
        planning.withoutDeductions(step, REFUSED, OCTOBER, "特別徴収不受理");
        planning.levellingRefused(step);
        int failed = YearOfPayments.PAY_MONTHS.indexOf(lastPayMonth(today));
        planning.provisionalWithoutDeductions(step, "q." + FAILED, failed, "特別徴収不能");
        planning.withoutDeductions(step, FAILED_DECIDED, failed, "特別徴収不能");
        step.db()
                .sql(
                        """
                        update koki.deduction d set state = 'STOPPED', state_since = :today, reason = '徴収不能 ' || r.division
                        from koki.pension_record r
                        where r.known_on = :today and r.notice = '22' and r.division in ('01', '02', '03', '05')
                          and d.insured_no = r.insured_no
                        """)
                .param("today", today)
                .update();
    }

    /** Whether an answer of the payer was taken on this day. */
    boolean hasResults(StepContext step) {
        return step.db()
                .sql(
                        """
                        select exists (select from files.file where business_date = :today and direction = 'IN'
                                       and kind in ('Z33', 'Z34') and state = 'APPLIED')
                            or exists (select from files.rows_again a join files.file f on f.id = a.file_id
                                       where a.done_on = :today and f.kind in ('Z33', 'Z34'))
                        """)
                .param("today", step.businessDate())
                .query(Boolean.class)
                .single();
    }

    private static int lastPayMonth(LocalDate today) {
        int month = today.getMonthValue();
        return month % 2 == 0 ? month : month == 1 ? 12 : month - 1;
    }
}
