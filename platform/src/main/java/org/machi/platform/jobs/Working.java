package org.machi.platform.jobs;

import java.time.Duration;
import java.time.Instant;

/**
 * What a run of this program is doing now, for those who show it while it works.
 *
 * @param job Japanese name of the job
 * @param step Japanese name of the step
 * @param done how many of the step's things are done; 0 when the step doesn't count
 * @param total how many there are; 0 when nobody knows
 */
public record Working(String job, String step, Instant since, long done, long total) {

    Working reached(long nowDone, long nowTotal) {
        return new Working(job, step, since, nowDone, nowTotal);
    }

    /** Job and step with count, rate and remaining time as far as they are known. */
    public String text(Instant now) {
        Duration taken = Duration.between(since, now);
        double seconds = Math.max(0.001, taken.toMillis() / 1000.0);
        StringBuilder text = new StringBuilder(job + "・" + step);
        if (done > 0) {
            double rate = done / seconds;
            text.append(" %,d".formatted(done));
            if (total > 0) {
                text.append("/%,d".formatted(total));
            }
            text.append("件 %,.0f件/秒".formatted(rate));
            if (total > done) {
                text.append(" 残り約%d秒".formatted(Math.round((total - done) / rate)));
            }
        } else {
            text.append(" %d秒".formatted(taken.toSeconds()));
        }
        return text.toString();
    }
}
