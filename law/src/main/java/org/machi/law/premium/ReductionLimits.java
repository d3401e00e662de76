package org.machi.law.premium;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** The amounts up to which a household's income gives 7, 5 or 2 tenths off. */
@LegalBasis("令18条4項")
final class ReductionLimits {
    private final Parameters parameters;
    private final LocalDate day;
    private final long pensionOnlyLimit;
    private final long base;
    private final long earnerAddition;
    private final long perInsuredFive;
    private final long perInsuredTwo;
    private final boolean known;

    ReductionLimits(Parameters parameters, LevyYear year) {
        this.parameters = parameters;
        this.day = year.start();
        this.base = find("reduction.base");
        this.earnerAddition = find("reduction.earnerAddition");
        this.perInsuredFive = find("reduction.perInsured.five");
        this.perInsuredTwo = find("reduction.perInsured.two");
        this.known = base >= 0 && earnerAddition >= 0 && perInsuredFive >= 0 && perInsuredTwo >= 0;
        this.pensionOnlyLimit = find("reduction.pensionOnlyLimit");
    }

    private long find(String name) {
        return parameters
                .find(name, ParameterRow.NATIONAL, day)
                .map(ParameterRow::amount)
                .orElse(-1L);
    }

    /** 7割 up to this household income. */
    long seven(int earners) {
        if (!known) {
            throw parameters.missing("reduction.base", ParameterRow.NATIONAL, day);
        }
        return base + earnerAddition * Math.max(0, earners - 1);
    }

    /** 5割 up to this household income. */
    long five(int insured, int earners) {
        return seven(earners) + perInsuredFive * insured;
    }

    /** 2割 up to this household income. */
    long two(int insured, int earners) {
        return seven(earners) + perInsuredTwo * insured;
    }

    /** Only in 令和2年度: small pensions without other income keep 7割, the others get 7.75割. */
    boolean hasSpecialSeven() {
        return pensionOnlyLimit >= 0;
    }

    long pensionOnlyLimit() {
        return pensionOnlyLimit;
    }

    /** The class by income; limits are inclusive. */
    ReductionClass classOf(long income, int insured, int earners, boolean smallPensionsOnly) {
        if (income <= seven(earners)) {
            return hasSpecialSeven() && !smallPensionsOnly
                    ? ReductionClass.SEVEN_SPECIAL
                    : ReductionClass.SEVEN;
        }
        if (income <= five(insured, earners)) {
            return ReductionClass.FIVE;
        }
        return income <= two(insured, earners) ? ReductionClass.TWO : ReductionClass.NONE;
    }
}
