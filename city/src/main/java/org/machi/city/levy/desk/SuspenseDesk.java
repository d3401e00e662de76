package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.platform.desk.Show;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 不明金: money whose number nobody knows. First somebody says to which instalment it belongs (仮消込,
 * nothing is booked), then it is settled (消込): fee, premium, late charge, the rest an over-payment.
 */
@Component
class SuspenseDesk {

    private static final String SETTLE =
            """
            WITH item AS (
                SELECT v.position, v.kind, v.open, coalesce(sum(v.open) OVER (ORDER BY v.position
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
                FROM levy.instalment_balance b
                CROSS JOIN LATERAL (VALUES (1, 'FEE', b.fee_open), (2, 'RECEIVABLE', b.open), (3, 'LATE', b.late_open),
                    (4, 'OVERPAYMENT', 9000000000000)) AS v (position, kind, open)
                WHERE b.instalment_id = :instalment
            )
            INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                fund_id, account_year, booked_on, paid_on, received_on, source, source_id)
            SELECT levy.operation('RECEIPT:' || r.receipt_id || ':settled:' || t.kind), 'SUSPENSE', r.receipt_id,
                t.kind::levy.account_kind, i.instalment_id, least(t.open, r.amount - t.before), 'RECEIPT',
                f.current_fund_id, f.account_year, :day, r.paid_on, r.received_on, 'RECEIPT', r.receipt_id
            FROM item t
            JOIN levy.receipt r ON r.receipt_id = :receipt
            JOIN levy.instalment i ON i.instalment_id = :instalment
            JOIN levy.v_fund f USING (fund_id)
            WHERE least(t.open, r.amount - t.before) > 0
            """;

    private final JdbcClient db;
    private final DeskBook book;
    private final BookingDay bookingDay;
    private final Show show = new Show();

    SuspenseDesk(JdbcClient db, DeskBook book, BookingDay bookingDay) {
        this.db = db;
        this.book = book;
        this.bookingDay = bookingDay;
    }

    /**
     * A payment that is nobody's yet.
     *
     * @param person whose it shall be by the 仮消込, null before
     */
    public record Money(
            long receipt,
            String state,
            String channel,
            String shownNo,
            LocalDate paidOn,
            LocalDate bookedOn,
            long amount,
            String reason,
            @Nullable Long person,
            @Nullable Long instalment) {

        public boolean waits() {
            return state.equals("SUSPENSE");
        }
    }

    Optional<Money> find(long receiptId) {
        return db.sql(
                        """
                        SELECT r.receipt_id, r.state, c.name AS channel, coalesce(r.shown_no, '') AS shown_no, r.paid_on, r.booked_on,
                            r.amount, coalesce(r.reason, '') AS reason, coalesce(r.person_no, m.person_no) AS person_no,
                            coalesce(r.instalment_id, m.instalment_id) AS instalment_id
                        FROM levy.receipt r JOIN levy.channel c USING (channel_id)
                        LEFT JOIN levy.suspense_match m USING (receipt_id)
                        WHERE r.receipt_id = :receipt
                        """)
                .param("receipt", receiptId)
                .query((row, n) ->
                        new Money(
                                receiptId,
                                row.getString("state"),
                                row.getString("channel"),
                                row.getString("shown_no"),
                                row.getObject("paid_on", LocalDate.class),
                                row.getObject("booked_on", LocalDate.class),
                                row.getLong("amount"),
                                row.getString("reason"),
                                row.getObject("person_no", Long.class),
                                row.getObject("instalment_id", Long.class)))
                .optional();
    }

    /** 仮消込. */
    Outcome match(Money money, long personNo, long instalmentId, Act act) {
        if (!money.waits()) {
            return new Outcome.Refused("この入金はもう不明金ではありません。");
        }
        boolean theirs =
                db.sql(
                                "SELECT EXISTS (SELECT 1 FROM levy.instalment WHERE instalment_id = ? AND person_no = ?)")
                        .params(instalmentId, personNo)
                        .query(Boolean.class)
                        .single();
        if (!theirs) {
            return new Outcome.Refused("充てる期を選んでください。");
        }
        book.enter(
                new Subject(Subject.receipt(money.receipt()).key(), personNo),
                act,
                "MATCH",
                "不明金 %s の仮消込".formatted(show.yen(money.amount())));
        db.sql(
                        """
                        INSERT INTO levy.suspense_match (receipt_id, person_no, instalment_id, matched_on, staff_no)
                        VALUES (:receipt, :person, :instalment, :day, :staff)
                        ON CONFLICT (receipt_id) DO UPDATE SET person_no = excluded.person_no,
                            instalment_id = excluded.instalment_id, matched_on = excluded.matched_on, staff_no = excluded.staff_no
                        """)
                .param("receipt", money.receipt())
                .param("person", personNo)
                .param("instalment", instalmentId)
                .param("day", act.today())
                .param("staff", act.staffNo())
                .update();
        return new Outcome.Done("仮消込しました。内容を確かめて「消込」で確定してください。");
    }

    /** 消込: from the suspense account to the instalment of the 仮消込. */
    Outcome settle(Money money, Act act) {
        Long person = money.person();
        Long instalment = money.instalment();
        if (!money.waits() || person == null || instalment == null) {
            return new Outcome.Refused("先に仮消込をしてください。");
        }
        book.enter(
                new Subject(Subject.receipt(money.receipt()).key(), person),
                act,
                "SETTLE",
                "不明金 %s の消込（領収日 %s）"
                        .formatted(show.yen(money.amount()), show.shortDate(money.paidOn())));
        LocalDate bookedOn = bookingDay.of(act.today());
        db.sql(SETTLE)
                .param("receipt", money.receipt())
                .param("instalment", instalment)
                .param("day", bookedOn)
                .update();
        db.sql(
                        """
                        UPDATE levy.receipt SET state = 'FINAL', person_no = :person, instalment_id = :instalment,
                            reason = '不明金から消込' WHERE receipt_id = :receipt
                        """)
                .param("person", person)
                .param("instalment", instalment)
                .param("receipt", money.receipt())
                .update();
        db.sql("DELETE FROM levy.suspense_match WHERE receipt_id = ?")
                .param(money.receipt())
                .update();
        return new Outcome.Done(
                "%s を消し込みました。会計日は %s です。".formatted(show.yen(money.amount()), show.date(bookedOn)));
    }
}
