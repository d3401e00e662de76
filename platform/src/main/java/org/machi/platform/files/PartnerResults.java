package org.machi.platform.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 相手方の取込結果: what became of this organisation's files at their receivers. */
@Repository
public class PartnerResults {

    private final JdbcClient db;

    PartnerResults(JdbcClient db) {
        this.db = db;
    }

    /** What a receiver said of a file. */
    public record Result(
            long id,
            long fileId,
            String result,
            LocalDate takenOn,
            long rows,
            long badRows,
            String message,
            @Nullable String seenBy,
            @Nullable String seenNote,
            @Nullable Instant seenAt) {

        public String label() {
            return switch (result) {
                case "1" -> "取込済";
                case "2" -> "一部除外";
                case "3" -> "拒否";
                case "4" -> "保留";
                case "5" -> "重複（取込済）";
                default -> "破棄";
            };
        }

        public String tone() {
            return switch (result) {
                case "1", "5" -> "good";
                case "2" -> "warn";
                default -> "bad";
            };
        }

        /** Whether somebody must still look after it. */
        public boolean open() {
            return seenAt == null && !tone().equals("good");
        }
    }

    /** What was said of a file, the newest first. */
    public List<Result> of(long fileId) {
        return db.sql(
                        """
                        SELECT id, file_id, result, taken_on, row_count, bad_rows, message, seen_by,
                               seen_note, seen_at
                          FROM line.result WHERE file_id = ? ORDER BY id DESC
                        """)
                .param(fileId)
                .query((row, n) ->
                        new Result(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getLong(5),
                                row.getLong(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getTimestamp(10) == null
                                        ? null
                                        : row.getTimestamp(10).toInstant()))
                .list();
    }

    /** The findings of the newest result. */
    public List<Finding> findings(long fileId, int most) {
        return db.sql(
                        """
                        SELECT CASE severity WHEN '1' THEN 'REFUSE' WHEN '2' THEN 'ROW' ELSE 'NOTE' END,
                               line, item, value, reason, what_to_do
                          FROM line.result_finding
                         WHERE file_id = :file
                           AND told_by = (SELECT max(told_by) FROM line.result WHERE file_id = :file)
                         ORDER BY line LIMIT :most
                        """)
                .param("file", fileId)
                .param("most", most)
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

    /** Files that a receiver did not take, or not whole, and that nobody looked after. */
    public long open() {
        return db.sql(
                        """
                        SELECT count(*) FROM line.result
                         WHERE seen_at IS NULL AND result IN ('2', '3', '4', '6')
                        """)
                .query(Long.class)
                .single();
    }

    /** Their ids, the oldest first. */
    public List<Long> openFiles(int most) {
        return db.sql(
                        """
                        SELECT DISTINCT file_id FROM line.result
                         WHERE seen_at IS NULL AND result IN ('2', '3', '4', '6')
                         ORDER BY file_id LIMIT ?
                        """)
                .param(most)
                .query(Long.class)
                .list();
    }

    /** A clerk has looked after what was said of a file. */
    public boolean seen(long fileId, String note, String staffNo) {
        return db.sql(
                                """
                                UPDATE line.result
                                   SET seen_by = ?, seen_note = ?, seen_at = clock_timestamp()
                                 WHERE file_id = ? AND seen_at IS NULL
                                """)
                        .params(staffNo, note, fileId)
                        .update()
                > 0;
    }
}
