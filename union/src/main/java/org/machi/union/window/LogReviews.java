package org.machi.union.window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.office.Parameters;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 記録の点検: the log of 窓口端末 of a city and month, what in it is unusual, a sample, and the signature of
 * who looked through it, once for the union and once for the city.
 */
@Repository
class LogReviews {

    static final String UNION = "UNION";
    static final String CITY = "CITY";
    private static final int LINES = 300;

    private final Parameters parameters;
    private final JdbcClient db;

    LogReviews(Parameters parameters, JdbcClient db) {
        this.parameters = parameters;
        this.db = db;
    }

    /** Which log is reviewed. */
    record Scope(String city, YearMonth month) {
        LocalDate first() {
            return month.atDay(1);
        }
    }

    /**
     * A month of a city with its signatures; {@code due} while one of the party asked is missing.
     */
    record Month(
            LocalDate month,
            String city,
            String cityName,
            long events,
            @Nullable String unionBy,
            @Nullable String cityBy,
            boolean ended) {
        public String path() {
            return city + "/" + YearMonth.from(month);
        }
    }

    /** What stands in the log of a month. */
    record Summary(
            long events,
            long ids,
            long people,
            long refused,
            long outside,
            long elsewhere,
            long many,
            long lastEvent) {}

    /** A line of the log that is marked or in the sample. */
    record Line(
            Instant at,
            LocalDate day,
            String staff,
            @Nullable String holder,
            String terminal,
            String action,
            String object,
            @Nullable Long naturalId,
            @Nullable String insuredNo,
            String purpose,
            String detail,
            String marks,
            boolean sampled) {}

    record Signature(
            String party,
            String reviewer,
            String reviewerName,
            String remark,
            long events,
            long marked,
            long sampled,
            LocalDate signedOn) {
        public String partyName() {
            return party.equals(UNION) ? "広域連合" : "市区町村";
        }
    }

    /** Every month in which somebody of a city was at a 窓口端末. */
    List<Month> months(@Nullable String city, LocalDate today) {
        return db.sql(
                        """
                        SELECT x.month, x.city_code AS city, c.name AS city_name, x.events,
                               (SELECT r.reviewer_name FROM windows.review r
                                 WHERE r.month = x.month AND r.city_code = x.city_code AND r.party = 'UNION') AS union_by,
                               (SELECT r.reviewer_name FROM windows.review r
                                 WHERE r.month = x.month AND r.city_code = x.city_code AND r.party = 'CITY') AS city_by,
                               x.month + interval '1 month' <= :today::date AS ended
                          FROM (SELECT date_trunc('month', business_date)::date AS month, city_code, count(*) AS events
                                  FROM windows.log WHERE :city::text IS NULL OR city_code = :city
                                 GROUP BY 1, 2) x
                          JOIN register.city c USING (city_code)
                         ORDER BY x.month DESC, c.position
                        """)
                .param("city", city)
                .param("today", today)
                .query(Month.class)
                .list();
    }

    /** Ended months that the union has not signed. */
    long due(LocalDate today) {
        return months(null, today).stream()
                .filter(month -> month.ended() && month.unionBy() == null)
                .count();
    }

    private static final String MARKED =
            """
            WITH log AS (
                SELECT l.*,
                       to_char(l.at AT TIME ZONE 'Asia/Tokyo', 'HH24MI') NOT BETWEEN :opens AND :closes
                           OR extract(isodow FROM l.business_date) > 5 AS outside,
                       l.result <> 'DONE' AS refused,
                       l.detail LIKE '%他の市区町村%' AS elsewhere,
                       l.staff || l.business_date IN (
                           SELECT o.staff || o.business_date FROM windows.log o
                            WHERE o.city_code = :city AND o.business_date >= :first AND o.business_date < :next
                            GROUP BY o.staff, o.business_date HAVING count(DISTINCT o.natural_id) > :many) AS many,
                       l.natural_id IS NOT NULL
                           AND row_number() OVER (ORDER BY l.natural_id IS NULL, md5(l.id::text)) <= :sample AS sampled
                  FROM windows.log l
                 WHERE l.city_code = :city AND l.business_date >= :first AND l.business_date < :next)
            """;

    private JdbcClient.StatementSpec marked(Scope scope, String sql) {
        LocalDate day = scope.first();
        return db.sql(MARKED + sql)
                .param("city", scope.city())
                .param("first", scope.first())
                .param("next", scope.first().plusMonths(1))
                .param("opens", parameters.text("window.opens", day))
                .param("closes", parameters.text("window.closes", day))
                .param("many", parameters.number("window.manyLooks", day))
                .param("sample", parameters.number("window.sample", day));
    }

    Summary summary(Scope scope) {
        return marked(
                        scope,
                        """
                        SELECT count(*) AS events, count(DISTINCT staff) AS ids, count(DISTINCT natural_id) AS people,
                               count(*) FILTER (WHERE refused) AS refused, count(*) FILTER (WHERE outside) AS outside,
                               count(*) FILTER (WHERE elsewhere) AS elsewhere, count(*) FILTER (WHERE many) AS many,
                               coalesce(max(id), 0) AS last_event
                          FROM log
                        """)
                .query(Summary.class)
                .single();
    }

    /** What is unusual and the sample; of more than 300 lines those that were refused first. */
    List<Line> lines(Scope scope) {
        return marked(
                        scope,
                        """
                        SELECT * FROM log WHERE refused OR outside OR elsewhere OR many OR sampled
                         ORDER BY refused OR elsewhere DESC, sampled DESC, id LIMIT
                        """
                                + LINES)
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        StringBuilder marks = new StringBuilder();
        for (String[] mark :
                new String[][] {
                    {"refused", "拒否・失敗"},
                    {"elsewhere", "他の市区町村"},
                    {"outside", "時間外"},
                    {"many", "多数の閲覧"}
                }) {
            if (row.getBoolean(mark[0])) {
                marks.append(marks.isEmpty() ? "" : "、").append(mark[1]);
            }
        }
        return new Line(
                row.getTimestamp("at").toInstant(),
                row.getObject("business_date", LocalDate.class),
                row.getString("staff"),
                row.getString("holder"),
                row.getString("terminal"),
                row.getString("action"),
                row.getString("object"),
                row.getObject("natural_id", Long.class),
                row.getString("insured_no"),
                row.getString("purpose"),
                row.getString("detail"),
                marks.toString(),
                row.getBoolean("sampled"));
    }

    List<Signature> signatures(Scope scope) {
        return db.sql(
                        """
                        SELECT party, reviewer, reviewer_name, remark, events, marked, sampled, signed_on
                          FROM windows.review WHERE city_code = ? AND month = ? ORDER BY signed_at
                        """)
                .params(scope.city(), scope.first())
                .query(Signature.class)
                .list();
    }

    /** Why this clerk can't sign now; empty when he can. */
    Optional<String> objection(Scope scope, String party, Clerk clerk, LocalDate today) {
        if (scope.first().plusMonths(1).isAfter(today)) {
            return Optional.of("月が終わってから点検の署名をしてください。");
        }
        boolean reviewed =
                db.sql(
                                """
                                SELECT EXISTS (SELECT FROM windows.log
                                                WHERE staff = ? AND city_code = ? AND business_date >= ? AND business_date < ?
                                                  AND (natural_id IS NOT NULL OR action IN ('即時交付', '送信', '取りやめ', '申請')))
                                """)
                        .params(
                                clerk.staffNo(),
                                scope.city(),
                                scope.first(),
                                scope.first().plusMonths(1))
                        .query(Boolean.class)
                        .single();
        if (reviewed) {
            return Optional.of("この月に窓口端末で業務をした職員は、自分の記録を点検できません。別の職員が点検してください。");
        }
        return signatures(scope).stream().anyMatch(one -> one.party().equals(party))
                ? Optional.of("この月の点検は署名済みです。")
                : Optional.empty();
    }

    /** Signs once; whoever is second is told. */
    void sign(Scope scope, String party, Clerk clerk, String remark, LocalDate today) {
        Summary summary = summary(scope);
        List<Line> lines = lines(scope);
        int signed =
                db.sql(
                                """
                                INSERT INTO windows.review
                                    (month, city_code, party, reviewer, reviewer_name, remark, events, marked, sampled,
                                     last_event, signed_on)
                                VALUES (:month, :city, :party, :reviewer, :name, :remark, :events, :marked, :sampled,
                                        :last, :today)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("month", scope.first())
                        .param("city", scope.city())
                        .param("party", party)
                        .param("reviewer", clerk.staffNo())
                        .param("name", clerk.name())
                        .param("remark", remark)
                        .param("events", summary.events())
                        .param(
                                "marked",
                                lines.stream().filter(line -> !line.marks().isEmpty()).count())
                        .param("sampled", lines.stream().filter(Line::sampled).count())
                        .param("last", summary.lastEvent())
                        .param("today", today)
                        .update();
        if (signed == 0) {
            throw new ChangedMeanwhile("ほかの職員が先に署名しました。");
        }
    }
}
