package org.machi.calculators.premium;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One person's facts as they stand in the input, not yet understood.
 *
 * @param line the line they begin on
 * @param cells what stands under each item's name, with its own line; empty cells are left out
 */
public record FactRow(long line, Map<String, Cell> cells) {

    /** A value and the line on which it stands. */
    public record Cell(long line, String text) {}

    public static FactRow on(long line) {
        return new FactRow(line, new LinkedHashMap<>());
    }

    public void put(String item, long at, String text) {
        if (!text.isBlank()) {
            cells.put(item, new Cell(at, text.strip()));
        }
    }
}
