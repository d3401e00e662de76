package org.machi.union.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;
import org.machi.formats.column.Row;
import org.machi.platform.database.CopyReader;
import org.machi.platform.files.OutgoingFile;

/**
 * Fills a file's rows from a query: one SQL expression for each column of the layout, each as the
 * file's text. A value that doesn't fit its column stops the file.
 */
final class SelectedRows {

    private final Layout layout;
    private final Map<Column<?>, String> expressions = new LinkedHashMap<>();

    SelectedRows(Layout layout) {
        this.layout = layout;
        for (Column<?> column : layout.columns()) {
            expressions.put(column, "''");
        }
    }

    /** The SQL expression of a column; null is an empty item. */
    SelectedRows with(Column<?> column, String expression) {
        String text =
                switch (column.type().sqlType()) {
                    case "boolean" -> "CASE WHEN " + expression + " THEN '1' ELSE '0' END";
                    default -> "coalesce((" + expression + ")::text, '')";
                };
        expressions.put(column, text);
        return this;
    }

    /** A number of 15 digits with leading zeros. */
    SelectedRows padded(Column<?> column, String expression) {
        return with(column, "lpad((" + expression + ")::text, 15, '0')");
    }

    /** The select list in the layout's order. */
    String list() {
        return expressions.values().stream().collect(Collectors.joining(",\n"));
    }

    /** Writes all rows that the reader brings. */
    long write(CopyReader reader, OutgoingFile file) {
        Column<?>[] columns = layout.columns().toArray(new Column<?>[0]);
        long rows = 0;
        try (reader) {
            while (reader.next()) {
                String[] texts = new String[columns.length];
                for (int i = 0; i < columns.length; i++) {
                    texts[i] = reader.getText();
                    String misfit = columns[i].misfit(texts[i]);
                    if (misfit != null) {
                        throw new IllegalStateException(
                                "%s: %s: %s"
                                        .formatted(
                                                layout.name(),
                                                columns[i],
                                                misfit + " " + columns[i].shown(texts[i])));
                    }
                }
                file.write(Row.checked(layout, 0, texts));
                rows++;
            }
        }
        return rows;
    }
}
