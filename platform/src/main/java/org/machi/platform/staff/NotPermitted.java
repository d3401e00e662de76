package org.machi.platform.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a page was asked for needs more than the page itself: a further duty, or another terminal.
 * Nothing is done; the attempt is recorded as refused; the clerk sees the page 403, or 404 where he
 * may not even learn that there is something.
 */
public final class NotPermitted extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    private final String duty;
    private final String why;

    /**
     * @param duty code of the duty that is missing; empty where nobody was given one, which keeps
     *     the thing shut
     */
    public NotPermitted(String duty) {
        this(HttpStatus.FORBIDDEN, null, duty, "権限なし");
    }

    private NotPermitted(HttpStatus status, @Nullable String message, String duty, String why) {
        super(status, message);
        this.duty = duty;
        this.why = why;
    }

    /** Refused although the duty is held; the page says why and what to do. */
    public static NotPermitted because(String duty, String message) {
        return new NotPermitted(HttpStatus.FORBIDDEN, message, duty, message);
    }

    /** Refused as if nothing were there; only the audit trail says why. */
    public static NotPermitted unseen(String duty, String why) {
        return new NotPermitted(HttpStatus.NOT_FOUND, null, duty, why);
    }

    String duty() {
        return duty;
    }

    String why() {
        return why;
    }
}
