package org.machi.city.levy;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 充当: uses over-payments for what the same person still owes on the same levy.
 *
 * <p>Only debts whose due day has passed are paid so; principal before fee and late charge, the
 * oldest due day first. Deductions that belong back to the pension payer (死亡月の翌々月以後) are left
 * alone, and so is a debt for which a store has already announced a payment. What was deducted too
 * much from a pension is offset only some days after the person was told.
 */
@Component
@LegalBasis({"法139条", "自治法231条の3第4項", "地17条の2", "則109条"})
class Offsets {

    private final JdbcClient db;

    Offsets(JdbcClient db) {
        this.db = db;
    }

    /**
     * True if any over-payment is held; then the day's offset and refund have something to look at.
     */
    boolean anythingHeld() {
        return db.sql("SELECT EXISTS (SELECT 1 FROM levy.instalment_balance WHERE over_held > 0)")
                .query(Boolean.class)
                .single();
    }

    /** What the chosen over-payments (a condition on instalment i and balance b) would pay. */
    private static final String PAIRS =
            """
            WITH credit AS (
                SELECT b.instalment_id, i.person_no, i.levy_code, b.over_held AS amount,
                    sum(b.over_held) OVER (PARTITION BY i.person_no, i.levy_code ORDER BY i.due_on, b.instalment_id)
                        AS upto
                FROM levy.instalment_balance b
                JOIN levy.instalment i USING (instalment_id)
                LEFT JOIN people.v_person p ON p.person_no = i.person_no
                WHERE b.over_held > 0 AND (%s)
                    AND (i.method = 2 OR p.died_on IS NULL
                        OR i.due_on < date_trunc('month', p.died_on) + interval '2 months')
            ), debt AS (
                SELECT b.instalment_id, i.person_no, i.levy_code, i.fund_id, l.kind, l.amount,
                    sum(l.amount) OVER (PARTITION BY i.person_no, i.levy_code
                        ORDER BY l.rank, i.due_on, b.instalment_id) AS upto
                FROM (SELECT DISTINCT person_no, levy_code FROM credit) c
                JOIN levy.instalment i USING (person_no, levy_code)
                JOIN levy.instalment_balance b USING (instalment_id)
                CROSS JOIN LATERAL (VALUES (1, 'RECEIVABLE', b.open), (2, 'FEE', b.fee_open), (3, 'LATE', b.late_open))
                    AS l (rank, kind, amount)
                WHERE i.due_on < :day AND l.amount > 0
                    AND NOT EXISTS (SELECT 1 FROM levy.receipt r JOIN levy.slip_item s USING (slip_no)
                        WHERE r.person_no = i.person_no AND r.state = 'PROVISIONAL'
                            AND s.instalment_id = i.instalment_id)
            ), pair AS (
                SELECT c.instalment_id AS source, d.instalment_id AS target, d.kind, d.fund_id,
                    least(c.upto, d.upto) - greatest(c.upto - c.amount, d.upto - d.amount) AS amount
                FROM credit c
                JOIN debt d USING (person_no, levy_code)
                WHERE c.upto - c.amount < d.upto AND d.upto - d.amount < c.upto
            )
            """;

    /** An announcement that waits for its day. */
    static final String WAITING =
            "EXISTS (SELECT 1 FROM levy.offset_plan o WHERE o.source_id = b.instalment_id AND o.used_on IS NULL)";

    private static final String MAY_BE_USED =
            """
            i.method = 2 OR EXISTS (SELECT 1 FROM levy.offset_plan o
                WHERE o.source_id = b.instalment_id AND o.used_on IS NULL AND o.offset_on <= :day)
            """;

    /**
     * Offsets as a set what may be offset without an announcement or was announced for today;
     * returns the number of postings.
     */
    int offset(LocalDate day) {
        int postings =
                db.sql(
                                PAIRS.formatted(MAY_BE_USED)
                                        + """
                                        , deed AS (
                                            INSERT INTO levy.deed (kind, booked_on, reason)
                                            SELECT 'OFFSET', :day, '過誤納金の充当' WHERE EXISTS (SELECT 1 FROM pair) RETURNING deed_id
                                        )
                                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                                            fund_id, account_year, booked_on, paid_on, received_on, source, source_id)
                                        SELECT levy.operation('OFFSET:' || deed_id || ':' || source || ':' || target || ':' || p.kind),
                                            'OVERPAYMENT', source, p.kind::levy.account_kind, target, amount, 'OFFSET',
                                            f.current_fund_id, f.account_year, :day, :day, :day, 'OFFSET', deed_id
                                        FROM pair p CROSS JOIN deed JOIN levy.v_fund f USING (fund_id)
                                        """)
                        .param("day", day)
                        .update();
        db.sql(
                        "UPDATE levy.offset_plan SET used_on = :day WHERE used_on IS NULL AND offset_on <= :day")
                .param("day", day)
                .update();
        return postings;
    }

    /**
     * Announces offsets of what was deducted too much from pensions; until their day such an
     * over-payment is neither offset nor paid back. Returns how many over-payments.
     */
    @LegalBasis("則109条")
    int announce(LocalDate day, LocalDate offsetOn) {
        return db.sql(
                        PAIRS.formatted("i.method = 1 AND NOT " + WAITING)
                                + """
                                , told AS (
                                    INSERT INTO levy.offset_plan (source_id, target_id, kind, amount, told_on, offset_on)
                                    SELECT source, target, kind::levy.account_kind, amount, :day, :offsetOn FROM pair
                                    RETURNING source_id
                                )
                                SELECT count(DISTINCT source_id) FROM told
                                """)
                .param("day", day)
                .param("offsetOn", offsetOn)
                .query(Integer.class)
                .single();
    }
}
