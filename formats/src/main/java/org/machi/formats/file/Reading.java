package org.machi.formats.file;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Layout;
import org.machi.formats.column.Row;

/** The state that all decoders share while they read one file: counts, sum and findings. */
final class Reading {
    private final FileName name;
    private final Consumer<Row> rows;
    private final Consumer<Finding> findings;
    private final Layout layout;
    private final int amountAt;
    private long count;
    private long amount;
    private long badRows;
    private boolean amountKnown = true;

    Reading(FileName name, Consumer<Row> rows, Consumer<Finding> findings) {
        this.name = name;
        this.rows = rows;
        this.findings = findings;
        this.layout = name.kind().layout();
        Column<Long> column = layout.amount();
        this.amountAt = column == null ? -1 : layout.position(column);
    }

    FileName name() {
        return name;
    }

    Layout layout() {
        return layout;
    }

    long count() {
        return count;
    }

    long badRows() {
        return badRows;
    }

    /** Passes on something worth knowing about a row that was taken. */
    void note(Finding note) {
        findings.accept(note);
    }

    /** Checks one record's texts and hands it on, or lists what is wrong with it and gives null. */
    @Nullable Row row(long line, String[] texts) {
        count++;
        if (amountAt >= 0) {
            addAmount(texts[amountAt]);
        }
        List<Column<?>> columns = layout.columns();
        boolean good = true;
        for (int i = 0; i < texts.length; i++) {
            Column<?> column = columns.get(i);
            String reason = column.misfit(texts[i]);
            if (reason != null) {
                good = false;
                findings.accept(
                        Finding.row(line, column.item(), layout.shown(column, texts[i]), reason));
            }
        }
        if (!good) {
            badRows++;
            return null;
        }
        Row row = Row.checked(layout, line, texts);
        rows.accept(row);
        return row;
    }

    /** A record that can't even be cut into its items. */
    void badRow(long line, String value, String reason) {
        count++;
        badRows++;
        amountKnown &= amountAt < 0;
        findings.accept(Finding.row(line, "", value, reason));
    }

    private void addAmount(String text) {
        Column<Long> column = layout.amount();
        if (column == null || text.isEmpty() || column.misfit(text) != null) {
            amountKnown = false;
        } else {
            amount += column.type().parse(text);
        }
    }

    /** Compares the trailer's count and sum with what was read. */
    void checkTotals(long line, String countText, String amountText) {
        if (!countText.equals(Long.toString(count))) {
            throw refuse(line, "件数", countText, "件数が合いません（読んだ行は%d）".formatted(count));
        }
        if (amountKnown && !amountText.equals(Long.toString(amount))) {
            throw refuse(line, "合計金額", amountText, "合計金額が合いません（読んだ行の合計は%d）".formatted(amount));
        }
    }

    FileSummary summary(FileHeader header) {
        return new FileSummary(header, count, amount, badRows);
    }

    /** Reports a finding about the whole file and gives the exception to throw. */
    FormatException refuse(long line, String item, String value, String reason) {
        Finding finding = Finding.refuse(line, item, Column.cut(value), reason);
        findings.accept(finding);
        return new FormatException(finding);
    }
}
