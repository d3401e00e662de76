package org.machi.platform.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.Copy;
import org.machi.platform.database.Durability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs jobs so that a kill at any moment and a second start change nothing.
 *
 * <p>A run is known by job, business date and key. Done: returns at once. Interrupted: goes on at
 * the first step without a row, because a step's row is written in the step's own transaction. One
 * run of a job at a time, held by an advisory lock; the other starter is told who runs it.
 */
@Component
public class JobRunner {

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final DataSource source;
    private final JdbcClient db;
    private final Copy copy;
    private final TransactionTemplate transaction;
    private final JobRuns runs;
    private final AuditTrail audit;
    private final Map<String, Working> working = new ConcurrentHashMap<>();
    private final String runner = "process " + ProcessHandle.current().pid();

    JobRunner(
            List<Job> jobs,
            DataSource source,
            JdbcClient db,
            TransactionTemplate transaction,
            JobRuns runs,
            AuditTrail audit) {
        for (Job job : jobs) {
            if (this.jobs.putIfAbsent(job.code(), job) != null) {
                throw new IllegalStateException("two jobs have the code " + job.code());
            }
        }
        this.source = source;
        this.db = db;
        this.copy = new Copy(source);
        this.transaction = transaction;
        this.runs = runs;
        this.audit = audit;
    }

    /** All jobs of the organisation by code. */
    public Map<String, Job> jobs() {
        return Map.copyOf(jobs);
    }

    /** Runs a job of the timetable; see {@link #run(JobRequest)}. */
    public JobRun run(String job, LocalDate businessDate) {
        return run(JobRequest.timetable(job, businessDate));
    }

    /**
     * Runs the job, or what is left of it, to its end.
     *
     * @throws JobBusy when the job runs elsewhere
     * @throws JobFailed when a step broke off
     */
    public JobRun run(JobRequest request) {
        Job job = jobs.get(request.job());
        if (job == null) {
            throw new IllegalArgumentException("no such job: " + request.job());
        }
        Optional<JobRun> done = done(request);
        if (done.isPresent()) {
            return done.get();
        }
        try (JobDesk desk = JobDesk.open(source, job.code())) {
            if (!desk.lock()) {
                throw busy(job);
            }
            // Between the first look and the lock another starter may have finished the run.
            return done(request).orElseGet(() -> work(job, request, desk));
        } finally {
            working.remove(job.code());
        }
    }

    /** Takes up every run that was interrupted by a crash; returns what was finished. */
    public List<JobRun> resumeInterrupted() {
        List<JobRun> finished = new ArrayList<>();
        for (JobRun open : runs.open()) {
            finished.add(run(JobRequest.again(open)));
        }
        return finished;
    }

    /** What the runs of this program are doing at this moment. */
    public List<Working> working() {
        return List.copyOf(working.values());
    }

    private Optional<JobRun> done(JobRequest request) {
        return runs.find(request.job(), request.businessDate(), request.key())
                .filter(run -> run.state() == JobRun.State.DONE);
    }

    private JobRun work(Job job, JobRequest request, JobDesk desk) {
        long id = desk.begin(request, job.steps().size(), runner);
        JobRun run = runs.find(id).orElseThrow();
        Set<String> finished = new HashSet<>();
        for (JobStep step : runs.steps(id)) {
            finished.add(step.name());
        }
        int number = 0;
        for (Step step : job.steps()) {
            number++;
            if (!finished.contains(step.name())) {
                working.put(job.code(), new Working(job.name(), step.name(), Instant.now(), 0, 0));
                work(run, step, number, request, desk);
            }
        }
        transaction.executeWithoutResult(status -> {
            finish(id);
            audit.record(deed(request));
        });
        return runs.find(id).orElseThrow();
    }

    private Deed deed(JobRequest request) {
        String name = Objects.requireNonNull(jobs.get(request.job())).name();
        return Deed.of(request.actor(), "ジョブ実行", "ジョブ", request.job())
                .on(request.businessDate())
                .withDetail(name + " " + request.key());
    }

    private void work(JobRun run, Step step, int number, JobRequest request, JobDesk desk) {
        StepContext context =
                new StepContext(
                        run,
                        request.actor(),
                        db,
                        copy,
                        (done, total) -> {
                            working.computeIfPresent(
                                    run.job(), (job, now) -> now.reached(done, total));
                            desk.progress(run.id(), step.name(), done, total);
                        });
        Instant started = Instant.now();
        try {
            CrashPoint.reached(run.job() + "." + step.name() + ".before");
            if (step.transactional()) {
                transaction.executeWithoutResult(status -> {
                    step.body().run(context);
                    record(run.id(), number, step, started, context);
                    CrashPoint.reached(run.job() + "." + step.name() + ".written");
                });
            } else {
                step.body().run(context);
                transaction.executeWithoutResult(
                        status -> record(run.id(), number, step, started, context));
            }
            CrashPoint.reached(run.job() + "." + step.name() + ".after");
        } catch (RuntimeException e) {
            desk.failed(run.id(), step.name(), String.valueOf(e.getMessage()));
            // Where, and not why: a database's message may show somebody's data.
            Deed deed = deed(request);
            audit.recordFailed(deed.withDetail(deed.detail() + " 工程「" + step.name() + "」で中断"));
            throw new JobFailed(run.job(), step.name(), e);
        }
    }

    /** Nobody is told that a run is done before its end is on disk; its steps needn't wait. */
    private void record(long runId, int number, Step step, Instant started, StepContext context) {
        Durability.needNotWait(db);
        db.sql(
                        """
                        INSERT INTO jobs.job_step (run_id, step_no, name, started_at, ended_at, counts)
                        VALUES (?, ?, ?, ?, clock_timestamp(), ?)
                        """)
                .param(runId)
                .param(number)
                .param(step.name())
                .param(java.sql.Timestamp.from(started))
                .param(JobRuns.text(context.counts()))
                .update();
    }

    private void finish(long runId) {
        db.sql(
                        """
                        UPDATE jobs.job_run
                           SET state = 'DONE', ended_at = clock_timestamp(), step_now = '', error = ''
                         WHERE id = ?
                        """)
                .param(runId)
                .update();
    }

    private JobBusy busy(Job job) {
        String who =
                runs.open().stream()
                        .filter(run -> run.job().equals(job.code()))
                        .findFirst()
                        .map(run ->
                                "%s（端末%s、%s）が%sに開始"
                                        .formatted(
                                                run.actor().staff(),
                                                run.actor().terminal(),
                                                run.runner(),
                                                run.startedAt()))
                        .orElse("別のプロセスが開始");
        return new JobBusy("ジョブ" + job.code() + "（" + job.name() + "）は実行中です: " + who);
    }
}
