package org.machi.union.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.TransferFile;
import org.machi.formats.layout.ZenginAccount;
import org.machi.formats.layout.ZenginSender;
import org.machi.law.BusinessCalendar;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 給付の振込: once a month, what was decided and has an account goes to the bank as one 総合振込; what the
 * bank does not send back is paid. A transfer that failed goes out again when a newer account is on
 * record.
 */
@Service
public class BenefitTransfers {

    private static final DateTimeFormatter MMDD = DateTimeFormatter.ofPattern("MMdd");

    private final Outbox outbox;
    private final Parameters parameters;
    private final JdbcClient db;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    BenefitTransfers(Outbox outbox, Parameters parameters, JdbcClient db) {
        this.outbox = outbox;
        this.parameters = parameters;
        this.db = db;
    }

    /**
     * 振込依頼人: the union's own account, and the bank that takes the file.
     *
     * @param bankTo code of the bank in file names
     */
    public record Payer(
            String clientNo,
            String clientKana,
            String bankTo,
            String bankCode,
            String bankKana,
            String branchCode,
            String branchKana,
            String accountNo) {}

    /** Enters or replaces the union's own account. */
    public void enter(Payer payer) {
        db.sql(
                        """
                        INSERT INTO benefits.payer
                            (client_no, client_kana, bank_to, bank_code, bank_kana, branch_code, branch_kana, account_no)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (only_row) DO UPDATE
                           SET client_no = excluded.client_no, client_kana = excluded.client_kana, bank_to = excluded.bank_to,
                               bank_code = excluded.bank_code, bank_kana = excluded.bank_kana,
                               branch_code = excluded.branch_code, branch_kana = excluded.branch_kana,
                               account_no = excluded.account_no
                        """)
                .params(
                        payer.clientNo(),
                        payer.clientKana(),
                        payer.bankTo(),
                        payer.bankCode(),
                        payer.bankKana(),
                        payer.branchCode(),
                        payer.branchKana(),
                        payer.accountNo())
                .update();
    }

    private Optional<Payer> payer() {
        return db.sql("SELECT * FROM benefits.payer").query(Payer.class).optional();
    }

    /** Settles what was paid, and on the day of the month sends what waits. */
    void pay(StepContext step) {
        LocalDate day = step.businessDate();
        settle(step, day);
        int dayOfMonth = Math.toIntExact(parameters.number("benefits.transferDay", day));
        if (day.equals(calendar.onOrAfter(day.withDayOfMonth(dayOfMonth)))) {
            send(step, day);
        }
    }

    private void settle(StepContext step, LocalDate day) {
        step.db()
                .sql(
                        """
                        WITH paid AS (
                            UPDATE benefits.payment SET state = 'PAID', settled_on = :day
                             WHERE state = 'SENT' AND transfer_on < :before RETURNING decision_id)
                        INSERT INTO benefits.event (decision_id) SELECT decision_id FROM paid
                        """)
                .param("day", day)
                .param("before", day.minusDays(parameters.number("benefits.settledAfter", day)))
                .update();
    }

    private void send(StepContext step, LocalDate day) {
        Optional<Payer> payer = payer();
        if (payer.isEmpty()) {
            step.count("振込依頼人が未登録のため送らない振込", 0);
            return;
        }
        int after = Math.toIntExact(parameters.number("benefits.transferAfter", day));
        LocalDate transferOn = calendar.plusBusinessDays(day, after);
        int payments =
                step.db().sql(PAYMENTS).param("day", day).param("transfer", transferOn).update();
        if (payments == 0) {
            return;
        }
        step.count("振込の依頼", payments);
        step.db()
                .sql(
                        """
                        INSERT INTO benefits.event (decision_id)
                        SELECT decision_id FROM benefits.payment WHERE requested_on = ? ORDER BY payment_id
                        """)
                .param(day)
                .update();
        outbox.send(
                Dispatch.of(FileKind.ZENGIN_BENEFIT, payer.get().bankTo(), day, step.actor())
                        .withHead(head(payer.get(), transferOn)),
                file -> {
                    file.about(
                            step.db()
                                    .sql(
                                            """
                                            SELECT DISTINCT i.natural_id::bigint FROM benefits.payment p
                                              JOIN benefits.decision d USING (decision_id)
                                              JOIN eligibility.insured i USING (insured_no) WHERE p.requested_on = ?
                                            """)
                                    .param(day)
                                    .query(Long.class)
                                    .list());
                    step.db()
                            .sql(LINES)
                            .param(day)
                            .query((row, _) -> line(row))
                            .list()
                            .forEach(file::write);
                });
    }

    private static Row head(Payer payer, LocalDate on) {
        ZenginSender sender = TransferFile.SENDER;
        return sender.layout()
                .row()
                .set(sender.clientNo(), payer.clientNo())
                .set(sender.clientName(), payer.clientKana())
                .set(sender.mmdd(), MMDD.format(on))
                .set(sender.bank(), payer.bankCode())
                .set(sender.bankName(), payer.bankKana())
                .set(sender.branch(), payer.branchCode())
                .set(sender.branchName(), payer.branchKana())
                .set(sender.accountKind(), "1")
                .set(sender.accountNo(), payer.accountNo())
                .build();
    }

    private static Row line(ResultSet row) throws SQLException {
        ZenginAccount account = TransferFile.ACCOUNT;
        return TransferFile.LAYOUT
                .row()
                .set(account.bankCode(), row.getString("bank_code"))
                .set(account.bankName(), row.getString("bank_kana"))
                .set(account.branchCode(), row.getString("branch_code"))
                .set(account.branchName(), row.getString("branch_kana"))
                .set(account.kind(), row.getString("account_kind"))
                .set(account.no(), row.getString("account_no"))
                .set(account.holder(), row.getString("holder_kana"))
                .set(account.amount(), row.getLong("amount"))
                .set(account.firstTime(), "0")
                .set(TransferFile.CUSTOMER_NO, "%020d".formatted(row.getLong("payment_id")))
                .set(TransferFile.SPEED, "7")
                .build();
    }

    /**
     * What is decided and not paid; 高額療養費 to the running account, others to that of their paper.
     */
    private static final String PAYMENTS =
            """
            INSERT INTO benefits.payment (decision_id, application_id, amount, requested_on, transfer_on, state)
            SELECT d.decision_id, coalesce(n.application_id, o.application_id), d.amount, :day, :transfer, 'SENT'
              FROM benefits.decision d
              LEFT JOIN benefits.v_account n ON n.insured_no = d.insured_no AND (d.kind IN ('31', '32') OR EXISTS (
                    SELECT FROM benefits.v_last_payment f WHERE f.decision_id = d.decision_id AND f.state = 'FAILED'
                       AND n.kind = '43' AND n.application_id > f.application_id))
              LEFT JOIN benefits.application o ON o.application_id = d.application_id AND o.account_no IS NOT NULL
              LEFT JOIN benefits.v_last_payment p ON p.decision_id = d.decision_id
             WHERE d.result = '1' AND d.amount > 0
               AND coalesce(n.application_id, o.application_id) IS NOT NULL
               AND (p.payment_id IS NULL OR p.state = 'FAILED' AND coalesce(n.application_id, o.application_id) > p.application_id)
             ORDER BY d.decision_id
            """;

    private static final String LINES =
            """
            SELECT p.payment_id, p.amount, a.bank_code, a.bank_kana, a.branch_code, a.branch_kana, a.account_kind,
                   a.account_no, a.holder_kana
              FROM benefits.payment p JOIN benefits.application a USING (application_id)
             WHERE p.requested_on = ? ORDER BY p.payment_id
            """;

    /** 返納: notes that the money came back; false when it was noted before. */
    boolean returned(long decisionId, LocalDate on, String staff) {
        int noted =
                db.sql(
                                """
                                WITH noted AS (
                                    INSERT INTO benefits.recovery (decision_id, returned_on, staff)
                                    SELECT decision_id, ?, ? FROM benefits.decision WHERE decision_id = ? AND result = '4'
                                    ON CONFLICT DO NOTHING RETURNING decision_id)
                                INSERT INTO benefits.event (decision_id) SELECT decision_id FROM noted
                                """)
                        .params(on, staff, decisionId)
                        .update();
        return noted == 1;
    }
}
