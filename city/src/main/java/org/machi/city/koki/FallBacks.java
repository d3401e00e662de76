package org.machi.city.koki;

import java.time.LocalDate;
import java.util.List;
import org.machi.city.koki.plan.Planning;
import org.machi.city.koki.plan.YearOfPayments;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
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

    private static final String RECORDS_OF_TODAY =
            """
            select insured_no, extract(year from paid_on - interval '3 months') as levy_year,
                   min(date_trunc('month', paid_on)::date) as pay_month
            from (select insured_no, coalesce(event_on, known_on) as paid_on from koki.pension_record
                  where known_on = :today and notice = '22' and division in ('01', '02', '03', '05')
                    and insured_no is not null) r
            group by 1, 2
            """;

    private static final String FAILED =
            """
            insured_no in (select insured_no from (%s) f where pay_month = date '%s')
            """;

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
        failedMonths(step).forEach(month -> failed(step, month));
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

    /**
     * The first month of each levy year in which nothing was deducted, of everybody of whom the
     * payer told so today. A record that found its person late tells of a payment long ago.
     */
    private static List<LocalDate> failedMonths(StepContext step) {
        return step.db()
                .sql("select distinct pay_month from (" + RECORDS_OF_TODAY + ") f order by 1")
                .param("today", step.businessDate())
                .query(LocalDate.class)
                .list();
    }

    private void failed(StepContext step, LocalDate month) {
        int first = YearOfPayments.PAY_MONTHS.indexOf(payMonth(month));
        String failed = FAILED.formatted(RECORDS_OF_TODAY, month);
        LevyYear year = LevyYear.containing(month);
        if (year.equals(LevyYear.containing(step.businessDate()))) {
            planning.provisionalWithoutDeductions(step, "q." + failed, first, "特別徴収不能");
        }
        planning.withoutDeductions(
                step, "p.levy_year = " + year.year() + " and p." + failed, first, "特別徴収不能");
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

    /** The month itself, or the pay month before it where the record names no day of payment. */
    private static int payMonth(LocalDate day) {
        int month = day.getMonthValue();
        return month % 2 == 0 ? month : month == 1 ? 12 : month - 1;
    }
}
