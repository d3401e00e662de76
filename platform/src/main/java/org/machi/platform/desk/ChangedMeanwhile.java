package org.machi.platform.desk;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Somebody else was faster: what the clerk saw is no longer so, and nothing was changed. Becomes
 * the page 409, which shows the message, for example 「10時12分に山田さんが変更しました」.
 */
public final class ChangedMeanwhile extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhile(String message) {
        super(HttpStatus.CONFLICT, message);
    }
}
