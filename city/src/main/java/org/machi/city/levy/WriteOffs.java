package org.machi.city.levy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.law.LegalBasis;
import org.machi.law.parameter.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 時効と不納欠損: keeps the day on which each overdue claim is gone, and writes off what is.
 *
 * <p>Two years from the day after the due day; anew from the day after a demand's term or a part
 * payment (承認). Nobody needs to plead it (自治法236条2項), so a claim that is gone can't be kept on the
 * books. A claim whose collection is suspended by grace (徴収猶予) or a promise is left alone.
 */
@Component
@LegalBasis({"法160条1項", "自治法236条2項", "民法152条"})
public class WriteOffs {

    private final JdbcClient db;
    private final Parameters parameters = Parameters.withAssumptions();

    WriteOffs(JdbcClient db) {
        this.db = db;
    }

    /** A part payment that leaves something open acknowledges the debt: the two years run anew. */
    int acknowledge(LocalDate day) {
        return db.sql(
                        """
                        INSERT INTO levy.limitation (instalment_id, runs_from, basis, gone_on)
                        SELECT p.credit_id, max(p.paid_on) + 1, '3', (max(p.paid_on) + 1 + make_interval(years => :years))::date
                        FROM levy.posting p
                        JOIN levy.instalment i ON i.instalment_id = p.credit_id
                        JOIN levy.instalment_balance b ON b.instalment_id = p.credit_id
                        WHERE p.booked_on = :day AND p.cause = 'RECEIPT' AND p.credit_kind = 'RECEIVABLE'
                            AND b.open > 0 AND i.due_on < p.paid_on
                        GROUP BY p.credit_id
                        ON CONFLICT (instalment_id) DO UPDATE
                            SET runs_from = excluded.runs_from, basis = excluded.basis, gone_on = excluded.gone_on
                            WHERE limitation.gone_on > excluded.runs_from - 1
                        """)
                .param("day", day)
                .param("years", (int) parameters.amount("limitation.years", day))
                .update();
    }

    /**
     * Writes off every claim that is gone by this day, with fee and late charge; returns how many.
     */
    int writeOff(LocalDate day) {
        LocalDate untouched = day.minusYears(parameters.amount("limitation.years", day));
        int written =
                db.sql(
                                """
                                INSERT INTO levy.write_off (instalment_id, written_off_on, reason, amount)
                                SELECT i.instalment_id, :day, '1', b.open
                                FROM levy.instalment i
                                JOIN levy.instalment_balance b USING (instalment_id)
                                LEFT JOIN levy.limitation l USING (instalment_id)
                                WHERE i.due_on < :untouched AND b.open > 0 AND coalesce(l.gone_on, :day) <= :day
                                    AND NOT EXISTS (SELECT 1 FROM levy.suppression s
                                        WHERE s.person_no = i.person_no AND s.levy_code = i.levy_code AND s.valid_from <= :day
                                            AND (s.valid_to IS NULL OR s.valid_to > :day) AND s.kind IN ('GRACE', 'GRACE_WAIVED', 'PROMISE'))
                                ON CONFLICT DO NOTHING
                                """)
                        .param("day", day)
                        .param("untouched", untouched)
                        .update();
        if (written > 0) {
            post(day, "時効完成による不納欠損", null);
        }
        return written;
    }

    /**
     * Books in the caller's transaction what two clerks decided about one instalment.
     *
     * @param reason 不納欠損事由コード
     * @param words the same as people read it
     */
    public void decided(long instalment, String reason, String words, LocalDate day) {
        db.sql(
                        """
                        INSERT INTO levy.write_off (instalment_id, written_off_on, reason, amount)
                        SELECT instalment_id, :day, :reason, open FROM levy.instalment_balance
                        WHERE instalment_id = :instalment
                        """)
                .param("day", day)
                .param("reason", reason)
                .param("instalment", instalment)
                .update();
        post(day, words + "による不納欠損", instalment);
    }

    private void post(LocalDate day, String words, @Nullable Long only) {
        db.sql(
                        """
                        WITH deed AS (
                            INSERT INTO levy.deed (kind, booked_on, reason) VALUES ('WRITE_OFF', :day, :words)
                            RETURNING deed_id)
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, source, source_id)
                        SELECT levy.operation('WRITE_OFF:' || deed_id || ':' || i.instalment_id || ':' || l.kind),
                            CASE l.kind WHEN 'RECEIVABLE' THEN 'WRITTEN_OFF' WHEN 'FEE' THEN 'FEE_INCOME' ELSE 'LATE_INCOME'
                                END::levy.account_kind,
                            CASE l.kind WHEN 'RECEIVABLE' THEN i.instalment_id ELSE f.current_fund_id END,
                            l.kind::levy.account_kind, i.instalment_id, l.amount, 'WRITE_OFF',
                            f.current_fund_id, f.account_year, :day, 'WRITE_OFF', deed_id
                        FROM levy.write_off w CROSS JOIN deed
                        JOIN levy.instalment i USING (instalment_id)
                        JOIN levy.instalment_balance b USING (instalment_id)
                        JOIN levy.v_fund f USING (fund_id)
                        CROSS JOIN LATERAL (VALUES ('RECEIVABLE', w.amount), ('FEE', b.fee_open), ('LATE', b.late_open))
                            AS l (kind, amount)
                        WHERE w.written_off_on = :day AND l.amount > 0 AND b.open > 0
                            AND w.instalment_id = coalesce(:only::bigint, w.instalment_id)
                        """)
                .param("day", day)
                .param("words", words)
                .param("only", only)
                .update();
    }
}
