package org.machi.union.reconciliation;

import org.machi.platform.database.WorkTable;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Service;

/**
 * 突合: for everybody of whom something was reported, compares the instalments with the decided share
 * of the city, and receipts and arrears with the instalments. All people at once.
 *
 * <p>A plan is compared with the decision that it names (賦課履歴番号), so a city that has not yet worked
 * through the newest decision is not wrong.
 */
@Service
public class Reconciliation {

    private static final String NOW =
            """
            CREATE TEMPORARY TABLE now_checked ON COMMIT DROP AS
            SELECT DISTINCT city_code::varchar(6) AS city_code, insured_no::varchar(8) AS insured_no, levy_year
              FROM reconciliation.touched
            """;

    /**
     * What was planned for them, with an index: of seven columns together the planner knows
     * nothing.
     */
    private static final String PLANS =
            """
            CREATE TEMPORARY TABLE now_planned ON COMMIT DROP AS
            SELECT p.city_code, p.insured_no, p.levy_year, p.assessment_no, p.decision_year,
                   p.method, p.period, p.amount, p.city_premium, p.assessment_version, p.person_no
              FROM now_checked n
              JOIN reconciliation.v_plan p USING (city_code, insured_no, levy_year)
            """;

    private static final String TABLE =
            """
            CREATE TEMPORARY TABLE found (
                city_code text STORAGE PLAIN, insured_no text STORAGE PLAIN, levy_year smallint,
                subject text STORAGE PLAIN, item text STORAGE PLAIN, method text STORAGE PLAIN, period smallint,
                assessment_no text STORAGE PLAIN, person_no bigint, union_value text STORAGE PLAIN,
                city_value text STORAGE PLAIN, difference bigint) ON COMMIT DROP
            """;
    private static final String FOUND =
            """
            INSERT INTO found
            WITH total AS (
                SELECT city_code, insured_no, levy_year, min(assessment_no) AS assessment_no,
                       sum(amount)::bigint AS amount, max(assessment_version) AS version,
                       max(person_no) AS person_no
                  FROM now_planned GROUP BY city_code, insured_no, levy_year
                HAVING max(assessment_version) IS NOT NULL),
            decided AS (
                SELECT t.*, s.share
                  FROM total t,
                       LATERAL (SELECT sum(s.medical + s.child) AS share FROM assessment.v_share s
                                 WHERE s.insured_no = t.insured_no AND s.levy_year = t.levy_year
                                   AND s.version = t.version AND s.city_code = t.city_code) s
                 WHERE EXISTS (SELECT FROM assessment.v_result r
                                WHERE r.insured_no = t.insured_no AND r.levy_year = t.levy_year)),
            paid AS (
                SELECT DISTINCT ON (r.city_code, r.insured_no, r.levy_year, r.assessment_no,
                                    r.decision_year, r.method, r.period) r.*
                  FROM now_checked n
                  JOIN reconciliation.receipt r USING (city_code, insured_no, levy_year)
                 ORDER BY r.city_code, r.insured_no, r.levy_year, r.assessment_no, r.decision_year,
                          r.method, r.period, r.seq DESC)
            SELECT city_code, insured_no, levy_year, '2' AS subject, '期割額の合計' AS item, '' AS method,
                   0::smallint AS period, assessment_no, person_no, coalesce(share, 0)::text AS union_value,
                   amount::text AS city_value, amount - coalesce(share, 0) AS difference
              FROM decided WHERE amount <> coalesce(share, 0)
            UNION ALL
            SELECT city_code, insured_no, levy_year, '3', '収納済額', method, period, assessment_no,
                   person_no, charged_after::text, received_after::text,
                   received_after - overpaid_after - refunded_after - offset_after - charged_after
              FROM paid
             WHERE received_after - overpaid_after - refunded_after - offset_after > charged_after
                OR unpaid_after > charged_after
            UNION ALL
            SELECT a.city_code, a.insured_no, a.levy_year, '4', '収納未済額', a.method, a.period,
                   a.assessment_no, a.person_no, coalesce(p.amount, a.charged)::text, a.unpaid::text,
                   a.unpaid - coalesce(p.amount, a.charged)
              FROM now_checked n
              JOIN reconciliation.arrears a USING (city_code, insured_no, levy_year)
              LEFT JOIN now_planned p
                     ON p.city_code = a.city_code AND p.insured_no = a.insured_no
                    AND p.levy_year = a.levy_year AND p.assessment_no = a.assessment_no
                    AND p.decision_year = a.decision_year AND p.method = a.method
                    AND p.period = a.period
             WHERE a.unpaid > coalesce(p.amount, a.charged)
            """;
    private static final String SINCE =
            """
            CREATE TEMPORARY TABLE known_since ON COMMIT DROP AS
            SELECT d.city_code::varchar(6) AS city_code, d.insured_no::varchar(8) AS insured_no, d.levy_year,
                   d.subject::varchar(2) AS subject, d.item::varchar(40) AS item, d.method::varchar(2) AS method,
                   d.period, d.since
              FROM reconciliation.difference d JOIN now_checked n USING (city_code, insured_no, levy_year)
            """;
    private static final String FORGET =
            """
            DELETE FROM reconciliation.difference d USING now_checked n
             WHERE d.city_code = n.city_code AND d.insured_no = n.insured_no
               AND d.levy_year = n.levy_year
            """;
    private static final String WRITE =
            """
            INSERT INTO reconciliation.difference
                (city_code, insured_no, levy_year, subject, item, method, period, assessment_no,
                 person_no, union_value, city_value, difference, since, checked_on)
            SELECT f.city_code, f.insured_no, f.levy_year, f.subject, f.item, f.method, f.period,
                   min(f.assessment_no), min(f.person_no), min(f.union_value), min(f.city_value),
                   sum(f.difference), coalesce(min(k.since), :day), :day
              FROM found f
              LEFT JOIN known_since k USING (city_code, insured_no, levy_year, subject, item, method, period)
             GROUP BY f.city_code, f.insured_no, f.levy_year, f.subject, f.item, f.method, f.period
            """;
    private static final String CHECKED =
            """
            INSERT INTO reconciliation.checked (city_code, checked_on, people)
            SELECT city_code, :day, count(DISTINCT insured_no) FROM now_checked GROUP BY city_code
            ON CONFLICT (city_code, checked_on) DO UPDATE SET people = excluded.people
            """;

    /** Compares whatever was reported since the last time. */
    public void compare(StepContext step) {
        boolean any =
                step.db()
                        .sql("SELECT EXISTS (SELECT FROM reconciliation.touched)")
                        .query(Boolean.class)
                        .single();
        if (!any) {
            return;
        }
        int people = step.db().sql(NOW).update();
        WorkTable.ready(step.db(), "now_checked", "insured_no, levy_year", people);
        int planned = step.db().sql(PLANS).update();
        WorkTable.ready(
                step.db(), "now_planned", "insured_no, assessment_no, method, period", planned);
        step.db().sql(TABLE).update();
        step.db().sql(FOUND).update();
        step.db().sql(SINCE).update();
        step.db().sql(FORGET).update();
        step.count("相違", step.db().sql(WRITE).param("day", step.businessDate()).update());
        step.db().sql(CHECKED).param("day", step.businessDate()).update();
        step.db().sql("DELETE FROM reconciliation.touched").update();
    }
}
