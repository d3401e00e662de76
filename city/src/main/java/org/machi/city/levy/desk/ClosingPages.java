package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 日計・月計: the days and months that were closed. */
@Controller
class ClosingPages {

    private final JdbcClient db;

    ClosingPages(JdbcClient db) {
        this.db = db;
    }

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
            case "FORMER" -> "旧システム収納分の減額";
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
