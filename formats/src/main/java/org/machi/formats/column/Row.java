package org.machi.formats.column;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record whose values fit their columns. */
public final class Row {
    private final Layout layout;
    private final long line;
    private final String[] texts;

    private Row(Layout layout, long line, String[] texts) {
        this.layout = layout;
        this.line = line;
        this.texts = texts;
    }

    /** A row of texts that were checked against the layout's columns. */
    public static Row checked(Layout layout, long line, String[] texts) {
        if (texts.length != layout.columns().size()) {
            throw new IllegalArgumentException(layout.name() + ": " + texts.length + " values");
        }
        return new Row(layout, line, texts.clone());
    }

    public Layout layout() {
        return layout;
    }

    /** Line (or record) number in the file, from 1; 0 for a row that was not read. */
    public long line() {
        return line;
    }

    /** The value of a column that is not empty. */
    public <T> T get(Column<T> column) {
        T value = orNull(column);
        if (value == null) {
            throw new IllegalStateException(layout.name() + ": empty: " + column);
        }
        return value;
    }

    /** The value, or null when the column is empty. */
    public <T> @Nullable T orNull(Column<T> column) {
        String text = texts[layout.position(column)];
        return text.isEmpty() ? null : column.type().parse(text);
    }

    public <T> Optional<T> find(Column<T> column) {
        return Optional.ofNullable(orNull(column));
    }

    public boolean has(Column<?> column) {
        return !texts[layout.position(column)].isEmpty();
    }

    /**
     * The canonical text as it stands in the file; empty for a missing value. PostgreSQL's COPY
     * takes it as it is.
     */
    public String text(Column<?> column) {
        return texts[layout.position(column)];
    }

    /** The canonical text by position, for copying whole rows. */
    public String text(int position) {
        return texts[position];
    }

    /** The amount that counts in the trailer, 0 if the layout has none. */
    public long amount() {
        Column<Long> column = layout.amount();
        return column == null ? 0 : get(column);
    }

    /** The same values to be changed or moved to another layout. */
    public Builder copy() {
        return layout.row().takeAll(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && row.layout == layout && Arrays.equals(row.texts, texts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(texts);
    }

    /** Names the layout only: rows hold people's data, which must not reach a log by accident. */
    @Override
    public String toString() {
        return layout.name() + " line " + line;
    }

    /** Collects values; each one is checked when it is set. */
    public static final class Builder {
        private final Layout layout;
        private final String[] texts;

        Builder(Layout layout) {
            this.layout = layout;
            this.texts = new String[layout.columns().size()];
            Arrays.fill(texts, "");
        }

        /** Sets or, with null, empties a column; refuses a value that doesn't fit. */
        public <T> Builder set(Column<T> column, @Nullable T value) {
            String text = value == null ? "" : column.type().render(value);
            String reason = text.isEmpty() ? null : column.type().misfit(text);
            if (reason != null) {
                throw refused(column, text, reason);
            }
            texts[layout.position(column)] = text;
            return this;
        }

        /** Takes the values of all columns that both layouts have. */
        public Builder takeAll(Row row) {
            for (Column<?> column : row.layout.columns()) {
                if (layout.has(column)) {
                    texts[layout.position(column)] = row.text(column);
                }
            }
            return this;
        }

        public Row build() {
            for (int i = 0; i < texts.length; i++) {
                Column<?> column = layout.columns().get(i);
                if (column.isRequired() && texts[i].isEmpty()) {
                    throw refused(column, "", "必須項目が空です");
                }
            }
            return new Row(layout, 0, texts.clone());
        }

        private FormatException refused(Column<?> column, String text, String reason) {
            return new FormatException(
                    new Finding(
                            Finding.Severity.REFUSE,
                            0,
                            column.item(),
                            column.shown(text),
                            layout.name() + ": " + reason,
                            "書き出す側の値を直してください"));
        }
    }
}
