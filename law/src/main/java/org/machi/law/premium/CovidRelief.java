package org.machi.law.premium;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.law.Rate;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** 新型コロナウイルス感染症の減免 of 令和2 to 4年度, by the state's standard that all unions took over. */
@LegalBasis({"法111条", "条例（減免）"})
public final class CovidRelief {
    private static final int TIERS = 5;

    /**
     * What the head of the household told.
     *
     * @param revenueBefore revenue of the kind that falls, last year, yen
     * @param revenueExpected the same this year
     * @param headIncome the head's total income of last year
     * @param fallingIncome the part of it that falls
     * @param otherIncome the part that does not fall
     * @param householdIncome total income of the head and all insured
     * @param closed the business was closed or the work lost
     */
    public record Facts(
            long revenueBefore,
            long revenueExpected,
            long headIncome,
            long fallingIncome,
            long otherIncome,
            long householdIncome,
            boolean closed) {}

    private final Parameters parameters;

    public CovidRelief(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Yen that are waived of a premium, fractions cut; 0 when the conditions are not met. */
    public long waived(long premium, Facts facts, LocalDate day) {
        if (!meets(facts, day)) {
            return 0;
        }
        long part = Math.multiplyExact(premium, facts.fallingIncome()) / facts.householdIncome();
        return ratio(facts, day).floorOf(part, 1);
    }

    /**
     * Revenue fell by three tenths, the head's income is at most 10 million, the rest at most 4.
     */
    public boolean meets(Facts facts, LocalDate day) {
        Rate least = parameters.rate("relief.covid.decrease", day);
        long lost = facts.revenueBefore() - facts.revenueExpected();
        return facts.fallingIncome() > 0
                && facts.householdIncome() > 0
                && Math.multiplyExact(lost, least.denominator())
                        >= Math.multiplyExact(facts.revenueBefore(), least.units())
                && facts.headIncome() <= parameters.amount("relief.covid.incomeLimit", day)
                && facts.otherIncome() <= parameters.amount("relief.covid.otherIncomeLimit", day);
    }

    private Rate ratio(Facts facts, LocalDate day) {
        if (facts.closed()) {
            return new Rate(1, 0);
        }
        for (int tier = 1; tier < TIERS; tier++) {
            if (facts.headIncome() <= parameters.amount("relief.covid.limit." + tier, day)) {
                return row(tier, day).rate();
            }
        }
        return row(TIERS, day).rate();
    }

    private ParameterRow row(int tier, LocalDate day) {
        return parameters.require("relief.covid.ratio." + tier, ParameterRow.NATIONAL, day);
    }
}
