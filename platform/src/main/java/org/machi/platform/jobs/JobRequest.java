package org.machi.platform.jobs;

import java.time.LocalDate;
import org.machi.platform.audit.Actor;

/**
 * Who wants which job for which day.
 *
 * @param key tells apart runs of one job on one day; usually empty
 * @param actor the person who pressed the button, or the timetable
 */
public record JobRequest(String job, LocalDate businessDate, String key, Actor actor) {

    public static JobRequest timetable(String job, LocalDate businessDate) {
        return new JobRequest(job, businessDate, "", Actor.timetable());
    }

    /** The request that a run came from. */
    public static JobRequest again(JobRun run) {
        return new JobRequest(run.job(), run.businessDate(), run.key(), run.actor());
    }
}
