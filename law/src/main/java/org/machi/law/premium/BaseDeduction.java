package org.machi.law.premium;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** 基礎控除 by total income: steps from {@code amount[0]} down to nothing above the last limit. */
@LegalBasis("地314条の2第2項")
final class BaseDeduction {
    static final int STEPS = 3;

    private final long[] limits;
    private final long[] amounts;

    private BaseDeduction(long[] limits, long[] amounts) {
        this.limits = limits;
        this.amounts = amounts;
    }

    static BaseDeduction of(Parameters parameters, LevyYear year) {
        LocalDate day = year.start();
        long first = parameters.amount("base.deduction.1", day);
        if (parameters.find("base.deduction.limit.1", ParameterRow.NATIONAL, day).isEmpty()) {
            return new BaseDeduction(new long[] {Long.MAX_VALUE}, new long[] {first});
        }
        long[] limits = new long[STEPS];
        long[] amounts = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            limits[i] = parameters.amount("base.deduction.limit." + (i + 1), day);
            amounts[i] = parameters.amount("base.deduction." + (i + 1), day);
        }
        return new BaseDeduction(limits, amounts);
    }

    long of(long totalIncome) {
        int step = step(totalIncome);
        return step < limits.length ? amounts[step] : 0;
    }

    /** Which step a total income falls into, the first being 0; {@link #STEPS} above all limits. */
    int step(long totalIncome) {
        for (int i = 0; i < limits.length; i++) {
            if (totalIncome <= limits[i]) {
                return i;
            }
        }
        return STEPS;
    }
}
