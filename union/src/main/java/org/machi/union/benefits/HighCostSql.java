package org.machi.union.benefits;

/** The statements that gather the homes of one month of care. */
final class HighCostSql {

    private HighCostSql() {}

    /** Who is due for a month of care. */
    static final String DUE_MONTH = "SELECT insured_no FROM benefits.due WHERE care_month = :month";

    /** Who is due for the year that begins with {@code :month}. */
    static final String DUE_YEAR =
            "SELECT insured_no FROM benefits.year_due WHERE year_from = :month";

    /**
     * The homes of who is due, as they were on the last day of insurance from {@code :month} to
     * {@code :next}.
     */
    static final String HOMES =
            """
            CREATE TEMPORARY TABLE benefit_home ON COMMIT DROP AS
            SELECT DISTINCT coalesce(m.household_id, -e.person_id) AS home
              FROM (%1$s) d
              JOIN (SELECT DISTINCT ON (e.insured_no) e.insured_no, e.person_id, least(upper(e.valid), :next) - 1 AS on_day
                      FROM eligibility.period e
                     WHERE e.valid && daterange(:month, :next) AND e.insured_no IN (%1$s)
                     ORDER BY e.insured_no, e.valid DESC) e USING (insured_no)
              LEFT JOIN register.membership m ON m.person_id = e.person_id AND m.valid_from <= e.on_day AND m.valid_to > e.on_day
            """;

    /** Everybody of these homes who was insured from {@code :month} to {@code :next}. */
    static final String MEMBERS =
            """
            CREATE TEMPORARY TABLE benefit_member ON COMMIT DROP AS
            SELECT DISTINCT ON (e.insured_no) h.home, e.insured_no::varchar(8) AS insured_no, e.person_id,
                   e.valid, e.copay, e.city_code, p.birth_on
              FROM benefit_home h
              CROSS JOIN LATERAL (
                    SELECT m.person_id, m.valid_from, m.valid_to FROM register.membership m
                     WHERE m.household_id = h.home AND m.valid_from < :next AND m.valid_to > :month
                    UNION ALL SELECT -h.home, '-infinity'::date, 'infinity'::date WHERE h.home < 0) m
              JOIN eligibility.period e ON e.person_id = m.person_id AND e.valid && daterange(:month, :next)
              JOIN register.person p ON p.person_id = e.person_id
             WHERE least(upper(e.valid), :next) - 1 >= m.valid_from AND least(upper(e.valid), :next) - 1 < m.valid_to
             ORDER BY e.insured_no, e.valid DESC
            """;

    /**
     * Homes in which a ceiling can have been passed, or was before the receipts were corrected. No
     * ceiling is below {@code :least} yen.
     */
    static final String OPEN =
            """
            CREATE TEMPORARY TABLE benefit_open ON COMMIT DROP AS
            SELECT m.home FROM benefit_member m
              JOIN benefits.v_receipt r ON r.insured_no = m.insured_no AND r.care_month = :month
             GROUP BY m.home HAVING sum(r.paid) > :least OR sum(r.in_kind) > 0
            UNION
            SELECT m.home FROM benefit_member m
              JOIN benefits.assessed a ON a.insured_no = m.insured_no AND a.care_month = :month
            """;

    /**
     * What decides 所得区分 of a home o.home on the last day before {@code :next}, from the tax of
     * {@code :year}.
     */
    static final String FACTS =
            """
              LEFT JOIN LATERAL (
                    SELECT max(t.taxable) AS taxable, bool_or(coalesce(t.taxed, '1') <> '0') AS taxed, max(coalesce(t.low_income, 0)) AS low
                      FROM (SELECT h.person_id FROM register.membership h
                             WHERE h.household_id = o.home AND h.valid_from < :next AND h.valid_to >= :next
                            UNION SELECT x.person_id FROM benefit_member x WHERE x.home = o.home) h
                      LEFT JOIN register.tax t ON t.person_id = h.person_id AND t.levy_year = :year) t ON true
            """;

    /**
     * The care of the open homes, home by home and person by person; who has no valid receipt left
     * comes with no care. 所得区分: the share of the month, the highest taxable income of the home,
     * whether anybody there is taxed, and 低Ⅰ低Ⅱ判定所得.
     */
    static final String CARE =
"""
            SELECT m.home, m.insured_no,
                   m.birth_on IS NOT NULL AND extract(day FROM m.birth_on) <> 1
                       AND lower(m.valid) = eligibility.birthday(m.birth_on, 75)
                       AND lower(m.valid) >= :month AS birthday,
                   coalesce(b.share, m.copay, '1') AS share, coalesce(t.taxable, 0) AS taxable,
                   coalesce(t.taxed, true) AS taxed, coalesce(t.low, 0) AS low, e.earlier,
                   r.kind IN ('11', '21') AS inpatient, coalesce(sum(r.points), 0) * 10 AS cost, coalesce(sum(r.paid), 0) AS paid,
                   coalesce(r.disease, false) AS disease, coalesce(sum(r.in_kind), 0) AS in_kind
              FROM benefit_open o
              JOIN benefit_member m USING (home)
              LEFT JOIN benefits.v_receipt r ON r.insured_no = m.insured_no AND r.care_month = :month
              LEFT JOIN LATERAL (SELECT d.share FROM burden.decision d
                                  WHERE d.insured_no = m.insured_no AND d.valid_from < :next
                                  ORDER BY d.valid_from DESC, d.decision_id DESC LIMIT 1) b ON true
%s              CROSS JOIN LATERAL (
                    SELECT coalesce(max(n), 0) AS earlier
                      FROM (SELECT count(*) AS n FROM benefit_member x
                              JOIN benefits.v_assessed a ON a.insured_no = x.insured_no AND a.counts
                               AND a.care_month >= :month - interval '11 months' AND a.care_month < :month
                             WHERE x.home = o.home GROUP BY x.insured_no) y) e
             GROUP BY m.home, m.insured_no, birthday, b.share, m.copay, t.taxable, t.taxed, t.low, e.earlier,
                      r.institution, inpatient, disease
             ORDER BY m.home, m.insured_no
"""
                    .formatted(FACTS);

    /** New versions where the result differs from the one that holds. */
    static final String KEEP =
            """
            INSERT INTO benefits.assessed
                (insured_no, care_month, version, home, level, earlier, disease, outpatient, birthday, household, counts, outpatient_left, decided_on)
            SELECT r.insured_no, :month, coalesce(a.version, 0) + 1, r.home, r.level, r.earlier, r.disease, r.outpatient,
                   r.birthday, r.household, r.counts, r.outpatient_left, :day
              FROM benefit_result r
              LEFT JOIN benefits.v_assessed a ON a.insured_no = r.insured_no AND a.care_month = :month
             WHERE CASE WHEN a.version IS NULL THEN r.disease + r.outpatient + r.birthday + r.household > 0 OR r.counts
                        ELSE (r.level, r.earlier::smallint, r.disease, r.outpatient, r.birthday, r.household, r.counts, r.outpatient_left)
                             IS DISTINCT FROM (a.level, a.earlier, a.disease, a.outpatient, a.birthday, a.household, a.counts, a.outpatient_left) END
            """;

    /** A month that counts now, or no longer, changes 多数回該当 of the eleven after it. */
    static final String FOLLOWING =
            """
            INSERT INTO benefits.due (insured_no, care_month)
            SELECT DISTINCT a.insured_no, l.care_month
              FROM benefits.assessed a
              LEFT JOIN benefits.assessed b ON b.insured_no = a.insured_no AND b.care_month = a.care_month AND b.version = a.version - 1
              JOIN benefits.assessed l ON l.insured_no = a.insured_no AND l.care_month > a.care_month
                                      AND l.care_month < a.care_month + interval '12 months'
             WHERE a.care_month = :month AND a.insured_no IN (SELECT insured_no FROM benefit_result)
               AND a.version = (SELECT max(n.version) FROM benefits.assessed n WHERE n.insured_no = a.insured_no AND n.care_month = :month)
               AND a.counts IS DISTINCT FROM coalesce(b.counts, false)
            ON CONFLICT DO NOTHING
            """;
}
