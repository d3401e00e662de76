package org.machi.union.eligibility;

import java.time.LocalDate;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.WorkTable;
import org.machi.platform.jobs.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 資格の判定: each business day, for everybody whose facts changed or whose day has come, derives the
 * periods of insurance and writes what differs from the periods decided so far. So an event that
 * was wrong and is cancelled undoes itself: the periods follow from the facts again, and the
 * history has one more number.
 */
@Service
public class Eligibility {

    private static final String BY_PERSON = "natural_id";
    private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 1);

    /** Only people of 65 and over, or with a number already, can have periods. */
    private static final String JUDGED =
            """
            CREATE TEMPORARY TABLE judged ON COMMIT DROP AS
            WITH m AS (SELECT :marked::date AS judged_on, :change::bigint AS change_id,
                              :application::bigint AS application_id),
            touched AS (
                SELECT person_id FROM register.change, m
                 WHERE register.change.change_id > m.change_id AND subject = 'STATE'
                UNION
                SELECT person_id FROM eligibility.application a, m
                 WHERE a.application_id > m.application_id
                    OR a.occurred_on > m.judged_on AND a.occurred_on <= :day
                    OR a.until_on > m.judged_on AND a.until_on <= :day
                UNION
                SELECT a.person_id FROM m
                  JOIN eligibility.verdict v ON v.staff IS NOT NULL AND v.decided_on >= m.judged_on
                  JOIN eligibility.application a ON a.application_id = v.application_id
                UNION
                SELECT person_id FROM register.person, m
                 WHERE birth_on BETWEEN (m.judged_on - interval '75 years')::date - 2
                                    AND (:day::date - interval '75 years')::date + 2
                UNION
                SELECT person_id FROM register.person p, m
                 WHERE p.birth_on BETWEEN (m.judged_on - interval '65 years')::date - 2
                                      AND (:day::date - interval '65 years')::date + 2
                   AND EXISTS (SELECT FROM eligibility.application a WHERE a.person_id = p.person_id)
                UNION
                SELECT person_id FROM register.stay, m
                 WHERE to_code IS NOT NULL AND valid_to BETWEEN m.judged_on - 16 AND :day)
            SELECT new_id AS natural_id
              FROM register.joined j, m WHERE j.known_on >= m.judged_on AND j.undone_on IS NULL
            UNION
            SELECT p.natural_id
              FROM touched t JOIN register.person p USING (person_id)
             WHERE p.birth_on <= (:day::date - interval '65 years')::date
                OR EXISTS (SELECT FROM eligibility.insured i WHERE i.natural_id = p.natural_id)
                OR EXISTS (SELECT FROM eligibility.period i WHERE i.person_id = p.person_id)
            """;

    private static final String LINK_FORMER =
            """
            UPDATE eligibility.former f SET person_id = p.person_id
              FROM register.person p
             WHERE f.person_id IS NULL AND p.city_code = f.city_code AND p.person_no = f.person_no
            """;

    /** Of two records of one person only the newer had a number: the number stays the person's. */
    private static final String MOVE_NUMBERS =
            """
            UPDATE eligibility.insured i SET natural_id = j.old_id
              FROM register.joined j
             WHERE i.natural_id = j.new_id AND j.undone_on IS NULL
               AND NOT EXISTS (SELECT FROM eligibility.insured o WHERE o.natural_id = j.old_id)
            """;

    private final PeriodChanges changes;
    private final AuditTrail audit;

    Eligibility(PeriodChanges changes, AuditTrail audit) {
        this.changes = changes;
        this.audit = audit;
    }

    /** Judges for the step's business date. */
    public void judge(StepContext step) {
        LocalDate day = step.businessDate();
        Mark mark = mark(step);
        step.db().sql(LINK_FORMER).update();
        step.db().sql(MOVE_NUMBERS).update();
        long judged =
                step.db()
                        .sql(JUDGED)
                        .param("marked", mark.judgedOn())
                        .param("change", mark.changeId())
                        .param("application", mark.applicationId())
                        .param("day", day)
                        .update();
        if (judged > 0) {
            step.count("判定した人", judged);
            WorkTable.ready(step.db(), "judged", BY_PERSON, judged);
            derive(step, day);
            changes.write(step);
            recordPeople(step, day);
        }
        remember(step, day);
    }

    private static void derive(StepContext step, LocalDate day) {
        JdbcClient db = step.db();
        WantedPeriods.TABLES.forEach(table -> db.sql(table).update());
        int stays = db.sql(WantedPeriods.MANAGED).param("day", day).update();
        WorkTable.ready(db, "managed", BY_PERSON, stays);
        WorkTable.ready(db, "condition", BY_PERSON, db.sql(WantedPeriods.CONDITIONS).update());
        int periods = db.sql(WantedPeriods.WANTED).param("day", day).update();
        WorkTable.ready(db, "wanted", BY_PERSON, periods);
        db.sql(WantedPeriods.AS_DECIDED_BEFORE).update();
    }

    private void recordPeople(StepContext step, LocalDate day) {
        audit.recordRun(
                Deed.of(step.actor(), "資格管理", "資格判定", "資格").on(day),
                "SELECT DISTINCT natural_id::bigint FROM decision",
                java.util.Map.of());
    }

    private record Mark(LocalDate judgedOn, long changeId, long applicationId) {}

    private static Mark mark(StepContext step) {
        return step.db()
                .sql("SELECT judged_on, change_id, application_id FROM eligibility.mark")
                .query((row, n) ->
                        new Mark(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)))
                .optional()
                .orElse(new Mark(BEFORE_ALL, 0, 0));
    }

    private static void remember(StepContext step, LocalDate day) {
        step.db()
                .sql(
                        """
                        INSERT INTO eligibility.mark (judged_on, change_id, application_id)
                        SELECT :day, (SELECT coalesce(max(change_id), 0) FROM register.change),
                               (SELECT coalesce(max(application_id), 0) FROM eligibility.application)
                        ON CONFLICT (only_row) DO UPDATE
                           SET judged_on = excluded.judged_on, change_id = excluded.change_id,
                               application_id = excluded.application_id
                        """)
                .param("day", day)
                .update();
    }
}
