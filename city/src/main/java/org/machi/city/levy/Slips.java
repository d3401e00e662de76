package org.machi.city.levy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 納付書: numbers, barcodes and contents of payment slips.
 *
 * <p>A slip asks for what is open on one instalment at its issue: the demand fee, the premium, the
 * late charge, in this order. Nothing open, no slip. Printing is the business of the letter that
 * carries it.
 */
@Component
public class Slips {

    private final JdbcClient db;

    Slips(JdbcClient db) {
        this.db = db;
    }

    /** Says who the city is for banks, stores and the union; again when something changes. */
    public void setPayee(Payee payee) {
        db.sql(
                        """
                        INSERT INTO levy.payee (municipality_code, insurer_no, agent_code, client_no, client_kana, bank_code,
                            bank_kana, branch_code, branch_kana, account_no)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (only_row) DO UPDATE SET municipality_code = excluded.municipality_code,
                            insurer_no = excluded.insurer_no, agent_code = excluded.agent_code, client_no = excluded.client_no,
                            client_kana = excluded.client_kana, bank_code = excluded.bank_code, bank_kana = excluded.bank_kana,
                            branch_code = excluded.branch_code, branch_kana = excluded.branch_kana,
                            account_no = excluded.account_no
                        """)
                .params(
                        payee.municipalityCode(),
                        payee.insurerNo(),
                        payee.agentCode(),
                        payee.clientNo(),
                        payee.clientKana(),
                        payee.bankCode(),
                        payee.bankKana(),
                        payee.branchCode(),
                        payee.branchKana(),
                        payee.accountNo())
                .update();
    }

    /**
     * Says to which party the debits of a bank go; banks that are not named go to the designated
     * one.
     */
    public void setBank(String bankCode, String organisation) {
        db.sql(
                        """
                        INSERT INTO levy.bank_party (bank_code, organisation) VALUES (?, ?)
                        ON CONFLICT (bank_code) DO UPDATE SET organisation = excluded.organisation
                        """)
                .params(bankCode, organisation)
                .update();
    }

    /** Issues the slips in the caller's transaction. */
    public SlipBatch issue(SlipOrder order) {
        long batch =
                db.sql(
                                """
                                INSERT INTO levy.slip_batch (issued_on, purpose, reason)
                                VALUES (:issuedOn, :purpose, :reason) RETURNING batch_id
                                """)
                        .param("issuedOn", order.issuedOn())
                        .param("purpose", order.purpose().name())
                        .param("reason", order.reason())
                        .query(Long.class)
                        .single();
        return db.sql(
                        """
                        WITH wanted AS MATERIALIZED (
                            SELECT nextval('levy.slip_no') AS slip_no, i.instalment_id, i.levy_code, i.person_no, i.payer_no, i.decision_year, i.period,
                                w.due_on, w.use_by, b.fee_open, b.open, b.late_open, b.fee_open + b.open + b.late_open AS amount,
                                least((SELECT count(*) FROM levy.slip_item s
                                       WHERE s.instalment_id = i.instalment_id AND s.part = 'PRINCIPAL'), 9) AS issue_count
                            FROM (%s) w
                            JOIN levy.instalment i USING (instalment_id)
                            JOIN levy.instalment_balance b USING (instalment_id)
                            WHERE b.fee_open + b.open + b.late_open > 0
                            ORDER BY i.person_no, w.due_on, i.instalment_id
                        ), issued AS (
                            INSERT INTO levy.slip (slip_no, levy_code, person_no, payer_no, purpose, amount, due_on, use_by,
                                issue_count, barcode, ocr_line, issued_on, batch_id)
                            SELECT slip_no, levy_code, person_no, payer_no, :purpose, amount, w.due_on, w.use_by, issue_count,
                                levy.barcode(p, o.own, issue_count::integer, w.use_by, amount),
                                levy.ocr_line(o.own, issue_count::integer, amount), :issuedOn, :batch
                            FROM wanted w LEFT JOIN levy.payee p ON true
                            CROSS JOIN LATERAL (SELECT levy.slip_digits(p, levy_code, decision_year, period::integer, slip_no)) o (own)
                            RETURNING amount
                        ), items AS (
                            INSERT INTO levy.slip_item (slip_no, position, part, instalment_id, amount)
                            SELECT slip_no, l.position, l.part, instalment_id, l.amount FROM wanted
                            CROSS JOIN LATERAL (VALUES (1, 'FEE', fee_open), (2, 'PRINCIPAL', open), (3, 'LATE', late_open))
                                AS l (position, part, amount)
                            WHERE l.amount > 0
                        )
                        SELECT count(*) AS slips, coalesce(sum(amount), 0) AS amount FROM issued
                        """
                                .formatted(order.instalments()))
                .param("purpose", order.purpose().name())
                .param("issuedOn", order.issuedOn())
                .param("batch", batch)
                .query((row, n) ->
                        new SlipBatch(batch, row.getLong("slips"), row.getLong("amount")))
                .single();
    }
}
