package org.machi.launcher.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import org.machi.law.JapaneseDate;

/** One line a month and a running one: how many days, how fast, how long still. */
final class DayProgress {

    private final PrintStream out;
    private final boolean terminal;
    private int days;
    private int done;
    private long startedAt;

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
        boolean lastOfMonth = done == days || day.plusDays(7).getMonth() != day.getMonth();
        if (terminal) {
            out.print('\r' + line(day) + "  ");
            if (done == days) {
                out.println();
            }
            out.flush();
        } else if (lastOfMonth) {
            out.println(line(day));
        }
    }

    private String line(LocalDate day) {
        Duration taken = Duration.ofNanos(System.nanoTime() - startedAt);
        double rate = done / Math.max(0.001, taken.toMillis() / 1000.0);
        long left = Math.round((days - done) / Math.max(0.001, rate));
        return "%s  %d/%d 営業日  %.1f日/秒  残り約%d秒"
                .formatted(JapaneseDate.longForm(day), done, days, rate, left);
    }
}
