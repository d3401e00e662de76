package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dated values that the page of parameters shows beside the office's own settings; the platform
 * knows no law, so whoever does hands them over.
 */
public interface ParameterSource {
    /** All values with their periods, book by book, in the order in which a reader wants them. */
    List<Book> books();

    /**
     * Values that belong together.
     *
     * @param title heading, for example 延滞金
     */
    record Book(String title, List<Row> rows) {
        public Book {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One value.
     *
     * @param name Japanese name
     * @param value as people read it, with its unit
     * @param from first day of validity
     * @param to first day after the validity, null when open
     * @param source law article, notice, ordinance
     * @param mark V published value, L law, D our decision or derived, U not confirmed
     */
    record Row(
            String name,
            String value,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String source,
            char mark) {
        /** True when the value is in force on the day. */
        public boolean on(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }
}
