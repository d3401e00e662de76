package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.Listing;
import org.machi.platform.desk.Tab;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 消込の例外 as work lists, one for each kind; what was looked at leaves its list with a note. */
@Controller
class ExceptionPages {

    private static final int ROWS = 50;

    private final JdbcClient db;
    private final DeskBook book;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;

    ExceptionPages(
            JdbcClient db, DeskBook book, ProtectedPeople people, BusinessDate businessDate) {
        this.db = db;
        this.people = people;
        this.book = book;
        this.businessDate = businessDate;
    }

    /** The kinds in the order in which they press. */
    enum Kind {
        UNKNOWN("不明金", "納付書の番号が台帳にない入金です。誰のどの期かを調べて仮消込してください。"),
        MATCHED("仮消込", "充てる期が決まり、消込（確定）を待つ入金です。"),
        AMOUNT("金額相違", "納付書と違う金額の入金です。足りない分は未納のまま残っています。"),
        DOUBLE("二重納付", "もう納まっている期への入金です。充当又は還付になります。"),
        CORRECTED("更正後の納付", "減額した後に、前の納付書で納められた入金です。"),
        WRITTEN_OFF("欠損後の納付", "不納欠損の後に納められた入金です。"),
        PROMPT("速報待ち", "コンビニの速報で、確報を待っています。まだ収納に入っていません。");

        final String title;
        final String text;

        Kind(String title, String text) {
            this.title = title;
            this.text = text;
        }

        boolean isChecked() {
            return this == AMOUNT || this == DOUBLE || this == CORRECTED || this == WRITTEN_OFF;
        }
    }

    /** A payment that somebody must look at. */
    public record Row(
            long receipt,
            @Nullable Long person,
            String channel,
            String shownNo,
            LocalDate paidOn,
            long amount,
            String reason) {}

    @GetMapping("/levy/exceptions")
    @RequiresDuty(LevyDesk.KEEP)
    @Audited(action = "照会", object = "消込の例外")
    String exceptions(
            @RequestParam(defaultValue = "UNKNOWN") Kind kind,
            @RequestParam(defaultValue = "1") int page,
            Trace trace,
            Model model) {
        List<Row> rows = rows(kind, page);
        trace.note("種類", kind.title);
        trace.people(rows.stream().map(Row::person).filter(Objects::nonNull).toList());
        Map<String, Long> counts = counts();
        long total = counts.getOrDefault(kind.name(), 0L);
        model.addAttribute("exceptions", new Listing<>(rows, Listing.page(page), ROWS, total));
        model.addAttribute("path", "/levy/exceptions?kind=" + kind.name());
        model.addAttribute("text", kind.text);
        model.addAttribute("settled", kind == Kind.UNKNOWN || kind == Kind.MATCHED);
        model.addAttribute("checked", kind.isChecked() && trace.clerk().may(LevyDesk.SETTLE));
        model.addAttribute(
                "tabs",
                Arrays.stream(Kind.values())
                        .map(one ->
                                new Tab(
                                        one.title + " " + counts.getOrDefault(one.name(), 0L),
                                        "/levy/exceptions?kind=" + one.name(),
                                        one == kind))
                        .toList());
        return "city/levy/exceptions";
    }

    private List<Row> rows(Kind kind, int page) {
        return db.sql(
                        """
                        SELECT r.receipt_id, e.person_no, c.name AS channel_name, coalesce(r.shown_no, '') AS shown_no, r.paid_on,
                            r.amount, coalesce(r.reason, '') AS reason
                        FROM levy.v_exception e JOIN levy.receipt r USING (receipt_id) JOIN levy.channel c USING (channel_id)
                        WHERE e.kind = :kind ORDER BY r.receipt_id LIMIT :size OFFSET :start
                        """)
                .param("kind", kind.name())
                .param("size", ROWS)
                .param("start", Listing.offset(page, ROWS))
                .query((row, n) ->
                        new Row(
                                row.getLong("receipt_id"),
                                row.getObject("person_no", Long.class),
                                row.getString("channel_name"),
                                row.getString("shown_no"),
                                row.getObject("paid_on", LocalDate.class),
                                row.getLong("amount"),
                                row.getString("reason")))
                .list();
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        db.sql("SELECT kind, count(*) AS count FROM levy.v_exception GROUP BY kind")
                .query((row, n) -> counts.put(row.getString("kind"), row.getLong("count")))
                .list();
        return counts;
    }

    private Optional<Long> personOf(long receiptId) {
        return db
                .sql("SELECT person_no FROM levy.receipt WHERE receipt_id = ?")
                .param(receiptId)
                .query((row, n) -> Optional.ofNullable(row.getObject("person_no", Long.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Somebody has looked at it: it leaves the list, with a note. */
    @PostMapping("/levy/receipts/{receiptId}/checked")
    @RequiresDuty(LevyDesk.SETTLE)
    @Audited(action = "更新", object = "消込の例外の確認 {receiptId}")
    String check(
            @PathVariable long receiptId,
            @RequestParam(defaultValue = "UNKNOWN") Kind kind,
            @RequestParam(defaultValue = "") String reason,
            Trace trace) {
        personOf(receiptId)
                .ifPresent(person -> {
                    trace.person(person);
                    people.requireChange(person, trace.clerk());
                });
        Subject subject = Subject.receipt(receiptId);
        Act act = Act.of(trace, businessDate.today(), book.version(subject), reason);
        book.enter(subject, act, "CHECK", kind.title + "の確認");
        db.sql(
                        """
                        INSERT INTO levy.receipt_check (receipt_id, checked_on, staff_no, note)
                        VALUES (:receipt, :day, :staff, :note) ON CONFLICT (receipt_id) DO NOTHING
                        """)
                .param("receipt", receiptId)
                .param("day", act.today())
                .param("staff", act.staffNo())
                .param("note", kind.title + " " + act.reason())
                .update();
        return "redirect:/levy/exceptions?kind=" + kind.name();
    }
}
