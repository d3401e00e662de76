package org.machi.launcher.demo;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What came of work that another thread did. */
public final class Outcome {

    private Outcome() {}

    /** Waits for the work; its own exception comes out as if it had been done here. */
    public static <T> T of(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason
                    ? reason
                    : new IllegalStateException(e.getCause());
        }
    }
}
