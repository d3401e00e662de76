package org.machi.city.koki.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 仮徴収 of a new levy year: those from whose pension February's payment was deducted go on as it was
 * (the former system's February, or what the pension's payer told of the own year); those whose
 * 追加依頼 was accepted begin in April, June or August. Each plan is made once a year.
 */
@Component
@LegalBasis({"準介135条", "準介140条"})
public class ProvisionalPlans {

    private final PlanBook book;
    private final Planning planning;

    ProvisionalPlans(PlanBook book, Planning planning) {
        this.book = book;
        this.planning = planning;
    }

    /** Plans for everybody who has none yet in the year of the business date. */
    public void plan(StepContext step) {
        LevyYear year = LevyYear.containing(step.businessDate());
        Planner planner = planning.planner(year, step.businessDate());
        PlanBook.Page continued = book.open(step);
        step.db()
                .sql(CONTINUED)
                .param("year", year.year())
                .query(row -> {
                    continued.add(
                            key(row, year),
                            planner.provisional(row.getLong("amount")),
                            step.businessDate());
                });
        continued.keep("仮徴収");
        PlanBook.Page started = book.open(step);
        step.db()
                .sql(STARTED)
                .param("year", year.year())
                .query(row -> {
                    LocalDate startsOn = row.getObject("starts_on", LocalDate.class);
                    Plan plan =
                            planner.provisionalFrom(
                                    YearOfPayments.PAY_MONTHS.indexOf(startsOn.getMonthValue()),
                                    row.getLong("amount1"),
                                    row.getLong("amount2"));
                    started.add(key(row, year), plan, step.businessDate());
                });
        started.keep("仮徴収の開始");
    }

    private static PlanBook.Key key(ResultSet row, LevyYear year) throws SQLException {
        String insuredNo = row.getString("insured_no");
        return new PlanBook.Key(
                year.year(),
                insuredNo + "01",
                insuredNo,
                row.getLong("person_no"),
                year.year(),
                PlanBook.Key.NO_VERSION);
    }

    private static final String NOT_PLANNED =
            """
            not exists (select from koki.plan p where p.levy_year = :year and p.assessment_no = i.insured_no || '01')
            """;

    /** Who was stopped, refused or lost since is not deducted any more. */
    private static final String CONTINUED =
            """
            select i.insured_no, i.person_no, coalesce(l.amount, f.provisional) as amount
            from koki.deduction d
            join koki.insured i on i.insured_no = d.insured_no and i.lost_on is null
            left join koki.v_last_deduction l on l.insured_no = d.insured_no and l.levy_year = :year - 1
            left join koki.former_deduction f on f.insured_no = d.insured_no and f.levy_year = :year - 1
            where d.state = 'IN_FORCE' and coalesce(l.amount, f.provisional) > 0 and
            """
                    + NOT_PLANNED
                    + " order by i.insured_no";

    private static final String STARTED =
            """
            select distinct on (i.insured_no) i.insured_no, i.person_no, o.starts_on, o.amount1, o.amount2
            from koki.deduction_order o
            join koki.insured i on i.insured_no = o.insured_no and i.lost_on is null
            join koki.deduction d on d.insured_no = o.insured_no and d.state = 'IN_FORCE'
            where o.starts_on >= make_date(:year, 4, 1) and o.starts_on < make_date(:year, 10, 1)
              and o.division <> '03' and o.result_on is not null and coalesce(o.result, '00') = '00' and
            """
                    + NOT_PLANNED
                    + " order by i.insured_no, o.order_id desc";
}
