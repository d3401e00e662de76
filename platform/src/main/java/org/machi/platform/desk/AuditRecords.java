package org.machi.platform.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.WebOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the audit trail for its pages; writing is the business of {@code platform.audit}. */
@WebOnly
@Repository
class AuditRecords {
    private static final String COLUMNS =
            """
            SELECT e.id, e.at, e.business_date, e.staff, m.name AS staff_name, e.terminal, e.office,
                   e.duty, e.purpose, e.action, e.object, e.person_no, e.detail, e.result, e.people
            FROM audit.event e LEFT JOIN staff.member m ON m.staff_no = e.staff
            """;

    private final JdbcClient db;

    AuditRecords(JdbcClient db) {
        this.db = db;
    }

    /** One event as the page shows it. */
    record Line(
            long id,
            Instant at,
            LocalDate businessDate,
            String staff,
            @Nullable String staffName,
            String terminal,
            String office,
            String duty,
            String purpose,
            String action,
            String object,
            @Nullable Long personNo,
            String detail,
            String result,
            @Nullable Long people) {
        public String resultWord() {
            return switch (result) {
                case "DONE" -> "完了";
                case "REFUSED" -> "拒否";
                default -> "失敗";
            };
        }

        public String tone() {
            return result.equals("DONE") ? "quiet" : "bad";
        }
    }

    /** The newest seal: how far the trail is closed and anchored. */
    record Seal(long number, LocalDate businessDate, Instant at, long events) {}

    /** Who looked at this person: single looks and runs over many people. */
    Listing<Line> ofPerson(long personNo, int page, int size) {
        String ids =
                """
                WHERE e.id IN (SELECT id FROM audit.event WHERE person_no = :key
                               UNION ALL
                               SELECT * FROM audit.runs_of(:key))
                """;
        return list(ids, personNo, page, size);
    }

    /** What this member of staff did and tried. */
    Listing<Line> ofStaff(String staffNo, int page, int size) {
        return list("WHERE e.staff = :key", staffNo, page, size);
    }

    private Listing<Line> list(String where, Object key, int page, int size) {
        long total =
                db.sql("SELECT count(*) FROM audit.event e " + where)
                        .param("key", key)
                        .query(Long.class)
                        .single();
        List<Line> rows =
                db.sql(COLUMNS + where + " ORDER BY e.id DESC LIMIT :size OFFSET :offset")
                        .param("key", key)
                        .param("size", size)
                        .param("offset", Listing.offset(page, size))
                        .query(AuditRecords::line)
                        .list();
        return new Listing<>(rows, page, size, total);
    }

    List<Line> newest(int limit) {
        return db.sql(COLUMNS + " ORDER BY e.id DESC LIMIT :size")
                .param("size", limit)
                .query(AuditRecords::line)
                .list();
    }

    long unsealed() {
        return db.sql(
                        """
                        SELECT (SELECT coalesce(sum(length), 0) FROM audit.chain)
                             - coalesce((SELECT events FROM audit.seal ORDER BY seal_no DESC LIMIT 1), 0)
                        """)
                .query(Long.class)
                .single();
    }

    Optional<Seal> newestSeal() {
        return db.sql(
                        """
                        SELECT seal_no, business_date, at, events FROM audit.seal
                        ORDER BY seal_no DESC LIMIT 1
                        """)
                .query((row, _) ->
                        new Seal(
                                row.getLong("seal_no"),
                                row.getObject("business_date", LocalDate.class),
                                row.getTimestamp("at").toInstant(),
                                row.getLong("events")))
                .optional();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getObject("business_date", LocalDate.class),
                row.getString("staff"),
                row.getString("staff_name"),
                row.getString("terminal"),
                row.getString("office"),
                row.getString("duty"),
                row.getString("purpose"),
                row.getString("action"),
                row.getString("object"),
                row.getObject("person_no", Long.class),
                row.getString("detail"),
                row.getString("result"),
                row.getObject("people", Long.class));
    }
}
