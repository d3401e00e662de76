package org.machi.law.late;

/**
 * What an ordinance chooses.
 *
 * @param lowMonths months after the due date at the low rate: 1 (大津市) or 3 (中野区); 0 = always the
 *     low rate (甲斐市)
 * @param cut where fractions of a yen are cut
 */
public record LateChargePolicy(int lowMonths, Cut cut) {
    /** Where fractions of a yen are cut. */
    public enum Cut {
        /** For the low and for the high stretch (福岡市). */
        PER_RATE_KIND,
        /** At each turn of the calendar year too (豊橋市). */
        PER_CALENDAR_YEAR
    }

    public static final LateChargePolicy ONE_MONTH = new LateChargePolicy(1, Cut.PER_RATE_KIND);
    public static final LateChargePolicy THREE_MONTHS = new LateChargePolicy(3, Cut.PER_RATE_KIND);

    public LateChargePolicy withCut(Cut place) {
        return new LateChargePolicy(lowMonths, place);
    }
}
