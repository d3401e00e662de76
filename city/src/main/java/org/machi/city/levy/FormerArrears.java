package org.machi.city.levy;

import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/**
 * 移行: unpaid instalments and over-payments of earlier years, as the former system closed them.
 *
 * <p>They are opened with what is unpaid, in the account year that is still open until May 31, with
 * their demands and limitation; what was charged and collected before is kept beside the
 * carry-over.
 */
@Component
class FormerArrears {

    private static final String OVERPAID_ROWS =
            """
            SELECT 'KOKI' AS levy_code, person_no, person_no AS payer_no, insured_no AS reference, levy_year::integer,
                decision_year::integer, %d AS account_year, assessment_no, method::smallint AS method,
                period::smallint AS period, min(paid_on) AS due_on, 0::bigint AS amount
            FROM incoming GROUP BY person_no, insured_no, levy_year, decision_year, assessment_no, method, period
            """;

    private final Charges charges;
    private final Receipts receipts;

    FormerArrears(Charges charges, Receipts receipts) {
        this.charges = charges;
        this.receipts = receipts;
    }

    /** MIG_ARREARS. */
    void takeArrears(IncomingFile file) {
        int year = YearClosing.endedBefore(file.businessDate()).next().year();
        file.setAside(
                "期別番号",
                "period",
                "同じ期がファイルに二度あります",
                """
                EXISTS (SELECT 1 FROM incoming o WHERE o.line < i.line
                    AND (o.person_no, o.levy_year, o.decision_year, o.assessment_no, o.period)
                        = (i.person_no, i.levy_year, i.decision_year, i.assessment_no, i.period))
                """);
        open(file, year);
        ChargeCount count = charges.applyListed(file.businessDate(), rows(year), "旧システムからの滞納");
        file.count("滞納", count.raises());
        file.count("収納未済額", count.raised());
        keepHistory(file, year);
        chargeFees(file);
    }

    private static String rows(int year) {
        return """
        SELECT 'KOKI' AS levy_code, person_no, person_no AS payer_no, insured_no AS reference, levy_year::integer,
            decision_year::integer, %d AS account_year, assessment_no, 2::smallint AS method,
            period::smallint AS period, due_on, unpaid AS amount
        FROM incoming
        """
                .formatted(year);
    }

    /** Instalments of years before the open one belong to its 滞納繰越分 from the start. */
    private static void open(IncomingFile file, int year) {
        file.db()
                .sql(
                        """
                        INSERT INTO levy.fund (levy_code, account_year, levy_year, method, kind)
                        SELECT DISTINCT 'KOKI', :year, levy_year::integer, 2, 'CARRIED' FROM incoming WHERE levy_year < :year
                        ON CONFLICT DO NOTHING
                        """)
                .param("year", year)
                .update();
        file.db()
                .sql(
                        """
                        INSERT INTO levy.instalment (person_no, levy_code, levy_year, decision_year, assessment_no, method, period,
                            payer_no, reference, account_year, fund_id, due_on, made_on)
                        SELECT i.person_no, 'KOKI', i.levy_year, i.decision_year, i.assessment_no, 2, i.period, i.person_no,
                            i.insured_no, i.levy_year, f.fund_id, i.due_on, :day
                        FROM incoming i
                        JOIN levy.fund f ON f.levy_code = 'KOKI' AND f.account_year = :year AND f.levy_year = i.levy_year
                            AND f.method = 2 AND f.kind = 'CARRIED'
                        WHERE i.levy_year < :year
                        ON CONFLICT DO NOTHING
                        """)
                .param("year", year)
                .param("day", file.businessDate())
                .update();
    }

    private static final String KEYED =
            """
            FROM incoming i JOIN levy.instalment t ON t.person_no = i.person_no AND t.levy_code = 'KOKI'
                AND t.levy_year = i.levy_year AND t.decision_year = i.decision_year AND t.assessment_no = i.assessment_no
                AND t.method = 2 AND t.period = i.period
            """;

    private static void keepHistory(IncomingFile file, int year) {
        file.db()
                .sql(
                        """
                        INSERT INTO levy.carry_over (instalment_id, account_year, generation, charged, collected, carried)
                        SELECT t.instalment_id, :year, :year - i.levy_year, i.charged, i.received, i.unpaid
                        %s WHERE i.levy_year < :year ON CONFLICT DO NOTHING
                        """
                                .formatted(KEYED))
                .param("year", year)
                .update();
        file.db()
                .sql(
                        """
                        INSERT INTO levy.demand (instalment_id, demanded_on, term_on, fee)
                        SELECT t.instalment_id, i.demanded_on, i.demanded_on + 10, i.demand_fee
                        %s WHERE i.demanded_on IS NOT NULL ON CONFLICT DO NOTHING
                        """
                                .formatted(KEYED))
                .update();
        file.count(
                "時効",
                """
                INSERT INTO levy.limitation (instalment_id, runs_from, basis, gone_on)
                SELECT t.instalment_id, i.limitation_from, i.limitation_by, i.limitation_on
                %s ON CONFLICT DO NOTHING
                """
                        .formatted(KEYED));
    }

    private static void chargeFees(IncomingFile file) {
        file.db()
                .sql(
                        """
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, source, source_id)
                        SELECT levy.operation('FEE:' || t.instalment_id), 'FEE', t.instalment_id, 'FEE_INCOME', f.current_fund_id,
                            i.demand_fee - i.demand_fee_paid, 'FEE', f.current_fund_id, f.account_year, :day, 'FORMER', :file
                        %s JOIN levy.v_fund f ON f.fund_id = t.fund_id
                        WHERE i.demand_fee > i.demand_fee_paid
                        """
                                .formatted(KEYED))
                .param("day", file.businessDate())
                .param("file", file.id())
                .update();
    }

    /** MIG_OVERPAID: money that the former system held for people. */
    void takeOverPayments(IncomingFile file) {
        int year = YearClosing.endedBefore(file.businessDate()).next().year();
        charges.applyListed(
                file.businessDate(), OVERPAID_ROWS.formatted(year) + KEEP_CHARGED, "旧システムからの過誤納");
        ReceiptCount count =
                receipts.take(
                        file.businessDate(),
                        Channel.FORMER,
                        """
                        SELECT 'FORMER:%1$d:' || i.line AS receipt_key, NULL::bigint AS slip_no, NULL::text AS barcode,
                            t.instalment_id, i.amount, i.paid_on, i.arose_on AS received_on, '移行' AS shown_no,
                            %1$d::bigint AS file_id, i.line AS line_no
                        FROM incoming i JOIN levy.instalment t ON t.person_no = i.person_no AND t.levy_code = 'KOKI'
                            AND t.levy_year = i.levy_year AND t.decision_year = i.decision_year
                            AND t.assessment_no = i.assessment_no AND t.method = i.method::smallint AND t.period = i.period
                        """
                                .formatted(file.id()));
        file.count("過誤納", count.taken());
        file.count("過誤納額", count.amount());
    }

    /** An instalment that is in the ledger already stays as it is charged. */
    private static final String KEEP_CHARGED =
            """
            HAVING NOT EXISTS (SELECT 1 FROM levy.instalment t WHERE t.person_no = incoming.person_no AND t.levy_code = 'KOKI'
                AND t.levy_year = incoming.levy_year AND t.decision_year = incoming.decision_year
                AND t.assessment_no = incoming.assessment_no AND t.method = incoming.method::smallint
                AND t.period = incoming.period)
            """;
}
