package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.Refunds;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.law.LegalBasis;
import org.machi.platform.desk.Listing;
import org.machi.platform.desk.Show;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 還付未済: refunds that were decided and not yet paid, the nearest lapse first, and 振込不能. */
@Component
@LegalBasis("法160条1項")
class RefundDesk {

    private final JdbcClient db;
    private final DeskBook book;
    private final BookingDay bookingDay;
    private final Refunds refunds;
    private final Show show = new Show();

    RefundDesk(JdbcClient db, DeskBook book, BookingDay bookingDay, Refunds refunds) {
        this.db = db;
        this.book = book;
        this.bookingDay = bookingDay;
        this.refunds = refunds;
    }

    /**
     * A refund that waits.
     *
     * @param why what it waits for
     * @param lastDay the last day on which it can be asked for
     */
    public record Waiting(
            long refund,
            long person,
            String levy,
            String payee,
            long amount,
            LocalDate decidedOn,
            LocalDate lastDay,
            String why) {}

    private static final String WHY =
            """
            CASE WHEN r.state = 'SENT' THEN '振込依頼済（' || r.transfer_on || '）'
                 WHEN EXISTS (SELECT 1 FROM levy.v_payout_account a WHERE a.person_no = r.person_no AND a.payee = r.payee
                     AND a.levy_code = r.levy_code AND (a.valid_to IS NULL OR a.valid_to > :today)) THEN '次の総合振込で支払'
                 WHEN r.payee = 'HEIR' THEN '相続人代表者の届出待ち'
                 WHEN r.attempt > 1 THEN '振込不能（口座の届け直し待ち）'
                 ELSE '口座の届出（請求）待ち' END
            """;

    Listing<Waiting> waiting(LocalDate today, int page, int size) {
        List<Waiting> rows =
                db.sql(
                                """
                                SELECT r.*, c.name AS levy, %s AS why
                                FROM levy.refund r JOIN levy.levy_code c USING (levy_code)
                                WHERE r.state IN ('WAITING', 'SENT') ORDER BY r.lapses_on, r.refund_id LIMIT :size OFFSET :start
                                """
                                        .formatted(WHY))
                        .param("today", today)
                        .param("size", size)
                        .param("start", Listing.offset(page, size))
                        .query((row, n) ->
                                new Waiting(
                                        row.getLong("refund_id"),
                                        row.getLong("person_no"),
                                        row.getString("levy"),
                                        payee(row.getString("payee")),
                                        row.getLong("principal") + row.getLong("interest"),
                                        row.getObject("decided_on", LocalDate.class),
                                        row.getObject("lapses_on", LocalDate.class).minusDays(1),
                                        row.getString("why")))
                        .list();
        return new Listing<>(rows, Listing.page(page), size, sum().count());
    }

    private static String payee(String code) {
        return switch (code) {
            case "PERSON" -> "本人";
            case "HEIR" -> "相続人";
            case "INSURER" -> "年金保険者";
            default -> throw new IllegalArgumentException(code);
        };
    }

    /** How many wait, and how much. */
    public record Sum(long count, long amount) {}

    Sum sum() {
        return db.sql(
                        """
                        SELECT count(*), coalesce(sum(principal + interest), 0) FROM levy.refund WHERE state IN ('WAITING', 'SENT')
                        """)
                .query((row, n) -> new Sum(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** A refund whose transfer can fail. */
    private record Sent(String state, long amount, @Nullable LocalDate transferOn) {}

    /** 振込不能: what the bank told about a transfer. */
    Outcome failed(long personNo, long refundId, Act act) {
        Optional<Sent> sent =
                db.sql(
                                """
                                SELECT state, principal + interest AS amount, transfer_on FROM levy.refund
                                WHERE refund_id = ? AND person_no = ? AND payee <> 'INSURER'
                                """)
                        .params(refundId, personNo)
                        .query((row, n) ->
                                new Sent(
                                        row.getString("state"),
                                        row.getLong("amount"),
                                        row.getObject("transfer_on", LocalDate.class)))
                        .optional();
        if (sent.isEmpty() || !sent.get().state().matches("SENT|PAID")) {
            return new Outcome.Refused("この還付は振込を依頼していません。");
        }
        if (act.isWithoutReason()) {
            return new Outcome.Refused("振込不能の理由を入れてください（口座なし、名義相違など）。");
        }
        book.enter(
                Subject.person(personNo),
                act,
                "TRANSFER_FAILED",
                "還付 %s の振込不能".formatted(show.yen(sent.get().amount())));
        refunds.transferFailed(refundId, bookingDay.of(act.today()));
        return new Outcome.Done("振込不能としました。口座を届け直してもらうと、次の総合振込で支払います。");
    }
}
