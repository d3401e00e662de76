package org.machi.city.levy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    AccountSection(JdbcClient db) {
        this.db = db;
    }

    /**
     * One instalment.
     *
     * @param state a word for people, such as 完納
     * @param tone style of the word
     */
    public record Line(
            long instalment,
            String levy,
            int levyYear,
            String method,
            int period,
            LocalDate dueOn,
            long charged,
            long collected,
            long offset,
            long open,
            long held,
            long fees,
            String state,
            String tone,
            @Nullable LocalDate demandedOn,
            @Nullable LocalDate goneOn) {}

    /** One payment. */
    public record Payment(
            String channel,
            String state,
            LocalDate paidOn,
            LocalDate bookedOn,
            long amount,
            String note) {}

    /** One refund. */
    public record Repayment(
            LocalDate decidedOn,
            long principal,
            long interest,
            String state,
            @Nullable LocalDate transferOn) {}

    /** Everything that the section shows. */
    public record Account(
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
    public String fragment() {
        return "city/levy/account :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<Line> lines = lines(personNo, businessDate);
        if (lines.isEmpty()) {
            return null;
        }
        return new Account(
                lines,
                payments(personNo),
                refunds(personNo),
                lines.stream().mapToLong(Line::open).sum(),
                lines.stream().mapToLong(Line::held).sum());
    }

    private List<Line> lines(long personNo, LocalDate businessDate) {
        return db.sql(
                        """
                        SELECT i.*, c.name AS levy, d.demanded_on, l.gone_on
                        FROM levy.v_instalment i
                        JOIN levy.levy_code c USING (levy_code)
                        LEFT JOIN levy.demand d USING (instalment_id)
                        LEFT JOIN levy.limitation l USING (instalment_id)
                        WHERE i.person_no = :person
                        ORDER BY i.levy_year DESC, c.print_order, i.due_on, i.method, i.period
                        """)
                .param("person", personNo)
                .query((row, n) -> {
                    long open = row.getLong("open");
                    LocalDate due = row.getObject("due_on", LocalDate.class);
                    Standing standing =
                            Standing.of(
                                    row.getLong("charged"),
                                    open,
                                    row.getLong("over_held"),
                                    row.getLong("written_off"),
                                    due.isBefore(businessDate));
                    return new Line(
                            row.getLong("instalment_id"),
                            row.getString("levy"),
                            row.getInt("levy_year"),
                            row.getInt("method") == 1 ? "特別徴収" : "普通徴収",
                            row.getInt("period"),
                            due,
                            row.getLong("charged"),
                            row.getLong("collected"),
                            row.getLong("offset_in"),
                            open,
                            row.getLong("over_held"),
                            row.getLong("fee_open") + row.getLong("late_open"),
                            standing.japanese(),
                            standing.tone(),
                            row.getObject("demanded_on", LocalDate.class),
                            row.getObject("gone_on", LocalDate.class));
                })
                .list();
    }

    private List<Payment> payments(long personNo) {
        return db.sql(
                        """
                        SELECT channel_name, state, paid_on, booked_on, amount, coalesce(reason, '') AS reason
                        FROM levy.v_receipt WHERE person_no = :person ORDER BY receipt_id DESC LIMIT 100
                        """)
                .param("person", personNo)
                .query((row, n) ->
                        new Payment(
                                row.getString("channel_name"),
                                Standing.ofReceipt(row.getString("state")),
                                row.getObject("paid_on", LocalDate.class),
                                row.getObject("booked_on", LocalDate.class),
                                row.getLong("amount"),
                                row.getString("reason")))
                .list();
    }

    private List<Repayment> refunds(long personNo) {
        return db.sql(
                        """
                        SELECT decided_on, principal, interest, state, transfer_on FROM levy.refund
                        WHERE person_no = :person ORDER BY refund_id DESC
                        """)
                .param("person", personNo)
                .query((row, n) ->
                        new Repayment(
                                row.getObject("decided_on", LocalDate.class),
                                row.getLong("principal"),
                                row.getLong("interest"),
                                Standing.ofRefund(row.getString("state")),
                                row.getObject("transfer_on", LocalDate.class)))
                .list();
    }
}
