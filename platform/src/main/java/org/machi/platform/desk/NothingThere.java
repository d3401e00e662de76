package org.machi.platform.desk;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What was asked for does not exist, or the clerk may not know that it does: the page is the same.
 */
public final class NothingThere extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    public NothingThere() {
        super(HttpStatus.NOT_FOUND);
    }
}
