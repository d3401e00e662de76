package org.machi.platform.files;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;
import org.machi.formats.column.Row;

/** Turns the rows of a query into rows of a layout, column by column of the same name. */
final class QueryRows {

    private final Layout layout;
    private @Nullable List<Bound<?>> bound;

    QueryRows(Layout layout) {
        this.layout = layout;
    }

    /** A column of the layout and where the query has it. */
    private record Bound<T>(Column<T> column, int position) {

        @SuppressWarnings("unchecked") // the SQL type of a layout's column says its Java type
        void put(Row.Builder row, ResultSet result) throws SQLException {
            Object value =
                    switch (column.type().sqlType()) {
                        case "bigint" -> {
                            long number = result.getLong(position);
                            yield result.wasNull() ? null : number;
                        }
                        case "date" -> result.getObject(position, LocalDate.class);
                        case "boolean" -> {
                            boolean flag = result.getBoolean(position);
                            yield result.wasNull() ? null : flag;
                        }
                        default -> result.getString(position);
                    };
            row.set(column, (T) value);
        }
    }

    Row row(ResultSet result) throws SQLException {
        if (bound == null) {
            bound = bind(result.getMetaData());
        }
        Row.Builder row = layout.row();
        for (Bound<?> column : bound) {
            column.put(row, result);
        }
        return row.build();
    }

    private List<Bound<?>> bind(ResultSetMetaData query) throws SQLException {
        List<Bound<?>> found = new ArrayList<>();
        for (int position = 1; position <= query.getColumnCount(); position++) {
            String name = query.getColumnLabel(position);
            Column<?> column =
                    layout.columns().stream()
                            .filter(c -> c.code().equals(name))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            layout.name() + " has no item " + name));
            found.add(new Bound<>(column, position));
        }
        return found;
    }
}
