package org.machi.city.levy;

/** 期別 in words: 第3期, 随時1期, 特徴10月, and 決算分 for what a former closing brought into the ledger. */
public final class PeriodName {

    private static final int FIRST_EXTRA = 13;

    private PeriodName() {}

    /**
     * @param method 1 特別徴収 (the period is the pay month), 2 普通徴収
     */
    public static String of(int method, int period) {
        if (period == FormerYears.PERIOD) {
            return "決算分";
        }
        if (method == 1) {
            return "特徴%d月".formatted(period);
        }
        return period < FIRST_EXTRA
                ? "第%d期".formatted(period)
                : "随時%d期".formatted(period - FIRST_EXTRA + 1);
    }
}
