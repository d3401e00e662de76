package org.machi.world.events;

/**
 * How often things happen, in events a year for 100,000 residents; near Japanese averages of recent
 * years (住民基本台帳人口移動報告, 人口動態統計), tax corrections and the rest by experience of offices.
 */
final class Rates {
    static final int MOVES_IN = 2_700;
    static final int MOVES_OUT = 2_500;
    static final int MOVES_INSIDE = 1_900;
    static final int MOVES_BETWEEN = 420;
    static final int BIRTHS = 570;
    static final int SPLITS = 260;
    static final int JOINS = 190;
    static final int HEAD_CHANGES = 110;
    static final int NAME_CHANGES = 300;
    static final int STAY_CHANGES = 250;
    static final int PROTECTIONS = 45;
    static final int TAX_CHANGES = 1_300;

    /** 更正の請求 and late returns of the old for last year, each with another income. */
    static final int LATE_RETURNS = 300;

    static final int WELFARE_STARTS = 190;
    static final int WELFARE_ENDS = 160;
    static final int DISABILITIES = 90;
    static final int CANCELS = 120;

    /** Business days in a year, roughly: 245. */
    private static final long DAYS = 245;

    private Rates() {}

    /** Events a business day, in thousandths. */
    static long milliPerDay(int rate, int residents) {
        return (long) rate * residents / 100 / DAYS;
    }

    /** Deaths in a year out of 100,000 of this age (簡易生命表, both sexes together). */
    static int deaths(int age) {
        if (age < 40) {
            return 40;
        }
        if (age < 65) {
            return 330;
        }
        if (age < 75) {
            return 1_500;
        }
        if (age < 80) {
            return 2_900;
        }
        if (age < 85) {
            return 5_200;
        }
        if (age < 90) {
            return 9_300;
        }
        return age < 95 ? 16_500 : 28_000;
    }
}
