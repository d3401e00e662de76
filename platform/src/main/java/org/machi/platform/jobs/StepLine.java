package org.machi.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.machi.platform.database.Copy;
import org.machi.platform.database.Durability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works the steps of a run in their order, each with its row in the transaction of its work.
 *
 * <p>Most steps of most days find nothing to do and would cost a transaction each. So steps that
 * follow each other share one as long as it is young. When one of them breaks off, all of them are
 * undone and done again one by one: what was right stays, and the step that can't be done is known.
 */
final class StepLine {

    /** How long a transaction takes up further steps: others wait for what it locks. */
    private static final Duration YOUNG = Duration.ofMillis(200);

    private final JdbcClient db;
    private final Copy copy;
    private final TransactionTemplate transaction;

    StepLine(JdbcClient db, Copy copy, TransactionTemplate transaction) {
        this.db = db;
        this.copy = copy;
        this.transaction = transaction;
    }

    /** A step of a job with its place, from 1. */
    record Place(int number, Step step) {}

    /** Who is told of the steps while they work. */
    interface Listener {

        void begins(Step step);

        void reached(Step step, long done, long total);
    }

    /** A step that broke off. */
    static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String step;
        private final transient RuntimeException reason;

        private BrokenOff(Step step, RuntimeException reason) {
            super(reason);
            this.step = step.name();
            this.reason = reason;
        }

        RuntimeException reason() {
            return reason;
        }

        String step() {
            return step;
        }
    }

    private record Done(Place place, Instant started, Instant ended, StepContext context) {

        private String counts() {
            return JobRuns.text(context.counts());
        }
    }

    /**
     * Works what is not done yet.
     *
     * @throws BrokenOff at the first step that can't be done; those before it are done
     */
    void work(Job job, JobRun run, Set<String> finished, Listener listener) {
        List<Place> open = new ArrayList<>();
        for (Step step : job.steps()) {
            if (!finished.contains(step.name())) {
                open.add(new Place(job.steps().indexOf(step) + 1, step));
            }
        }
        int next = 0;
        while (next < open.size()) {
            List<Place> rest = open.subList(next, open.size());
            next +=
                    rest.getFirst().step().transactional()
                            ? together(rest, run, listener)
                            : alone(rest.getFirst(), run, listener);
        }
    }

    private int together(List<Place> places, JobRun run, Listener listener) {
        List<Done> done = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> {
                Instant begun = Instant.now();
                for (Place place : places) {
                    if (!place.step().transactional()
                            || Duration.between(begun, Instant.now()).compareTo(YOUNG) > 0) {
                        break;
                    }
                    done.add(body(place, run, listener));
                }
                record(run, done);
            });
        } catch (RuntimeException e) {
            int tried = done.size() + (e instanceof BrokenOff ? 1 : 0);
            if (tried <= 1) {
                throw e instanceof BrokenOff known
                        ? known
                        : new BrokenOff(places.getFirst().step(), e);
            }
            places.subList(0, tried).forEach(place -> together(List.of(place), run, listener));
            return tried;
        }
        done.forEach(one -> CrashPoint.reached(name(run, one.place()) + ".after"));
        return done.size();
    }

    private int alone(Place place, JobRun run, Listener listener) {
        Done done = body(place, run, listener);
        transaction.executeWithoutResult(status -> record(run, List.of(done)));
        CrashPoint.reached(name(run, place) + ".after");
        return 1;
    }

    private Done body(Place place, JobRun run, Listener listener) {
        Step step = place.step();
        listener.begins(step);
        BiConsumer<Long, Long> report = (now, total) -> listener.reached(step, now, total);
        StepContext context = new StepContext(run, db, copy, report);
        Instant started = Instant.now();
        CrashPoint.reached(name(run, place) + ".before");
        try {
            step.body().run(context);
        } catch (RuntimeException e) {
            throw new BrokenOff(step, e);
        }
        return new Done(place, started, Instant.now(), context);
    }

    /** Nobody is told that a run is done before its end is on disk; its steps needn't wait. */
    private void record(JobRun run, List<Done> done) {
        db.sql(
                        """
                        INSERT INTO jobs.job_step (run_id, step_no, name, started_at, ended_at, counts)
                        SELECT ?, * FROM unnest(?::smallint[], ?, ?::timestamptz[], ?::timestamptz[], ?)
                        RETURNING %s
                        """
                                .formatted(Durability.NEED_NOT_WAIT))
                .param(run.id())
                .param(texts(done, one -> String.valueOf(one.place().number())))
                .param(texts(done, one -> one.place().step().name()))
                .param(texts(done, one -> one.started().toString()))
                .param(texts(done, one -> one.ended().toString()))
                .param(texts(done, Done::counts))
                .query((row, n) -> n)
                .list();
        done.forEach(one -> CrashPoint.reached(name(run, one.place()) + ".written"));
    }

    private static String[] texts(List<Done> done, Function<Done, String> value) {
        return done.stream().map(value).toArray(String[]::new);
    }

    private static String name(JobRun run, Place place) {
        return run.job() + "." + place.step().name();
    }
}
