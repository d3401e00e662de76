package org.machi.platform.jobs;

/**
 * One part of a job.
 *
 * @param name the Japanese name that the console shows; unique within the job
 * @param transactional true: everything that the body writes and the step's own row are one
 *     transaction. False: the body makes its own transactions, one per file or chunk, and must be
 *     harmless when repeated
 */
public record Step(String name, boolean transactional, Body body) {

    /** What a step does. */
    @FunctionalInterface
    public interface Body {
        void run(StepContext step);
    }

    /** A step in one transaction: done wholly or not at all. */
    public static Step of(String name, Body body) {
        return new Step(name, true, body);
    }

    /**
     * A step that commits as it goes (files, chunks); after a crash it is run again from its start.
     */
    public static Step repeatable(String name, Body body) {
        return new Step(name, false, body);
    }
}
