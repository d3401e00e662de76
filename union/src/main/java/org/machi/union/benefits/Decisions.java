package org.machi.union.benefits;

import java.time.LocalDate;
import java.util.Map;
import org.machi.law.BusinessCalendar;
import org.machi.law.LegalBasis;
import org.machi.law.benefit.BenefitKind;
import org.machi.law.benefit.OtherBenefits;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Service;

/**
 * 支給決定: 高額療養費 is decided by itself once an account is known, each correction of a receipt as a
 * decision about the difference (追給 or 返納); who has told no account is called once. An account is
 * taken down, 葬祭費 is decided when the resident record shows the death; the others wait for a clerk.
 */
@Service
@LegalBasis({"法84条", "法86条1項", "法160条1項"})
class Decisions {

    private final AuditTrail audit;
    private final OtherBenefits rules = new OtherBenefits(Parameters.standard());
    private final BusinessCalendar calendar = BusinessCalendar.standard();
    private final String union;

    Decisions(AuditTrail audit, OrganisationSettings settings) {
        this.audit = audit;
        this.union = settings.code().substring(2, 4);
    }

    void decide(StepContext step) {
        LocalDate day = step.businessDate();
        accounts(step, day);
        funerals(step, day);
        String scope = scope(day);
        int decided =
                highCosts(step, day, scope)
                        + step.db()
                                .sql(YEARLY.formatted(scope.replace("a.", "y.")))
                                .param("day", day)
                                .update();
        step.db()
                .sql(CALL.formatted(scope))
                .param("day", day)
                .param("oldest", oldestLiving(day))
                .update();
        step.db()
                .sql(CALL_COMBINED.formatted(scope.replace("a.", "y.")))
                .param("day", day)
                .update();
        if (decided > 0) {
            step.count("高額療養費の支給決定", decided);
            audit.recordRun(
                    Deed.of(step.actor(), "給付", "高額療養費の支給決定", "給付").on(day),
                    """
                    SELECT DISTINCT i.natural_id::bigint FROM benefits.decision d JOIN eligibility.insured i USING (insured_no)
                     WHERE d.decided_on = :day AND d.kind IN ('31', '32', '33')
                    """,
                    Map.of("day", day));
        }
        tell(step);
    }

    /** The earliest month of care whose claim still lives. */
    static LocalDate oldestLiving(LocalDate day) {
        LocalDate month = day.withDayOfMonth(1).minusYears(3);
        while (BenefitKind.HIGH_COST.lastDay(month, month, Parameters.standard()).isBefore(day)) {
            month = month.plusMonths(1);
        }
        return month;
    }

    /**
     * Whom a day's decisions are about: whose sums, receipts or applications changed; everybody on
     * the first business day of a month, when heirs are found who were not asked yet.
     */
    private String scope(LocalDate day) {
        return day.equals(calendar.onOrAfter(day.withDayOfMonth(1)))
                ? ""
                : """
                AND a.insured_no IN (SELECT insured_no FROM benefits.assessed WHERE decided_on = :day
                           UNION SELECT insured_no FROM benefits.yearly WHERE decided_on = :day
                           UNION SELECT insured_no FROM benefits.application WHERE known_on = :day OR withdrawn_on = :day)
                """;
    }

    private static int highCosts(StepContext step, LocalDate day, String scope) {
        return step.db()
                .sql(HIGH_COSTS.formatted(scope))
                .param("day", day)
                .param("oldest", oldestLiving(day))
                .update();
    }

    /** 口座の届出: the first application for 高額療養費 and a change of the account need no more. */
    private static void accounts(StepContext step, LocalDate day) {
        step.db()
                .sql(
                        """
                        WITH taken AS (
                            DELETE FROM benefits.waiting w USING benefits.application a
                             WHERE a.application_id = w.application_id AND a.kind IN ('31', '32', '43')
                            RETURNING a.application_id, a.insured_no, a.city_code, a.kind)
                        INSERT INTO benefits.decision (insured_no, city_code, kind, application_id, result, amount, decided_on, reason)
                        SELECT insured_no, city_code, kind, application_id, '5', 0, :day,
                               '届け出た口座に、支給のつど振り込みます（次回からの申請は不要です）'
                          FROM taken ORDER BY application_id
                        """)
                .param("day", day)
                .update();
    }

    private void funerals(StepContext step, LocalDate day) {
        ParameterRow amount = rules.funeral(union, day);
        step.db()
                .sql(FUNERALS)
                .param("day", day)
                .param("amount", amount.amount())
                .param("mark", amount.mark().isDoubtful() ? "（条例の額は未確認）" : "")
                .update();
        step.db()
                .sql(
                        """
                        WITH held AS (
                            UPDATE benefits.waiting w SET told = true FROM benefits.application a
                             WHERE a.application_id = w.application_id AND a.kind = '37' AND NOT w.told AND NOT w.by_clerk
                            RETURNING a.application_id, a.insured_no, a.city_code)
                        INSERT INTO benefits.decision (insured_no, city_code, kind, application_id, result, amount, decided_on, reason)
                        SELECT insured_no, city_code, '37', application_id, '3', 0, :day,
                               '住民基本台帳の死亡の異動が届くまで保留します'
                          FROM held ORDER BY application_id
                        """)
                .param("day", day)
                .update();
    }

    /** Notes what each city has to be told of the decisions since. */
    private static void tell(StepContext step) {
        step.db()
                .sql(
                        """
                        INSERT INTO benefits.event (decision_id)
                        SELECT d.decision_id FROM benefits.decision d
                         WHERE d.decided_on >= :day::date - 40
                           AND NOT EXISTS (SELECT FROM benefits.event e WHERE e.decision_id = d.decision_id)
                         ORDER BY d.decision_id
                        """)
                .param("day", step.businessDate())
                .update();
    }

    private static final String HIGH_COSTS =
            """
            INSERT INTO benefits.decision (insured_no, city_code, kind, care_month, result, amount, decided_on, reason)
            SELECT a.insured_no, e.city_code, '31', a.care_month, CASE WHEN a.total < g.given THEN '4' ELSE '1' END,
                   a.total - g.given, :day,
                   CASE WHEN a.total < g.given THEN 'レセプト等の訂正により、支給した額が ' || to_char(a.total, 'FM999,999,999') || '円になりました（返納）'
                        WHEN g.times > 0 THEN 'レセプト等の訂正により、支給する額が ' || to_char(a.total, 'FM999,999,999') || '円になりました（追給）'
                        ELSE '自己負担限度額を超えました' END
              FROM benefits.v_assessed a
              CROSS JOIN LATERAL (SELECT coalesce(sum(d.amount), 0) AS given, count(*) AS times FROM benefits.decision d
                                   WHERE d.insured_no = a.insured_no AND d.kind = '31' AND d.care_month = a.care_month) g
              JOIN LATERAL (SELECT e.city_code FROM eligibility.period e WHERE e.insured_no = a.insured_no
                             ORDER BY e.valid DESC LIMIT 1) e ON true
             WHERE a.total <> g.given AND a.care_month >= :oldest
               AND (a.total < g.given OR EXISTS (SELECT FROM benefits.v_account c WHERE c.insured_no = a.insured_no))
               %s
             ORDER BY a.care_month, a.insured_no
            """;

    /**
     * 外来年間合算 to a known account, and each correction of a year that was paid; the first payment of
     * 高額介護合算 waits for its application.
     */
    private static final String YEARLY =
            """
            INSERT INTO benefits.decision (insured_no, city_code, kind, care_month, application_id, result, amount, decided_on, reason)
            SELECT y.insured_no, e.city_code, y.kind, m.last, g.application_id, CASE WHEN y.total < g.given THEN '4' ELSE '1' END,
                   y.total - g.given, :day,
                   CASE WHEN g.times > 0 THEN '自己負担額の訂正により、支給する額が ' || to_char(y.total, 'FM999,999,999') || '円になりました'
                             || CASE WHEN y.total < g.given THEN '（返納）' ELSE '（追給）' END
                        ELSE '8月から7月までの外来の自己負担額が年間の限度額を超えました' END
              FROM benefits.v_yearly y
             CROSS JOIN LATERAL (SELECT (y.year_from + interval '11 months')::date AS last) m
             CROSS JOIN LATERAL (SELECT coalesce(sum(d.amount), 0) AS given, count(*) AS times, max(d.application_id) AS application_id
                                   FROM benefits.decision d
                                  WHERE d.insured_no = y.insured_no AND d.kind = y.kind AND d.care_month = m.last AND d.result IN ('1', '4')) g
              JOIN LATERAL (SELECT e.city_code FROM eligibility.period e WHERE e.insured_no = y.insured_no
                             ORDER BY e.valid DESC LIMIT 1) e ON true
             WHERE y.total <> g.given AND y.year_from + interval '3 years' > :day
               AND CASE y.kind WHEN '33' THEN g.times > 0
                        ELSE y.total < g.given OR EXISTS (SELECT FROM benefits.v_account c WHERE c.insured_no = y.insured_no) END
               %s
             ORDER BY y.year_from, y.insured_no, y.kind
            """;

    /**
     * One letter a person, about the earliest month or year; the account told then pays all. After
     * a death the heirs are asked for theirs.
     */
    private static final String CALL =
            """
            INSERT INTO benefits.call (insured_no, city_code, kind, care_month, amount, lapses_on, called_on)
            SELECT DISTINCT ON (a.insured_no) a.insured_no, e.city_code, a.kind, a.care_month, a.total, a.lapses_on, :day
              FROM (SELECT insured_no, '31' AS kind, care_month, total, (care_month + interval '2 years 1 month')::date - 1 AS lapses_on
                      FROM benefits.v_assessed WHERE total > 0 AND care_month >= :oldest
                    UNION ALL
                    SELECT insured_no, kind, (year_from + interval '11 months')::date, total, (year_from + interval '3 years')::date - 1
                      FROM benefits.v_yearly WHERE kind = '32' AND total > 0 AND year_from + interval '3 years' > :day) a
              JOIN LATERAL (SELECT e.city_code, e.person_id FROM eligibility.period e WHERE e.insured_no = a.insured_no
                             ORDER BY e.valid DESC LIMIT 1) e ON true
              JOIN register.person p ON p.person_id = e.person_id
             WHERE NOT EXISTS (SELECT FROM benefits.call c WHERE c.insured_no = a.insured_no AND c.kind IN ('31', '32')
                                  AND c.called_on > coalesce(p.died_on, '-infinity'))
               AND NOT EXISTS (SELECT FROM benefits.application c WHERE c.insured_no = a.insured_no AND c.kind IN ('31', '43')
                                  AND c.withdrawn_on IS NULL AND (c.relation <> '1' OR p.died_on IS NULL))
               %s
             ORDER BY a.insured_no, a.care_month, a.kind
            """;

    /** 高額介護合算: each person of the home once a year, as long as nobody asked for him. */
    private static final String CALL_COMBINED =
            """
            INSERT INTO benefits.call (insured_no, city_code, kind, care_month, amount, lapses_on, called_on)
            SELECT y.insured_no, e.city_code, y.kind, m.last, y.total, (y.year_from + interval '3 years')::date - 1, :day
              FROM benefits.v_yearly y
             CROSS JOIN LATERAL (SELECT (y.year_from + interval '11 months')::date AS last) m
              JOIN LATERAL (SELECT e.city_code FROM eligibility.period e WHERE e.insured_no = y.insured_no
                             ORDER BY e.valid DESC LIMIT 1) e ON true
             WHERE y.kind = '33' AND y.total > 0 AND y.year_from + interval '3 years' > :day
               AND NOT EXISTS (SELECT FROM benefits.call c
                                WHERE c.insured_no = y.insured_no AND c.kind = '33' AND c.care_month = m.last)
               AND NOT EXISTS (SELECT FROM benefits.application a WHERE a.insured_no = y.insured_no AND a.kind = '33'
                                  AND a.withdrawn_on IS NULL AND a.occurred_on >= y.year_from
                                  AND a.occurred_on < y.year_from + interval '1 year')
               %s
             ORDER BY y.insured_no
            """;

    /** 葬祭費: once for each insured person who died, within two years, while being insured. */
    private static final String FUNERALS =
            """
            WITH ready AS (
                SELECT a.application_id, a.insured_no, a.city_code, a.occurred_on, a.received_on, p.died_on,
                       EXISTS (SELECT FROM eligibility.period e WHERE e.insured_no = a.insured_no AND e.valid @> p.died_on) AS was_insured,
                       (SELECT o.decision_no FROM benefits.decision o
                         WHERE o.insured_no = a.insured_no AND o.kind = '37' AND o.result = '1' LIMIT 1) AS before,
                       row_number() OVER (PARTITION BY a.insured_no ORDER BY a.application_id) AS nth
                  FROM benefits.waiting w
                  JOIN benefits.application a USING (application_id)
                  JOIN register.person p ON p.city_code = a.city_code AND p.person_no = a.person_no
                 WHERE a.kind = '37' AND NOT w.by_clerk AND p.died_on IS NOT NULL),
            gone AS (
                DELETE FROM benefits.waiting w USING ready r WHERE w.application_id = r.application_id RETURNING w.application_id)
            INSERT INTO benefits.decision (insured_no, city_code, kind, application_id, result, amount, decided_on, reason)
            SELECT r.insured_no, r.city_code, '37', r.application_id, CASE WHEN x.why IS NULL THEN '1' ELSE '2' END,
                   CASE WHEN x.why IS NULL THEN :amount ELSE 0 END, :day,
                   coalesce(x.why, '葬祭を行った方に支給します' || :mark)
              FROM ready r JOIN gone USING (application_id)
              CROSS JOIN LATERAL (SELECT CASE
                    WHEN NOT r.was_insured THEN '死亡した日に被保険者ではありません'
                    WHEN r.before IS NOT NULL OR r.nth > 1 THEN '葬祭費は、すでに申請を受けて決定しています'
                    WHEN r.occurred_on < r.died_on THEN '葬祭の日が死亡した日より前です'
                    WHEN r.received_on > r.occurred_on + interval '2 years' THEN '葬祭の日の翌日から2年を過ぎています' END AS why) x
             ORDER BY r.application_id
            """;
}
