package org.machi.union.deliveries;

/** The queries behind {@link DeliverySource}, each for one city and one stretch of days. */
final class SourceSql {

    static final String AGES =
            """
              FROM register.person p
              CROSS JOIN LATERAL (SELECT p.person_no) about
              LEFT JOIN eligibility.period e
                     ON e.person_id = p.person_id AND e.valid @> (eligibility.birthday(p.birth_on, 75) - 1)
             WHERE p.city_code = :city AND eligibility.birthday(p.birth_on, 75) BETWEEN :first AND :last
               AND p.died_on IS NULL AND p.moved_out_on IS NULL AND p.removed_on IS NULL
             ORDER BY eligibility.birthday(p.birth_on, 75), p.person_no
            """;

    static final String CARDS =
            """
              FROM cards.card c
              JOIN register.person p USING (person_id)
              CROSS JOIN LATERAL (SELECT p.person_no) about
              LEFT JOIN cards.handed h USING (card_no)
             WHERE c.city_code = :city AND c.issued_on BETWEEN :first AND :last
             ORDER BY c.card_id
            """;

    static final String BENEFITS =
            """
              FROM benefits.decision d
              JOIN benefits.v_state s USING (decision_id)
              JOIN eligibility.insured i ON i.insured_no = d.insured_no
              JOIN LATERAL (SELECT n.person_no, n.name FROM register.person n
                             WHERE n.natural_id = i.natural_id AND n.city_code = d.city_code
                             ORDER BY n.person_id DESC LIMIT 1) p ON true
              CROSS JOIN LATERAL (SELECT p.person_no) about
             WHERE d.city_code = :city
               AND (d.decided_on BETWEEN :first AND :last OR s.transfer_on BETWEEN :first AND :last)
             ORDER BY d.decision_id
            """;

    static final String CHANGES =
            """
              FROM assessment.v_result r
              JOIN assessment.v_share s USING (run_id, insured_no, levy_year, version)
              JOIN register.person p ON p.person_id = s.person_id
              CROSS JOIN LATERAL (SELECT p.person_no) about
             WHERE s.city_code = :city AND r.decided_on BETWEEN :first AND :last
             ORDER BY r.insured_no, r.levy_year, r.version
            """;

    /** Whoever waits on the last day, with the city of the insurance's last stretch. */
    static final String HELD =
            """
              FROM assessment.held h
              JOIN LATERAL (SELECT e.person_id, e.city_code FROM eligibility.period e
                             WHERE e.insured_no = h.insured_no ORDER BY lower(e.valid) DESC LIMIT 1) e ON true
              JOIN register.person p ON p.person_id = e.person_id
              CROSS JOIN LATERAL (SELECT p.person_no) about
             WHERE e.city_code = :city AND h.known_on <= :last AND :first <= :last
               AND (h.settled_on IS NULL OR h.settled_on > :last)
             ORDER BY h.held_id
            """;

    static final String DAY_BOOK =
            """
              FROM (SELECT r.booked_on, r.levy_year, r.decision_year,
                           CASE r.method WHEN '1' THEN '特別徴収' ELSE '普通徴収' END AS method,
                           CASE r.kind WHEN '1' THEN '収納' WHEN '2' THEN '還付' WHEN '3' THEN '充当（充てた側）'
                                WHEN '4' THEN '充当（充てられた側）' WHEN '5' THEN '収納取消' ELSE '過誤納発生' END AS kind,
                           count(*) AS number, sum(r.amount) AS amount
                      FROM reconciliation.receipt r
                     WHERE r.city_code = :city AND r.booked_on BETWEEN :first AND :last
                     GROUP BY 1, 2, 3, 4, 5) g
              CROSS JOIN LATERAL (SELECT NULL::bigint AS person_no) about
             ORDER BY g.booked_on, g.levy_year, g.decision_year, g.method, g.kind
            """;

    /**
     * 調定 is each instalment of the newest plan that was known on the last day, or what a receipt
     * says of one of the former system; 収納 is the state after the last posting booked until then.
     */
    static final String MONTH_BOOK =
            """
              FROM (SELECT k.decision_year, CASE WHEN k.decision_year > k.levy_year THEN '過年' ELSE '現年' END AS past,
                           CASE k.method WHEN '1' THEN '特別徴収' ELSE '普通徴収' END AS method,
                           count(DISTINCT k.insured_no) AS people, count(*) AS number, sum(k.charged) AS charged,
                           sum(k.received) AS received, sum(k.refunded) AS refunded, sum(k.overpaid) AS overpaid,
                           sum(greatest(k.unpaid, 0)) AS unpaid
                      FROM (SELECT coalesce(p.insured_no, r.insured_no) AS insured_no,
                                   coalesce(p.levy_year, r.levy_year) AS levy_year,
                                   coalesce(p.decision_year, r.decision_year) AS decision_year,
                                   coalesce(p.method, r.method) AS method, coalesce(p.amount, r.charged_after) AS charged,
                                   coalesce(r.received_after, 0) AS received, coalesce(r.refunded_after, 0) AS refunded,
                                   coalesce(r.overpaid_after, 0) AS overpaid,
                                   coalesce(r.unpaid_after - r.charged_after, 0) + coalesce(p.amount, r.charged_after) AS unpaid
                              FROM (SELECT i.* FROM reconciliation.instalment i
                                     WHERE i.city_code = :city AND i.received_on <= :last AND i.period <> 99
                                       AND NOT EXISTS (SELECT FROM reconciliation.instalment n
                                              WHERE n.insured_no = i.insured_no AND n.levy_year = i.levy_year
                                                AND n.city_code = i.city_code AND n.assessment_no = i.assessment_no
                                                AND n.decision_year = i.decision_year AND n.received_on <= :last
                                                AND n.plan_version > i.plan_version)) p
                              FULL JOIN (SELECT DISTINCT ON (insured_no, levy_year, assessment_no, decision_year, method,
                                                             period) *
                                           FROM reconciliation.receipt
                                          WHERE city_code = :city AND booked_on <= :last
                                          ORDER BY insured_no, levy_year, assessment_no, decision_year, method, period,
                                                   seq DESC) r
                                   USING (insured_no, levy_year, assessment_no, decision_year, method, period)) k
                     WHERE k.decision_year BETWEEN eligibility.fiscal_year(:first) AND eligibility.fiscal_year(:last)
                     GROUP BY 1, 2, 3) g
              CROSS JOIN LATERAL (SELECT NULL::bigint AS person_no) about
             ORDER BY g.decision_year, g.past, g.method
            """;

    /** Of years whose books are closed on the last day, as the city reported them until then. */
    static final String CARRIED =
            """
              FROM (SELECT a.levy_year, a.decision_year,
                           CASE a.method WHEN '1' THEN '特別徴収' ELSE '普通徴収' END AS method,
                           count(DISTINCT a.insured_no) AS people, count(*) AS number, sum(a.charged) AS charged,
                           sum(a.received) AS received, sum(a.written_off) AS written_off, sum(a.unpaid) AS unpaid
                      FROM reconciliation.arrears a
                     WHERE a.city_code = :city AND a.decision_year < eligibility.fiscal_year(:last) AND a.received_on <= :last
                       AND (a.unpaid > 0 OR a.written_off > 0)
                     GROUP BY 1, 2, 3) g
              CROSS JOIN LATERAL (SELECT NULL::bigint AS person_no) about
             ORDER BY g.levy_year, g.decision_year, g.method
            """;

    private SourceSql() {}
}
