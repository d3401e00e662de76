package org.machi.platform.office;

/** 期別 in words: 第3期, 随時1期, 特徴10月, and 決算分 for what a former closing brought into the ledger. */
public final class PeriodName {

    /** The first 随時 period; the numbers below are those of the calendar of due days. */
    public static final int FIRST_EXTRA = 13;

    /** What was opened from a closing of the former system; the periods of plans lie below. */
    public static final int FORMER_CLOSING = 99;

    private static final int DEDUCTION = 1;

    private PeriodName() {}

    /**
     * @param method 1 特別徴収 (the period is the pay month), 2 普通徴収
     */
    public static String of(int method, int period) {
        if (period == FORMER_CLOSING) {
            return "決算分";
        }
        return method == DEDUCTION ? "特徴%d月".formatted(period) : ordinary(period);
    }

    /** A period of 普通徴収, as slips and plans name it. */
    public static String ordinary(int period) {
        return period < FIRST_EXTRA
                ? "第%d期".formatted(period)
                : "随時%d期".formatted(period - FIRST_EXTRA + 1);
    }
}
