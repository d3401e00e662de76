package org.machi.platform.database;

import org.jspecify.annotations.Nullable;

/** The database can't be started, reached or trusted; the message says what was found. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
