package org.machi.union.eligibility;

import org.machi.platform.database.WorkTable;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * Writes what differs between the wanted periods and those decided so far, with new history
 * numbers.
 */
@Component
class PeriodChanges {

    private static final String KEEP_FORMER_NUMBERS =
            """
            INSERT INTO eligibility.insured (insured_no, natural_id, numbered_on, migrated)
            SELECT DISTINCT ON (natural_id) f.insured_no, p.natural_id, :day, true
              FROM eligibility.former f
              JOIN register.person p USING (person_id)
             WHERE p.natural_id IN (SELECT natural_id FROM wanted)
               AND NOT EXISTS (SELECT FROM eligibility.insured i WHERE i.natural_id = p.natural_id)
             ORDER BY natural_id, f.lost_on NULLS FIRST
            ON CONFLICT DO NOTHING
            """;
    private static final String NUMBER_THE_OTHERS =
            """
            INSERT INTO eligibility.insured (insured_no, natural_id, numbered_on, migrated)
            SELECT eligibility.with_check_digit(top + row_number() OVER (ORDER BY natural_id)::integer),
                   natural_id, :day, false
              FROM (SELECT DISTINCT natural_id FROM wanted w
                     WHERE NOT EXISTS (SELECT FROM eligibility.insured i
                                        WHERE i.natural_id = w.natural_id)) n,
                   (SELECT greatest((SELECT coalesce(max(insured_no), '0') FROM eligibility.insured),
                                    (SELECT coalesce(max(insured_no), '0') FROM eligibility.former)) AS last) l,
                   LATERAL (SELECT CASE WHEN last = '0' THEN 0 ELSE left(last, 7)::integer END AS top) t
            """;

    private static final String TABLE =
            """
            CREATE TEMPORARY TABLE decision (
                insured_no text STORAGE PLAIN, natural_id integer, city_code text STORAGE PLAIN,
                person_id integer, valid daterange STORAGE PLAIN, acquired_by text STORAGE PLAIN,
                lost_by text STORAGE PLAIN, insured_from date, insured_to date,
                first_by text STORAGE PLAIN, copay text STORAGE PLAIN, copay_from date,
                exception boolean, dependant_from date, item_hash text STORAGE PLAIN,
                wanted boolean, old_no integer, change text STORAGE PLAIN) ON COMMIT DROP
            """;

    /** Wanted and decided periods side by side; 異動事由 says what the difference is. */
    private static final String DECISION =
            """
            INSERT INTO decision
            WITH w AS (
                SELECT i.insured_no, i.natural_id, p.city_code, w.person_id, w.days, w.acquired_by,
                       w.lost_by, lower(w.spell) AS insured_from, upper(w.spell) AS insured_to,
                       w.first_by, coalesce(o.copay, f.copay) AS copay,
                       CASE WHEN o.copay IS NOT NULL THEN o.copay_from
                            WHEN f.copay IS NOT NULL THEN greatest(lower(w.days), f.known_on) END AS copay_from,
                       p.address_exception = '1' OR x.person_id IS NOT NULL AS exception,
                       (SELECT min(c.valid_from) FROM condition c
                         WHERE c.natural_id = i.natural_id AND c.condition = 'DEPENDANT') AS dependant_from,
                       md5(concat_ws('|', p.name, p.name_kana, p.alias, p.birth_text, p.sex, p.postal_code,
                                     p.prefecture, p.city, p.town, p.lot, p.building, p.household_no,
                                     p.name_use,
                                     (SELECT k.household_id FROM register.koki_home k
                                       WHERE k.person_id = p.person_id AND k.valid_to = 'infinity'),
                                     (SELECT max(c.condition) FROM condition c
                                       WHERE c.natural_id = i.natural_id AND c.condition = 'UNKNOWN'
                                         AND c.valid_from <= :day AND :day < c.valid_to))) AS item_hash
                  FROM wanted w
                  JOIN eligibility.insured i USING (natural_id)
                  JOIN register.person p USING (person_id)
                  LEFT JOIN LATERAL (SELECT d.copay, d.copay_from FROM eligibility.period d
                                      WHERE d.insured_no = i.insured_no AND upper(d.valid) >= lower(w.days)
                                      ORDER BY d.person_id = w.person_id AND lower(d.valid) = lower(w.days) DESC,
                                               d.valid DESC LIMIT 1) o ON true
                  LEFT JOIN LATERAL (SELECT d.copay, d.known_on FROM eligibility.former d
                                      WHERE d.insured_no = i.insured_no AND d.lost_on IS NULL
                                        AND lower(w.days) <= d.known_on
                                      ORDER BY d.levy_year DESC LIMIT 1) f ON true
                  LEFT JOIN LATERAL (SELECT c.person_id FROM eligibility.v_condition c
                                      WHERE c.person_id = p.person_id AND c.condition = 'EXCEPTION'
                                        AND c.valid_from <= :day AND :day < c.valid_to LIMIT 1) x ON true),
            o AS (
                SELECT d.*, i.natural_id FROM eligibility.period d
                  JOIN eligibility.insured i USING (insured_no)
                 WHERE i.natural_id IN (SELECT natural_id FROM judged))
            SELECT coalesce(w.insured_no, o.insured_no) AS insured_no,
                   coalesce(w.natural_id, o.natural_id) AS natural_id,
                   coalesce(w.city_code, o.city_code) AS city_code,
                   coalesce(w.person_id, o.person_id) AS person_id,
                   coalesce(w.days, o.valid) AS valid,
                   coalesce(w.acquired_by, o.acquired_by) AS acquired_by,
                   CASE WHEN w.insured_no IS NULL THEN o.lost_by ELSE w.lost_by END AS lost_by,
                   coalesce(w.insured_from, o.insured_from) AS insured_from,
                   coalesce(w.insured_to, o.insured_to) AS insured_to,
                   coalesce(w.first_by, o.first_by) AS first_by,
                   coalesce(w.copay, o.copay) AS copay,
                   coalesce(w.copay_from, o.copay_from) AS copay_from,
                   coalesce(w.exception, o.exception) AS exception,
                   CASE WHEN w.insured_no IS NULL THEN o.dependant_from
                        ELSE w.dependant_from END AS dependant_from,
                   coalesce(w.item_hash, o.item_hash) AS item_hash,
                   w.insured_no IS NOT NULL AS wanted, o.history_no AS old_no,
                   CASE WHEN w.insured_no IS NULL THEN '07'
                        WHEN o.insured_no IS NULL THEN '01'
                        WHEN w.lost_by IS NOT NULL AND o.lost_by IS NULL THEN '02'
                        WHEN w.lost_by IS NULL AND o.lost_by IS NOT NULL THEN '08'
                        WHEN w.exception <> o.exception THEN '06'
                        WHEN (w.days, w.acquired_by, w.insured_from, w.insured_to, w.first_by,
                              coalesce(w.lost_by, ''), coalesce(w.dependant_from, 'infinity'))
                             <> (o.valid, o.acquired_by, o.insured_from, o.insured_to, o.first_by,
                                 coalesce(o.lost_by, ''), coalesce(o.dependant_from, 'infinity')) THEN '03'
                        WHEN w.copay <> o.copay THEN '05'
                        WHEN w.item_hash <> o.item_hash AND upper(w.days) = 'infinity' THEN '04'
                   END AS change
              FROM w FULL JOIN o
                ON o.insured_no = w.insured_no AND o.person_id = w.person_id
               AND lower(o.valid) = lower(w.days)
            """;

    private static final String NUMBERED =
            """
            UPDATE decision d SET old_no = n.new_no
              FROM (SELECT d.ctid AS at, row_number() OVER (
                               PARTITION BY insured_no
                               ORDER BY change <> '07', lower(valid))::integer
                           + coalesce((SELECT max(h.history_no) FROM eligibility.period_history h
                                        WHERE h.insured_no = d.insured_no), 0) AS new_no
                      FROM decision d) n
             WHERE d.ctid = n.at
            """;
    private static final String REMOVE_OLD =
            """
            DELETE FROM eligibility.period p USING decision d
             WHERE p.insured_no = d.insured_no AND p.person_id = d.person_id
               AND lower(p.valid) = lower(d.valid)
            """;
    private static final String ADD_NEW =
            """
            INSERT INTO eligibility.period
                (insured_no, valid, history_no, city_code, person_id, acquired_by, lost_by,
                 insured_from, insured_to, first_by, copay, copay_from, exception, dependant_from,
                 item_hash, decided_on)
            SELECT insured_no, valid, old_no, city_code, person_id, acquired_by, lost_by,
                   insured_from, insured_to, first_by, copay, copay_from, exception, dependant_from,
                   item_hash, :day
              FROM decision WHERE wanted
             ORDER BY insured_no, valid
            """;
    private static final String APPEND =
            """
            INSERT INTO eligibility.period_history
                (insured_no, history_no, valid, city_code, person_id, acquired_by, lost_by,
                 insured_from, insured_to, copay, copay_from, exception, dependant_from, change, decided_on)
            SELECT insured_no, old_no, valid, city_code, person_id, acquired_by, lost_by,
                   insured_from, insured_to, copay, copay_from, exception, dependant_from, change, :day
              FROM decision ORDER BY insured_no, old_no
            """;

    void write(StepContext step) {
        for (String sql : new String[] {KEEP_FORMER_NUMBERS, NUMBER_THE_OTHERS}) {
            step.count("付番", step.db().sql(sql).param("day", step.businessDate()).update());
        }
        step.db().sql(TABLE).update();
        int changed = step.db().sql(DECISION).param("day", step.businessDate()).update();
        changed -= step.db().sql("DELETE FROM decision WHERE change IS NULL").update();
        WorkTable.ready(step.db(), "decision", "insured_no", changed);
        step.db().sql(NUMBERED).update();
        step.db().sql(REMOVE_OLD).update();
        step.db().sql(ADD_NEW).param("day", step.businessDate()).update();
        step.count("資格の異動", step.db().sql(APPEND).param("day", step.businessDate()).update());
    }
}
