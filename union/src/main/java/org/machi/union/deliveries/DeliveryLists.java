package org.machi.union.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.DeliverySeenFile;
import org.machi.platform.desk.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was distributed to whom, and who fetched it when. */
@Repository
class DeliveryLists {

    private static final int LINES = 50;

    private final JdbcClient db;

    DeliveryLists(JdbcClient db) {
        this.db = db;
    }

    /** One distribution to one city. */
    public record Line(
            long number,
            String code,
            String name,
            String cityCode,
            String cityName,
            LocalDate publishedOn,
            LocalDate from,
            LocalDate to,
            LocalDate keepUntil,
            long rows,
            long fileId,
            boolean scheduled,
            String publishedBy,
            String state,
            @Nullable LocalDateTime arrivedAt,
            @Nullable LocalDateTime fetchedAt,
            @Nullable String fetchedBy,
            long times) {

        /** 取得の状況 on a day. */
        public String label(LocalDate day) {
            return switch (state) {
                case "FETCHED" -> "取得済";
                case "ARRIVED" -> keepUntil.isBefore(day) ? "期限までに取得なし" : "未取得";
                default -> keepUntil.isBefore(day) ? "期限までに到着なし" : "到着待ち";
            };
        }

        public String tone(LocalDate day) {
            return state.equals("FETCHED") ? "good" : keepUntil.isBefore(day) ? "bad" : "warn";
        }
    }

    /** A deed of somebody in the city. */
    public record Seen(
            String deed,
            LocalDate doneOn,
            LocalDateTime doneAt,
            String staffNo,
            String staffName,
            String terminal) {
        public String deedName() {
            return DeliverySeenFile.DEED.meaning(deed);
        }
    }

    /**
     * What is sought.
     *
     * @param city code, empty for all
     * @param code 定義コード, empty for all
     * @param state FETCHED, OPEN, LATE, or empty for all
     */
    record Wanted(String city, String code, String state, LocalDate from, LocalDate to) {}

    private static final String WHERE =
            """
              FROM delivery.v_delivery d
             WHERE (:city = '' OR d.city_code = :city) AND (:code = '' OR d.code = :code)
               AND d.published_on BETWEEN :from AND :to
               AND CASE :state WHEN 'FETCHED' THEN d.state = 'FETCHED'
                               WHEN 'OPEN' THEN d.state <> 'FETCHED'
                               WHEN 'LATE' THEN d.state <> 'FETCHED' AND d.keep_until < :near
                               ELSE true END
            """;

    Listing<Line> find(Wanted wanted, LocalDate today, int page) {
        int shown = Listing.page(page);
        List<Line> lines =
                ask(
                                "SELECT d.*"
                                        + WHERE
                                        + "ORDER BY d.delivery_no DESC LIMIT :limit OFFSET :offset",
                                wanted,
                                today)
                        .param("limit", LINES)
                        .param("offset", Listing.offset(shown, LINES))
                        .query(DeliveryLists::line)
                        .list();
        long total = ask("SELECT count(*)" + WHERE, wanted, today).query(Long.class).single();
        return new Listing<>(lines, shown, LINES, total);
    }

    private JdbcClient.StatementSpec ask(String sql, Wanted wanted, LocalDate today) {
        return db.sql(sql)
                .param("city", wanted.city())
                .param("code", wanted.code())
                .param("state", wanted.state())
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("near", today.plusDays(DeliveryDesk.NEAR_DAYS));
    }

    /** Not fetched although the last day is near or over, of the last half year. */
    long late(LocalDate today) {
        return ask(
                        "SELECT count(*)" + WHERE,
                        new Wanted("", "", "LATE", today.minusMonths(6), today),
                        today)
                .query(Long.class)
                .single();
    }

    Optional<Line> find(long number) {
        return db.sql("SELECT * FROM delivery.v_delivery WHERE delivery_no = ?")
                .param(number)
                .query(DeliveryLists::line)
                .optional();
    }

    List<Seen> seen(long number) {
        return db.sql(
                        """
                        SELECT deed, done_on, done_at, staff_no, staff_name, terminal
                          FROM delivery.seen WHERE delivery_no = ? ORDER BY done_at, deed
                        """)
                .param(number)
                .query((row, n) ->
                        new Seen(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, LocalDateTime.class),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)))
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("delivery_no"),
                row.getString("code"),
                row.getString("name"),
                row.getString("city_code"),
                row.getString("city_name"),
                row.getObject("published_on", LocalDate.class),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getObject("keep_until", LocalDate.class),
                row.getLong("row_count"),
                row.getLong("file_id"),
                row.getBoolean("scheduled"),
                row.getString("published_by"),
                row.getString("state"),
                row.getObject("arrived_at", LocalDateTime.class),
                row.getObject("fetched_at", LocalDateTime.class),
                row.getString("fetched_by"),
                row.getLong("times"));
    }
}
