package org.machi.union.assessment;

import org.machi.law.LevyYear;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 賦課し直すべき人: follows the changes of eligibility, households, incomes and applications. Naming
 * somebody too many does no harm: the same result makes no new decision.
 */
@Component
public class DuePeople {

    /**
     * Levy years that were decided here, or for this person by the former system. What came
     * together with the former register is what it had decided on, not a change.
     */
    private static final String DECIDED =
            """
            (y IN (SELECT levy_year FROM assessment.run WHERE kind = 'INITIAL' AND state = 'VISIBLE')
             OR EXISTS (SELECT FROM eligibility.former f
                         WHERE f.insured_no = p.insured_no AND f.levy_year = y AND f.known_on < :day::date))
            """;

    private static final String BY_PERIOD =
            """
            INSERT INTO assessment.due (insured_no, levy_year, reason, known_on)
            SELECT p.insured_no, y,
                   CASE p.change
                        WHEN '07' THEN '15'
                        WHEN '01' THEN CASE p.acquired_by WHEN '01' THEN '02' WHEN '02' THEN '03'
                                            WHEN '03' THEN '10' WHEN '04' THEN '08'
                                            WHEN '09' THEN '11' ELSE '14' END
                        WHEN '02' THEN CASE p.lost_by WHEN '01' THEN '05' WHEN '02' THEN '04'
                                            WHEN '03' THEN '08' WHEN '04' THEN '10'
                                            WHEN '09' THEN '11' ELSE '14' END
                        WHEN '03' THEN CASE WHEN p.lost_by = '09' OR p.acquired_by = '09' THEN '11'
                                            WHEN p.dependant_from IS NOT NULL THEN '13' ELSE '14' END
                        ELSE '14' END, :day
              FROM eligibility.period_history p,
                   generate_series(greatest(eligibility.fiscal_year(lower(p.valid)), :year - 2), :year) y
             WHERE p.seq > :seq AND p.change IN ('01', '02', '03', '07', '08')
               AND upper(p.valid) > make_date(y, 4, 1)
               AND NOT (p.history_no = 1 AND y < :year
                        AND EXISTS (SELECT FROM eligibility.insured i
                                     WHERE i.insured_no = p.insured_no AND i.migrated))
               AND %s
            """
                    .formatted(DECIDED);
    private static final String BY_INCOME =
            """
            INSERT INTO assessment.due (insured_no, levy_year, reason, known_on)
            SELECT DISTINCT p.insured_no, y, '06', :day::date
              FROM (SELECT person_id, levy_year AS y FROM register.change
                     WHERE change_id > :change AND subject = 'TAX' AND levy_year > :year - 3) c
              JOIN register.membership m ON m.person_id = c.person_id
              JOIN register.membership o ON o.household_id = m.household_id
              JOIN eligibility.period p ON p.person_id = o.person_id
             WHERE %s
            """
                    .formatted(DECIDED);

    /** A change of household matters when it holds on the levy day (April 1 or the acquisition). */
    private static final String BY_HOUSEHOLD =
            """
            INSERT INTO assessment.due (insured_no, levy_year, reason, known_on)
            SELECT DISTINCT p.insured_no, y, '07', :day::date
              FROM register.change c
              JOIN register.membership o ON o.household_id = c.household_id
              JOIN eligibility.period p ON p.person_id = o.person_id,
                   generate_series(greatest(eligibility.fiscal_year(c.from_on), :year - 2), :year) y
             WHERE c.change_id > :change AND c.subject = 'HOUSEHOLD'
               AND greatest(p.insured_from, make_date(y, 4, 1)) >= c.from_on
               AND %s
            """
                    .formatted(DECIDED);

    private static final String BY_APPLICATION =
            """
            INSERT INTO assessment.due (insured_no, levy_year, reason, known_on)
            SELECT DISTINCT p.insured_no, a.levy_year, '09', :day::date
              FROM eligibility.application a
              JOIN eligibility.period p USING (person_id)
             WHERE a.application_id > :application AND a.kind = '11' AND a.levy_year IS NOT NULL
            """;

    /** Notes who is due since the last time. */
    public void note(StepContext step) {
        Mark mark = mark(step);
        int year = LevyYear.containing(step.businessDate()).year();
        long due = 0;
        for (String sql : new String[] {BY_PERIOD, BY_INCOME, BY_HOUSEHOLD, BY_APPLICATION}) {
            due +=
                    step.db()
                            .sql(sql)
                            .param("day", step.businessDate())
                            .param("year", year)
                            .param("seq", mark.periodSeq())
                            .param("change", mark.changeId())
                            .param("application", mark.applicationId())
                            .update();
        }
        if (due > 0) {
            step.count("賦課し直す人", due);
        }
        remember(step);
    }

    private record Mark(long changeId, long periodSeq, long applicationId) {}

    private static Mark mark(StepContext step) {
        return step.db()
                .sql("SELECT change_id, period_seq, application_id FROM assessment.mark")
                .query((row, n) -> new Mark(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional()
                .orElse(new Mark(0, 0, 0));
    }

    private static void remember(StepContext step) {
        step.db()
                .sql(
                        """
                        INSERT INTO assessment.mark (change_id, period_seq, application_id)
                        SELECT (SELECT coalesce(max(change_id), 0) FROM register.change),
                               (SELECT coalesce(max(seq), 0) FROM eligibility.period_history),
                               (SELECT coalesce(max(application_id), 0) FROM eligibility.application)
                        ON CONFLICT (only_row) DO UPDATE
                           SET change_id = excluded.change_id, period_seq = excluded.period_seq,
                               application_id = excluded.application_id
                        """)
                .update();
    }
}
