package org.machi.platform.files;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file's row.
 *
 * @param kind 種別, empty when the name tells none
 * @param serial 通番, 0 when unknown
 * @param sha256 hash of the bytes as hexadecimal text
 * @param rows rows in the file, bad ones included
 * @param amount sum of the amount column
 * @param badRows rows that were not taken
 * @param findings how many findings are listed or counted
 * @param message one sentence for people, empty when all went well
 * @param branch 0; from 1 on for a file that was taken under a number already used
 * @param checked whether it passed the checks of its format
 * @param sameAs the file that had the same bytes or number before
 */
public record FileRecord(
        long id,
        boolean incoming,
        String kind,
        String sender,
        String receiver,
        int serial,
        String name,
        String sha256,
        long bytes,
        String storedAs,
        FileState state,
        LocalDate businessDate,
        long rows,
        long amount,
        long badRows,
        long findings,
        String message,
        int branch,
        boolean checked,
        @Nullable Long sameAs) {

    /**
     * Whether the reason of the refusal lies in the data of this office: the file itself was as
     * agreed, so it may pass when they are mended.
     */
    public boolean refusedForDataHere() {
        return incoming && state == FileState.REFUSED && checked;
    }

    /**
     * Whether a later file with the same bytes is only this one again. Bytes that were not taken
     * under another name may have been right but for that name.
     */
    boolean standsFor(FileRecord later) {
        return switch (state) {
            case APPLIED -> true;
            case REFUSED, HELD, DISCARDED -> name.equals(later.name());
            case RECEIVED, CHECKED, DUPLICATE, READY, SENT -> false;
        };
    }

    public boolean held() {
        return state == FileState.HELD;
    }
}
