package org.machi.city.levy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.Listing;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of the collection office: exceptions of the allocation, and the closed days and months. */
@Controller
class LevyPages {

    private static final int ROWS = 50;

    private final JdbcClient db;

    LevyPages(JdbcClient db) {
        this.db = db;
    }

    /** A payment that somebody must look at. */
    public record Unsettled(
            long receipt,
            String kind,
            @Nullable Long person,
            String channel,
            String shownNo,
            LocalDate paidOn,
            long amount,
            String reason) {}

    /** A closed day. */
    public record Day(
            LocalDate day,
            long postings,
            long charged,
            long collected,
            long offset,
            long refunded) {}

    /** A month of one account (会計区分). */
    public record Month(
            LocalDate month,
            String levy,
            int accountYear,
            int levyYear,
            String kind,
            long charged,
            long collected,
            long offset,
            long writtenOff,
            long refunded) {}

    @GetMapping("/levy/exceptions")
    @RequiresDuty(LevyDesk.KEEP)
    @Audited(action = "照会", object = "消込の例外")
    String exceptions(@RequestParam(defaultValue = "1") int page, Trace trace, Model model) {
        List<Unsettled> rows =
                db.sql(
                                """
                                SELECT receipt_id, state, person_no, channel_name, coalesce(shown_no, '') AS shown_no, paid_on, amount,
                                    coalesce(reason, '') AS reason
                                FROM levy.v_receipt WHERE state IN ('PROVISIONAL', 'SUSPENSE')
                                ORDER BY receipt_id LIMIT :size OFFSET :start
                                """)
                        .param("size", ROWS)
                        .param("start", Listing.offset(page, ROWS))
                        .query((row, n) ->
                                new Unsettled(
                                        row.getLong("receipt_id"),
                                        Standing.ofReceipt(row.getString("state")),
                                        row.getObject("person_no", Long.class),
                                        row.getString("channel_name"),
                                        row.getString("shown_no"),
                                        row.getObject("paid_on", LocalDate.class),
                                        row.getLong("amount"),
                                        row.getString("reason")))
                        .list();
        trace.people(rows.stream().map(Unsettled::person).filter(Objects::nonNull).toList());
        long total =
                db.sql(
                                "SELECT count(*) FROM levy.receipt WHERE state IN ('PROVISIONAL', 'SUSPENSE')")
                        .query(Long.class)
                        .single();
        model.addAttribute("exceptions", new Listing<>(rows, Listing.page(page), ROWS, total));
        return "city/levy/exceptions";
    }

    @GetMapping("/levy/closing")
    @RequiresDuty(LevyDesk.KEEP)
    @Audited(action = "照会", object = "日計・月計")
    String closing(Model model) {
        model.addAttribute("days", days());
        model.addAttribute("months", months());
        return "city/levy/closing";
    }

    private List<Day> days() {
        return db.sql(
                        """
                        SELECT s.booked_on, s.postings,
                            sum(CASE WHEN t.cause = 'CHARGE' AND t.debit_kind = 'INCOME' THEN -t.amount
                                WHEN t.cause = 'CHARGE' THEN t.amount ELSE 0 END) AS charged,
                            sum(CASE WHEN t.cause = 'RECEIPT' AND t.debit_kind = 'CASH' THEN t.amount
                                WHEN t.cause = 'RECEIPT' AND t.credit_kind = 'CASH' THEN -t.amount ELSE 0 END) AS collected,
                            sum(CASE WHEN t.cause = 'OFFSET' THEN t.amount ELSE 0 END) AS offsets,
                            sum(CASE WHEN t.cause = 'REFUND' THEN t.amount ELSE 0 END) AS refunded
                        FROM (SELECT * FROM levy.day_seal ORDER BY booked_on DESC LIMIT 40) s
                        JOIN levy.day_total t USING (booked_on)
                        GROUP BY s.booked_on, s.postings ORDER BY s.booked_on DESC
                        """)
                .query((row, n) ->
                        new Day(
                                row.getObject("booked_on", LocalDate.class),
                                row.getLong("postings"),
                                row.getLong("charged"),
                                row.getLong("collected"),
                                row.getLong("offsets"),
                                row.getLong("refunded")))
                .list();
    }

    private List<Month> months() {
        return db.sql(
                        """
                        SELECT m.*, c.name AS levy, f.account_year, f.levy_year, f.kind
                        FROM levy.month_total m JOIN levy.fund f USING (fund_id) JOIN levy.levy_code c USING (levy_code)
                        ORDER BY m.month DESC, c.print_order, f.account_year DESC, f.levy_year DESC, f.kind LIMIT 200
                        """)
                .query((row, n) ->
                        new Month(
                                row.getObject("month", LocalDate.class),
                                row.getString("levy"),
                                row.getInt("account_year"),
                                row.getInt("levy_year"),
                                fundName(row.getString("kind")),
                                row.getLong("charged"),
                                row.getLong("collected"),
                                row.getLong("offset_in"),
                                row.getLong("written_off"),
                                row.getLong("refunded")))
                .list();
    }

    private static String fundName(String kind) {
        return switch (kind) {
            case "CURRENT" -> "現年分";
            case "PAST" -> "過年度分";
            case "CARRIED" -> "滞納繰越分";
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
