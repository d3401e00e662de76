package org.machi.law.benefit;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.law.Rounding;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** 療養費, 移送費, 葬祭費, 食事療養標準負担額の差額. */
@LegalBasis({"法77条", "法83条", "法86条1項", "法74条"})
public final class OtherBenefits {
    private static final long TENTHS = 10;
    private static final long HUNDREDTHS = 100;

    private final Parameters parameters;

    public OtherBenefits(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * 療養費: what was recognised, or what was paid when that is less, without the person's own share.
     *
     * @param paid what the person paid, yen
     * @param recognised what the care costs by the tariff, yen
     * @param tenths 負担割合
     */
    @LegalBasis("法77条")
    public static long careExpenses(long paid, long recognised, int tenths) {
        long cost = Math.min(paid, recognised);
        return cost - Rounding.half(Math.multiplyExact(cost, (long) tenths), TENTHS);
    }

    /**
     * 海外療養費: a bill in another currency at the rate of the day of the decision, yen that are not
     * whole left off.
     *
     * @param foreign hundredths of the currency
     * @param rate hundredths of a yen for one unit of it
     */
    @LegalBasis("法77条")
    public static long abroad(long foreign, long rate) {
        return Math.multiplyExact(foreign, rate) / (HUNDREDTHS * HUNDREDTHS);
    }

    /** 移送費: the most economical way, at most what was paid. */
    @LegalBasis("法83条")
    public static long transport(long paid, long recognised) {
        return Math.min(paid, recognised);
    }

    /**
     * 葬祭費 as the union's ordinance says.
     *
     * @param union two digits of the prefecture
     */
    @LegalBasis("法86条1項")
    public ParameterRow funeral(String union, LocalDate diedOn) {
        return parameters.require("benefit.funeral", union, diedOn);
    }

    /**
     * 食事療養標準負担額の差額: meals that were paid at the full price although the class has a lower one.
     *
     * @param longStay 長期入院: more than 90 days within twelve months in 区分Ⅱ, recognised on
     *     application
     */
    @LegalBasis("法74条")
    public long meals(int meals, IncomeLevel level, boolean longStay, LocalDate day) {
        long full = parameters.amount("benefit.meal.general", day);
        return meals * (full - meal(level, longStay, day));
    }

    /** 食事療養標準負担額, yen a meal. */
    public long meal(IncomeLevel level, boolean longStay, LocalDate day) {
        String key =
                switch (level) {
                    case LOW_1 -> "low1";
                    case LOW_2 -> longStay ? "low2long" : "low2";
                    case ACTIVE_1, ACTIVE_2, ACTIVE_3, GENERAL_1, GENERAL_2 -> "general";
                };
        return parameters.amount("benefit.meal." + key, day);
    }
}
