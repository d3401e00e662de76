package org.machi.city.levy;

import java.time.LocalDate;
import org.machi.platform.database.WorkTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 調定: brings the ledger's instalments to the wanted amounts.
 *
 * <p>The caller says what an instalment shall be, never by how much it changes; the difference to
 * what is charged now becomes postings. So the same call twice posts once. A raise first takes back
 * an over-payment that is still held on the instalment, the rest becomes open; a cut first reduces
 * what is open, then what was written off, and the rest is an over-payment (過納).
 *
 * <p>Both methods work in the caller's transaction, as a set.
 */
@Component
public class Charges {

    private static final String KEY =
            "person_no, levy_code, levy_year, decision_year, assessment_no, method, period";

    private final JdbcClient db;

    Charges(JdbcClient db) {
        this.db = db;
    }

    /**
     * Brings whole assessments to the wanted state: an instalment of an assessment that the rows
     * name but that is not among the rows goes to 0.
     *
     * @param wanted a SELECT with the columns levy_code, person_no, payer_no, reference, levy_year,
     *     decision_year, account_year, assessment_no, method (1 特別徴収, 2 普通徴収), period, due_on,
     *     amount (yen, 0 or more); one row per instalment
     * @param reason why, as people read it, e.g. 本算定
     */
    public ChargeCount apply(LocalDate bookedOn, String wanted, String reason) {
        return charge(bookedOn, wanted, reason, true);
    }

    /** Brings only the given instalments to the wanted amounts; the columns are as in apply. */
    public ChargeCount applyListed(LocalDate bookedOn, String wanted, String reason) {
        return charge(bookedOn, wanted, reason, false);
    }

    private ChargeCount charge(LocalDate bookedOn, String wanted, String reason, boolean whole) {
        int rows = db.sql("CREATE TEMP TABLE charge_wanted ON COMMIT DROP AS " + wanted).update();
        try {
            WorkTable.ready(db, "charge_wanted", KEY, rows);
            if (whole) {
                addMissing();
            }
            addFunds();
            int instalments = addInstalments(bookedOn);
            long batch = openBatch(bookedOn, reason);
            return post(bookedOn, batch, instalments);
        } finally {
            db.sql("DROP TABLE IF EXISTS charge_wanted").update();
        }
    }

    private void addMissing() {
        db.sql(
                        """
                        INSERT INTO charge_wanted (levy_code, person_no, payer_no, reference, levy_year, decision_year,
                            account_year, assessment_no, method, period, due_on, amount)
                        SELECT i.levy_code, i.person_no, i.payer_no, i.reference, i.levy_year, i.decision_year,
                            i.account_year, i.assessment_no, i.method, i.period, i.due_on, 0
                        FROM (SELECT DISTINCT levy_code, person_no, levy_year, decision_year, assessment_no
                              FROM charge_wanted) a
                        JOIN levy.instalment i USING (person_no, levy_code, levy_year, decision_year, assessment_no)
                        JOIN levy.instalment_balance b USING (instalment_id)
                        LEFT JOIN charge_wanted w ON (w.person_no, w.levy_code, w.levy_year, w.decision_year,
                                w.assessment_no, w.method, w.period)
                            = (i.person_no, i.levy_code, i.levy_year, i.decision_year, i.assessment_no, i.method, i.period)
                        WHERE w.person_no IS NULL AND b.charged > 0
                        """)
                .update();
    }

    private void addFunds() {
        db.sql(
                        """
                        INSERT INTO levy.fund (levy_code, account_year, levy_year, method, kind)
                        SELECT DISTINCT levy_code, account_year, levy_year, method,
                            CASE WHEN account_year = levy_year THEN 'CURRENT' ELSE 'PAST' END
                        FROM charge_wanted
                        ON CONFLICT DO NOTHING
                        """)
                .update();
    }

    private int addInstalments(LocalDate bookedOn) {
        return db.sql(
                        """
                        INSERT INTO levy.instalment AS i (%s, payer_no, reference, account_year, fund_id, due_on, made_on)
                        SELECT w.person_no, w.levy_code, w.levy_year, w.decision_year, w.assessment_no, w.method, w.period,
                            w.payer_no, w.reference, w.account_year, f.fund_id, w.due_on, :bookedOn
                        FROM charge_wanted w
                        JOIN levy.fund f ON f.levy_code = w.levy_code AND f.account_year = w.account_year
                            AND f.levy_year = w.levy_year AND f.method = w.method
                            AND f.kind = CASE WHEN w.account_year = w.levy_year THEN 'CURRENT' ELSE 'PAST' END
                        ON CONFLICT (%s) DO UPDATE
                            SET due_on = excluded.due_on, payer_no = excluded.payer_no, reference = excluded.reference
                            WHERE (i.due_on, i.payer_no, i.reference)
                                IS DISTINCT FROM (excluded.due_on, excluded.payer_no, excluded.reference)
                        """
                                .formatted(KEY, KEY))
                .param("bookedOn", bookedOn)
                .update();
    }

    private long openBatch(LocalDate bookedOn, String reason) {
        return db.sql(
                        """
                        INSERT INTO levy.deed (kind, booked_on, reason) VALUES ('CHARGE', :bookedOn, :reason)
                        RETURNING deed_id
                        """)
                .param("bookedOn", bookedOn)
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    private ChargeCount post(LocalDate bookedOn, long batch, int instalments) {
        return db.sql(
                        """
                        WITH change AS (
                            SELECT i.instalment_id, i.fund_id, b.open, b.written_off, b.over_held,
                                greatest(w.amount - b.charged, 0) AS more, greatest(b.charged - w.amount, 0) AS less
                            FROM charge_wanted w
                            JOIN levy.instalment i USING (%s)
                            JOIN levy.instalment_balance b USING (instalment_id)
                            WHERE w.amount <> b.charged
                        ), split AS (
                            SELECT *, least(more, over_held) AS taken_back, least(less, open) AS from_open,
                                least(less - least(less, open), written_off) AS from_written_off
                            FROM change
                        ), line AS (
                            SELECT s.instalment_id, f.current_fund_id, f.account_year, l.*
                            FROM split s JOIN levy.v_fund f USING (fund_id)
                            CROSS JOIN LATERAL (VALUES
                                ('OVERPAYMENT', true, s.taken_back),
                                ('RECEIVABLE', true, s.more - s.taken_back),
                                ('RECEIVABLE', false, s.from_open),
                                ('WRITTEN_OFF', false, s.from_written_off),
                                ('OVERPAYMENT', false, s.less - s.from_open - s.from_written_off)) AS l (kind, rise, amount)
                            WHERE l.amount > 0
                        ), posted AS (
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, source, source_id)
                        SELECT levy.operation('CHARGE:' || :batch || ':' || instalment_id || ':' || kind),
                            CASE WHEN rise THEN kind ELSE 'INCOME' END::levy.account_kind,
                            CASE WHEN rise THEN instalment_id ELSE current_fund_id END,
                            CASE WHEN rise THEN 'INCOME' ELSE kind END::levy.account_kind,
                            CASE WHEN rise THEN current_fund_id ELSE instalment_id END,
                            amount, 'CHARGE', current_fund_id, account_year, :bookedOn, 'CHARGE', :batch
                        FROM line
                        RETURNING debit_kind <> 'INCOME' AS rise, amount
                        )
                        SELECT count(*) FILTER (WHERE rise) AS raises, count(*) FILTER (WHERE NOT rise) AS cuts,
                            coalesce(sum(amount) FILTER (WHERE rise), 0) AS raised,
                            coalesce(sum(amount) FILTER (WHERE NOT rise), 0) AS cut
                        FROM posted
                        """
                                .formatted(KEY))
                .param("batch", batch)
                .param("bookedOn", bookedOn)
                .query((row, n) ->
                        new ChargeCount(
                                batch,
                                instalments,
                                row.getLong("raises"),
                                row.getLong("cuts"),
                                row.getLong("raised"),
                                row.getLong("cut")))
                .single();
    }
}
