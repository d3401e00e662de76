package org.machi.platform.line;

import java.util.List;

/** A shipment or an answer that is not as agreed; nothing of it is taken. */
final class NotAsAgreed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Manifest.Range> missing;

    NotAsAgreed(String reason) {
        this(reason, List.of());
    }

    NotAsAgreed(String reason, List<Manifest.Range> missing) {
        super(reason, null, false, false);
        this.missing = List.copyOf(missing);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** Files that must come first. */
    List<Manifest.Range> missing() {
        return missing;
    }
}
