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
    private final StepLine line;
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
        this.line = new StepLine(db, new Copy(source), transaction);
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
        JobRun run = desk.begin(request, job.steps().size(), runner);
        Set<String> finished = new HashSet<>();
        if (run.attempts() > 1) {
            runs.steps(run.id()).forEach(step -> finished.add(step.name()));
        }
        try {
            line.work(job, run, finished, new Progress(job, run, desk));
        } catch (StepLine.BrokenOff e) {
            throw brokenOff(run, request, desk, e);
        }
        return transaction.execute(status -> {
            audit.record(deed(request));
            return runs.finish(run.id());
        });
    }

    private JobFailed brokenOff(
            JobRun run, JobRequest request, JobDesk desk, StepLine.BrokenOff e) {
        desk.failed(run.id(), e.step(), String.valueOf(e.reason().getMessage()));
        // Where, and not why: a database's message may show somebody's data.
        Deed deed = deed(request);
        audit.recordFailed(deed.withDetail(deed.detail() + " 工程「" + e.step() + "」で中断"));
        return new JobFailed(run.job(), e.step(), e.reason());
    }

    /** Shows people what a run is doing. */
    private final class Progress implements StepLine.Listener {

        private final Job job;
        private final JobRun run;
        private final JobDesk desk;

        private Progress(Job job, JobRun run, JobDesk desk) {
            this.job = job;
            this.run = run;
            this.desk = desk;
        }

        @Override
        public void begins(Step step) {
            working.put(job.code(), new Working(job.name(), step.name(), Instant.now(), 0, 0));
        }

        @Override
        public void reached(Step step, long done, long total) {
            working.computeIfPresent(job.code(), (code, now) -> now.reached(done, total));
            desk.progress(run.id(), step.name(), done, total);
        }
    }

    private Deed deed(JobRequest request) {
        String name = Objects.requireNonNull(jobs.get(request.job())).name();
        return Deed.of(request.actor(), "ジョブ実行", "ジョブ", request.job())
                .on(request.businessDate())
                .withDetail(name + " " + request.key());
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
