package org.machi.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was run, runs and broke off; for pages, the command line and the runner itself. */
@Repository
public class JobRuns {

    static final String COLUMNS =
            """
            id, job, business_date, run_key, state, staff, terminal, office, duty, runner, attempts, steps,
            step_now, done, total, started_at, ended_at, error
            """;

    private final JdbcClient db;

    JobRuns(JdbcClient db) {
        this.db = db;
    }

    public Optional<JobRun> find(String job, LocalDate businessDate, String key) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                 FROM jobs.job_run
                                WHERE job = :job AND business_date = :day AND run_key = :key
                                """)
                .param("job", job)
                .param("day", businessDate)
                .param("key", key)
                .query((row, n) -> run(row))
                .optional();
    }

    public Optional<JobRun> find(long id) {
        return db.sql("SELECT " + COLUMNS + " FROM jobs.job_run WHERE id = :id")
                .param("id", id)
                .query((row, n) -> run(row))
                .optional();
    }

    /** Writes that a run is done. */
    JobRun finish(long id) {
        return db.sql(
                        """
                        UPDATE jobs.job_run
                           SET state = 'DONE', ended_at = clock_timestamp(), step_now = '', error = ''
                         WHERE id = ? RETURNING
                        """
                                + COLUMNS)
                .param(id)
                .query((row, n) -> run(row))
                .single();
    }

    /** The newest runs first. */
    public List<JobRun> newest(int limit) {
        return db.sql("SELECT " + COLUMNS + " FROM jobs.job_run ORDER BY id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> run(row))
                .list();
    }

    /** Runs that are neither done nor known to have failed: in work, or interrupted. */
    public List<JobRun> open() {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM jobs.job_run WHERE state = 'RUNNING' ORDER BY id")
                .query((row, n) -> run(row))
                .list();
    }

    /** The finished steps of a run in their order. */
    public List<JobStep> steps(long runId) {
        return db.sql(
                        """
                        SELECT step_no, name, started_at, ended_at, counts
                          FROM jobs.job_step WHERE run_id = :run ORDER BY step_no
                        """)
                .param("run", runId)
                .query((row, n) ->
                        new JobStep(
                                row.getInt(1),
                                row.getString(2),
                                row.getTimestamp(3).toInstant(),
                                row.getTimestamp(4).toInstant(),
                                counts(row.getString(5))))
                .list();
    }

    static String text(Map<String, Long> counts) {
        StringJoiner lines = new StringJoiner("\n");
        counts.forEach((name, number) -> lines.add(name + "=" + number));
        return lines.toString();
    }

    private static Map<String, Long> counts(String text) {
        Map<String, Long> counts = new LinkedHashMap<>();
        text.lines()
                .forEach(line -> {
                    int sign = line.lastIndexOf('=');
                    counts.put(line.substring(0, sign), Long.valueOf(line.substring(sign + 1)));
                });
        return counts;
    }

    static JobRun run(ResultSet row) throws SQLException {
        return new JobRun(
                row.getLong("id"),
                row.getString("job"),
                row.getObject("business_date", LocalDate.class),
                row.getString("run_key"),
                JobRun.State.valueOf(row.getString("state")),
                new Actor(
                        row.getString("staff"),
                        row.getString("terminal"),
                        row.getString("office"),
                        row.getString("duty")),
                row.getString("runner"),
                row.getInt("attempts"),
                row.getInt("steps"),
                row.getString("step_now"),
                row.getLong("done"),
                row.getLong("total"),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getString("error"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
