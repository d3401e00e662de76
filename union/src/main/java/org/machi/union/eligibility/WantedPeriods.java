package org.machi.union.eligibility;

import java.util.List;

/**
 * The statements that derive, for the people in {@code judged}, the periods of insurance that
 * follow from all facts known now. They state the law's conditions as ranges of days:
 *
 * <pre>
 * insured = residence (or 住所地特例) in the union
 *           × (75 or over, or 65 or over with a recognised disability)
 *           − public assistance − 適用除外, up to the day after death
 * </pre>
 */
final class WantedPeriods {

    private WantedPeriods() {}

    /**
     * Where the statements below work. Values that fit their page by nature say so (STORAGE PLAIN):
     * each table would otherwise have another one and its index beside it, made every day for
     * nothing.
     */
    static final List<String> TABLES =
            List.of(
                    """
                    CREATE TEMPORARY TABLE managed (
                        natural_id integer, person_id integer, days daterange STORAGE PLAIN,
                        entered_by text STORAGE PLAIN, left_by text STORAGE PLAIN) ON COMMIT DROP
                    """,
                    """
                    CREATE TEMPORARY TABLE condition (
                        natural_id integer, condition text STORAGE PLAIN, valid_from date, valid_to date)
                        ON COMMIT DROP
                    """,
                    """
                    CREATE TEMPORARY TABLE wanted (
                        natural_id integer, person_id integer, days daterange STORAGE PLAIN,
                        spell daterange STORAGE PLAIN, acquired_by text STORAGE PLAIN,
                        lost_by text STORAGE PLAIN, first_by text STORAGE PLAIN) ON COMMIT DROP
                    """);

    /**
     * When each city manages each person: stays without overlap, in order. A person on the way to
     * another city of the union stays with the old one for up to 14 days (転入届の期間), and a gap of up
     * to 14 days between two cities of the union is no gap.
     */
    static final String MANAGED =
            """
            INSERT INTO managed
            WITH stay AS (
                SELECT p.natural_id, p.person_id, 1 AS source, s.valid_from, s.entered_by, s.left_by,
                       CASE WHEN s.valid_to <= :day AND :day < s.valid_to + 14
                                 AND s.to_code IN (SELECT city_code FROM register.city)
                                 AND NOT EXISTS (SELECT FROM register.stay l
                                                   JOIN register.person q USING (person_id)
                                                  WHERE q.natural_id = p.natural_id
                                                    AND l.valid_from >= s.valid_to - 3
                                                    AND l.person_id <> p.person_id)
                            THEN 'infinity' ELSE s.valid_to END AS valid_to
                  FROM judged j
                  JOIN register.person p USING (natural_id)
                  JOIN register.stay s USING (person_id)
                UNION ALL
                SELECT p.natural_id, p.person_id, 2, c.valid_from, '05', '06', c.valid_to
                  FROM judged j
                  JOIN register.person p USING (natural_id)
                  JOIN eligibility.v_condition c ON c.person_id = p.person_id
                 WHERE c.condition = 'EXCEPTION'),
            island AS (
                SELECT natural_id, person_id, lower(r) AS first_day, upper(r) AS end_day
                  FROM (SELECT natural_id, person_id,
                               unnest(range_agg(daterange(valid_from, valid_to))) AS r
                          FROM stay GROUP BY natural_id, person_id) x),
            ordered AS (
                SELECT i.*, lead(first_day) OVER w AS next_first, lead(person_id) OVER w AS next_person
                  FROM island i
                WINDOW w AS (PARTITION BY natural_id ORDER BY first_day, end_day)),
            fitted AS (
                SELECT natural_id, person_id, first_day,
                       CASE WHEN next_first <= end_day THEN next_first
                            WHEN next_person <> person_id AND next_first <= end_day + 14 THEN next_first
                            ELSE end_day END AS end_day
                  FROM ordered),
            beginning AS (
                SELECT DISTINCT ON (person_id, valid_from) person_id, valid_from AS first_day, entered_by
                  FROM stay ORDER BY person_id, valid_from, source),
            ending AS (
                SELECT DISTINCT ON (person_id) person_id, left_by
                  FROM stay WHERE left_by IS NOT NULL ORDER BY person_id, valid_to DESC, source)
            SELECT f.natural_id, f.person_id, daterange(f.first_day, f.end_day) AS days,
                   b.entered_by, e.left_by
              FROM fitted f
              LEFT JOIN beginning b USING (person_id, first_day)
              LEFT JOIN ending e USING (person_id)
             WHERE f.first_day < f.end_day
            """;

    /** Conditions of a person as ranges; 障害認定 ends on the day after its last day (法53条). */
    static final String CONDITIONS =
            """
            INSERT INTO condition
            SELECT p.natural_id, c.condition,
                   CASE c.condition WHEN 'DISABILITY'
                                    THEN greatest(c.valid_from, eligibility.birthday(p.birth_on, 65))
                                    WHEN 'EXCLUDED' THEN c.valid_from + 1
                                    ELSE c.valid_from END AS valid_from,
                   CASE WHEN c.condition = 'DISABILITY' AND c.valid_to < 'infinity'
                        THEN c.valid_to + 1 ELSE c.valid_to END AS valid_to
              FROM judged j
              JOIN register.person p USING (natural_id)
              JOIN eligibility.v_condition c ON c.person_id = p.person_id
             WHERE c.condition <> 'EXCEPTION'
            """;

    /**
     * Spells of insurance in the union, then cut by city; the reasons are read off their
     * boundaries. Nobody was insured before the system began (平成18年法律83号附則1条: 2008-04-01).
     */
    static final String WANTED =
            """
            INSERT INTO wanted
            WITH human AS (
                SELECT natural_id, min(birth_on) AS birth, max(died_on) AS died,
                       greatest(eligibility.birthday(min(birth_on), 75), date '2008-04-01') AS of_age
                  FROM judged j JOIN register.person p USING (natural_id)
                 WHERE birth_on IS NOT NULL GROUP BY natural_id),
            residence AS (
                SELECT natural_id, range_agg(days) AS days FROM managed GROUP BY natural_id),
            entitled AS (
                SELECT h.natural_id,
                       datemultirange(daterange(h.of_age, 'infinity'))
                       + coalesce((SELECT range_agg(daterange(c.valid_from, greatest(c.valid_from, c.valid_to)))
                                     FROM condition c
                                    WHERE c.natural_id = h.natural_id
                                      AND c.condition = 'DISABILITY'), '{}') AS days
                  FROM human h),
            excluded AS (
                SELECT natural_id, range_agg(daterange(valid_from, greatest(valid_from, valid_to))) AS days
                  FROM condition WHERE condition IN ('WELFARE', 'EXCLUDED') GROUP BY natural_id),
            spell AS (
                SELECT h.*, unnest(r.days * e.days - coalesce(x.days, '{}')) AS spell
                  FROM human h
                  JOIN residence r USING (natural_id)
                  JOIN entitled e USING (natural_id)
                  LEFT JOIN excluded x USING (natural_id)),
            segment AS (
                SELECT s.natural_id, s.of_age, s.died, s.spell, m.person_id, s.spell * m.days AS days,
                       m.entered_by, m.left_by
                  FROM spell s JOIN managed m USING (natural_id)
                 WHERE s.spell && m.days AND lower(s.spell) <= :day)
            SELECT g.natural_id, g.person_id, g.days, g.spell,
                   CASE WHEN lower(g.days) > lower(g.spell) THEN '09' ELSE b.first_by END AS acquired_by,
                   CASE WHEN upper(g.days) = 'infinity' THEN NULL
                        WHEN upper(g.days) < upper(g.spell) THEN '09'
                        WHEN upper(g.days) = g.died + 1 THEN '01'
                        WHEN EXISTS (SELECT FROM condition c WHERE c.natural_id = g.natural_id
                                      AND c.condition = 'WELFARE' AND c.valid_from = upper(g.days)) THEN '03'
                        WHEN EXISTS (SELECT FROM condition c WHERE c.natural_id = g.natural_id
                                      AND c.condition = 'EXCLUDED' AND c.valid_from = upper(g.days)) THEN '05'
                        WHEN EXISTS (SELECT FROM condition c WHERE c.natural_id = g.natural_id
                                      AND c.condition = 'DISABILITY' AND c.valid_to = upper(g.days)) THEN '04'
                        ELSE coalesce(g.left_by, '99') END AS lost_by,
                   b.first_by
              FROM segment g,
                   LATERAL (SELECT CASE
                        WHEN lower(g.spell) = g.of_age THEN '01'
                        WHEN EXISTS (SELECT FROM condition c WHERE c.natural_id = g.natural_id
                                      AND c.condition = 'WELFARE' AND c.valid_to = lower(g.spell)) THEN '04'
                        WHEN EXISTS (SELECT FROM condition c WHERE c.natural_id = g.natural_id
                                      AND c.condition = 'EXCLUDED' AND c.valid_to = lower(g.spell)) THEN '06'
                        WHEN EXISTS (SELECT FROM condition c WHERE c.natural_id = g.natural_id
                                      AND c.condition = 'DISABILITY' AND c.valid_from = lower(g.spell)) THEN '03'
                        ELSE coalesce(g.entered_by, '99') END AS first_by) b
            """;

    /**
     * What the former system decided about the beginning stays as it was, also for the later cities
     * of the same spell.
     */
    static final String AS_DECIDED_BEFORE =
            """
            UPDATE wanted w
               SET days = CASE WHEN w.days = b.days THEN daterange(b.acquired_on, upper(w.days)) ELSE w.days END,
                   spell = daterange(b.acquired_on, upper(w.spell)),
                   acquired_by = CASE WHEN w.days = b.days THEN b.acquired_by ELSE w.acquired_by END,
                   first_by = b.acquired_by
              FROM (SELECT w.natural_id, w.days, w.spell, f.acquired_on, f.acquired_by
                      FROM wanted w JOIN eligibility.former f USING (person_id)
                     WHERE f.lost_on IS NULL
                       AND lower(w.days) <= f.known_on AND f.acquired_on < upper(w.days)
                       AND lower(w.days) <> f.acquired_on
                       AND NOT EXISTS (SELECT FROM wanted e
                                        WHERE e.natural_id = w.natural_id AND upper(e.days) <= lower(w.days)
                                          AND upper(e.days) > f.acquired_on)
                       AND NOT EXISTS (SELECT FROM wanted l
                                        WHERE l.natural_id = w.natural_id AND lower(l.days) > lower(w.days)
                                          AND lower(l.days) <= f.known_on)) b
             WHERE w.natural_id = b.natural_id AND w.spell = b.spell AND lower(w.days) >= lower(b.days)
            """;
}
