package org.machi.launcher.demo;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.machi.law.benefit.Ceilings;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.Parameters;
import org.machi.world.CareCeilings;

/**
 * What the world's institutions let a patient pay: the law's ceilings of the 限度区分 that the card
 * shows, else those of 一般, or of 現役並みⅢ for who pays 3割.
 */
final class CareLimits {

    private CareLimits() {}

    static long of(LocalDate month, CareCeilings.Level insured, boolean inpatient, long cost) {
        Ceilings ceilings = Ceilings.of(level(insured), month, Parameters.standard());
        OptionalLong outpatient = ceilings.outpatient(cost);
        return inpatient || outpatient.isEmpty()
                ? ceilings.household(cost, 0)
                : outpatient.getAsLong();
    }

    private static IncomeLevel level(CareCeilings.Level insured) {
        if (!insured.limit().isEmpty()) {
            return IncomeLevel.of(insured.limit());
        }
        return insured.share().equals("3") ? IncomeLevel.ACTIVE_3 : IncomeLevel.GENERAL_1;
    }
}
