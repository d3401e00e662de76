package org.machi.platform.desk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.platform.jobs.JobRun;

/** A run as the lists show it. */
record JobLine(
        long id,
        String code,
        String name,
        LocalDate businessDate,
        String key,
        String word,
        String tone,
        String staff,
        int attempts,
        Instant startedAt,
        @Nullable Instant endedAt,
        String error) {

    static JobLine of(JobRun run, String name) {
        return new JobLine(
                run.id(),
                run.job(),
                name,
                run.businessDate(),
                run.key(),
                word(run.state()),
                tone(run.state()),
                run.staff(),
                run.attempts(),
                run.startedAt(),
                run.endedAt(),
                run.error());
    }

    static String word(JobRun.State state) {
        return switch (state) {
            case RUNNING -> "実行中";
            case DONE -> "完了";
            case FAILED -> "中断";
        };
    }

    static String tone(JobRun.State state) {
        return switch (state) {
            case RUNNING -> "now";
            case DONE -> "good";
            case FAILED -> "bad";
        };
    }
}
