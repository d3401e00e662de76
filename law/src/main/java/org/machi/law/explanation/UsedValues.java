package org.machi.law.explanation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.law.parameter.ParameterRow;

/**
 * Dated values that a step used. The steps of many people share one, so that its lines are written
 * once and not for each person.
 */
public final class UsedValues {
    static final UsedValues NONE = new UsedValues(List.of());

    private final List<ParameterRow> rows;
    private @Nullable String lines;

    private UsedValues(List<ParameterRow> rows) {
        this.rows = List.copyOf(rows);
    }

    public static UsedValues of(List<ParameterRow> rows) {
        return rows.isEmpty() ? NONE : new UsedValues(rows);
    }

    public List<ParameterRow> rows() {
        return rows;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    UsedValues and(UsedValues more) {
        if (isEmpty() || more.isEmpty()) {
            return isEmpty() ? more : this;
        }
        return new UsedValues(Stream.concat(rows.stream(), more.rows.stream()).toList());
    }

    /**
     * A line for each value: name, value, period, source, how sure. Two threads may both write it.
     */
    String lines() {
        String written = lines;
        if (written == null) {
            StringBuilder text = new StringBuilder();
            for (ParameterRow row : rows) {
                text.append("    ").append(row.japanese()).append(" = ").append(row.display());
                text.append("（").append(row.from()).append("から").append(row.to().minusDays(1));
                text.append("まで、").append(row.source()).append("、");
                text.append(row.mark().japanese()).append("）\n");
            }
            written = text.toString();
            lines = written;
        }
        return written;
    }
}
