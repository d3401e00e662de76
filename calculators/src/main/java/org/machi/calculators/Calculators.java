package org.machi.calculators;

import java.util.List;
import java.util.Optional;
import org.machi.law.BusinessCalendar;
import org.machi.law.parameter.Parameters;

/** All calculators, in the order in which an office meets their questions. */
public final class Calculators {
    private static final List<Calculator> ALL = all(Parameters.standard());

    private Calculators() {}

    private static List<Calculator> all(Parameters parameters) {
        BusinessCalendar calendar = BusinessCalendar.standard();
        return List.of(
                new EligibilityCalculator(),
                new PensionDeductionCalculator(parameters),
                new InstalmentsCalculator(calendar),
                new DueDatesCalculator(calendar),
                new LateChargeCalculator(parameters),
                new RefundInterestCalculator(parameters),
                new LimitationCalculator(parameters),
                new CorrectionCalculator(parameters),
                new ReliefCalculator(parameters),
                new BurdenRatioCalculator(parameters));
    }

    public static List<Calculator> all() {
        return ALL;
    }

    public static Optional<Calculator> find(String code) {
        return ALL.stream().filter(calculator -> calculator.code().equals(code)).findFirst();
    }
}
