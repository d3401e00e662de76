package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.platform.desk.Show;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 督促停止・発送抑止: no demand goes out to a person for one levy while a period with a reason holds. The
 * demand run and the write-off read it on their day.
 */
@Component
class Suppressions {

    private final JdbcClient db;
    private final DeskBook book;
    private final Show show = new Show();

    Suppressions(JdbcClient db, DeskBook book) {
        this.db = db;
        this.book = book;
    }

    /** Why nothing is sent. */
    enum Kind {
        NO_DEMAND("督促状を送らない"),
        NO_REMINDER("催告書を送らない"),
        NEITHER("督促状も催告書も送らない"),
        GRACE("徴収猶予（延滞金の半額免除：事業の休廃止・損失）"),
        GRACE_WAIVED("徴収猶予（延滞金の全額免除：災害・病気等）"),
        SUSPENDED("執行停止（延滞金の全額免除）");

        private final String japanese;

        Kind(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** One period, the last day included; {@code to} is null while none is set. */
    public record Period(
            String levyCode,
            String levy,
            LocalDate from,
            @Nullable LocalDate to,
            String kind,
            String reason,
            boolean ended) {}

    List<Period> of(long personNo, LocalDate today) {
        return db.sql(
                        """
                        SELECT s.*, c.name AS levy FROM levy.suppression s JOIN levy.levy_code c USING (levy_code)
                        WHERE person_no = :person ORDER BY valid_from DESC
                        """)
                .param("person", personNo)
                .query((row, n) -> {
                    LocalDate after = row.getObject("valid_to", LocalDate.class);
                    return new Period(
                            row.getString("levy_code"),
                            row.getString("levy"),
                            row.getObject("valid_from", LocalDate.class),
                            after == null ? null : after.minusDays(1),
                            name(row.getString("kind")),
                            row.getString("reason"),
                            after != null && !after.isAfter(today));
                })
                .list();
    }

    private static String name(String kind) {
        return kind.equals("PROMISE") ? "納付誓約" : Kind.valueOf(kind).japanese();
    }

    /** Stops what goes out from {@code from} to {@code to}, both included. */
    Outcome stop(long personNo, String levyCode, Kind kind, LocalDate from, LocalDate to, Act act) {
        return Outcome.unless(
                fault(personNo, levyCode, from, to, act),
                () -> {
                    String what =
                            "%s（%s 〜 %s）"
                                    .formatted(
                                            kind.japanese(),
                                            show.shortDate(from),
                                            show.shortDate(to));
                    book.enter(Subject.person(personNo), act, "SUPPRESS", what);
                    db.sql(
                                    """
                                    INSERT INTO levy.suppression (person_no, levy_code, valid_from, valid_to, kind, reason)
                                    VALUES (:person, :levy, :from, :after, :kind, :reason)
                                    """)
                            .param("person", personNo)
                            .param("levy", levyCode)
                            .param("from", from)
                            .param("after", to.plusDays(1))
                            .param("kind", kind.name())
                            .param("reason", act.reason())
                            .update();
                    return new Outcome.Done(what + "を登録しました。");
                });
    }

    private String fault(long personNo, String levyCode, LocalDate from, LocalDate to, Act act) {
        if (act.isWithoutReason()) {
            return "理由を入れてください。";
        }
        if (to.isBefore(from)) {
            return "終わりの日は始まりの日より後にしてください。";
        }
        if (from.isBefore(act.today())) {
            return "始まりの日は %s 以後にしてください。".formatted(show.date(act.today()));
        }
        boolean meets =
                db.sql(
                                """
                                SELECT EXISTS (SELECT 1 FROM levy.suppression WHERE person_no = :person AND levy_code = :levy
                                    AND valid_from <= :to AND (valid_to IS NULL OR valid_to > :from))
                                """)
                        .param("person", personNo)
                        .param("levy", levyCode)
                        .param("from", from)
                        .param("to", to)
                        .query(Boolean.class)
                        .single();
        return meets ? "同じ科目に、期間の重なる停止があります。先にそれを終わらせてください。" : "";
    }

    /** Ends a period: from today on letters go out again. */
    Outcome resume(long personNo, String levyCode, LocalDate from, Act act) {
        if (act.isWithoutReason()) {
            return new Outcome.Refused("理由を入れてください。");
        }
        boolean runs =
                of(personNo, act.today()).stream()
                        .anyMatch(one ->
                                one.levyCode().equals(levyCode)
                                        && one.from().equals(from)
                                        && !one.ended());
        if (!runs) {
            return new Outcome.Refused("この停止はもう終わっています。");
        }
        book.enter(
                Subject.person(personNo),
                act,
                "RESUME",
                "%s からの停止の終わり".formatted(show.shortDate(from)));
        db.sql(
                        """
                        UPDATE levy.suppression SET valid_to = greatest(:today, valid_from)
                        WHERE person_no = :person AND levy_code = :levy AND valid_from = :from
                        """)
                .param("person", personNo)
                .param("levy", levyCode)
                .param("from", from)
                .param("today", act.today())
                .update();
        return new Outcome.Done("停止を終わらせました。");
    }
}
