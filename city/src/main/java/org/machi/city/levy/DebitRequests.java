package org.machi.city.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.DebitFile;
import org.machi.law.BusinessCalendar;
import org.machi.platform.audit.Actor;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 口座振替: asks the banks, some business days before a due day, to debit what is open then; issues
 * slips for what could not be debited.
 */
@Component
class DebitRequests {

    private final JdbcClient db;
    private final Outbox outbox;
    private final BankOrders orders;
    private final Slips slips;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    DebitRequests(JdbcClient db, Outbox outbox, BankOrders orders, Slips slips) {
        this.db = db;
        this.outbox = outbox;
        this.orders = orders;
        this.slips = slips;
    }

    /**
     * Sends the requests for the due day that comes so many business days from now; returns the
     * rows.
     */
    int ask(LocalDate day, int daysBefore, Actor actor) {
        LocalDate dueOn = calendar.plusBusinessDays(day, daysBefore);
        int asked =
                db.sql(
                                """
                                INSERT INTO levy.debit (instalment_id, person_no, amount, debit_on, asked_on)
                                SELECT i.instalment_id, i.payer_no, b.open, i.due_on, :day
                                FROM levy.instalment i
                                JOIN levy.instalment_balance b USING (instalment_id)
                                WHERE i.due_on = :due AND i.method = 2 AND b.open > 0
                                    AND EXISTS (SELECT 1 FROM people.v_debit_account a WHERE a.person_no = i.payer_no
                                        AND a.levy_code = i.levy_code AND a.valid_from <= :due
                                        AND (a.valid_to IS NULL OR a.valid_to > :due))
                                ORDER BY i.payer_no, i.instalment_id
                                ON CONFLICT DO NOTHING
                                """)
                        .param("day", day)
                        .param("due", dueOn)
                        .update();
        if (asked > 0) {
            for (String bank : banks(dueOn)) {
                send(bank, day, dueOn, actor);
            }
        }
        return asked;
    }

    private static final String ACCOUNTS =
            """
            FROM levy.debit d
            JOIN levy.instalment i USING (instalment_id)
            CROSS JOIN LATERAL (SELECT * FROM people.v_debit_account v WHERE v.person_no = d.person_no
                AND v.levy_code = i.levy_code AND v.valid_from <= d.debit_on
                AND (v.valid_to IS NULL OR v.valid_to > d.debit_on) ORDER BY v.valid_from DESC LIMIT 1) a
            LEFT JOIN levy.bank_party p ON p.bank_code = a.bank_code
            WHERE d.debit_on = :due AND d.result = ''
            """;

    private List<String> banks(LocalDate dueOn) {
        return db.sql(
                        "SELECT DISTINCT coalesce(p.organisation, 'BANK') "
                                + ACCOUNTS
                                + " ORDER BY 1")
                .param("due", dueOn)
                .query(String.class)
                .list();
    }

    private void send(String bank, LocalDate day, LocalDate dueOn, Actor actor) {
        Dispatch dispatch =
                Dispatch.of(FileKind.ZENGIN_DEBIT, bank, day, actor)
                        .withHead(orders.head(DebitFile.SENDER, dueOn));
        outbox.send(
                dispatch,
                file ->
                        db.sql(
                                        """
                                        SELECT d.debit_id, d.amount, a.bank_code, a.bank_kana, a.branch_code, a.branch_kana,
                                            a.account_kind, a.account_no, a.holder_kana,
                                            NOT EXISTS (SELECT 1 FROM levy.debit e WHERE e.person_no = d.person_no
                                                AND e.debit_id < d.debit_id) AS first
                                        %s AND coalesce(p.organisation, 'BANK') = :bank ORDER BY d.debit_id
                                        """
                                                .formatted(ACCOUNTS))
                                .param("due", dueOn)
                                .param("bank", bank)
                                .query((row, n) -> debit(row))
                                .list()
                                .forEach(file::write));
    }

    private static Row debit(ResultSet row) throws SQLException {
        return BankOrders.order(DebitFile.LAYOUT, DebitFile.ACCOUNT, row)
                .set(DebitFile.ACCOUNT.firstTime(), row.getBoolean("first") ? "1" : "0")
                .set(DebitFile.CUSTOMER_NO, "%020d".formatted(row.getLong("debit_id")))
                .set(DebitFile.RESULT, "0")
                .build();
    }

    /** Slips for debits whose failure was told today. */
    SlipBatch slipsForFailed(LocalDate day, int days) {
        boolean any =
                db.sql(
                                """
                                SELECT EXISTS (SELECT 1 FROM levy.debit
                                    WHERE result_on = :day AND result NOT IN ('', '0') AND slip_batch_id IS NULL)
                                """)
                        .param("day", day)
                        .query(Boolean.class)
                        .single();
        if (!any) {
            return new SlipBatch(0, 0, 0);
        }
        LocalDate term = calendar.onOrAfter(day.plusDays(days));
        SlipBatch batch =
                slips.issue(
                        new SlipOrder(
                                day,
                                SlipPurpose.DEBIT_FAILED,
                                "口座振替不能",
                                """
                                SELECT instalment_id, date '%2$s' AS due_on, date '%2$s' + 30 AS use_by FROM levy.debit
                                WHERE result_on = date '%1$s' AND result NOT IN ('', '0') AND slip_batch_id IS NULL
                                """
                                        .formatted(day, term)));
        db.sql(
                        """
                        UPDATE levy.debit SET slip_batch_id = :batch
                        WHERE result_on = :day AND result NOT IN ('', '0') AND slip_batch_id IS NULL
                        """)
                .param("batch", batch.batch())
                .param("day", day)
                .update();
        return batch;
    }
}
