package org.machi.platform.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.file.FileKind;
import org.machi.platform.WebOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the pages of the line show. */
@WebOnly
@Repository
class LineLists {

    private final JdbcClient db;

    LineLists(JdbcClient db) {
        this.db = db;
    }

    /** A shipment in the list. */
    public record Line(
            String direction,
            String partner,
            long number,
            Way way,
            String state,
            int files,
            long rows,
            long amount,
            String reason,
            int attempts,
            String lastError,
            @Nullable Instant nextTryAt,
            LocalDate businessDate,
            Instant madeAt,
            @Nullable Instant endedAt,
            @Nullable String receipt) {

        public boolean incoming() {
            return direction.equals("IN");
        }

        public String label() {
            return switch (state) {
                case "ACCEPTED" -> "受領済";
                case "REFUSED" -> "拒否";
                default -> attempts == 0 ? "送信待ち" : "再送待ち";
            };
        }

        public String tone() {
            return switch (state) {
                case "ACCEPTED" -> "good";
                case "REFUSED" -> "bad";
                default -> attempts == 0 ? "now" : "warn";
            };
        }
    }

    /** A file of a shipment. */
    public record Item(
            String kind,
            int serial,
            String name,
            long rows,
            long amount,
            String sha256,
            boolean again) {
        public String kindName() {
            return nameOf(kind);
        }
    }

    /** Files of one kind that wait for a partner. */
    public record Waiting(String partner, String kind, long files, Instant since) {
        public String kindName() {
            return nameOf(kind);
        }
    }

    /** A wish for files again. */
    public record Resend(
            String direction,
            String partner,
            String kind,
            int first,
            int last,
            String askedBy,
            Instant askedAt,
            @Nullable Instant doneAt) {
        public String kindName() {
            return nameOf(kind);
        }
    }

    /** A partner with its certificate and the last contact. */
    public record Contact(
            String code,
            String name,
            String fingerprint,
            LocalDate validUntil,
            String address,
            @Nullable Instant contactAt,
            String contactError) {}

    /** A certificate that was revoked. */
    public record Revoked(
            String code,
            String name,
            String fingerprint,
            Instant revokedAt,
            String revokedBy,
            String reason) {}

    static String nameOf(String kind) {
        return FileKind.find(kind).map(FileKind::label).orElse(kind);
    }

    private static final String SHIPMENTS =
            """
            SELECT direction, partner, number, way, state, file_count, row_count, amount, reason,
                   attempts, last_error, next_try_at, business_date, made_at, ended_at,
                   convert_from(receipt, 'UTF8') AS receipt
              FROM line.shipment
            """;

    List<Line> newest(int most) {
        return db.sql(SHIPMENTS + "ORDER BY made_at DESC LIMIT ?")
                .param(most)
                .query(LineLists::line)
                .list();
    }

    Optional<Line> find(String direction, String partner, long number) {
        return db.sql(SHIPMENTS + "WHERE direction = ? AND partner = ? AND number = ?")
                .params(direction, partner, number)
                .query(LineLists::line)
                .optional();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("direction"),
                row.getString("partner"),
                row.getLong("number"),
                Way.valueOf(row.getString("way")),
                row.getString("state"),
                row.getInt("file_count"),
                row.getLong("row_count"),
                row.getLong("amount"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getString("last_error"),
                instant(row.getTimestamp("next_try_at")),
                row.getObject("business_date", LocalDate.class),
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getString("receipt"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    List<Item> items(Line line) {
        return db.sql(
                        """
                        SELECT kind, serial, name, row_count, amount, sha256, again
                          FROM line.shipment_file
                         WHERE direction = ? AND partner = ? AND number = ? ORDER BY position
                        """)
                .params(line.direction(), line.partner(), line.number())
                .query((row, n) ->
                        new Item(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getString(6),
                                row.getBoolean(7)))
                .list();
    }

    /** What waits for partners, by kind. */
    List<Waiting> waiting() {
        return db.sql(
                        """
                        SELECT f.receiver, f.kind, count(*), min(f.made_at) FROM files.file f
                          JOIN line.partner p ON p.code = f.receiver AND p.retired_at IS NULL
                         WHERE f.direction = 'OUT' AND f.state = 'READY'
                         GROUP BY f.receiver, f.kind ORDER BY f.receiver, f.kind
                        """)
                .query((row, n) ->
                        new Waiting(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getTimestamp(4).toInstant()))
                .list();
    }

    List<Resend> resends(int most) {
        return db.sql(
                        """
                        SELECT direction, partner, kind, first_serial, last_serial, asked_by, asked_at,
                               done_at
                          FROM line.resend ORDER BY id DESC LIMIT ?
                        """)
                .param(most)
                .query((row, n) ->
                        new Resend(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getString(6),
                                row.getTimestamp(7).toInstant(),
                                instant(row.getTimestamp(8))))
                .list();
    }

    List<Contact> contacts() {
        return db.sql(
                        """
                        SELECT code, name, fingerprint, valid_until, address, contact_at, contact_error
                          FROM line.partner WHERE retired_at IS NULL ORDER BY code
                        """)
                .query((row, n) ->
                        new Contact(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getString(5),
                                instant(row.getTimestamp(6)),
                                row.getString(7)))
                .list();
    }

    List<Revoked> revoked() {
        return db.sql(
                        """
                        SELECT code, name, fingerprint, retired_at, revoked_by, revoke_reason
                          FROM line.partner WHERE revoked_by IS NOT NULL ORDER BY retired_at DESC
                        """)
                .query((row, n) ->
                        new Revoked(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant(),
                                row.getString(5),
                                row.getString(6)))
                .list();
    }

    /** Shipments that were refused or tried in vain and still wait. */
    long troubled(LocalDate day) {
        return db.sql(
                        """
                        SELECT count(*) FROM line.shipment
                         WHERE state = 'REFUSED' AND business_date = ?
                            OR state = 'WAITING' AND attempts > 0
                        """)
                .param(day)
                .query(Long.class)
                .single();
    }

    /** Certificates that end within so many days. */
    long ending(int days) {
        return db.sql(
                        """
                        SELECT count(*) FROM line.partner
                         WHERE retired_at IS NULL AND valid_until < current_date + ?
                        """)
                .param(days)
                .query(Long.class)
                .single();
    }
}
