package org.machi.formats.file;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;

/**
 * A file read or written to its end, structurally whole.
 *
 * @param header what it says about itself
 * @param count data rows in the file, bad ones included; equals the trailer's 件数
 * @param amount sum of the amount column; equals the trailer's 合計金額
 * @param badRows rows that were listed as findings and not handed on
 */
public record FileSummary(FileHeader header, long count, long amount, long badRows) {

    public FileKind kind() {
        return header.kind();
    }

    public String from() {
        return header.from();
    }

    public String to() {
        return header.to();
    }

    public int serial() {
        return header.serial();
    }

    public LocalDate createdOn() {
        return header.createdOn();
    }

    public @Nullable Integer levyYear() {
        return header.levyYear();
    }

    public @Nullable Row head() {
        return header.head();
    }

    /** Whether the kind's policy lets the good rows be taken. */
    public boolean acceptable() {
        return badRows == 0 || kind().policy() == FileKind.Policy.LIST_BAD_ROWS;
    }
}
