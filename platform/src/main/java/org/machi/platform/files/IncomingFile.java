package org.machi.platform.files;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machi.formats.column.Finding;
import org.machi.formats.file.FileSummary;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.Copy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A checked file in the hands of its handler, inside the transaction that applies it.
 *
 * <p>Its rows lie in the temporary table {@value #TABLE}: a column {@code line} and the layout's
 * columns under their codes. 個人番号 never stands there; it goes to the vault by itself.
 */
public final class IncomingFile {

    /** The temporary table with the file's good rows. */
    public static final String TABLE = "incoming";

    private final long id;
    private final FileSummary summary;
    private final LocalDate businessDate;
    private final Actor actor;
    private final JdbcClient db;
    private final Copy copy;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long setAside;
    private long[] people = new long[0];

    IncomingFile(
            long id,
            FileSummary summary,
            LocalDate businessDate,
            Actor actor,
            JdbcClient db,
            Copy copy) {
        this.id = id;
        this.summary = summary;
        this.businessDate = businessDate;
        this.actor = actor;
        this.db = db;
        this.copy = copy;
    }

    public long id() {
        return id;
    }

    /** Header, counts and sum. */
    public FileSummary summary() {
        return summary;
    }

    public String from() {
        return summary.from();
    }

    public LocalDate businessDate() {
        return businessDate;
    }

    public Actor actor() {
        return actor;
    }

    /** Statements in the file's transaction. */
    public JdbcClient db() {
        return db;
    }

    public Copy copy() {
        return copy;
    }

    /** Runs one statement and counts the rows that it touched under a Japanese name. */
    public long count(String name, String sql) {
        long rows = db.sql(sql).update();
        count(name, rows);
        return rows;
    }

    /** Adds to a count that the file's page shows. */
    public void count(String name, long number) {
        counts.merge(name, number, Long::sum);
    }

    /**
     * Sets rows aside: each is listed with its reason and taken out of {@value #TABLE}.
     *
     * @param item 日本語 item name
     * @param valueColumn the column whose value the list shows
     * @param reason why, in Japanese
     * @param condition SQL condition on {@value #TABLE} under the alias {@code i}
     */
    public long setAside(String item, String valueColumn, String reason, String condition) {
        long rows =
                db.sql(
                                """
                                WITH gone AS (
                                    DELETE FROM %s i WHERE %s
                                    RETURNING i.line, coalesce(i.%s::text, '') AS value)
                                INSERT INTO files.finding
                                    (file_id, severity, line, item, value, reason, what_to_do)
                                SELECT :file, 'ROW', line, :item, value, :reason, :what FROM gone
                                """
                                        .formatted(TABLE, condition, valueColumn))
                        .param("file", id)
                        .param("item", item)
                        .param("reason", reason)
                        .param("what", Finding.row(0, item, "", reason).whatToDo())
                        .update();
        setAside += rows;
        return rows;
    }

    /** Adds remarks and row findings that the handler found in its own way. */
    public void list(List<Finding> findings) {
        Findings.insert(db, id, findings);
        setAside += findings.stream().filter(f -> f.severity() == Finding.Severity.ROW).count();
    }

    /** The people of the rows as they came; the audit trail lists them, taken or not. */
    long[] readPeople() {
        return db
                .sql("SELECT DISTINCT person_no FROM " + TABLE + " WHERE person_no IS NOT NULL")
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /**
     * Whom the file is about when its 宛名番号 are not this organisation's own: the audit trail lists
     * these people instead.
     */
    public void about(List<Long> ownNumbers) {
        people = ownNumbers.stream().mapToLong(Long::longValue).toArray();
    }

    void keepPeople(long[] numbers) {
        people = numbers;
    }

    long[] people() {
        return people;
    }

    /** Rows that the handler did not take. */
    long rowsSetAside() {
        return setAside;
    }

    Map<String, Long> counts() {
        return counts;
    }
}
