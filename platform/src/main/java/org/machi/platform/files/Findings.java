package org.machi.platform.files;

import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Findings of one file, of which a bounded number is kept and the others are counted. */
final class Findings {

    /** A file of garbage must not fill the memory or the database with its faults. */
    static final int KEPT = 10_000;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        // The last finding of a refused file tells why; it is kept even behind a full list.
        if (kept.size() < KEPT || finding.severity() == Finding.Severity.REFUSE) {
            kept.add(finding);
        }
    }

    List<Finding> kept() {
        return kept;
    }

    long count() {
        return count;
    }

    static void insert(JdbcClient db, long fileId, List<Finding> findings) {
        for (int from = 0; from < findings.size(); from += 500) {
            insertSome(db, fileId, findings.subList(from, Math.min(from + 500, findings.size())));
        }
    }

    private static void insertSome(JdbcClient db, long fileId, List<Finding> findings) {
        db.sql(
                        """
                        INSERT INTO files.finding
                            (file_id, severity, line, item, value, reason, what_to_do)
                        SELECT ?, * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[],
                                                ?::text[], ?::text[])
                        """)
                .param(fileId)
                .param(findings.stream().map(f -> f.severity().name()).toArray(String[]::new))
                .param(findings.stream().map(Finding::line).toArray(Long[]::new))
                .param(findings.stream().map(f -> storable(f.item())).toArray(String[]::new))
                .param(findings.stream().map(f -> storable(f.value())).toArray(String[]::new))
                .param(findings.stream().map(Finding::reason).toArray(String[]::new))
                .param(findings.stream().map(Finding::whatToDo).toArray(String[]::new))
                .update();
    }

    /** NUL is the one character that the database can't store; it is shown as its picture. */
    private static String storable(String text) {
        return text.replace('\0', '␀');
    }
}
