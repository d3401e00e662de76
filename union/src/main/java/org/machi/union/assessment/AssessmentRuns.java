package org.machi.union.assessment;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.machi.law.BusinessCalendar;
import org.machi.law.LevyYear;
import org.machi.platform.audit.Actor;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 賦課処理: decides which run is due on a business date and whom it is about. 当初 on the first business
 * day of July, 月次 and 過年度 on the month's agreed business day.
 */
@Service
public class AssessmentRuns {

    private static final String MONTHLY_DAY = "union.monthlyBusinessDay";

    private final BulkRun bulk;
    private final Parameters parameters;
    private final JdbcClient db;

    AssessmentRuns(BulkRun bulk, Parameters parameters, JdbcClient db) {
        this.bulk = bulk;
        this.parameters = parameters;
        this.db = db;
    }

    /** 当初賦課, when its day has come and it was not yet done; in the step's transaction. */
    public void initialWhenDue(StepContext step) {
        LevyYear year = LevyYear.containing(step.businessDate());
        LocalDate july = LocalDate.of(year.year(), Month.JULY, 1);
        LocalDate day = BusinessCalendar.standard().onOrAfter(july);
        if (step.businessDate().isBefore(day) || initialDone(year)) {
            return;
        }
        run(step, RunKind.INITIAL, year.year());
    }

    /** 月次賦課 and 過年度賦課 of those who are due; in the step's transaction. */
    public void monthlyWhenDue(StepContext step) {
        LocalDate month = step.businessDate().withDayOfMonth(1);
        int number = Math.toIntExact(parameters.number(MONTHLY_DAY, step.businessDate()));
        LocalDate day = BusinessCalendar.standard().plusBusinessDays(month.minusDays(1), number);
        if (step.businessDate().isBefore(day) || monthDone(month)) {
            return;
        }
        int current = LevyYear.containing(step.businessDate()).year();
        for (int year : yearsDue()) {
            run(step, year == current ? RunKind.MONTHLY : RunKind.PAST, year);
        }
        db.sql("INSERT INTO assessment.monthly (month, done_on) VALUES (?, ?)")
                .param(month)
                .param(step.businessDate())
                .update();
    }

    private void run(StepContext step, RunKind kind, int levyYear) {
        BulkRun.Outcome outcome = decide(kind, levyYear, step.businessDate(), step.actor());
        step.count(kind.japanese() + "の対象", outcome.targets());
        step.count(kind.japanese() + "の決定", outcome.decisions());
        if (outcome.held() > 0) {
            step.count(kind.japanese() + "で決定できない人", outcome.held());
        }
    }

    /**
     * Runs now, whatever the calendar says; {@code MONTHLY} and {@code PAST} take those who are
     * due.
     */
    BulkRun.Outcome decide(RunKind kind, int levyYear, LocalDate day, Actor actor) {
        boolean everybody = kind == RunKind.INITIAL;
        target(levyYear, everybody);
        return bulk.run(new BulkRun.Order(kind, levyYear, day, actor, everybody));
    }

    private void target(int levyYear, boolean everybody) {
        db.sql("DROP TABLE IF EXISTS target").update();
        LevyYear year = new LevyYear(levyYear);
        String people =
                everybody
                        ? """
                        SELECT DISTINCT insured_no, '01' AS reason FROM eligibility.period
                         WHERE insured_to > '%s' AND insured_from <= '%s'
                        """
                                .formatted(year.start(), year.end())
                        : """
                        SELECT DISTINCT ON (insured_no) insured_no, reason FROM assessment.due
                         WHERE levy_year = %d ORDER BY insured_no, due_id DESC
                        """
                                .formatted(levyYear);
        db.sql("CREATE TEMPORARY TABLE target ON COMMIT DROP AS " + people).update();
    }

    private boolean initialDone(LevyYear year) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM assessment.run
                                        WHERE kind = 'INITIAL' AND levy_year = ? AND state = 'VISIBLE')
                        """)
                .param(year.year())
                .query(Boolean.class)
                .single();
    }

    private boolean monthDone(LocalDate month) {
        return db.sql("SELECT EXISTS (SELECT FROM assessment.monthly WHERE month = ?)")
                .param(month)
                .query(Boolean.class)
                .single();
    }

    private List<Integer> yearsDue() {
        return db.sql("SELECT DISTINCT levy_year::integer FROM assessment.due ORDER BY 1")
                .query(Integer.class)
                .list();
    }
}
