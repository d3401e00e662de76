package org.machi.union.burden;

/**
 * A correction of income counts from 1 August on, month by month with the home as it was then: the
 * share of the months before a change of the household follows from the people of those months.
 */
final class BurdenPast {

    private BurdenPast() {}

    static final String TOUCHED =
            """
            CREATE TEMPORARY TABLE burden_corrected ON COMMIT DROP AS
            SELECT DISTINCT q.person_id
              FROM register.change c
              JOIN register.person p USING (person_id)
              JOIN register.person q ON q.natural_id = p.natural_id
             WHERE c.change_id > :change AND c.subject = 'TAX' AND c.levy_year = :year
            """;

    /**
     * Each insured person who lived with a touched one since 1 August, on each first of a month
     * until the next one, and on the first day of insurance.
     */
    static final String MONTHS =
            """
            CREATE TEMPORARY TABLE burden_month ON COMMIT DROP AS
            WITH span AS (
                SELECT :start::date AS first_day,
                       least((date_trunc('month', :day::date) + interval '1 month')::date,
                             (:start::date + interval '11 months')::date) AS last_day),
            together AS (
                SELECT person_id FROM burden_corrected
                UNION
                SELECT o.person_id
                  FROM span, burden_corrected c
                  JOIN register.membership m USING (person_id)
                  JOIN register.membership o ON o.household_id = m.household_id
                 WHERE m.valid_from <= span.last_day AND m.valid_to > span.first_day
                   AND o.valid_from <= span.last_day AND o.valid_to > span.first_day)
            SELECT p.insured_no::varchar(8) AS insured_no, p.person_id, p.copay::varchar(2) AS copay, g.on_day,
                   coalesce(m.household_id, -p.person_id) AS household
              FROM span, together t
              JOIN eligibility.period p USING (person_id)
              JOIN LATERAL (
                    SELECT generate_series(span.first_day, span.last_day, interval '1 month')::date AS on_day
                    UNION
                    SELECT greatest(span.first_day, p.insured_from)) g ON p.valid @> g.on_day
              LEFT JOIN register.membership m
                ON m.person_id = p.person_id AND m.valid_from <= g.on_day AND m.valid_to > g.on_day
             WHERE EXISTS (SELECT FROM eligibility.period n
                            WHERE n.insured_no = p.insured_no AND n.valid @> :day::date
                              AND n.insured_from = p.insured_from)
               AND g.on_day >= p.insured_from
            """;

    /** The homes of those days with all insured and those of 70 to 74, a number for each. */
    static final String MEMBERS =
            """
            CREATE TEMPORARY TABLE burden_member ON COMMIT DROP AS
            WITH homes AS (
                SELECT household, on_day, row_number() OVER ()::integer AS home
                  FROM (SELECT DISTINCT household, on_day FROM burden_month) x)
            SELECT h.home, h.on_day, coalesce(p.insured_no, '')::varchar(8) AS insured_no, coalesce(m.person_id, -h.household) AS person_id
              FROM homes h
              LEFT JOIN register.membership m
                ON m.household_id = h.household AND m.valid_from <= h.on_day AND m.valid_to > h.on_day
              JOIN register.person q ON q.person_id = coalesce(m.person_id, -h.household)
              LEFT JOIN eligibility.period p ON p.person_id = q.person_id AND p.valid @> h.on_day
             WHERE p.insured_no IS NOT NULL
                OR q.birth_on > h.on_day - interval '75 years' AND q.birth_on <= h.on_day - interval '70 years'
            """;

    /**
     * Day by day: where the share is another one than the decisions before lead to, there is a new
     * decision, and where what a clerk had to see to is done. Where a month is not known, nothing
     * of that person is decided.
     */
    static final String DECIDE =
            """
            INSERT INTO burden.decision (insured_no, valid_from, share, reason, levy_year, facts, note, decided_on)
            SELECT f.insured_no, f.on_day, f.share,
                   CASE WHEN f.before IS NULL AND f.decision_id IS NULL THEN 'NEW'
                        WHEN f.first OR f.decision_id IS NOT NULL THEN 'INCOME' ELSE 'HOUSEHOLD' END,
                   :year, f.facts, f.note, :day
              FROM (SELECT n.*, d.decision_id, d.valid_from AS decided_from, d.note AS decided_note,
                           n.last_share IS NULL AS first,
                           CASE WHEN n.last_share IS NULL
                                THEN coalesce(d.share, CASE WHEN d.decision_id IS NULL THEN n.copay END)
                                WHEN d.decision_id IS NOT NULL THEN d.share
                                ELSE n.last_share END AS before
                      FROM (SELECT b.insured_no, b.on_day, b.copay, w.share, w.facts, w.note,
                                   lag(w.share) OVER (PARTITION BY b.insured_no ORDER BY b.on_day) AS last_share,
                                   lag(b.on_day) OVER (PARTITION BY b.insured_no ORDER BY b.on_day) AS last_day,
                                   bool_or(w.share IS NULL) OVER (PARTITION BY b.insured_no) AS unknown
                              FROM burden_month b
                              JOIN burden_news w ON w.insured_no = b.insured_no AND w.on_day = b.on_day) n
                      LEFT JOIN LATERAL (
                            SELECT x.share, x.decision_id, x.valid_from, x.note FROM burden.decision x
                             WHERE x.insured_no = n.insured_no AND x.valid_from <= n.on_day
                               AND (n.last_day IS NULL OR x.valid_from > n.last_day)
                               AND x.valid_from >= :start
                             ORDER BY x.valid_from DESC, x.decision_id DESC LIMIT 1) d ON true
                     WHERE NOT n.unknown) f
             WHERE f.share IS DISTINCT FROM f.before
                OR f.decided_from = f.on_day AND f.decided_note IS NOT NULL AND f.note IS DISTINCT FROM f.decided_note
             ORDER BY f.insured_no, f.on_day
            """;

    /** What was decided for days before the decision that holds today goes to the city as well. */
    static final String TELL =
            """
            INSERT INTO eligibility.period_history
                (insured_no, history_no, valid, city_code, person_id, acquired_by, lost_by,
                 insured_from, insured_to, copay, copay_from, exception, dependant_from, change, decided_on)
            SELECT p.insured_no,
                   (SELECT max(h.history_no) FROM eligibility.period_history h WHERE h.insured_no = p.insured_no)
                   + row_number() OVER (PARTITION BY p.insured_no ORDER BY d.valid_from),
                   p.valid, p.city_code, p.person_id, p.acquired_by, p.lost_by,
                   p.insured_from, p.insured_to, d.share, d.valid_from, p.exception, p.dependant_from, '05', :day
              FROM burden.decision d
              JOIN eligibility.period p ON p.insured_no = d.insured_no AND p.valid @> :day AND p.valid @> d.valid_from
             WHERE d.decision_id > :last
               AND EXISTS (SELECT FROM burden.decision later
                            WHERE later.insured_no = d.insured_no AND later.valid_from > d.valid_from
                              AND later.valid_from <= :day)
             ORDER BY p.insured_no, d.valid_from
            """;
}
