package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A book of dated values that the page of parameters shows: a law's rates, an ordinance, office
 * settings.
 */
public interface ParameterSource {
    /** Heading, for example 後期高齢者医療 保険料率. */
    String title();

    /** All values with their periods, in the order in which a reader wants them. */
    List<Row> rows();

    /**
     * One value.
     *
     * @param name Japanese name
     * @param value as people read it, with its unit
     * @param from first day of validity
     * @param to first day after the validity, null when open
     * @param source law article, notice, ordinance
     * @param mark V published value, L law, D our decision, U not confirmed
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
