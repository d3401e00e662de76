package org.machi.platform.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.machi.platform.database.Durability;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The connection beside a run: it holds the job's lock as long as the run lasts and writes, outside
 * of the steps' transactions, what others may see meanwhile. When the program dies the server
 * notices the broken connection and frees the lock.
 */
final class JobDesk implements AutoCloseable {

    /** Distinguishes our advisory locks from those of other uses. */
    static final int LOCK_CLASS = 0x4D41;

    private final Connection connection;
    private final String job;

    private JobDesk(Connection connection, String job) {
        this.connection = connection;
        this.job = job;
    }

    static JobDesk open(DataSource source, String job) {
        try {
            return new JobDesk(source.getConnection(), job);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("no connection for job " + job, e);
        }
    }

    /** Takes the job's lock; false when another run of the job holds it. */
    boolean lock() {
        return ask("SELECT pg_try_advisory_lock(?, hashtext(?))");
    }

    private boolean ask(String sql) {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, LOCK_CLASS);
            query.setString(2, job);
            try (ResultSet answer = query.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(sql, e);
        }
    }

    /**
     * Makes the run's row or takes up the one that is there. Without waiting for the disk: a run
     * that a power cut forgot begins again.
     */
    JobRun begin(JobRequest request, int steps, String runner) {
        String sql =
                """
                INSERT INTO jobs.job_run
                    (job, business_date, run_key, state, staff, terminal, office, duty, runner,
                     steps)
                VALUES (?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?)
                ON CONFLICT (job, business_date, run_key) DO UPDATE
                   SET state = 'RUNNING', staff = excluded.staff, terminal = excluded.terminal,
                       office = excluded.office, duty = excluded.duty, runner = excluded.runner, attempts = job_run.attempts + 1, error = ''
                RETURNING %s, %s
                """
                        .formatted(JobRuns.COLUMNS, Durability.NEED_NOT_WAIT);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, request.job());
            insert.setObject(2, request.businessDate());
            insert.setString(3, request.key());
            insert.setString(4, request.actor().staff());
            insert.setString(5, request.actor().terminal());
            insert.setString(6, request.actor().office());
            insert.setString(7, request.actor().duty());
            insert.setString(8, runner);
            insert.setInt(9, steps);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return JobRuns.run(row);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(sql, e);
        }
    }

    void progress(long runId, String step, long done, long total) {
        update(
                """
                UPDATE jobs.job_run
                   SET step_now = ?, done = ?, total = ?, progress_at = clock_timestamp()
                 WHERE id = ?
                """,
                step,
                done,
                total,
                runId);
    }

    void failed(long runId, String step, String error) {
        update(
                """
                UPDATE jobs.job_run
                   SET state = 'FAILED', step_now = ?, error = ?, ended_at = clock_timestamp()
                 WHERE id = ?
                """,
                step,
                error,
                runId);
    }

    private void update(String sql, Object... values) {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            ask("SELECT pg_advisory_unlock(?, hashtext(?))");
        } finally {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("job connection", e);
            }
        }
    }
}
