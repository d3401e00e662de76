package org.machi.law.premium;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/**
 * Above these revenues a person counts as 給与所得者等. Before 令和3年度 nobody did; in a year whose limits
 * are not published nobody can be judged, which is an error when it is asked.
 */
@LegalBasis("令18条4項1号")
final class EarnerLimits {
    private static final LevyYear FIRST = new LevyYear(2021);
    private static final String[] NAMES = {
        "earner.salary", "earner.pension.under65", "earner.pension.from65"
    };

    private final Parameters parameters;
    private final LocalDate day;
    private final boolean known;
    private final long[] limits = new long[NAMES.length];

    private EarnerLimits(Parameters parameters, LevyYear year) {
        this.parameters = parameters;
        this.day = year.start();
        boolean all = true;
        for (int i = 0; i < NAMES.length; i++) {
            var row = parameters.find(NAMES[i], ParameterRow.NATIONAL, day);
            all &= row.isPresent();
            limits[i] = row.map(ParameterRow::amount).orElse(Long.MAX_VALUE);
        }
        this.known = all || year.compareTo(FIRST) < 0;
    }

    static EarnerLimits of(Parameters parameters, LevyYear year) {
        return new EarnerLimits(parameters, year);
    }

    boolean reached(long salaryRevenue, long pensionRevenue, boolean from65) {
        if (!known) {
            throw parameters.missing(NAMES[0], ParameterRow.NATIONAL, day);
        }
        return salaryRevenue > limits[0] || pensionRevenue > (from65 ? limits[2] : limits[1]);
    }
}
