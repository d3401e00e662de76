package org.machi.city.levy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.TransferFile;
import org.machi.law.BusinessCalendar;
import org.machi.platform.audit.Actor;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 総合振込: once a week, pays the refunds whose payee (the person, or the heir for all) has told an
 * account; the others wait for a claim (請求待ち) until the two years have passed.
 */
@Component
class Transfers {

    private static final DateTimeFormatter MMDD = DateTimeFormatter.ofPattern("MMdd");

    private static final String ACCOUNTS =
            """
            CROSS JOIN LATERAL (SELECT * FROM levy.v_payout_account v WHERE v.person_no = r.person_no
                AND v.payee = r.payee AND v.levy_code = r.levy_code AND v.valid_from <= :day AND (v.valid_to IS NULL OR v.valid_to > :day)
                ORDER BY v.valid_from DESC LIMIT 1) a
            """;

    private final JdbcClient db;
    private final Outbox outbox;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    Transfers(JdbcClient db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    /** Sends what can be paid; returns how many refunds. */
    int send(LocalDate day, int days, Actor actor) {
        LocalDate transferOn = calendar.plusBusinessDays(day, days);
        int sent =
                db.sql(
                                """
                                UPDATE levy.refund t SET state = 'SENT', transfer_on = :transfer
                                FROM (SELECT r.refund_id FROM levy.refund r %s
                                      WHERE r.state = 'WAITING' AND r.payee <> 'INSURER') p
                                WHERE t.refund_id = p.refund_id
                                """
                                        .formatted(ACCOUNTS))
                        .param("day", day)
                        .param("transfer", transferOn)
                        .update();
        if (sent > 0) {
            Dispatch dispatch =
                    Dispatch.of(FileKind.ZENGIN_TRANSFER, "BANK", day, actor)
                            .withHead(head(transferOn));
            outbox.send(
                    dispatch,
                    file ->
                            db.sql(
                                            """
                                            SELECT r.refund_id, r.principal + r.interest AS amount, a.bank_code, a.bank_kana,
                                                a.branch_code, a.branch_kana, a.account_kind, a.account_no, a.holder_kana
                                            FROM levy.refund r %s
                                            WHERE r.state = 'SENT' AND r.payee <> 'INSURER' AND r.transfer_on = :transfer
                                            ORDER BY r.refund_id
                                            """
                                                    .formatted(ACCOUNTS))
                                    .param("day", day)
                                    .param("transfer", transferOn)
                                    .query((row, n) -> transfer(row))
                                    .list()
                                    .forEach(file::write));
        }
        return sent;
    }

    private Row head(LocalDate transferOn) {
        return db.sql("SELECT * FROM levy.payee")
                .query((row, n) ->
                        TransferFile.HEAD
                                .row()
                                .set(TransferFile.CLIENT_NO, row.getString("client_no"))
                                .set(TransferFile.CLIENT_NAME, row.getString("client_kana"))
                                .set(TransferFile.TRANSFER_MMDD, MMDD.format(transferOn))
                                .set(TransferFile.OWN_BANK, row.getString("bank_code"))
                                .set(TransferFile.OWN_BANK_NAME, row.getString("bank_kana"))
                                .set(TransferFile.OWN_BRANCH, row.getString("branch_code"))
                                .set(TransferFile.OWN_BRANCH_NAME, row.getString("branch_kana"))
                                .set(TransferFile.OWN_ACCOUNT_KIND, "1")
                                .set(TransferFile.OWN_ACCOUNT_NO, row.getString("account_no"))
                                .build())
                .single();
    }

    private static Row transfer(java.sql.ResultSet row) throws java.sql.SQLException {
        return TransferFile.LAYOUT
                .row()
                .set(TransferFile.BANK_CODE, row.getString("bank_code"))
                .set(TransferFile.BANK_NAME, row.getString("bank_kana"))
                .set(TransferFile.BRANCH_CODE, row.getString("branch_code"))
                .set(TransferFile.BRANCH_NAME, row.getString("branch_kana"))
                .set(TransferFile.ACCOUNT_KIND, row.getString("account_kind"))
                .set(TransferFile.ACCOUNT_NO, row.getString("account_no"))
                .set(TransferFile.PAYEE, row.getString("holder_kana"))
                .set(TransferFile.AMOUNT, row.getLong("amount"))
                .set(TransferFile.FIRST_TIME, "0")
                .set(TransferFile.CUSTOMER_NO, "%020d".formatted(row.getLong("refund_id")))
                .set(TransferFile.SPEED, "7")
                .build();
    }
}
