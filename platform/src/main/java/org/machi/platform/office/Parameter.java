package org.machi.platform.office;

import java.time.LocalDate;

/**
 * A dated value of the office.
 *
 * @param validFrom first day of validity
 * @param validTo first day after the validity; {@code LocalDate.MAX} when open
 * @param mark V published value, L law, D our decision, U not confirmed
 */
public record Parameter(
        String code,
        String value,
        LocalDate validFrom,
        LocalDate validTo,
        String source,
        char mark) {}
