package org.machi.law.benefit;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.machi.law.LegalBasis;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.Parameters;

/**
 * What is added up from August to July: 外来年間合算 of one person, and 高額介護合算療養費 of a home, medical and
 * care together.
 */
@LegalBasis({"法85条", "令14条の2", "令16条の2", "令16条の3"})
public final class YearlyCost {
    private final Parameters parameters;

    public YearlyCost(Parameters parameters) {
        this.parameters = parameters;
    }

    /** 計算期間の初日: the first of August on or before a day. */
    public static LocalDate yearOf(LocalDate day) {
        LocalDate august = LocalDate.of(day.getYear(), Month.AUGUST, 1);
        return day.isBefore(august) ? august.minusYears(1) : august;
    }

    /** 基準日: 31 July, the last day of the year that begins with a first of August. */
    public static LocalDate baseDay(LocalDate year) {
        return year.plusYears(1).minusDays(1);
    }

    /** Whether the outpatient care of a month belongs into the yearly sum: not that of 現役並み. */
    @LegalBasis("令14条の2")
    public static boolean belongs(IncomeLevel level) {
        return switch (level) {
            case ACTIVE_1, ACTIVE_2, ACTIVE_3 -> false;
            case GENERAL_1, GENERAL_2, LOW_1, LOW_2 -> true;
        };
    }

    /**
     * 外来年間合算: what is above the year's ceiling.
     *
     * @param left the outpatient care of the months that belong, after the monthly payments, yen
     * @param onBaseDay the level on 31 July
     */
    @LegalBasis("令14条の2")
    public long outpatient(long left, IncomeLevel onBaseDay, LocalDate year) {
        return belongs(onBaseDay) ? Math.max(0, left - outpatientCeiling(year)) : 0;
    }

    /**
     * 外来年間合算 when part of the year was spent under other insurers: each pays its share of what is
     * above the ceiling.
     *
     * @param own what is left of the outpatient care here, yen
     * @param others the same by the certificates of the others, yen
     */
    @LegalBasis("令14条の2")
    public long outpatient(long own, long others, IncomeLevel onBaseDay, LocalDate year) {
        long over = outpatient(own + others, onBaseDay, year);
        return over == 0 ? 0 : Math.multiplyExact(over, own) / (own + others);
    }

    /**
     * 高額介護合算療養費 of each person of a home: what the home gets, by what each paid for medical care.
     *
     * @param medical what each paid here, yen
     * @param elsewhere what they paid for medical care under other insurers, which pay their share
     * @param care what the home paid for care, yen
     */
    @LegalBasis("令16条の2")
    public List<Long> combined(
            List<Long> medical, long elsewhere, long care, IncomeLevel level, LocalDate year) {
        long here = medical.stream().mapToLong(Long::longValue).sum();
        long all = combined(here + elsewhere, care, level, year);
        return HighCost.split(
                all == 0 ? 0 : Math.multiplyExact(all, here) / (here + elsewhere), medical);
    }

    /** 外来年間合算の限度額, yen a year. */
    @LegalBasis("令14条の2")
    public long outpatientCeiling(LocalDate year) {
        return parameters.amount("benefit.outpatientYear", year);
    }

    /** 介護合算算定基準額, yen a year. */
    @LegalBasis("令16条の3")
    public long combinedCeiling(IncomeLevel level, LocalDate year) {
        String key =
                switch (level) {
                    case ACTIVE_3 -> "active3";
                    case ACTIVE_2 -> "active2";
                    case ACTIVE_1 -> "active1";
                    case GENERAL_1, GENERAL_2 -> "general";
                    case LOW_2 -> "low2";
                    case LOW_1 -> "low1";
                };
        return parameters.amount("benefit.combined." + key, year);
    }

    /**
     * 高額介護合算療養費: the medical side's share of what is above the ceiling; the other share is paid by
     * the care insurance (高額医療合算介護サービス費).
     *
     * @param medical what the home paid for medical care in the year, after 高額療養費, yen
     * @param care what it paid for care, after 高額介護サービス費, yen
     */
    @LegalBasis("令16条の2")
    public long combined(long medical, long care, IncomeLevel level, LocalDate year) {
        long over = medical + care - combinedCeiling(level, year);
        boolean small = over <= parameters.amount("benefit.combined.minimum", year);
        if (small || medical == 0 || care == 0) {
            return 0;
        }
        return Math.multiplyExact(over, medical) / (medical + care);
    }
}
