package org.machi.platform.vault;

/** A 個人番号 was asked for under a duty or purpose for which the law does not allow it. */
public final class NumberUseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NumberUseRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
