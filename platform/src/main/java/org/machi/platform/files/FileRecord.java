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
        @Nullable Long sameAs) {}
