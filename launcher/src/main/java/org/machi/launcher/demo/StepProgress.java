package org.machi.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.machi.platform.Organisation;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.jobs.Working;

/** Tells of steps that take long: whose, which, how many of how many, how fast, how long still. */
final class StepProgress implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(3);

    private final List<Organisation> organisations;
    private final Consumer<String> lines;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    work -> Thread.ofPlatform().daemon().name("progress").unstarted(work));

    /**
     * Begins to watch.
     *
     * @param everySeconds how often long steps are told of
     */
    StepProgress(List<Organisation> organisations, int everySeconds, Consumer<String> lines) {
        this.organisations = organisations;
        this.lines = lines;
        clock.scheduleAtFixedRate(this::tell, everySeconds, everySeconds, TimeUnit.SECONDS);
    }

    private void tell() {
        Instant now = Instant.now();
        for (Organisation organisation : organisations) {
            for (Working working : organisation.get(JobRunner.class).working()) {
                if (Duration.between(working.since(), now).compareTo(LONG) > 0) {
                    lines.accept(organisation.settings().name() + " " + working.text(now));
                }
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
