package org.machi.formats.column;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a column. A value that {@link #misfit} passes can be parsed, and rendering the
 * parsed value gives the same text again.
 *
 * @param <T> the value's Java type
 */
public sealed interface ColumnType<T>
        permits TextType, NumberType, DateType, UncertainDateType, CodeType, FlagType {

    /** Why this non-empty text is no value of the column, in Japanese; null when it is one. */
    @Nullable String misfit(String text);

    /** The value of a text that {@link #misfit} passes. */
    T parse(String text);

    /** The canonical text of a value. */
    String render(T value);

    /** Longest text, in user-perceived characters. */
    int maxLength();

    /** The type of the staging table's column. */
    String sqlType();

    /** The type in Japanese, as the reference shows it. */
    String description();

    /** Allowed values and their meaning in their order; empty when the type has no such list. */
    default Map<String, String> meanings() {
        return Map.of();
    }

    /** Whether messages must not show the value (個人番号). */
    default boolean secret() {
        return false;
    }
}
