package org.machi.union.cards;

import java.time.LocalDate;
import java.util.Map;
import org.machi.law.LegalBasis;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.WorkTable;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 証の発行の決定: everybody who is insured and whose share is known has one piece in force: a new one when
 * insurance begins, when name, address or share change, after an accepted application, and for all
 * on 1 August. What the former system issued is entered without being printed again.
 */
@Service
@LegalBasis({"法54条", "則17条", "則62条"})
public class Cards {

    private final CardLimits limits = new CardLimits();
    private final Parameters parameters;
    private final AuditTrail audit;
    private final JdbcClient db;

    Cards(Parameters parameters, AuditTrail audit, JdbcClient db) {
        this.parameters = parameters;
        this.audit = audit;
        this.db = db;
    }

    private record Mark(int year, long periodSeq, long verdictId, long benefitId) {

        boolean isFirst() {
            return periodSeq == 0;
        }
    }

    /** Decides for the step's business date. */
    public void issue(StepContext step) {
        LocalDate day = step.businessDate();
        int year = day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1;
        Mark mark = mark(step, year);
        boolean yearly = mark.year() < year;
        int touched =
                yearly
                        ? step.db().sql(EVERYBODY).param("day", day).update()
                        : step.db()
                                .sql(TOUCHED)
                                .param("period", mark.periodSeq())
                                .param("verdict", mark.verdictId())
                                .param("benefit", mark.benefitId())
                                .update();
        if (touched > 0) {
            WorkTable.ready(step.db(), "card_due", "insured_no", touched);
            decide(step, year, mark.isFirst());
        }
        remember(step, year);
    }

    /** A piece that is printed at a 窓口端末 and handed over there; the city prints it no more. */
    public void handOver(String cardNo, LocalDate day) {
        db.sql("INSERT INTO cards.handed (card_no, handed_on) VALUES (?, ?)")
                .params(cardNo, day)
                .update();
    }

    private void decide(StepContext step, int year, boolean former) {
        LocalDate day = step.businessDate();
        limits.decide(step, LocalDate.of(year, 8, 1));
        boolean confirmation = parameters.number("cards.confirmationForAll", day) == 1;
        int cards =
                step.db()
                        .sql(DECIDE)
                        .param("day", day)
                        .param("start", LocalDate.of(year, 8, 1))
                        .param("end", LocalDate.of(year + 1, 7, 31))
                        .param("kind", confirmation ? "01" : "02")
                        .param("former", former)
                        .update();
        int diseases = step.db().sql(DISEASES).param("day", day).update();
        if (cards + diseases > 0) {
            step.count("証の発行の決定", cards + diseases);
            audit.recordRun(
                    Deed.of(step.actor(), "資格管理", "証の発行の決定", "証").on(day),
                    """
                    SELECT DISTINCT i.natural_id::bigint
                      FROM cards.card c JOIN eligibility.insured i USING (insured_no) JOIN card_due USING (insured_no)
                     WHERE c.issued_on = :day
                    """,
                    Map.of("day", day));
        }
    }

    private static Mark mark(StepContext step, int year) {
        return step.db()
                .sql("SELECT year, period_seq, verdict_id, benefit_id FROM cards.mark")
                .query((row, _) ->
                        new Mark(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .optional()
                .orElse(new Mark(year, 0, 0, 0));
    }

    private static void remember(StepContext step, int year) {
        step.db()
                .sql(
                        """
                        INSERT INTO cards.mark (year, period_seq, verdict_id, benefit_id)
                        SELECT :year, (SELECT coalesce(max(seq), 0) FROM eligibility.period_history),
                               (SELECT coalesce(max(verdict_id), 0) FROM eligibility.verdict),
                               (SELECT coalesce(max(decision_id), 0) FROM benefits.effect)
                        ON CONFLICT (only_row) DO UPDATE
                           SET year = excluded.year, period_seq = excluded.period_seq,
                               verdict_id = excluded.verdict_id, benefit_id = excluded.benefit_id
                        """)
                .param("year", year)
                .update();
    }

    private static final String EVERYBODY =
            """
            CREATE TEMPORARY TABLE card_due ON COMMIT DROP AS
            SELECT DISTINCT insured_no::varchar(8) AS insured_no FROM eligibility.period WHERE valid @> :day::date
            """;

    private static final String TOUCHED =
            """
            CREATE TEMPORARY TABLE card_due ON COMMIT DROP AS
            SELECT insured_no::varchar(8) AS insured_no FROM eligibility.period_history WHERE seq > :period
            UNION
            SELECT i.insured_no::varchar(8)
              FROM eligibility.verdict v
              JOIN eligibility.application a USING (application_id)
              JOIN register.person p USING (person_id)
              JOIN eligibility.insured i USING (natural_id)
             WHERE v.verdict_id > :verdict AND v.result = '1' AND a.kind IN ('18', '19', '20')
            UNION
            SELECT d.insured_no::varchar(8) FROM benefits.effect f JOIN benefits.decision d USING (decision_id)
             WHERE f.decision_id > :benefit AND d.kind = '44'
            """;

    /** 限度区分 stands only on the card of who asked for it, 長期入院該当 beside 区分Ⅱ. */
    private static final String DECIDE =
            """
            INSERT INTO cards.card
                (card_no, insured_no, person_id, city_code, kind, reason, issued_on, valid_from, valid_until,
                 acquired_on, copay, copay_from, limit_class, limit_from, long_stay_from, name, address)
            WITH present AS (
                SELECT e.insured_no, e.person_id, e.city_code, lower(e.valid) AS acquired_on, e.copay, e.copay_from,
                       CASE WHEN p.name_use = '2' AND p.alias IS NOT NULL THEN p.alias ELSE p.name END AS name,
                       p.prefecture || p.city || p.town || coalesce(p.lot, '') || coalesce('　' || p.building, '') AS address,
                       (SELECT min(c.valid_to) FROM eligibility.v_condition c
                         WHERE e.acquired_by = '03' AND c.person_id = e.person_id AND c.condition = 'DISABILITY'
                           AND c.valid_from <= :day AND :day < c.valid_to AND c.valid_to < 'infinity') AS until_on,
                       (SELECT max(f.insured_no) FROM eligibility.former f
                         WHERE :former AND f.insured_no = e.insured_no AND f.lost_on IS NULL) AS former_no
                  FROM card_due d
                  JOIN eligibility.period e USING (insured_no)
                  JOIN register.person p USING (person_id)
                 WHERE e.valid @> :day AND e.copay IS NOT NULL),
            asked AS (
                SELECT i.insured_no,
                       max(v.verdict_id) FILTER (WHERE a.kind = '18' AND coalesce(a.card_kind, '01') <> '03') AS reissue,
                       max(v.effective_on) FILTER (WHERE a.kind = '20') AS limit_from
                  FROM card_due d
                  JOIN eligibility.insured i USING (insured_no)
                  JOIN register.person p USING (natural_id)
                  JOIN eligibility.application a ON a.person_id = p.person_id AND a.kind IN ('18', '20')
                  JOIN eligibility.verdict v ON v.application_id = a.application_id AND v.result = '1'
                 WHERE v.decided_on = :day OR a.kind = '20'
                 GROUP BY i.insured_no),
            wanted AS (
                SELECT p.*, a.limit_from, a.reissue,
                       l.limit_class, CASE WHEN l.limit_class = '12' THEN s.from_on END AS long_stay_from
                  FROM present p
                  LEFT JOIN asked a USING (insured_no)
                  LEFT JOIN card_limit l USING (insured_no)
                  LEFT JOIN LATERAL (
                        SELECT f.from_on FROM benefits.decision d JOIN benefits.effect f USING (decision_id)
                         WHERE d.insured_no = p.insured_no AND d.kind = '44' AND d.result = '1' AND f.from_on <= :end::date
                         ORDER BY d.decision_id DESC LIMIT 1) s ON true),
            compared AS (
                SELECT w.*, l.card_no AS last_no, l.copay AS last_copay, l.name AS last_name, l.address AS last_address,
                       l.valid_until AS last_until, l.limit_class AS last_limit, l.long_stay_from AS last_stay, l.city_code AS last_city,
                       l.acquired_on AS last_acquired, l.issued_on AS last_issued
                  FROM wanted w
                  LEFT JOIN LATERAL (SELECT c.* FROM cards.card c
                                      WHERE c.insured_no = w.insured_no AND c.kind IN ('01', '02')
                                      ORDER BY c.card_id DESC LIMIT 1) l ON true),
            due AS (
                SELECT c.*,
                       CASE WHEN last_no IS NULL AND former_no IS NOT NULL THEN '00'
                            WHEN last_no IS NULL OR acquired_on <> last_acquired OR city_code <> last_city THEN '01'
                            WHEN reissue IS NOT NULL THEN '05'
                            WHEN last_until < :day THEN '02'
                            WHEN copay <> last_copay THEN '03'
                            WHEN (limit_class, long_stay_from) IS DISTINCT FROM (last_limit, last_stay) THEN '06'
                            WHEN (name, address) <> (last_name, last_address) THEN '04' END AS reason
                  FROM compared c)
            SELECT insured_no || lpad(((SELECT count(*) FROM cards.card c WHERE c.insured_no = due.insured_no) + 1)::text, 4, '0'),
                   insured_no, person_id, city_code, :kind, reason, :day,
                   CASE WHEN reason = '00' THEN greatest(acquired_on, :start)
                        WHEN reason = '02' THEN :start WHEN reason = '01' THEN acquired_on
                        WHEN reason = '03' THEN greatest(copay_from, :start) ELSE :day END,
                   least(:end::date, until_on - 1), acquired_on, copay, copay_from, limit_class,
                   CASE WHEN limit_class IS NOT NULL THEN limit_from END, long_stay_from, name, address
              FROM due WHERE reason IS NOT NULL
             ORDER BY insured_no
            """;

    /** 特定疾病療養受療証: one for each accepted application, without an end; again when it was lost. */
    private static final String DISEASES =
            """
            INSERT INTO cards.card
                (card_no, insured_no, person_id, city_code, kind, reason, issued_on, valid_from, acquired_on,
                 disease, disease_from, name, address)
            SELECT DISTINCT ON (e.insured_no)
                   e.insured_no || lpad(((SELECT count(*) FROM cards.card c WHERE c.insured_no = e.insured_no) + 1)::text, 4, '0'),
                   e.insured_no, e.person_id, e.city_code, '03', CASE a.kind WHEN '18' THEN '05' ELSE '07' END, :day,
                   CASE a.kind WHEN '18' THEN :day ELSE v.effective_on END, lower(e.valid),
                   coalesce(a.disease, l.disease), coalesce(CASE a.kind WHEN '19' THEN v.effective_on END, l.disease_from),
                   CASE WHEN p.name_use = '2' AND p.alias IS NOT NULL THEN p.alias ELSE p.name END,
                   p.prefecture || p.city || p.town || coalesce(p.lot, '') || coalesce('　' || p.building, '')
              FROM card_due d
              JOIN eligibility.period e USING (insured_no)
              JOIN register.person p USING (person_id)
              JOIN eligibility.application a ON a.person_id = p.person_id
                   AND (a.kind = '19' OR a.kind = '18' AND a.card_kind = '03')
              JOIN eligibility.verdict v ON v.application_id = a.application_id AND v.result = '1'
              LEFT JOIN LATERAL (SELECT c.disease, c.disease_from FROM cards.card c
                                  WHERE c.insured_no = e.insured_no AND c.kind = '03'
                                  ORDER BY c.card_id DESC LIMIT 1) l ON true
             WHERE e.valid @> :day AND coalesce(a.disease, l.disease) IS NOT NULL
               AND NOT EXISTS (SELECT FROM cards.card c
                                WHERE c.insured_no = e.insured_no AND c.kind = '03' AND c.issued_on >= v.decided_on)
             ORDER BY e.insured_no, v.verdict_id DESC
            """;
}
