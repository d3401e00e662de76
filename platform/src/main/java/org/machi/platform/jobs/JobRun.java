package org.machi.platform.jobs;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;

/**
 * One run of a job, as its row tells.
 *
 * @param actor who started it
 * @param runner the process that work or worked on it
 * @param attempts 1 for a run that went through at once, more after interruptions
 * @param stepNow the step in work, or the last one
 * @param done how much of the step is done, of {@code total}; both 0 when the step doesn't count
 * @param error empty unless failed
 */
public record JobRun(
        long id,
        String job,
        LocalDate businessDate,
        String key,
        State state,
        Actor actor,
        String runner,
        int attempts,
        int steps,
        String stepNow,
        long done,
        long total,
        Instant startedAt,
        @Nullable Instant endedAt,
        String error) {

    /** RUNNING also stands for a run that was interrupted: then nobody holds the job's lock. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** 職員 who started it. */
    public String staff() {
        return actor.staff();
    }

    /** 端末 at which it was started. */
    public String terminal() {
        return actor.terminal();
    }
}
