package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.desk.AccountLines.Line;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 収納状況 on the person page: what was charged, paid, given back and is open, instalment by
 * instalment.
 */
@Component
class AccountSection implements PersonSection {

    private final JdbcClient db;
    private final AccountLines accountLines;

    AccountSection(JdbcClient db, AccountLines accountLines) {
        this.db = db;
        this.accountLines = accountLines;
    }

    /** One payment. */
    public record Payment(
            long receipt,
            String channel,
            String state,
            LocalDate paidOn,
            LocalDate bookedOn,
            long amount,
            String note,
            boolean reversible) {}

    /** One refund. */
    public record Repayment(
            long refund,
            LocalDate decidedOn,
            long principal,
            long interest,
            String state,
            @Nullable LocalDate transferOn,
            LocalDate lastDay,
            boolean mayFail,
            boolean waits) {}

    /** Everything that the section shows. */
    public record Account(
            long person,
            List<Line> lines,
            List<Payment> payments,
            List<Repayment> refunds,
            long open,
            long held) {}

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String code() {
        return "account";
    }

    @Override
    public String title() {
        return "収納状況";
    }

    @Override
    public String duty() {
        return LevyDesk.LOOK;
    }

    @Override
    public boolean ledger() {
        return true;
    }

    @Override
    public String fragment() {
        return "city/levy/account :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        return of(personNo, businessDate);
    }

    /** The account, or null for a person who was never charged anything. */
    @Nullable Account of(long personNo, LocalDate businessDate) {
        List<Line> lines = accountLines.of(personNo, businessDate);
        if (lines.isEmpty()) {
            return null;
        }
        return new Account(
                personNo,
                lines,
                payments(personNo),
                refunds(personNo),
                lines.stream().mapToLong(Line::open).sum(),
                lines.stream().mapToLong(Line::held).sum());
    }

    private List<Payment> payments(long personNo) {
        return db.sql(
                        """
                        SELECT receipt_id, channel, channel_name, state, paid_on, booked_on, amount, coalesce(reason, '') AS reason
                        FROM levy.v_receipt WHERE person_no = :person ORDER BY receipt_id DESC LIMIT 100
                        """)
                .param("person", personNo)
                .query((row, n) ->
                        new Payment(
                                row.getLong("receipt_id"),
                                row.getString("channel_name"),
                                Standing.ofReceipt(row.getString("state")),
                                row.getObject("paid_on", LocalDate.class),
                                row.getObject("booked_on", LocalDate.class),
                                row.getLong("amount"),
                                row.getString("reason"),
                                row.getString("state").equals("FINAL")
                                        && !row.getString("channel").matches("PENSION|FORMER")))
                .list();
    }

    private List<Repayment> refunds(long personNo) {
        return db.sql(
                        """
                        SELECT refund_id, decided_on, principal, interest, state, transfer_on, lapses_on, payee FROM levy.refund
                        WHERE person_no = :person ORDER BY refund_id DESC
                        """)
                .param("person", personNo)
                .query((row, n) ->
                        new Repayment(
                                row.getLong("refund_id"),
                                row.getObject("decided_on", LocalDate.class),
                                row.getLong("principal"),
                                row.getLong("interest"),
                                Standing.ofRefund(row.getString("state")),
                                row.getObject("transfer_on", LocalDate.class),
                                row.getObject("lapses_on", LocalDate.class).minusDays(1),
                                row.getString("state").matches("SENT|PAID")
                                        && !row.getString("payee").equals("INSURER"),
                                row.getString("state").equals("WAITING")))
                .list();
    }
}
