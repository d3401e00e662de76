package org.machi.world;

import java.nio.file.Path;

/**
 * What makes a world; the same settings always make the same world.
 *
 * @param dataFolder the demo's data folder; files travel below {@code exchange/}, the neighbours
 *     keep theirs below {@code world/}
 * @param seed decides people, events and behaviour
 * @param residents residents of both cities together, 1,000 to 1,000,000
 * @param unionCode 後期保険者番号 of the union: eight digits, 39 and the prefecture first
 * @param year fiscal year that is played, Gregorian year of its April
 * @param calendar which days are business days
 * @param former last year's rates of the union
 * @param ceilings up to what an institution lets a patient pay
 */
public record WorldSettings(
        Path dataFolder,
        long seed,
        int residents,
        String unionCode,
        int year,
        BusinessDays calendar,
        FormerRates former,
        CareCeilings ceilings) {
    public WorldSettings(
            Path dataFolder,
            long seed,
            int residents,
            String unionCode,
            int year,
            BusinessDays calendar) {
        this(
                dataFolder,
                seed,
                residents,
                unionCode,
                year,
                calendar,
                FormerRates.ANY,
                CareCeilings.NONE);
    }

    public WorldSettings {
        if (!unionCode.matches("39[0-9]{6}")) {
            throw new IllegalArgumentException("後期保険者番号は39で始まる8桁: " + unionCode);
        }
    }

    /** 1 to 47. */
    public int prefecture() {
        return Integer.parseInt(unionCode.substring(2, 4));
    }
}
