package org.machi.platform.jobs;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.Copy;
import org.machi.platform.database.CopyReader;
import org.machi.platform.database.CopyWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a step sees of the world: its day, its transaction's database, and where it reports. */
public final class StepContext {

    private static final long REPORT_NANOS = 1_000_000_000L;

    private final JobRun run;
    private final JdbcClient db;
    private final Copy copy;
    private final BiConsumer<Long, Long> report;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long reportedAt = System.nanoTime();

    StepContext(JobRun run, JdbcClient db, Copy copy, BiConsumer<Long, Long> report) {
        this.run = run;
        this.db = db;
        this.copy = copy;
        this.report = report;
    }

    public LocalDate businessDate() {
        return run.businessDate();
    }

    /** The run's key; usually empty. */
    public String key() {
        return run.key();
    }

    public long runId() {
        return run.id();
    }

    /** Who stands behind the run in the audit trail. */
    public Actor actor() {
        return run.actor();
    }

    /** Statements in the step's transaction. */
    public JdbcClient db() {
        return db;
    }

    public Copy copy() {
        return copy;
    }

    /** Binary COPY into a table, in the step's transaction. */
    public CopyWriter copyIn(String table, String... columns) {
        return copy.into(table, columns);
    }

    /** Binary COPY of a query's rows, in the step's transaction. */
    public CopyReader copyOut(String query) {
        return copy.from(query);
    }

    /** Runs one statement and counts the rows that it touched under a Japanese name. */
    public long count(String name, String sql) {
        int rows = db.sql(sql).update();
        count(name, rows);
        return rows;
    }

    /** Adds to a count that the run's page shows under this Japanese name. */
    public void count(String name, long number) {
        counts.merge(name, number, Long::sum);
    }

    /** Says how far the step is; written at most once a second, at once visible to others. */
    public void progress(long done, long total) {
        long now = System.nanoTime();
        if (now - reportedAt >= REPORT_NANOS) {
            reportedAt = now;
            report.accept(done, total);
        }
    }

    Map<String, Long> counts() {
        return counts;
    }
}
