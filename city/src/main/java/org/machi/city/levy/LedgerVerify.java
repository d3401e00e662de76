package org.machi.city.levy;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proves the ledger from its postings: recomputes every balance, every closed day's seal, every
 * receipt's allocation, and compares the instalments with what was decided. Reads only.
 *
 * <p>A row that somebody changed by hand is named. A changed posting breaks its day's seal and its
 * instalment's balance; a changed balance breaks the balance only.
 */
@Component
public class LedgerVerify {

    private static final String BALANCES =
            """
            WITH leg AS (
                SELECT debit_kind AS kind, debit_id AS id, cause, amount AS debit, 0 AS credit FROM levy.posting
                UNION ALL
                SELECT credit_kind, credit_id, cause, 0, amount FROM levy.posting
            ), account AS (
                SELECT id, kind, cause, sum(debit) AS debit, sum(credit) AS credit FROM leg
                WHERE kind IN ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE') GROUP BY id, kind, cause
            ), again AS (
                SELECT id,
                    sum(CASE WHEN cause = 'CHARGE' AND kind NOT IN ('FEE', 'LATE') THEN debit - credit ELSE 0 END) AS charged,
                    sum(CASE WHEN cause = 'RECEIPT' AND kind IN ('RECEIVABLE', 'OVERPAYMENT') THEN credit - debit ELSE 0 END)
                        AS collected,
                    sum(CASE WHEN cause = 'OFFSET' AND kind = 'RECEIVABLE' THEN credit - debit ELSE 0 END) AS offset_in,
                    sum(CASE WHEN kind = 'WRITTEN_OFF' THEN debit - credit ELSE 0 END) AS written_off,
                    sum(CASE WHEN kind = 'RECEIVABLE' THEN debit - credit ELSE 0 END) AS open,
                    sum(CASE WHEN kind = 'OVERPAYMENT' AND cause IN ('CHARGE', 'RECEIPT') THEN credit - debit ELSE 0 END)
                        AS over_arisen,
                    sum(CASE WHEN kind = 'OVERPAYMENT' AND cause = 'REFUND' THEN debit - credit ELSE 0 END) AS over_refunded,
                    sum(CASE WHEN kind = 'OVERPAYMENT' AND cause = 'OFFSET' THEN debit - credit ELSE 0 END) AS over_offset,
                    sum(CASE WHEN kind = 'OVERPAYMENT' AND cause = 'LAPSE' THEN debit - credit ELSE 0 END) AS over_lapsed,
                    sum(CASE WHEN kind = 'OVERPAYMENT' THEN credit - debit ELSE 0 END) AS over_held,
                    sum(CASE WHEN kind = 'FEE' THEN debit - credit ELSE 0 END) AS fee_open,
                    sum(CASE WHEN kind = 'FEE' AND cause = 'RECEIPT' THEN credit - debit ELSE 0 END) AS fee_collected,
                    sum(CASE WHEN kind = 'LATE' THEN debit - credit ELSE 0 END) AS late_open,
                    sum(CASE WHEN kind = 'LATE' AND cause = 'RECEIPT' THEN credit - debit ELSE 0 END) AS late_collected
                FROM account GROUP BY id
            )
            SELECT 'levy.instalment_balance ' || coalesce(b.instalment_id, a.id) AS name,
                '残高 ' || d.item || '：台帳は ' || d.kept || '、仕訳からは ' || d.computed || '。この期の仕訳番号は '
                    || coalesce((SELECT string_agg(p.posting_id::text, ', ' ORDER BY p.posting_id) FROM levy.posting p
                        WHERE (p.debit_id = coalesce(b.instalment_id, a.id)
                                AND p.debit_kind IN ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE'))
                            OR (p.credit_id = coalesce(b.instalment_id, a.id)
                                AND p.credit_kind IN ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE'))), 'なし') AS text
            FROM levy.instalment_balance b FULL JOIN again a ON a.id = b.instalment_id
            CROSS JOIN LATERAL (VALUES
                ('調定額', b.charged, a.charged), ('収納額', b.collected, a.collected), ('被充当額', b.offset_in, a.offset_in),
                ('不納欠損額', b.written_off, a.written_off), ('収納未済額', b.open, a.open),
                ('過誤納額', b.over_arisen, a.over_arisen), ('還付額', b.over_refunded, a.over_refunded),
                ('充当額', b.over_offset, a.over_offset), ('時効額', b.over_lapsed, a.over_lapsed),
                ('還付未済額', b.over_held, a.over_held), ('督促手数料未済', b.fee_open, a.fee_open),
                ('督促手数料済', b.fee_collected, a.fee_collected), ('延滞金未済', b.late_open, a.late_open),
                ('延滞金済', b.late_collected, a.late_collected)) AS d (item, kept, computed)
            WHERE coalesce(d.kept, 0) <> coalesce(d.computed, 0) OR b.instalment_id IS NULL
            ORDER BY 1 LIMIT 100
            """;

    private static final String OTHER_BALANCES =
            """
            WITH again AS (
                SELECT kind, id, sum(amount) AS balance FROM (
                    SELECT credit_kind AS kind, credit_id AS id, amount FROM levy.posting
                    WHERE credit_kind IN ('SUSPENSE', 'REFUND_PAYABLE')
                    UNION ALL
                    SELECT debit_kind, debit_id, -amount FROM levy.posting
                    WHERE debit_kind IN ('SUSPENSE', 'REFUND_PAYABLE')) leg
                GROUP BY kind, id)
            SELECT 'levy.account_balance ' || kind || ' ' || coalesce(b.account_id, a.id) AS name,
                '残高：台帳は ' || coalesce(b.balance, 0) || '、仕訳からは ' || coalesce(a.balance, 0) AS text
            FROM (SELECT kind, account_id, balance, account_id AS id FROM levy.account_balance) b
            FULL JOIN again a USING (kind, id)
            WHERE coalesce(a.balance, 0) <> coalesce(b.balance, 0)
            LIMIT 100
            """;

    private static final String RECEIPTS =
            """
            SELECT 'levy.receipt ' || r.receipt_id AS name,
                '収納額は ' || CASE WHEN r.state IN ('FINAL', 'SUSPENSE') THEN r.amount ELSE 0 END || '、仕訳の合計は '
                    || coalesce(p.amount, 0) AS text
            FROM levy.receipt r
            FULL JOIN (SELECT source_id, sum(CASE WHEN debit_kind = 'CASH' THEN amount
                            WHEN credit_kind = 'CASH' THEN -amount ELSE 0 END) AS amount
                       FROM levy.posting WHERE source = 'RECEIPT' GROUP BY source_id) p ON p.source_id = r.receipt_id
            WHERE r.receipt_id IS NULL
                OR coalesce(p.amount, 0) <> CASE WHEN r.state IN ('FINAL', 'SUSPENSE') THEN r.amount ELSE 0 END
            LIMIT 100
            """;

    private static final String SEALS =
            """
            SELECT 'levy.posting ' || s.booked_on AS name,
                '締めた日の仕訳が変わっている：封をした時は ' || s.postings || ' 件 ' || s.amount || ' 円、今は '
                    || p.postings || ' 件 ' || p.amount || ' 円' AS text
            FROM levy.day_seal s
            CROSS JOIN LATERAL (SELECT count(*) AS postings, coalesce(sum(amount), 0) AS amount FROM levy.posting
                WHERE booked_on = s.booked_on) p
            WHERE s.seal <> levy.seal_of(s.booked_on)
            ORDER BY s.booked_on LIMIT 100
            """;

    private static final String DECIDED =
            """
            SELECT '賦課管理番号 ' || coalesce(d.assessment_no, c.assessment_no) || '（相当年度 '
                    || coalesce(d.levy_year, c.levy_year) || '）' AS name,
                '決定した保険料は ' || coalesce(d.premium, 0) || '、期割の合計は ' || coalesce(c.charged, 0) AS text
            FROM (SELECT assessment_no, levy_year, decision_year, sum(premium) AS premium FROM koki.v_decided
                  GROUP BY assessment_no, levy_year, decision_year) d
            LEFT JOIN (SELECT i.assessment_no, i.levy_year, i.decision_year, sum(b.charged) AS charged
                       FROM levy.instalment i JOIN levy.instalment_balance b USING (instalment_id)
                       WHERE i.levy_code = 'KOKI' GROUP BY i.assessment_no, i.levy_year, i.decision_year) c
                USING (assessment_no, levy_year, decision_year)
            WHERE coalesce(d.premium, 0) <> coalesce(c.charged, 0)
            LIMIT 100
            """;

    private final JdbcClient db;

    /**
     * Over a connection that may read the ledger; the command line comes without an application.
     */
    public LedgerVerify(JdbcClient db) {
        this.db = db;
    }

    /** Everything that is wrong, at most 100 of a kind; empty when the ledger is true. */
    public List<LedgerFault> verify() {
        List<LedgerFault> faults = new ArrayList<>();
        faults.addAll(find("期割の残高", BALANCES));
        faults.addAll(find("不明金・還付未払金の残高", OTHER_BALANCES));
        faults.addAll(find("収納と仕訳", RECEIPTS));
        faults.addAll(find("日計の封", SEALS));
        if (hasDecisions()) {
            faults.addAll(find("期割と決定額", DECIDED));
        }
        return List.copyOf(faults);
    }

    private boolean hasDecisions() {
        return db.sql("SELECT to_regclass('koki.v_decided') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }

    private List<LedgerFault> find(String check, String sql) {
        return db.sql(sql)
                .query((row, n) ->
                        new LedgerFault(check, row.getString("name"), row.getString("text")))
                .list();
    }
}
