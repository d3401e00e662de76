package org.machi.city.levy;

/**
 * The queries behind the reports to the union; each column has the name that the file's layout
 * gives it.
 */
final class UnionReportSql {

    /** Every posting on a premium in the days after {@code :since} up to {@code :day}. */
    static final String RECEIPTS =
            """
            WITH moved AS (
                SELECT p.posting_id, p.cause, p.amount, p.booked_on, p.paid_on, p.received_on, p.source, p.source_id,
                    l.kind AS side, l.id AS instalment_id, l.sign
                FROM levy.posting p
                CROSS JOIN LATERAL (VALUES (p.debit_kind, p.debit_id, -1), (p.credit_kind, p.credit_id, 1)) AS l (kind, id, sign)
                WHERE p.booked_on > :since AND p.booked_on <= :day
                    AND l.kind IN ('RECEIVABLE', 'OVERPAYMENT', 'FEE', 'LATE')
                    AND (p.cause IN ('RECEIPT', 'REFUND', 'OFFSET') OR p.cause = 'CHARGE' AND l.kind = 'OVERPAYMENT')
            )
            SELECT lpad(i.person_no::text, 15, '0') AS person_no, i.reference AS insured_no, y.municipality_code,
                i.levy_year, i.decision_year, i.account_year AS charge_year, i.assessment_no, i.method,
                levy.subject(i.levy_code) AS levy, NULL AS levy_shown, NULL AS notice_no, i.period,
                least((SELECT count(*) FROM levy.posting q WHERE q.credit_id = i.instalment_id AND q.cause = 'RECEIPT'
                    AND q.credit_kind IN ('RECEIVABLE', 'OVERPAYMENT', 'FEE', 'LATE') AND q.posting_id < m.posting_id) + 1, 999)
                    AS receipt_seq,
                r.slip_no::text AS payment_no,
                CASE m.cause WHEN 'RECEIPT' THEN CASE m.sign WHEN 1 THEN '1' ELSE '5' END
                    WHEN 'REFUND' THEN '2' WHEN 'OFFSET' THEN CASE m.side WHEN 'OVERPAYMENT' THEN '3' ELSE '4' END
                    ELSE '6' END AS kind,
                CASE r.channel_id WHEN 1 THEN '1' WHEN 2 THEN '3' WHEN 3 THEN '2' WHEN 4 THEN '4' WHEN 5 THEN '6'
                    WHEN 8 THEN '9' END AS channel,
                coalesce(m.paid_on, m.booked_on) AS paid_on, coalesce(m.received_on, m.booked_on) AS received_on, m.booked_on,
                CASE WHEN m.cause = 'CHARGE' OR m.side IN ('FEE', 'LATE') THEN 0 ELSE m.sign * m.amount END AS amount,
                CASE m.side WHEN 'LATE' THEN m.sign * m.amount ELSE 0 END AS late_charge,
                CASE m.side WHEN 'FEE' THEN m.sign * m.amount ELSE 0 END AS demand_fee,
                b.charged AS charged_after, b.collected AS received_after, b.open AS unpaid_after, b.over_arisen AS overpaid_after,
                b.over_refunded AS refunded_after, b.over_offset AS offset_after, b.offset_in AS offset_into_after
            FROM moved m
            JOIN levy.instalment i USING (instalment_id)
            JOIN levy.instalment_balance b USING (instalment_id)
            CROSS JOIN levy.payee y
            LEFT JOIN levy.receipt r ON m.source = 'RECEIPT' AND r.receipt_id = m.source_id
            WHERE i.levy_code = 'KOKI'
            ORDER BY m.posting_id, m.sign
            """;

    /**
     * The overdue instalments on which something happened after {@code :since} up to {@code :day}.
     */
    static final String ARREARS =
            """
            WITH touched AS (
                SELECT l.id AS instalment_id FROM levy.posting p
                CROSS JOIN LATERAL (VALUES (p.debit_kind, p.debit_id), (p.credit_kind, p.credit_id)) AS l (kind, id)
                WHERE p.booked_on > :since AND p.booked_on <= :day
                    AND l.kind IN ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE')
                UNION
                SELECT instalment_id FROM levy.demand WHERE demanded_on > :since AND demanded_on <= :day
                UNION
                SELECT instalment_id FROM levy.demand WHERE published_known_on > :since AND published_known_on <= :day
                UNION
                SELECT i.instalment_id FROM levy.instalment i JOIN levy.instalment_balance b USING (instalment_id)
                WHERE i.due_on >= :since AND i.due_on < :day AND b.open > 0
            )
            SELECT y.insurer_no, lpad(i.person_no::text, 15, '0') AS person_no, i.reference AS insured_no, i.decision_year,
                i.levy_year, i.method, i.period, i.assessment_no, coalesce(c.charged, b.charged) AS charged_first, b.charged,
                s.issued_on AS slip_issued_on, least(coalesce(s.slips, 0), 99) AS slip_count, a.asked_on AS debit_made_on,
                i.due_on AS first_due_on, i.due_on, b.open AS unpaid, b.collected AS received,
                CASE WHEN b.over_held > 0 THEN '3' WHEN b.open = 0 AND b.written_off > 0 THEN '4' WHEN b.open = 0 THEN '2'
                    WHEN b.collected + b.offset_in > 0 THEN '1' ELSE '0' END AS state,
                r.paid_on, r.received_on, greatest(r.receipts - 1, 0) AS part_count,
                CASE u.kind WHEN 'NO_DEMAND' THEN '1' WHEN 'NO_REMINDER' THEN '2' WHEN 'NEITHER' THEN '3' ELSE '0' END
                    AS demand_hold,
                b.late_open + b.late_collected AS late_charged, b.late_collected AS late_paid,
                b.fee_open + b.fee_collected AS fee_charged, b.fee_collected AS fee_paid,
                CASE u.kind WHEN 'GRACE' THEN '1' WHEN 'GRACE_WAIVED' THEN '1' WHEN 'SUSPENDED' THEN '3' ELSE '0' END AS grace,
                CASE WHEN u.kind IN ('GRACE', 'GRACE_WAIVED') THEN u.valid_from END AS grace_asked_on,
                CASE WHEN u.kind IN ('GRACE', 'GRACE_WAIVED') THEN u.valid_to END AS grace_due_on,
                CASE u.kind WHEN 'PROMISE' THEN u.valid_from END AS promised_on,
                CASE u.kind WHEN 'PROMISE' THEN u.valid_to END AS promised_due_on,
                b.over_arisen AS overpaid, b.over_refunded AS refunded, b.over_offset AS offset_yen, b.offset_in AS offset_into,
                w.written_off_on, w.reason AS write_off_by, b.written_off, coalesce(c.generation, 0) AS carried_years,
                coalesce(c.carried, 0) AS carried, d.demanded_on, d.term_on AS demand_due_on,
                d.published_on AS demand_published_on, NULL AS reminded_on, NULL AS reminder_due_on, NULL AS measure,
                NULL AS measure_from, NULL AS measure_until,
                coalesce(l.runs_from, i.due_on + 1) AS limitation_from, coalesce(l.basis, '1') AS limitation_by,
                coalesce(l.gone_on, (i.due_on + 1 + interval '2 years')::date) AS limitation_on
            FROM touched t
            JOIN levy.instalment i USING (instalment_id)
            JOIN levy.instalment_balance b USING (instalment_id)
            CROSS JOIN levy.payee y
            LEFT JOIN levy.demand d USING (instalment_id)
            LEFT JOIN levy.limitation l USING (instalment_id)
            LEFT JOIN LATERAL (SELECT max(k.issued_on) AS issued_on, count(*) AS slips FROM levy.slip_item q
                JOIN levy.slip k USING (slip_no) WHERE q.instalment_id = i.instalment_id AND q.part = 'PRINCIPAL') s ON true
            LEFT JOIN LATERAL (SELECT max(asked_on) AS asked_on FROM levy.debit q WHERE q.instalment_id = i.instalment_id) a ON true
            LEFT JOIN LATERAL (SELECT max(q.paid_on) AS paid_on, max(q.received_on) AS received_on, count(*) AS receipts
                FROM levy.posting q WHERE q.credit_id = i.instalment_id AND q.credit_kind = 'RECEIVABLE'
                    AND q.cause = 'RECEIPT') r ON true
            LEFT JOIN LATERAL (SELECT * FROM levy.carry_over q WHERE q.instalment_id = i.instalment_id
                ORDER BY account_year DESC LIMIT 1) c ON true
            LEFT JOIN LATERAL (SELECT * FROM levy.write_off q WHERE q.instalment_id = i.instalment_id
                ORDER BY written_off_on DESC LIMIT 1) w ON true
            LEFT JOIN LATERAL (SELECT * FROM levy.suppression q WHERE q.person_no = i.person_no AND q.levy_code = i.levy_code
                AND q.valid_from <= :day AND (q.valid_to IS NULL OR q.valid_to > :day) LIMIT 1) u ON true
            WHERE i.levy_code = 'KOKI' AND i.due_on < :day
                -- What was overdue at the last report may stand there as unpaid: it is told again when it moved.
                AND (b.open > 0 OR d.instalment_id IS NOT NULL OR b.written_off > 0 OR i.due_on < :since)
            ORDER BY i.instalment_id
            """;

    private UnionReportSql() {}
}
