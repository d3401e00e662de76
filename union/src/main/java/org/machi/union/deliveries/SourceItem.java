package org.machi.union.deliveries;

import java.util.stream.Collectors;
import org.machi.formats.column.Column;

/**
 * One item that a definition may choose.
 *
 * @param name 日本語 item name
 * @param sql its value in the source's query
 */
public record SourceItem(String name, String sql) {

    static SourceItem of(String name, String sql) {
        return new SourceItem(name, "(" + sql + ")::text");
    }

    /** A code in the words of the interface's code list. */
    static SourceItem coded(String name, Column<?> column, String sql) {
        return new SourceItem(
                name,
                column.type().meanings().entrySet().stream()
                        .map(one -> "WHEN '%s' THEN '%s'".formatted(one.getKey(), one.getValue()))
                        .collect(
                                Collectors.joining(
                                        " ", "CASE " + sql + " ", " ELSE " + sql + " END")));
    }
}
