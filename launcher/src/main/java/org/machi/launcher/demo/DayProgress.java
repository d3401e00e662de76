package org.machi.launcher.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import org.machi.law.JapaneseDate;

/**
 * A line at the first day of each month, or a running one: how many days, how fast, how long still.
 */
final class DayProgress {

    private final PrintStream out;
    private final boolean terminal;
    private int days;
    private int done;
    private long startedAt;
    private long firstDoneAt;
    private int month;

    DayProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void begin(int count) {
        days = count;
        startedAt = System.nanoTime();
    }

    void done(LocalDate day) {
        done++;
        if (done == 1) {
            firstDoneAt = System.nanoTime();
        }
        if (terminal) {
            out.print('\r' + line(day) + "  ");
            if (done == days) {
                out.println();
            }
            out.flush();
        } else if (done == days || day.getMonthValue() != month) {
            out.println(line(day));
        }
        month = day.getMonthValue();
    }

    /** A line about a step that takes long, beside the running one of the days. */
    void step(String text) {
        out.println((terminal ? "\r" : "") + "    " + text);
    }

    /** How often long steps are worth a line. */
    int secondsBetweenSteps() {
        return terminal ? 2 : 20;
    }

    /** The first day takes over everything and tells nothing about the others. */
    private String line(LocalDate day) {
        if (done == 1) {
            return "%s  1/%d 営業日  移行に%d秒"
                    .formatted(
                            JapaneseDate.longForm(day),
                            days,
                            Duration.ofNanos(firstDoneAt - startedAt).toSeconds());
        }
        double seconds = Math.max(0.001, (System.nanoTime() - firstDoneAt) / 1e9);
        double rate = (done - 1) / seconds;
        return "%s  %d/%d 営業日  %.1f日/秒  残り約%d秒"
                .formatted(
                        JapaneseDate.longForm(day),
                        done,
                        days,
                        rate,
                        Math.round((days - done) / rate));
    }
}
