package org.machi.city.levy.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened on a person's account, posting by posting, in words: what, why, how, when. */
@Component
class AccountHistory {

    private static final int MOST = 300;

    private static final String SIDES =
            """
            SELECT p.*, p.debit_kind AS kind, true AS debit FROM levy.posting p
            WHERE p.debit_id = i.instalment_id AND p.debit_kind IN ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE')
            UNION ALL
            SELECT p.*, p.credit_kind, false FROM levy.posting p
            WHERE p.credit_id = i.instalment_id AND p.credit_kind IN ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE')
            """;

    private final JdbcClient db;

    AccountHistory(JdbcClient db) {
        this.db = db;
    }

    /**
     * One movement.
     *
     * @param period in words, such as 第3期
     * @param what such as 収納, 減額
     * @param how why or by which way
     */
    public record Event(
            LocalDate bookedOn,
            String levy,
            int levyYear,
            String period,
            String what,
            long amount,
            String how) {}

    /** The newest first. */
    List<Event> of(long personNo) {
        return db.sql(
                        """
                        SELECT p.booked_on, p.paid_on, p.cause, p.kind, p.debit, p.amount, c.name AS levy, i.levy_year, i.method, i.period,
                            coalesce(d.reason, '') AS reason, coalesce(h.name, '') AS channel
                        FROM levy.instalment i JOIN levy.levy_code c USING (levy_code)
                        CROSS JOIN LATERAL (%s) p
                        LEFT JOIN levy.deed d ON d.deed_id = p.source_id AND p.source IN ('CHARGE', 'OFFSET', 'WRITE_OFF',
                            'CARRY_OVER', 'CARRY_BACK', 'LATE', 'DEMAND', 'LAPSE')
                        LEFT JOIN levy.receipt r ON p.source = 'RECEIPT' AND r.receipt_id = p.source_id
                        LEFT JOIN levy.channel h ON h.channel_id = r.channel_id
                        WHERE i.person_no = :person AND NOT (p.cause = 'WRITE_OFF' AND p.kind = 'RECEIVABLE')
                        ORDER BY p.posting_id DESC LIMIT %d
                        """
                                .formatted(SIDES, MOST))
                .param("person", personNo)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        LocalDate paidOn = row.getObject("paid_on", LocalDate.class);
        String how =
                cause.equals("RECEIPT") && paidOn != null
                        ? row.getString("channel") + "（領収日 " + paidOn + "）"
                        : row.getString("reason");
        return new Event(
                row.getObject("booked_on", LocalDate.class),
                row.getString("levy"),
                row.getInt("levy_year"),
                PeriodName.of(row.getInt("method"), row.getInt("period")),
                words(cause, row.getString("kind"), row.getBoolean("debit")),
                row.getLong("amount"),
                how);
    }

    /** A movement by its cause, the account it moves and the side. */
    static String words(String cause, String kind, boolean debit) {
        return switch (cause) {
            case "CHARGE" -> charge(kind, debit);
            case "RECEIPT" -> receipt(kind, debit);
            case "OFFSET" -> debit ? "ほかの期へ充当" : "ほかの期から充当";
            case "REFUND" -> "還付の決定";
            case "WRITE_OFF" -> "不納欠損";
            case "LAPSE" -> "還付の時効";
            case "FEE" -> "督促手数料";
            case "LATE" -> "延滞金の決定";
            default -> cause;
        };
    }

    private static String charge(String kind, boolean debit) {
        if (debit) {
            return kind.equals("OVERPAYMENT") ? "調定（納め過ぎから）" : "調定";
        }
        return kind.equals("OVERPAYMENT") ? "減額（納め過ぎになる）" : "減額";
    }

    private static String receipt(String kind, boolean debit) {
        String what =
                switch (kind) {
                    case "OVERPAYMENT" -> "収納（納め過ぎ）";
                    case "FEE" -> "督促手数料の収納";
                    case "LATE" -> "延滞金の収納";
                    default -> "収納";
                };
        return debit ? what + "の取消" : what;
    }
}
