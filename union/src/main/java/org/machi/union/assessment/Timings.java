package org.machi.union.assessment;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each part of a run took, in milliseconds, in the order in which they ran. */
public final class Timings {

    private final Map<String, Long> millis = new LinkedHashMap<>();
    private long since = System.nanoTime();

    /** Ends the part that ran since the last call. */
    void done(String part) {
        long now = System.nanoTime();
        millis.merge(part, (now - since) / 1_000_000, Long::sum);
        since = now;
    }

    public Map<String, Long> millis() {
        return new LinkedHashMap<>(millis);
    }

    long total() {
        return millis.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As the run's row keeps it. */
    String text() {
        StringBuilder text = new StringBuilder();
        millis.forEach((part, ms) -> text.append(part).append('=').append(ms).append("ms "));
        return text.toString().strip();
    }
}
