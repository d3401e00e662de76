package org.machi.platform.files;

/**
 * The life of a file. Incoming: RECEIVED (stored as it came) → CHECKED (read to its end) → APPLIED,
 * or REFUSED (not as agreed, nothing applied), HELD (its number was taken with other bytes; a
 * person must ask the sender; then taken after all, or DISCARDED), DUPLICATE (the same bytes again,
 * no effect). A refused file can be RECEIVED again. Outgoing: READY → SENT.
 */
public enum FileState {
    RECEIVED("受信済"),
    CHECKED("検査済"),
    APPLIED("取込済"),
    REFUSED("拒否"),
    HELD("保留"),
    DUPLICATE("重複"),
    DISCARDED("破棄"),
    READY("送信待ち"),
    SENT("送信済");

    private final String label;

    FileState(String label) {
        this.label = label;
    }

    /** Japanese name. */
    public String label() {
        return label;
    }

    /** Whether an incoming file has come to its end. */
    public boolean settled() {
        return switch (this) {
            case APPLIED, REFUSED, HELD, DUPLICATE, DISCARDED, SENT -> true;
            case RECEIVED, CHECKED, READY -> false;
        };
    }
}
