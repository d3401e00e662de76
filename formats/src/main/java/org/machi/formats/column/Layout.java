package org.machi.formats.column;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.machi.formats.number.MyNumber;

/** The columns of one kind of record, in their order. */
public final class Layout {
    private final String name;
    private final List<Column<?>> columns;
    private final Map<Column<?>, Integer> positions = new IdentityHashMap<>();
    private final @Nullable Column<Long> amount;
    private final boolean secret;

    private Layout(Builder builder) {
        name = builder.name;
        columns = List.copyOf(builder.columns);
        amount = builder.amount;
        secret = columns.stream().anyMatch(c -> c.type().secret());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            Column<?> column = columns.get(i);
            positions.put(column, i);
            if (!names.add(column.code()) || !names.add(column.item())) {
                throw new IllegalStateException(name + ": column twice: " + column);
            }
        }
    }

    /** A column of the staging table. */
    public record SqlColumn(String name, String type, String item, boolean secret) {}

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Japanese name of the record. */
    public String name() {
        return name;
    }

    public List<Column<?>> columns() {
        return columns;
    }

    /** The column whose sum stands in the trailer; null when the trailer's sum is 0. */
    public @Nullable Column<Long> amount() {
        return amount;
    }

    /** The position of a column, from 0. */
    public int position(Column<?> column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException(name + " has no column " + column);
        }
        return position;
    }

    public boolean has(Column<?> column) {
        return positions.containsKey(column);
    }

    /** Name and SQL type of each column, in order, for a staging table and its COPY. */
    public List<SqlColumn> sqlColumns() {
        return columns.stream()
                .map(c -> new SqlColumn(c.code(), c.type().sqlType(), c.item(), c.type().secret()))
                .toList();
    }

    /**
     * The text as a message may show it. In a layout with a 個人番号 anything that is one is masked, in
     * whichever column it stands: a shifted row must not give it away.
     */
    public String shown(Column<?> column, String text) {
        return secret && MyNumber.isValid(text) ? Column.MASK : column.shown(text);
    }

    public List<String> items() {
        List<String> items = new ArrayList<>();
        for (Column<?> column : columns) {
            items.add(column.item());
        }
        return items;
    }

    /** An empty row to fill. */
    public Row.Builder row() {
        return new Row.Builder(this);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects columns in the order of their constants. */
    public static final class Builder {
        private final String name;
        private final List<Column<?>> columns = new ArrayList<>();
        private @Nullable Column<Long> amount;

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a column that may be empty. */
        public <T> Column<T> add(Column<T> column) {
            columns.add(column);
            return column;
        }

        /** Adds a column that must not be empty. */
        public <T> Column<T> must(Column<T> column) {
            return add(column.required());
        }

        /** Adds the column whose sum stands in the trailer; it must not be empty. */
        public Column<Long> total(Column<Long> column) {
            amount = column.required();
            return add(amount);
        }

        /** Adds columns that another layout has too. */
        public Builder addAll(List<Column<?>> shared) {
            columns.addAll(shared);
            return this;
        }

        public List<Column<?>> soFar() {
            return List.copyOf(columns);
        }

        public Layout build() {
            return new Layout(this);
        }
    }
}
