package org.machi.platform.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.Copy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Steps of a daily job for what can't wait until tomorrow, in the transaction of a page: the same
 * rules, all of them or nothing. The job itself stands still meanwhile, and what it has to do today
 * must be done before, so that a page never does the day's work.
 */
@Component
public class AtOnce {

    private final JdbcClient db;
    private final Copy copy;
    private final JobRuns runs;

    AtOnce(JdbcClient db, Copy copy, JobRuns runs) {
        this.db = db;
        this.copy = copy;
        this.runs = runs;
    }

    /**
     * Holds the job still until the end of the transaction; waits for another page that does the
     * same.
     *
     * @throws JobBusy when it runs, or has not been done for the day
     */
    public JobRun hold(String job, LocalDate day) {
        db.sql("SELECT 1 FROM pg_advisory_xact_lock(?, hashtext(? || ' at once'))")
                .param(JobDesk.LOCK_CLASS)
                .param(job)
                .query(Integer.class)
                .single();
        boolean held =
                db.sql("SELECT pg_try_advisory_xact_lock(?, hashtext(?))")
                        .param(JobDesk.LOCK_CLASS)
                        .param(job)
                        .query(Boolean.class)
                        .single();
        if (!held) {
            throw new JobBusy("ジョブ" + job + "は実行中です");
        }
        return runs.find(job, day, "")
                .filter(run -> run.state() == JobRun.State.DONE)
                .orElseThrow(() -> new JobBusy("ジョブ" + job + "は" + day + "の分が終わっていません"));
    }

    /** Works the steps of the job that is held, as the actor. */
    public void work(JobRun held, Actor actor, List<Consumer<StepContext>> steps) {
        JobRun run =
                new JobRun(
                        held.id(),
                        held.job(),
                        held.businessDate(),
                        held.key(),
                        JobRun.State.RUNNING,
                        actor,
                        held.runner(),
                        held.attempts(),
                        steps.size(),
                        "",
                        0,
                        0,
                        held.startedAt(),
                        null,
                        "");
        StepContext context = new StepContext(run, db, copy, (_, _) -> {});
        steps.forEach(step -> step.accept(context));
    }
}
