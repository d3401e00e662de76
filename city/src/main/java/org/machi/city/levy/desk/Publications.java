package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.law.LegalBasis;
import org.machi.platform.desk.Show;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 公示送達 of demands that came back, or that were not sent because nobody knows where the person
 * lives: when the notice was put up. It counts as delivered seven days later; the union is told of
 * the day in 滞納情報.
 */
@Component
@LegalBasis({"自治法231条の3第4項", "地20条の2"})
class Publications {

    private final JdbcClient db;
    private final DeskBook book;
    private final BookingDay bookingDay;
    private final Show show = new Show();

    Publications(JdbcClient db, DeskBook book, BookingDay bookingDay) {
        this.db = db;
        this.book = book;
        this.bookingDay = bookingDay;
    }

    /**
     * A demand that came back.
     *
     * @param publishedOn 公示送達年月日, null before
     */
    public record Returned(
            long instalment,
            String claim,
            LocalDate demandedOn,
            LocalDate returnedOn,
            @Nullable LocalDate publishedOn) {}

    List<Returned> of(long personNo) {
        return db.sql(
                        """
                        SELECT d.instalment_id, c.name AS levy, i.method, i.period, d.demanded_on, d.published_on,
                            coalesce(max(r.result_on), max(u.issued_on)) AS returned_on
                        FROM levy.instalment i
                        JOIN levy.levy_code c USING (levy_code)
                        JOIN levy.demand d USING (instalment_id)
                        JOIN levy.slip s ON s.slip_no = d.slip_no
                        LEFT JOIN levy.letter_result r ON r.letter_no = s.letter_no AND r.result BETWEEN '11' AND '19'
                        LEFT JOIN levy.v_letter_unsent u ON u.letter_no = s.letter_no
                        WHERE i.person_no = ? AND (r.letter_no IS NOT NULL OR u.letter_no IS NOT NULL)
                        GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY d.demanded_on, d.instalment_id
                        """)
                .param(personNo)
                .query((row, n) ->
                        new Returned(
                                row.getLong("instalment_id"),
                                row.getString("levy")
                                        + " "
                                        + PeriodName.of(row.getInt("method"), row.getInt("period")),
                                row.getObject("demanded_on", LocalDate.class),
                                row.getObject("returned_on", LocalDate.class),
                                row.getObject("published_on", LocalDate.class)))
                .list();
    }

    private boolean isWhereaboutsUnknown(long personNo) {
        return db.sql(
                        "SELECT EXISTS (SELECT FROM people.v_whereabouts_unknown WHERE person_no = ?)")
                .param(personNo)
                .query(Boolean.class)
                .single();
    }

    /** Enters the day; a second entry corrects the first. */
    Outcome publish(long personNo, long instalmentId, LocalDate day, Act act) {
        List<Returned> returned =
                of(personNo).stream().filter(one -> one.instalment() == instalmentId).toList();
        return Outcome.unless(
                fault(personNo, returned, day, act),
                () -> {
                    String what =
                            "%s の督促状の公示送達（%s）"
                                    .formatted(returned.getFirst().claim(), show.shortDate(day));
                    book.enter(Subject.person(personNo), act, "PUBLISH", what);
                    db.sql(
                                    """
                                    UPDATE levy.demand SET published_on = ?, published_known_on = ?
                                    WHERE instalment_id = ?
                                    """)
                            .params(day, bookingDay.of(act.today()), instalmentId)
                            .update();
                    return new Outcome.Done(
                            what
                                    + "を登録しました。%s に送達したものとみなされます。"
                                            .formatted(show.date(day.plusDays(7))));
                });
    }

    private String fault(long personNo, List<Returned> returned, LocalDate day, Act act) {
        if (returned.isEmpty()) {
            return "返戻になった督促状ではありません。";
        }
        if (!isWhereaboutsUnknown(personNo)) {
            return "居所不明の登録がありません。「返戻・居所」で調査を記録し、居所不明としてから公示送達にしてください。";
        }
        if (act.isWithoutReason()) {
            return "理由を入れてください。";
        }
        boolean possible =
                !day.isBefore(returned.getFirst().returnedOn()) && !day.isAfter(act.today());
        return possible
                ? ""
                : "公示の日は返戻の日（%s）から今日までの日にしてください。"
                        .formatted(show.date(returned.getFirst().returnedOn()));
    }
}
