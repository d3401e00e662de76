package org.machi.city.levy.desk;

import java.time.LocalDate;
import org.machi.city.levy.Channel;
import org.machi.city.levy.Receipts;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.platform.desk.Show;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 窓口収納: money that a person pays at the counter on one instalment. It pays fee, premium and late
 * charge in this order; more than is open is not taken.
 */
@Component
class CounterPayments {

    private final JdbcClient db;
    private final Receipts receipts;
    private final DeskBook book;
    private final BookingDay bookingDay;
    private final Show show = new Show();

    CounterPayments(JdbcClient db, Receipts receipts, DeskBook book, BookingDay bookingDay) {
        this.db = db;
        this.receipts = receipts;
        this.book = book;
        this.bookingDay = bookingDay;
    }

    Outcome take(long personNo, long instalmentId, long amount, LocalDate paidOn, Act act) {
        long open = open(personNo, instalmentId);
        return Outcome.unless(
                fault(amount, open, paidOn, act),
                () -> {
                    long entry =
                            book.enter(
                                    Subject.person(personNo),
                                    act,
                                    "COUNTER",
                                    "窓口収納 %s（領収日 %s）"
                                            .formatted(show.yen(amount), show.shortDate(paidOn)));
                    LocalDate bookedOn = bookingDay.of(act.today());
                    receipts.take(
                            bookedOn,
                            Channel.COUNTER,
                            """
                            SELECT 'COUNTER:%1$d' AS receipt_key, NULL::bigint AS slip_no, NULL::text AS barcode,
                                %2$d::bigint AS instalment_id, %3$d::bigint AS amount, date '%4$s' AS paid_on,
                                date '%5$s' AS received_on, '窓口 %1$d' AS shown_no, NULL::bigint AS file_id,
                                NULL::bigint AS line_no
                            """
                                    .formatted(entry, instalmentId, amount, paidOn, bookedOn));
                    return new Outcome.Done(
                            "%s を受け取りました。会計日は %s です。"
                                    .formatted(show.yen(amount), show.date(bookedOn)));
                });
    }

    private String fault(long amount, long open, LocalDate paidOn, Act act) {
        if (amount <= 0) {
            return "金額は1円以上を入れてください。";
        }
        if (amount > open) {
            return "この期の未済額（手数料・延滞金を含む）は %s です。%s は受け取れません。"
                    .formatted(show.yen(open), show.yen(amount));
        }
        return paidOn.isAfter(act.today())
                ? "領収日は %s までの日を入れてください。".formatted(show.date(act.today()))
                : "";
    }

    private long open(long personNo, long instalmentId) {
        return db.sql(
                        """
                        SELECT open + fee_open + late_open FROM levy.v_instalment
                        WHERE instalment_id = :instalment AND person_no = :person
                        """)
                .param("instalment", instalmentId)
                .param("person", personNo)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
