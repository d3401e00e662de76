package org.machi.platform.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.machi.formats.column.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows about files, for pages, the command line, and the intake and outbox themselves. */
@Repository
public class FileRecords {

    /** What {@link #record} reads. */
    static final String COLUMNS =
            """
            id, direction, kind, sender, receiver, serial, name, sha256, bytes, stored_as,
            state, business_date, row_count, amount, bad_rows, findings, message, branch,
            checked_at IS NOT NULL AS checked, same_as
            """;

    static final String SELECT = "SELECT " + COLUMNS + " FROM files.file ";

    private final JdbcClient db;

    FileRecords(JdbcClient db) {
        this.db = db;
    }

    public Optional<FileRecord> find(long id) {
        return db.sql(SELECT + "WHERE id = ?").param(id).query(FileRecords::record).optional();
    }

    /** The newest files first. */
    public List<FileRecord> newest(int limit) {
        return db.sql(SELECT + "ORDER BY id DESC LIMIT ?")
                .param(limit)
                .query(FileRecords::record)
                .list();
    }

    /** Files of one day in the order in which they were taken or made. */
    public List<FileRecord> ofDay(LocalDate day) {
        return db.sql(SELECT + "WHERE business_date = ? ORDER BY id")
                .param(day)
                .query(FileRecords::record)
                .list();
    }

    /** The error list of a file in the order of its lines. */
    public List<Finding> findings(long fileId) {
        return db.sql(
                        """
                        SELECT severity, line, item, value, reason, what_to_do
                          FROM files.finding WHERE file_id = ? ORDER BY line, item, reason
                        """)
                .param(fileId)
                .query((row, n) ->
                        new Finding(
                                Finding.Severity.valueOf(row.getString(1)),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)))
                .list();
    }

    /**
     * How many files of each kind and state there are; the key reads {@code IN JUKI_DIFF APPLIED}.
     */
    public Map<String, Long> countByKind() {
        Map<String, Long> counts = new TreeMap<>();
        db.sql(
                        """
                        SELECT direction || ' ' || kind || ' ' || state, count(*)
                          FROM files.file GROUP BY 1
                        """)
                .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** Incoming files with bytes of these hashes, the oldest first. */
    List<FileRecord> sameBytes(Collection<byte[]> sha256) {
        return db.sql(SELECT + "WHERE sha256 = ANY(?) AND direction = 'IN' ORDER BY id")
                .param(sha256.toArray(byte[][]::new))
                .query(FileRecords::record)
                .list();
    }

    /** The applied files with this number: one, or several that clerks agreed to. */
    List<FileRecord> applied(String kind, String sender, int serial) {
        return db.sql(
                        SELECT
                                + """
                                WHERE kind = ? AND sender = ? AND serial = ? AND direction = 'IN'
                                  AND state = 'APPLIED' ORDER BY branch
                                """)
                .params(kind, sender, serial)
                .query(FileRecords::record)
                .list();
    }

    static FileRecord record(ResultSet row, int number) throws SQLException {
        return new FileRecord(
                row.getLong("id"),
                row.getString("direction").equals("IN"),
                row.getString("kind"),
                row.getString("sender"),
                row.getString("receiver"),
                row.getInt("serial"),
                row.getString("name"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getLong("bytes"),
                row.getString("stored_as"),
                FileState.valueOf(row.getString("state")),
                row.getObject("business_date", LocalDate.class),
                row.getLong("row_count"),
                row.getLong("amount"),
                row.getLong("bad_rows"),
                row.getLong("findings"),
                row.getString("message"),
                row.getInt("branch"),
                row.getBoolean("checked"),
                row.getObject("same_as", Long.class));
    }
}
