package org.machi.platform.database;

import org.jspecify.annotations.Nullable;

/**
 * Something around the program keeps it from starting, and whoever starts it can put that right.
 * The message is one sentence that says what is there and what to do.
 */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
