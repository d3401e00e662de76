package org.machi.city.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

    private static final String ACCOUNTS =
            """
            CROSS JOIN LATERAL (SELECT * FROM levy.v_payout_account v WHERE v.person_no = r.person_no
                AND v.payee = r.payee AND v.levy_code = r.levy_code AND v.valid_from <= :day AND (v.valid_to IS NULL OR v.valid_to > :day)
                ORDER BY v.valid_from DESC LIMIT 1) a
            """;

    private final JdbcClient db;
    private final Outbox outbox;
    private final BankOrders orders;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    Transfers(JdbcClient db, Outbox outbox, BankOrders orders) {
        this.db = db;
        this.outbox = outbox;
        this.orders = orders;
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
                            .withHead(orders.head(TransferFile.SENDER, transferOn));
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

    private static Row transfer(ResultSet row) throws SQLException {
        return BankOrders.order(TransferFile.LAYOUT, TransferFile.ACCOUNT, row)
                .set(TransferFile.ACCOUNT.firstTime(), "0")
                .set(TransferFile.CUSTOMER_NO, "%020d".formatted(row.getLong("refund_id")))
                .set(TransferFile.SPEED, "7")
                .build();
    }
}
