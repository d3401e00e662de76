package org.machi.formats.file;

import org.machi.formats.column.Row;
import org.machi.formats.layout.DebitFile;

/** Done and failed debits, as a result file's trailer counts them; all zero in a request. */
final class ZenginTotals {
    private long doneCount;
    private long doneAmount;
    private long failedCount;
    private long failedAmount;

    void add(Row row) {
        if (row.layout() != DebitFile.LAYOUT) {
            return;
        }
        if (row.text(DebitFile.RESULT).equals("0")) {
            doneCount++;
            doneAmount += row.amount();
        } else {
            failedCount++;
            failedAmount += row.amount();
        }
    }

    /** 振替済件数, 振替済金額, 振替不能件数, 振替不能金額. */
    long[] trailer(FileKind kind) {
        return kind == FileKind.ZENGIN_DEBIT_RESULT
                ? new long[] {doneCount, doneAmount, failedCount, failedAmount}
                : new long[4];
    }
}
