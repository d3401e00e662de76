package org.machi.city.levy;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 過年度減額 of a year that the former system closed: what is still unpaid is cut first, then what was
 * written off, and only the rest becomes an over-payment of what was paid.
 *
 * <p>What was paid then comes into the ledger when a cut needs it, once for each closing: an
 * instalment of its own period, charged and received with the closing's figures in a fund of its
 * own ({@code FORMER}). The closing knows no days of payment; the last day of its account year
 * stands for them, so that interest never runs from a day on which the money may not have been
 * there.
 */
@Component
@LegalBasis({"自治令165条の8", "地17条", "地17条の2"})
public class FormerYears {

    /** 期別番号 of what was opened from a closing; the periods of plans lie below. */
    static final int PERIOD = PeriodName.FORMER_CLOSING;

    private final Charges charges;
    private final Receipts receipts;
    private final JdbcClient db;

    FormerYears(Charges charges, Receipts receipts, JdbcClient db) {
        this.charges = charges;
        this.receipts = receipts;
        this.db = db;
    }

    /**
     * Cuts closed years, in the caller's transaction and as a set.
     *
     * @param closings a SELECT with a row for each closing: person_no, reference, levy_year,
     *     decision_year, assessment_no, method, paid (yen that were received and kept), written_off
     *     (yen that no cut has used up), closed_year (account year of the closing), cut (yen to cut
     *     now of the person's levy year, the same on each of its rows)
     * @param reason why, as people read it
     */
    public void cut(LocalDate day, String closings, String reason) {
        db.sql("DROP TABLE IF EXISTS former_closing, former_piece").update();
        db.sql("CREATE TEMP TABLE former_closing ON COMMIT DROP AS " + closings).update();
        db.sql(PIECES.formatted(PERIOD)).update();
        open(day);
        charges.applyListed(day, WANTED.formatted(PERIOD), reason);
        db.sql("DROP TABLE former_piece, former_closing").update();
    }

    private void open(LocalDate day) {
        int year = YearClosing.endedBefore(day).next().year();
        db.sql(FUNDS).param("year", year).update();
        int opened =
                db.sql(INSTALMENTS)
                        .param("year", year)
                        .param("day", day)
                        .param("period", PERIOD)
                        .update();
        if (opened > 0) {
            charges.applyListed(day, OPENED.formatted(PERIOD, year, day), "旧システムの決算");
            receipts.take(day, Channel.FORMER, PAID.formatted(PERIOD, day));
        }
    }

    /**
     * Where the yen of a cut can come from: 1 what is open, 2 what was written off (there, or by
     * the former system), 3 what the former system collected, 4 what was collected here. {@code
     * taken} is what this cut takes from the piece.
     */
    private static final String PIECES =
            """
            CREATE TEMP TABLE former_piece ON COMMIT DROP AS
            WITH year AS (
                SELECT DISTINCT person_no, reference, levy_year, decision_year, assessment_no, cut FROM former_closing
            ), piece AS (
                SELECT y.person_no, y.reference, y.levy_year, y.decision_year, y.assessment_no, i.method, i.period, y.cut,
                    0 AS closed_year, l.rank, l.yen, i.due_on, i.instalment_id
                FROM year y
                JOIN levy.instalment i ON i.person_no = y.person_no AND i.levy_code = 'KOKI' AND i.levy_year = y.levy_year
                    AND i.decision_year = y.decision_year AND i.assessment_no = y.assessment_no
                JOIN levy.instalment_balance b USING (instalment_id)
                CROSS JOIN LATERAL (VALUES (1, b.open), (2, b.written_off), (4, b.charged - b.open - b.written_off))
                    AS l (rank, yen)
                WHERE i.period <> %1$d
                UNION ALL
                SELECT c.person_no, c.reference, c.levy_year, c.decision_year, c.assessment_no, c.method, %1$d, c.cut,
                    c.closed_year, l.rank, l.yen, make_date(c.closed_year + 1, 3, 31), i.instalment_id
                FROM former_closing c
                LEFT JOIN levy.instalment i ON i.person_no = c.person_no AND i.levy_code = 'KOKI' AND i.levy_year = c.levy_year
                    AND i.decision_year = c.decision_year AND i.assessment_no = c.assessment_no AND i.method = c.method
                    AND i.period = %1$d
                LEFT JOIN levy.instalment_balance b USING (instalment_id)
                CROSS JOIN LATERAL (VALUES (2, c.written_off), (3, coalesce(b.charged, c.paid))) AS l (rank, yen)
            )
            SELECT p.*, least(yen, greatest(cut - coalesce(sum(yen) OVER before_it, 0), 0)) AS taken
            FROM piece p WHERE yen > 0
            WINDOW before_it AS (PARTITION BY person_no, levy_year ORDER BY rank, due_on DESC, assessment_no, method, period
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
            """;

    private static final String FUNDS =
            """
            INSERT INTO levy.fund (levy_code, account_year, levy_year, method, kind)
            SELECT DISTINCT 'KOKI', :year, levy_year::integer, method, 'FORMER' FROM former_piece
            WHERE rank = 3 AND taken > 0 AND instalment_id IS NULL
            ON CONFLICT DO NOTHING
            """;

    private static final String INSTALMENTS =
            """
            INSERT INTO levy.instalment (person_no, levy_code, levy_year, decision_year, assessment_no, method, period,
                payer_no, reference, account_year, fund_id, due_on, made_on)
            SELECT p.person_no, 'KOKI', p.levy_year, p.decision_year, p.assessment_no, p.method, :period,
                p.person_no, p.reference, p.closed_year, f.fund_id, p.due_on, :day
            FROM former_piece p
            JOIN levy.fund f ON f.levy_code = 'KOKI' AND f.account_year = :year AND f.levy_year = p.levy_year
                AND f.method = p.method AND f.kind = 'FORMER'
            WHERE p.rank = 3 AND p.taken > 0 AND p.instalment_id IS NULL
            """;

    private static final String OPENED =
            """
            SELECT 'KOKI'::text AS levy_code, p.person_no, p.person_no AS payer_no, p.reference, p.levy_year::integer,
                p.decision_year::integer, %2$d AS account_year, p.assessment_no, p.method, %1$d::smallint AS period,
                p.due_on, p.yen AS amount
            FROM former_piece p JOIN levy.instalment i ON i.person_no = p.person_no AND i.levy_code = 'KOKI'
                AND i.levy_year = p.levy_year AND i.decision_year = p.decision_year AND i.assessment_no = p.assessment_no
                AND i.method = p.method AND i.period = %1$d AND i.made_on = date '%3$s'
            WHERE p.rank = 3 AND p.taken > 0 AND p.instalment_id IS NULL
            """;

    private static final String PAID =
            """
            SELECT 'CLOSING:' || i.instalment_id AS receipt_key, NULL::bigint AS slip_no, NULL::text AS barcode,
                i.instalment_id, p.yen::bigint AS amount, p.due_on AS paid_on, date '%2$s' AS received_on,
                '旧システムの決算' AS shown_no, NULL::bigint AS file_id, i.instalment_id AS line_no
            FROM former_piece p JOIN levy.instalment i ON i.person_no = p.person_no AND i.levy_code = 'KOKI'
                AND i.levy_year = p.levy_year AND i.decision_year = p.decision_year AND i.assessment_no = p.assessment_no
                AND i.method = p.method AND i.period = %1$d
            WHERE p.rank = 3 AND p.taken > 0 AND p.instalment_id IS NULL
            """;

    private static final String WANTED =
            """
            SELECT i.levy_code, i.person_no, i.payer_no, i.reference, i.levy_year, i.decision_year, i.account_year,
                i.assessment_no, i.method, i.period, i.due_on, b.charged - sum(p.taken)::bigint AS amount
            FROM former_piece p
            JOIN levy.instalment i ON i.person_no = p.person_no AND i.levy_code = 'KOKI' AND i.levy_year = p.levy_year
                AND i.decision_year = p.decision_year AND i.assessment_no = p.assessment_no AND i.method = p.method
                AND i.period = p.period
            JOIN levy.instalment_balance b ON b.instalment_id = i.instalment_id
            WHERE p.taken > 0 AND NOT (p.rank = 2 AND p.period = %d)
            GROUP BY i.instalment_id, b.charged
            """;
}
