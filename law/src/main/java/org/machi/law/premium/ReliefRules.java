package org.machi.law.premium;

import java.time.LocalDate;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;

/** What an ordinance waives by rule; the union decides each case. */
@LegalBasis({"法111条", "条例（減免）"})
public final class ReliefRules {
    /** How a home was damaged. */
    public enum Damage {
        TOTAL("全壊・全焼", "relief.disaster.total"),
        HALF("半壊・半焼", "relief.disaster.half"),
        FLOOD("火災水損・床上浸水", "relief.disaster.flood");

        private final String japanese;
        private final String parameter;

        Damage(String japanese, String parameter) {
            this.japanese = japanese;
            this.parameter = parameter;
        }

        public String japanese() {
            return japanese;
        }
    }

    private ReliefRules() {}

    /**
     * After a disaster: the ordinance's share from the month of the application to the end of the
     * levy year.
     *
     * @throws org.machi.law.parameter.NoParameterException when the union's ordinance is not known
     */
    public static Relief disaster(
            Parameters parameters,
            UnionCode union,
            LevyYear year,
            Damage damage,
            LocalDate appliedOn) {
        int months = Months.levied(year, appliedOn, null);
        return Relief.ofRatio(
                parameters.require(damage.parameter, union.code(), year.start()).rate(), months);
    }
}
