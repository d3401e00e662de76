package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.platform.desk.Show;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 収納の取消: a receipt that should not be there (bounced, of another city, taken twice) goes by
 * opposite postings on an open day; the day on which it was booked stays as it was closed.
 *
 * <p>What is still held as over-payment goes first; the rest is open again. If the money was repaid
 * meanwhile and nothing was charged for it, the city must ask it back, which no posting can do:
 * such a reversal is refused.
 */
@Component
class ReceiptReversals {

    private static final String PLAN =
            """
            WITH leg AS (
                SELECT p.credit_id AS instalment_id, p.credit_kind AS kind, sum(p.amount) AS amount
                FROM levy.instalment i
                JOIN levy.posting p ON p.credit_id = i.instalment_id AND p.source = 'RECEIPT' AND p.cause = 'RECEIPT'
                    AND p.credit_kind IN ('RECEIVABLE', 'OVERPAYMENT', 'FEE', 'LATE')
                WHERE i.person_no = :person AND p.source_id = :receipt GROUP BY 1, 2
            ), principal AS (
                SELECT l.instalment_id, sum(l.amount) AS amount, max(b.over_held) AS held, max(b.charged) AS charged,
                    max(b.open) AS open
                FROM leg l JOIN levy.instalment_balance b USING (instalment_id)
                WHERE l.kind IN ('RECEIVABLE', 'OVERPAYMENT') GROUP BY 1
            ), back AS (
                SELECT instalment_id, v.kind, v.amount, open + whole - least(whole, held) > charged AS beyond
                FROM (SELECT instalment_id, amount AS whole, held, charged, open FROM principal) q
                CROSS JOIN LATERAL (VALUES ('OVERPAYMENT', least(whole, held)), ('RECEIVABLE', whole - least(whole, held)))
                    AS v (kind, amount)
                UNION ALL
                SELECT instalment_id, kind::text, amount, false FROM leg WHERE kind IN ('FEE', 'LATE')
            )
            """;

    /**
     * What was booked in the ended year in June is reversed there as long as its books are open.
     */
    private static final String TOLD_LATE =
            """
            SELECT p.fund_id, p.account_year FROM levy.posting p
            JOIN levy.year_closing c ON c.account_year = p.account_year AND c.closed_on IS NULL
            WHERE p.credit_id = k.instalment_id AND p.credit_kind IN ('RECEIVABLE', 'OVERPAYMENT')
                AND p.source = 'RECEIPT' AND p.source_id = r.receipt_id AND p.booked_on > c.carried_on
            LIMIT 1
            """;

    private final JdbcClient db;
    private final DeskBook book;
    private final BookingDay bookingDay;
    private final Show show = new Show();

    ReceiptReversals(JdbcClient db, DeskBook book, BookingDay bookingDay) {
        this.db = db;
        this.book = book;
        this.bookingDay = bookingDay;
    }

    private record Receipt(String state, int channel, long amount, LocalDate paidOn) {}

    Outcome reverse(long personNo, long receiptId, Act act) {
        Optional<Receipt> receipt = find(personNo, receiptId);
        if (receipt.isEmpty()) {
            return new Outcome.Refused("この人の収納ではありません。");
        }
        return Outcome.unless(
                fault(personNo, receiptId, receipt.get(), act),
                () -> {
                    book.enter(
                            Subject.person(personNo),
                            act,
                            "REVERSE",
                            "収納の取消 %s（領収日 %s）"
                                    .formatted(
                                            show.yen(receipt.get().amount()),
                                            show.shortDate(receipt.get().paidOn())));
                    LocalDate bookedOn = bookingDay.of(act.today());
                    post(personNo, receiptId, bookedOn);
                    cancel(receiptId, act);
                    return new Outcome.Done(
                            "%s の収納を取り消しました。会計日は %s です。"
                                    .formatted(
                                            show.yen(receipt.get().amount()), show.date(bookedOn)));
                });
    }

    private Optional<Receipt> find(long personNo, long receiptId) {
        return db.sql(
                        """
                        SELECT state, channel_id, amount, paid_on FROM levy.receipt
                        WHERE receipt_id = :receipt AND person_no = :person
                        """)
                .param("receipt", receiptId)
                .param("person", personNo)
                .query((row, n) ->
                        new Receipt(
                                row.getString("state"),
                                row.getInt("channel_id"),
                                row.getLong("amount"),
                                row.getObject("paid_on", LocalDate.class)))
                .optional();
    }

    private String fault(long personNo, long receiptId, Receipt receipt, Act act) {
        if (act.isWithoutReason()) {
            return "取消の理由を入れてください。";
        }
        if (!receipt.state().equals("FINAL")) {
            return receipt.state().equals("CANCELLED")
                    ? "この収納はすでに取り消されています。"
                    : "確定していない収納は取り消せません。";
        }
        if (receipt.channel() == 4 || receipt.channel() == 8) {
            return "特別徴収と旧システムからの収納は、相手方の通知で直します。ここでは取り消せません。";
        }
        boolean beyond =
                db.sql(PLAN + " SELECT coalesce(bool_or(beyond), false) FROM back")
                        .param("person", personNo)
                        .param("receipt", receiptId)
                        .query(Boolean.class)
                        .single();
        return beyond ? "この収納による過誤納は、すでに還付又は充当されています。返納の手続が必要です。" : "";
    }

    private void post(long personNo, long receiptId, LocalDate bookedOn) {
        db.sql(
                        PLAN
                                + """
                                INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                                    fund_id, account_year, booked_on, paid_on, received_on, source, source_id)
                                SELECT levy.operation('RECEIPT:' || r.receipt_id || ':reversed:' || k.instalment_id || ':' || k.kind),
                                    k.kind::levy.account_kind, k.instalment_id, 'CASH', r.channel_id, k.amount, 'RECEIPT',
                                    coalesce(o.fund_id, f.current_fund_id), coalesce(o.account_year, f.account_year), :day,
                                    r.paid_on, r.received_on, 'RECEIPT', r.receipt_id
                                FROM back k
                                JOIN levy.receipt r ON r.receipt_id = :receipt
                                JOIN levy.instalment i ON i.instalment_id = k.instalment_id
                                JOIN levy.v_fund f ON f.fund_id = i.fund_id
                                LEFT JOIN LATERAL (%s) o ON k.kind IN ('RECEIVABLE', 'OVERPAYMENT')
                                WHERE k.amount > 0
                                """
                                        .formatted(TOLD_LATE))
                .param("person", personNo)
                .param("receipt", receiptId)
                .param("day", bookedOn)
                .update();
        db.sql("SELECT levy.told_late_undone(:receipt, :day)")
                .param("receipt", receiptId)
                .param("day", bookedOn)
                .query()
                .listOfRows();
    }

    private void cancel(long receiptId, Act act) {
        db.sql(
                        "UPDATE levy.receipt SET state = 'CANCELLED', reason = '取消：' || :why WHERE receipt_id = :receipt")
                .param("why", act.reason())
                .param("receipt", receiptId)
                .update();
    }
}
