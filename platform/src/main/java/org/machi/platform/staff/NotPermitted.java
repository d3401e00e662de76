package org.machi.platform.staff;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a page was asked for needs one more duty than the page itself, and the clerk does not hold
 * it. Nothing is done; the attempt is recorded as refused; the clerk sees the page 403.
 */
public final class NotPermitted extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    private final String duty;

    /**
     * @param duty code of the duty that is missing; empty where nobody was given one, which keeps
     *     the thing shut
     */
    public NotPermitted(String duty) {
        super(HttpStatus.FORBIDDEN);
        this.duty = duty;
    }

    String duty() {
        return duty;
    }
}
