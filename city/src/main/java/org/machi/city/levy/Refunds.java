package org.machi.city.levy;

import java.time.LocalDate;
import java.util.List;
import org.machi.law.LegalBasis;
import org.machi.law.parameter.Parameters;
import org.machi.law.refund.RefundInterest;
import org.machi.platform.database.WorkTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 還付: decides the repayment of over-payments that could not be offset, with interest where the law
 * gives it, one refund for a person and a levy; pays it by transfer; lets it lapse after two years.
 *
 * <p>The ledger doesn't know why a premium was cut (所得税の申告 or the office's own correction), so
 * interest on a cut runs from the day after payment, which is never to the payer's harm. What was
 * deducted from a pension two months or more after the month of death goes back to the pension
 * payer on the 10th of the next month (則108条).
 */
@Component
@LegalBasis({"法139条", "地17条", "地17条の4", "法160条1項"})
public class Refunds {

    private static final String OVERPAID =
            """
            CREATE TEMP TABLE refund_wanted ON COMMIT DROP AS
            SELECT b.instalment_id, i.person_no, i.levy_code, b.over_held AS amount, 0::bigint AS interest,
                NULL::date AS interest_from, last.cause = 'RECEIPT' AS twice, paid.paid_on,
                CASE WHEN p.died_on IS NULL THEN 'PERSON'
                     WHEN i.method = 1 AND i.due_on >= date_trunc('month', p.died_on) + interval '2 months' THEN 'INSURER'
                     ELSE 'HEIR' END AS payee
            FROM levy.instalment_balance b
            JOIN levy.instalment i USING (instalment_id)
            LEFT JOIN people.v_person p ON p.person_no = i.person_no
            CROSS JOIN LATERAL (SELECT cause FROM levy.posting WHERE credit_kind = 'OVERPAYMENT' AND credit_id = b.instalment_id
                ORDER BY posting_id DESC LIMIT 1) last
            CROSS JOIN LATERAL (SELECT max(paid_on) AS paid_on FROM levy.posting
                WHERE cause = 'RECEIPT' AND credit_kind IN ('RECEIVABLE', 'OVERPAYMENT') AND credit_id = b.instalment_id) paid
            WHERE b.over_held > 0 AND NOT %s
            """;

    private final JdbcClient db;
    private final Parameters parameters = Parameters.withAssumptions();
    private final RefundInterest interest = new RefundInterest(parameters);

    Refunds(JdbcClient db) {
        this.db = db;
    }

    private record Candidate(long instalment, long amount, boolean twice, LocalDate paidOn) {}

    /** Decides refunds of everything that is still held; returns how many. */
    int decide(LocalDate day) {
        int held = db.sql(OVERPAID.formatted(Offsets.WAITING)).update();
        WorkTable.ready(db, "refund_wanted", "instalment_id", held);
        addInterest(day);
        int refunds = insert(day);
        post(day);
        db.sql("DROP TABLE refund_wanted").update();
        return refunds;
    }

    private void addInterest(LocalDate day) {
        List<Candidate> candidates =
                db.sql(
                                """
                                SELECT instalment_id, amount, twice, paid_on FROM refund_wanted
                                WHERE amount >= :minimum AND paid_on IS NOT NULL
                                """)
                        .param("minimum", parameters.amount("refund.minimumPrincipal", day))
                        .query((row, n) ->
                                new Candidate(
                                        row.getLong("instalment_id"),
                                        row.getLong("amount"),
                                        row.getBoolean("twice"),
                                        row.getObject("paid_on", LocalDate.class)))
                        .list();
        for (Candidate candidate : candidates) {
            LocalDate from =
                    candidate.twice()
                            ? RefundInterest.fromMistake(candidate.paidOn())
                            : RefundInterest.fromReduction(candidate.paidOn());
            long yen = interest.interest(candidate.amount(), from, day);
            // Interest below 1,000 yen is not paid, so this update is for a few large old amounts
            // only.
            if (yen > 0) {
                db.sql(
                                """
                                UPDATE refund_wanted SET interest = :yen, interest_from = :start
                                WHERE instalment_id = :instalment
                                """)
                        .param("yen", yen)
                        .param("start", from)
                        .param("instalment", candidate.instalment())
                        .update();
            }
        }
    }

    private int insert(LocalDate day) {
        return db.sql(
                        """
                        WITH made AS (
                            INSERT INTO levy.refund (person_no, levy_code, payee, principal, interest, decided_on, state, transfer_on,
                                lapses_on)
                            SELECT person_no, levy_code, payee, sum(amount), sum(interest), :day,
                                CASE payee WHEN 'INSURER' THEN 'SENT' ELSE 'WAITING' END,
                                CASE payee WHEN 'INSURER' THEN :insurerOn::date END, :lapses
                            FROM refund_wanted GROUP BY person_no, levy_code, payee
                            ORDER BY person_no, levy_code, payee
                            RETURNING refund_id, person_no, levy_code, payee
                        ), items AS (
                            INSERT INTO levy.refund_item (refund_id, instalment_id, amount, interest, interest_from, reason)
                            SELECT refund_id, instalment_id, amount, interest, interest_from,
                                CASE WHEN twice THEN '誤納（二重納付など）' ELSE '過納（減額）' END
                            FROM refund_wanted JOIN made USING (person_no, levy_code, payee)
                        )
                        SELECT count(*) FROM made
                        """)
                .param("day", day)
                .param("insurerOn", day.plusMonths(1).withDayOfMonth(10))
                .param(
                        "lapses",
                        day.plusYears(parameters.amount("limitation.years", day)).plusDays(1))
                .query(Integer.class)
                .single();
    }

    private void post(LocalDate day) {
        db.sql(
                        """
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, source, source_id)
                        SELECT levy.operation('REFUND:' || t.refund_id || ':' || t.instalment_id || ':' || l.kind),
                            l.kind::levy.account_kind, CASE l.kind WHEN 'OVERPAYMENT' THEN t.instalment_id ELSE f.current_fund_id END,
                            'REFUND_PAYABLE', t.refund_id, l.amount, l.cause::levy.cause,
                            f.current_fund_id, f.account_year, :day, 'REFUND', t.refund_id
                        FROM levy.refund_item t
                        JOIN levy.refund r USING (refund_id)
                        JOIN refund_wanted w USING (instalment_id)
                        JOIN levy.instalment i USING (instalment_id)
                        JOIN levy.v_fund f USING (fund_id)
                        CROSS JOIN LATERAL (VALUES ('OVERPAYMENT', t.amount, 'REFUND'),
                            ('INTEREST_EXPENSE', t.interest, 'INTEREST')) AS l (kind, amount, cause)
                        WHERE r.decided_on = :day AND l.amount > 0
                            AND NOT EXISTS (SELECT 1 FROM levy.account_balance a
                                WHERE a.kind = 'REFUND_PAYABLE' AND a.account_id = r.refund_id)
                        """)
                .param("day", day)
                .update();
    }

    /** Books the transfers whose day has come; returns how many refunds were paid. */
    int pay(LocalDate day) {
        int paid =
                db.sql(
                                """
                                INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                                    fund_id, account_year, booked_on, paid_on, received_on, source, source_id)
                                SELECT levy.operation('PAYOUT:' || r.refund_id || ':' || r.attempt), 'REFUND_PAYABLE', r.refund_id,
                                    'CASH', :channel, r.principal + r.interest, 'PAYOUT', first.fund_id, first.account_year,
                                    :day, r.transfer_on, r.transfer_on, 'REFUND', r.refund_id
                                FROM levy.refund r
                                CROSS JOIN LATERAL (SELECT f.current_fund_id AS fund_id, f.account_year FROM levy.refund_item t
                                    JOIN levy.instalment i USING (instalment_id) JOIN levy.v_fund f USING (fund_id)
                                    WHERE t.refund_id = r.refund_id ORDER BY t.instalment_id LIMIT 1) first
                                WHERE r.state = 'SENT' AND r.transfer_on <= :day
                                """)
                        .param("channel", Channel.TRANSFER.number())
                        .param("day", day)
                        .update();
        if (paid > 0) {
            db.sql(
                            "UPDATE levy.refund SET state = 'PAID' WHERE state = 'SENT' AND transfer_on <= :day")
                    .param("day", day)
                    .update();
        }
        return paid;
    }

    /**
     * 振込不能: the bank could not pay a transfer. What was booked as paid is owed again, and the
     * refund waits for another account. Works in the caller's transaction.
     *
     * @return false when the refund was not sent
     */
    public boolean transferFailed(long refundId, LocalDate day) {
        db.sql(
                        """
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, paid_on, received_on, source, source_id)
                        SELECT levy.operation('PAYOUT:' || r.refund_id || ':' || r.attempt || ':failed'), 'CASH', :channel,
                            'REFUND_PAYABLE', r.refund_id, r.principal + r.interest, 'PAYOUT', first.fund_id, first.account_year,
                            :day, r.transfer_on, :day, 'REFUND', r.refund_id
                        FROM levy.refund r
                        CROSS JOIN LATERAL (SELECT f.current_fund_id AS fund_id, f.account_year FROM levy.refund_item t
                            JOIN levy.instalment i USING (instalment_id) JOIN levy.v_fund f USING (fund_id)
                            WHERE t.refund_id = r.refund_id ORDER BY t.instalment_id LIMIT 1) first
                        WHERE r.refund_id = :refund AND r.state = 'PAID' AND r.payee <> 'INSURER'
                        """)
                .param("channel", Channel.TRANSFER.number())
                .param("day", day)
                .param("refund", refundId)
                .update();
        return db.sql(
                                """
                                UPDATE levy.refund SET state = 'WAITING', transfer_on = NULL, attempt = attempt + 1
                                WHERE refund_id = :refund AND state IN ('SENT', 'PAID') AND payee <> 'INSURER'
                                """)
                        .param("refund", refundId)
                        .update()
                == 1;
    }

    /** 還付請求権の時効: what nobody asked for within two years becomes the city's. */
    int lapse(LocalDate day) {
        int lapsed =
                db.sql(
                                """
                                INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                                    fund_id, account_year, booked_on, source, source_id)
                                SELECT levy.operation('LAPSE:' || r.refund_id), 'REFUND_PAYABLE', r.refund_id,
                                    'LAPSED_INCOME', 0, r.principal + r.interest, 'LAPSE', first.fund_id, first.account_year,
                                    :day, 'REFUND', r.refund_id
                                FROM levy.refund r
                                CROSS JOIN LATERAL (SELECT f.current_fund_id AS fund_id, f.account_year FROM levy.refund_item t
                                    JOIN levy.instalment i USING (instalment_id) JOIN levy.v_fund f USING (fund_id)
                                    WHERE t.refund_id = r.refund_id ORDER BY t.instalment_id LIMIT 1) first
                                WHERE r.state = 'WAITING' AND r.lapses_on <= :day
                                """)
                        .param("day", day)
                        .update();
        if (lapsed > 0) {
            db.sql(
                            "UPDATE levy.refund SET state = 'LAPSED' WHERE state = 'WAITING' AND lapses_on <= :day")
                    .param("day", day)
                    .update();
        }
        return lapsed;
    }
}
