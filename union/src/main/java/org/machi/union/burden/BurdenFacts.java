package org.machi.union.burden;

import java.time.LocalDate;
import org.machi.union.register.TaxColumns;

/** The statements that gather whom to judge and by which facts. */
final class BurdenFacts {

    private BurdenFacts() {}

    /** Everybody who is insured today, by home; who has no household is a home alone. */
    static final String INSURED =
            """
            CREATE TEMPORARY TABLE burden_insured ON COMMIT DROP AS
            SELECT p.insured_no::varchar(8) AS insured_no, p.person_id, p.insured_from,
                   p.copay::varchar(2) AS copay, p.copay_from, coalesce(m.household_id, -p.person_id) AS home
              FROM eligibility.period p
              LEFT JOIN register.membership m ON m.person_id = p.person_id AND m.valid_to = 'infinity'
             WHERE p.valid @> '%s'::date
            """;

    /** Who of the homes is insured today; found from the homes, however many people there are. */
    static final String INSURED_THERE =
            """
            CREATE TEMPORARY TABLE burden_insured ON COMMIT DROP AS
            WITH living AS (
                SELECT h.home, m.person_id
                  FROM burden_home h
                  JOIN register.membership m ON m.household_id = h.home AND m.valid_to = 'infinity'
                UNION ALL
                SELECT home, -home FROM burden_home WHERE home < 0)
            SELECT p.insured_no::varchar(8) AS insured_no, p.person_id, p.insured_from,
                   p.copay::varchar(2) AS copay, p.copay_from, l.home
              FROM living l JOIN eligibility.period p USING (person_id)
             WHERE p.valid @> '%s'::date
            """;

    static final String ALL_HOMES =
            """
            CREATE TEMPORARY TABLE burden_home ON COMMIT DROP AS
            SELECT DISTINCT home, NULL::date AS house_from, NULL::date AS applied_from FROM burden_insured
            """;

    /**
     * Homes of people whose income, household or insurance changed since the mark, on which day a
     * household changed (a change of income alone has no day), and from which day an application
     * that was accepted since counts.
     */
    static final String TOUCHED_HOMES =
            """
            CREATE TEMPORARY TABLE burden_home ON COMMIT DROP AS
            WITH touched AS (
                SELECT c.person_id, c.household_id, c.from_on, NULL::date AS applied_from
                  FROM register.change c
                 WHERE c.change_id > :change
                   AND (c.subject = 'HOUSEHOLD' OR c.subject = 'TAX' AND c.levy_year = :year)
                UNION ALL
                SELECT h.person_id, NULL, CASE WHEN h.lost_by IS NULL THEN lower(h.valid) ELSE upper(h.valid) END, NULL
                  FROM eligibility.period_history h
                 WHERE h.seq > :period AND h.change NOT IN ('04', '05')
                UNION ALL
                SELECT a.person_id, NULL, NULL, CASE a.kind WHEN '17' THEN v.effective_on END
                  FROM eligibility.verdict v
                  JOIN eligibility.application a USING (application_id)
                 WHERE v.verdict_id > :verdict AND v.result = '1' AND a.kind IN ('17', '23'))
            SELECT home, max(from_on) AS house_from, max(applied_from) AS applied_from
              FROM (SELECT t.household_id AS home, t.from_on, t.applied_from FROM touched t WHERE t.household_id IS NOT NULL
                    UNION ALL
                    SELECT coalesce(m.household_id, -t.person_id), t.from_on, t.applied_from
                      FROM touched t
                      LEFT JOIN register.membership m ON m.person_id = t.person_id AND m.valid_to = 'infinity'
                     WHERE t.household_id IS NULL) x
             GROUP BY home
            """;

    /** Roles of the rows of {@link #facts}. */
    static final String CHILD = "K";

    static final String MEMBER = "M";

    /** All insured of the homes and those of 70 to 74 beside them, as they live today. */
    static String today(LocalDate day) {
        return """
        CREATE TEMPORARY TABLE burden_member ON COMMIT DROP AS
        SELECT i.home, '%1$s'::date AS on_day, i.insured_no::varchar(8) AS insured_no, i.person_id
          FROM burden_insured i JOIN burden_home USING (home)
        UNION ALL
        SELECT m.household_id, '%1$s'::date, ''::varchar(8), m.person_id
          FROM register.membership m
          JOIN burden_home h ON h.home = m.household_id
          JOIN register.person p USING (person_id)
         WHERE m.valid_to = 'infinity'
           AND p.birth_on > '%1$s'::date - interval '75 years'
           AND p.birth_on <= '%1$s'::date - interval '70 years'
           AND EXISTS (SELECT FROM burden_insured i WHERE i.home = h.home)
           AND NOT EXISTS (SELECT FROM burden_insured i WHERE i.person_id = m.person_id)
        """
                .formatted(day);
    }

    /**
     * The people of {@code burden_member} home by home with the tax facts of the year; the facts of
     * an earlier address in the union count where the present city has none. Before an insured head
     * of December 31 come the members below 19 of that day (one born on January 1 is a year older
     * on the day before). What was accepted of a person for the year counts from its day on: the
     * revenue that was applied with, and the share that the former union certified. The last
     * columns are {@link TaxColumns#forLaw}.
     *
     * @param ahead whether what holds from the next first of a month counts already, because what
     *     is decided holds from then on
     */
    static String facts(int levyYear, boolean ahead) {
        return """
        WITH child AS (
            SELECT hm.person_id AS head_id, m.person_id
              FROM (SELECT DISTINCT person_id FROM burden_member WHERE insured_no <> '') b
              JOIN register.membership hm
                ON hm.person_id = b.person_id AND hm.is_head
               AND hm.valid_from <= make_date(%1$d - 1, 12, 31) AND hm.valid_to > make_date(%1$d - 1, 12, 31)
              JOIN register.membership m
                ON m.household_id = hm.household_id AND m.person_id <> hm.person_id
               AND m.valid_from <= make_date(%1$d - 1, 12, 31) AND m.valid_to > make_date(%1$d - 1, 12, 31)
              JOIN register.person p ON p.person_id = m.person_id
             WHERE p.birth_on > make_date(%1$d - 19, 1, 1)),
        young AS (
            SELECT DISTINCT b.home, b.on_day
              FROM burden_member b
              JOIN register.membership hm
                ON hm.person_id = b.person_id AND hm.is_head AND hm.valid_from <= b.on_day AND hm.valid_to > b.on_day
              JOIN register.membership m
                ON m.household_id = hm.household_id AND m.valid_from <= b.on_day AND m.valid_to > b.on_day
              JOIN register.person p ON p.person_id = m.person_id
             WHERE b.insured_no <> '' AND p.birth_on > make_date(%1$d - 19, 1, 1)
               AND NOT EXISTS (SELECT FROM register.membership d
                                WHERE d.person_id = b.person_id AND d.valid_from <= make_date(%1$d - 1, 12, 31)
                                  AND d.valid_to > make_date(%1$d - 1, 12, 31))),
        resident AS (
            SELECT home, on_day, insured_no, person_id, CASE WHEN insured_no = '' THEN 'M' ELSE 'P' END AS role
              FROM burden_member
            UNION ALL
            SELECT b.home, b.on_day, b.insured_no, k.person_id, 'K'
              FROM child k JOIN burden_member b ON b.person_id = k.head_id AND b.insured_no <> '')
        SELECT r.home, r.insured_no, r.role, r.on_day, p.birth_on, y.home IS NOT NULL,
               t.person_id IS NOT NULL, coalesce(t.share_given, false),
               CASE WHEN t.share_given THEN t.share_income
                    WHEN t.taxable IS NOT NULL THEN t.taxable
                    WHEN t.taxed IN ('0', '2') OR t.undeclared = '1' THEN 0 END,
               %3$s
               %2$s
          FROM resident r
          JOIN register.person p USING (person_id)
          LEFT JOIN young y ON y.home = r.home AND y.on_day = r.on_day
          LEFT JOIN LATERAL (
                SELECT x.* FROM register.person q
                  JOIN register.tax x ON x.person_id = q.person_id AND x.levy_year = %1$d
                 WHERE q.natural_id = p.natural_id
                 ORDER BY q.person_id = p.person_id DESC, x.known_from DESC LIMIT 1) t ON true
         ORDER BY r.home, r.insured_no COLLATE "C", r.role COLLATE "C"
        """
                .formatted(
                        levyYear,
                        TaxColumns.forLaw()
                                .replaceFirst("undeclared", "coalesce(t.undeclared, '3')")
                                .replaceFirst("base_given", "coalesce(t.base_given, false)")
                                .replaceFirst(
                                        "reduction_given", "coalesce(t.reduction_given, false)"),
                        accepted(levyYear, ahead));
    }

    /** The revenue that was applied with and the certified share, as columns of {@link #facts}. */
    private static String accepted(int levyYear, boolean ahead) {
        return """
               (SELECT a.revenue FROM eligibility.v_application a
                 CROSS JOIN LATERAL (SELECT x.* FROM eligibility.verdict x WHERE x.application_id = a.application_id
                                      ORDER BY x.verdict_id DESC LIMIT 1) v
                 WHERE a.person_id = r.person_id AND a.kind = '17' AND v.result = '1'
                   AND v.effective_on >= make_date(%1$d, 8, 1) AND v.effective_on < make_date(%1$d + 1, 8, 1)
                   AND v.effective_on <= %2$s
                 ORDER BY v.effective_on DESC, v.verdict_id DESC LIMIT 1),
               (SELECT a.share FROM eligibility.v_application a
                 CROSS JOIN LATERAL (SELECT x.* FROM eligibility.verdict x WHERE x.application_id = a.application_id
                                      ORDER BY x.verdict_id DESC LIMIT 1) v
                 WHERE a.person_id = r.person_id AND a.kind = '23' AND v.result = '1'
                   AND v.effective_on <= %2$s
                   AND coalesce(a.until_on, make_date(%1$d + 1, 7, 31)) >= r.on_day
                   AND v.effective_on >= make_date(%1$d, 8, 1)
                 ORDER BY v.verdict_id DESC LIMIT 1),
        """
                .formatted(
                        levyYear,
                        ahead
                                ? "(date_trunc('month', r.on_day) + interval '1 month')::date"
                                : "r.on_day");
    }

    /**
     * What differs from the decision before becomes a decision. From when it holds: who has none
     * yet, from the first day of insurance; after a change of the household from the first of the
     * next month (or the day itself if it is a first); what was applied for from its day on; never
     * before 1 August. At the very first start nobody is judged anew who has a share of the former
     * system. What a correction of income changes is decided before, by {@link BurdenPast}.
     */
    static final String DECIDE =
            """
            INSERT INTO burden.decision (insured_no, valid_from, share, reason, levy_year, facts, note, decided_on)
            SELECT f.insured_no, f.valid_from, f.share, f.reason, :year, f.facts, f.note, :day
              FROM (SELECT n.*, i.copay, d.share AS last_share, d.decision_id,
                           CASE WHEN :yearly THEN 'YEARLY' WHEN coalesce(d.share, i.copay) IS NULL THEN 'NEW'
                                WHEN h.house_from IS NOT NULL THEN 'HOUSEHOLD'
                                WHEN h.applied_from IS NOT NULL THEN 'APPLIED' ELSE 'INCOME' END AS reason,
                           greatest(:start, i.insured_from, h.applied_from,
                                    CASE WHEN :yearly OR coalesce(d.share, i.copay) IS NULL THEN :start
                                         WHEN h.house_from IS NOT NULL
                                         THEN (date_trunc('month', h.house_from - 1) + interval '1 month')::date
                                         ELSE (SELECT max(b.valid_from) FROM burden.decision b
                                                WHERE b.insured_no = n.insured_no AND b.reason = 'HOUSEHOLD'
                                                  AND b.levy_year = :year) END) AS valid_from
                      FROM burden_news n
                      JOIN burden_insured i USING (insured_no)
                      JOIN burden_home h ON h.home = i.home
                      LEFT JOIN LATERAL (SELECT b.share, b.decision_id FROM burden.decision b
                                          WHERE b.insured_no = n.insured_no AND b.valid_from >= i.insured_from
                                          ORDER BY b.valid_from DESC, b.decision_id DESC LIMIT 1) d ON true) f
             WHERE :yearly
                OR f.share IS NOT NULL AND f.share IS DISTINCT FROM coalesce(f.last_share, f.copay)
                   AND (NOT :former OR f.copay IS NULL)
             ORDER BY f.insured_no
            """;

    /**
     * Decisions that hold today and that the periods do not show yet; the place is for those of
     * whom something earlier was told.
     */
    static final String IN_FORCE =
            """
            CREATE TEMPORARY TABLE burden_in_force ON COMMIT DROP AS
            SELECT e.insured_no::varchar(8) AS insured_no, e.share::varchar(2) AS share, e.valid_from,
                   (SELECT max(h.history_no) + 1 FROM eligibility.period_history h
                     WHERE h.insured_no = e.insured_no) AS next_no
              FROM (SELECT DISTINCT ON (d.insured_no) d.insured_no, d.share, d.valid_from
                      FROM burden.decision d
                     WHERE d.valid_from <= :day
                     ORDER BY d.insured_no, d.valid_from DESC, d.decision_id DESC) e
              JOIN eligibility.period p USING (insured_no)
             WHERE p.valid @> :day AND e.valid_from >= p.insured_from
               AND ((p.copay, p.copay_from) IS DISTINCT FROM (e.share, e.valid_from) %s)
            """;

    /** Of whom an earlier share was told today hears the present one after it. */
    static final String AGAIN =
            """
            OR EXISTS (SELECT FROM eligibility.period_history h
                        WHERE h.insured_no = e.insured_no AND h.change = '05' AND h.decided_on = :day
                          AND h.history_no > p.history_no)
            """;

    static final String SHOW =
            """
            UPDATE eligibility.period p
               SET copay = f.share, copay_from = f.valid_from, history_no = f.next_no, decided_on = :day
              FROM burden_in_force f
             WHERE p.insured_no = f.insured_no AND p.valid @> :day
            """;

    static final String REMEMBER =
            """
            INSERT INTO eligibility.period_history
                (insured_no, history_no, valid, city_code, person_id, acquired_by, lost_by,
                 insured_from, insured_to, copay, copay_from, exception, dependant_from, change, decided_on)
            SELECT p.insured_no, p.history_no, p.valid, p.city_code, p.person_id, p.acquired_by, p.lost_by,
                   p.insured_from, p.insured_to, p.copay, p.copay_from, p.exception, p.dependant_from, '05', :day
              FROM eligibility.period p JOIN burden_in_force f USING (insured_no)
             WHERE p.valid @> :day
             ORDER BY p.insured_no
            """;
}
