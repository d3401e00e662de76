package org.machi.union.eligibility;

import java.time.LocalDate;
import java.util.Optional;
import org.machi.law.LegalBasis;
import org.machi.platform.files.IncomingFile;
import org.machi.platform.jobs.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 届出・申請の審査: gives each 届出・申請 its verdict, and so its answer to the city. What follows from facts is
 * decided by the day's periods; what only papers can show (診断書による障害認定, 特定疾病, 基準収入額) waits for a
 * clerk and has no effect before.
 */
@Service
public class Verdicts {

    private final JdbcClient db;

    Verdicts(JdbcClient db) {
        this.db = db;
    }

    /** Notes what a file brought as undecided; what takes another back needs no verdict. */
    static void await(IncomingFile file) {
        file.db()
                .sql(
                        """
                        INSERT INTO eligibility.undecided (application_id, by_clerk)
                        SELECT a.application_id,
                               eligibility.effect(a.kind, a.reason) = '03' AND a.disability = '99' OR a.kind IN ('17', '19')
                          FROM eligibility.application a
                          JOIN incoming i ON i.person_no = a.person_no AND i.reception_no = a.reception_no
                                         AND i.kind = a.kind
                         WHERE a.city_code = ? AND a.known_on = ? AND NOT a.cancelled
                        ON CONFLICT DO NOTHING
                        """)
                .param(file.from())
                .param(file.businessDate())
                .update();
        file.db()
                .sql(
                        """
                        DELETE FROM eligibility.undecided u USING eligibility.application a, incoming i
                         WHERE u.application_id = a.application_id AND a.city_code = ? AND i.cancelled = '1'
                           AND a.person_no = i.person_no AND a.kind = i.kind
                           AND (a.reception_no = i.reception_no OR a.occurred_on = i.occurred_on)
                        """)
                .param(file.from())
                .update();
    }

    /** Decides what the facts of the day decide. */
    public void decide(StepContext step) {
        LocalDate day = step.businessDate();
        boolean open =
                step.db()
                        .sql("SELECT EXISTS (SELECT FROM eligibility.undecided WHERE NOT by_clerk)")
                        .query(Boolean.class)
                        .single();
        if (!open) {
            return;
        }
        int verdicts = step.db().sql(DECIDE).param("day", day).update();
        if (verdicts == 0) {
            return;
        }
        step.count("届出・申請の決定", verdicts);
        step.db()
                .sql(
                        """
                        DELETE FROM eligibility.undecided u USING eligibility.verdict v
                         WHERE v.application_id = u.application_id AND v.result <> '3'
                        """)
                .update();
    }

    /**
     * A clerk's verdict about what waits for one.
     *
     * @param accepted 認定・承認, otherwise 不認定・却下
     * @param reason in words, for the city and the letter
     */
    public record Decision(
            long applicationId,
            boolean accepted,
            Optional<LocalDate> effectiveOn,
            Optional<LocalDate> untilOn,
            String reason) {}

    /** Enters a clerk's verdict; false when somebody else was faster. */
    public boolean enter(Decision decision, LocalDate today, String staff) {
        int open =
                db.sql("DELETE FROM eligibility.undecided WHERE application_id = ? AND by_clerk")
                        .param(decision.applicationId())
                        .update();
        if (open == 0) {
            return false;
        }
        db.sql(
                        """
                        INSERT INTO eligibility.verdict
                            (application_id, city_code, result, decided_on, effective_on, until_on, reason, staff)
                        SELECT a.application_id, a.city_code, :result, :today,
                               CASE WHEN :accepted THEN coalesce(:effective::date, eligibility.starts_on(a.kind, a.received_on, a.occurred_on)) END,
                               CASE WHEN :accepted THEN coalesce(:until::date, a.until_on) END, :reason, :staff
                          FROM eligibility.application a WHERE a.application_id = :id
                        """)
                .param("result", decision.accepted() ? "1" : "2")
                .param("accepted", decision.accepted())
                .param("today", today)
                .param("effective", decision.effectiveOn().orElse(null))
                .param("until", decision.untilOn().orElse(null))
                .param("reason", decision.reason())
                .param("staff", staff)
                .param("id", decision.applicationId())
                .update();
        return true;
    }

    /**
     * 認定 only of those of 65 to 74 with an address in the area (法50条2号); 撤回 takes effect on the day
     * after (則8条、法53条). 取得・喪失届 wait until the resident record says the same.
     */
    @LegalBasis({"法50条", "法52条", "法53条", "則8条"})
    private static final String DECIDE =
            """
            INSERT INTO eligibility.verdict
                (application_id, city_code, result, decided_on, effective_on, until_on, reason)
            WITH open AS (
                SELECT a.*, eligibility.effect(a.kind, a.reason) AS effect, p.natural_id, p.birth_on,
                       EXISTS (SELECT FROM eligibility.verdict v WHERE v.application_id = a.application_id) AS told
                  FROM eligibility.undecided u
                  JOIN eligibility.application a USING (application_id)
                  JOIN register.person p USING (person_id)
                 WHERE NOT u.by_clerk),
            fact AS (
                SELECT o.*, d.valid AS held, d.lost_by AS held_lost_by, s.valid AS started, e.valid AS ended
                  FROM open o
                  LEFT JOIN eligibility.insured i USING (natural_id)
                  LEFT JOIN LATERAL (SELECT q.valid, q.lost_by FROM eligibility.period q
                                      WHERE q.insured_no = i.insured_no AND q.valid @> greatest(o.occurred_on,
                                            CASE WHEN o.effect = '03' THEN eligibility.birthday(o.birth_on, 65) END)
                                      LIMIT 1) d ON true
                  LEFT JOIN LATERAL (SELECT q.valid FROM eligibility.period q
                                      WHERE q.insured_no = i.insured_no AND o.kind = '14'
                                        AND (q.valid @> o.occurred_on OR lower(q.valid) >= o.occurred_on)
                                      ORDER BY lower(q.valid) LIMIT 1) s ON true
                  LEFT JOIN LATERAL (SELECT q.valid FROM eligibility.period q
                                      WHERE q.insured_no = i.insured_no AND o.kind = '15'
                                        AND upper(q.valid) BETWEEN o.occurred_on - 31 AND o.occurred_on + 31
                                      ORDER BY upper(q.valid) DESC LIMIT 1) e ON true),
            judged AS (
                SELECT f.*,
                  CASE
                    WHEN effect = '03' AND (birth_on IS NULL OR occurred_on >= eligibility.birthday(birth_on, 75)
                                            OR occurred_on < eligibility.birthday(birth_on, 65)) THEN '2'
                    WHEN effect = '03' AND occurred_on > :day THEN NULL
                    WHEN effect = '03' THEN CASE WHEN held IS NULL THEN '2' ELSE '1' END
                    WHEN effect = '04' THEN CASE WHEN held IS NULL THEN '2' ELSE '1' END
                    WHEN kind = '14' THEN CASE WHEN started IS NULL THEN '3' ELSE '1' END
                    WHEN kind = '15' THEN CASE WHEN ended IS NULL THEN '3' ELSE '1' END
                    WHEN kind = '23' THEN CASE WHEN share IS NULL THEN '2' WHEN held IS NULL THEN '3' ELSE '1' END
                    WHEN kind IN ('16', '18', '20') THEN CASE WHEN held IS NULL THEN '2'
                                                             WHEN kind = '16' THEN '4' ELSE '1' END
                    WHEN kind IN ('11', '12', '13', '21', '22') THEN '4'
                    ELSE '1' END AS result
                  FROM fact f)
            SELECT application_id, city_code, result, :day,
                   CASE WHEN result <> '1' THEN NULL
                        WHEN effect = '03' THEN greatest(occurred_on, eligibility.birthday(birth_on, 65))
                        WHEN effect IN ('04', '08') THEN occurred_on + 1
                        WHEN kind = '14' THEN lower(started) WHEN kind = '15' THEN upper(ended)
                        ELSE occurred_on END,
                   CASE WHEN result = '1' THEN until_on END,
                   CASE WHEN effect = '03' AND result = '2' AND held IS NULL
                             AND occurred_on >= eligibility.birthday(birth_on, 65)
                             AND occurred_on < eligibility.birthday(birth_on, 75)
                        THEN '広域連合の区域内に住所がないか、適用除外（生活保護等）に該当します'
                        WHEN effect = '03' AND result = '2' THEN '認定を受ける日に65歳以上75歳未満ではありません'
                        WHEN effect = '03' THEN '施行令別表の障害の状態にあることを認めます'
                        WHEN kind = '23' AND result = '2' THEN '証明された負担割合がありません'
                        WHEN result = '2' THEN '被保険者ではありません'
                        WHEN effect = '04' THEN '撤回の申出を受け、翌日に資格を失います'
                        WHEN kind IN ('14', '23') AND result = '3' THEN '住民基本台帳の異動が届くまで保留します'
                        WHEN kind = '15' AND result = '3' THEN '住民基本台帳の異動が届くまで保留します'
                        WHEN kind = '14' AND lower(started) <> occurred_on THEN '届出の日と異なる日に資格を取得しています'
                        WHEN kind = '15' AND upper(ended) NOT IN (occurred_on, occurred_on + 1)
                        THEN '届出の日と異なる日に資格を喪失しています'
                        WHEN result = '4' THEN '受理しました'
                        ELSE '届出のとおり決定しました' END
              FROM judged
             WHERE result IS NOT NULL AND NOT (result = '3' AND told)
             ORDER BY application_id
            """;
}
