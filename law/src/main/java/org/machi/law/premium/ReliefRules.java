package org.machi.law.premium;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.Rate;
import org.machi.law.parameter.ParameterRow;
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

        /** The name of the ordinance's share. */
        public String parameter() {
            return parameter;
        }
    }

    private static final String TIER = "relief.income.decrease.";

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

    /**
     * The last day on which relief after a disaster may be asked for: a year from the next month
     * on.
     */
    @LegalBasis("条例（減免）")
    public static LocalDate disasterApplyBy(LocalDate damagedOn) {
        return damagedOn.withDayOfMonth(1).plusMonths(1).plusYears(1).minusDays(1);
    }

    /**
     * 所得減少: the ordinance's share for a fall of the expected income, from the month of the
     * application on. The union's tiers are {@code relief.income.decrease.n} (least fall) and
     * {@code relief.income.ratio.n}, the smallest fall first.
     *
     * @return no relief when the fall is below the first tier
     * @throws org.machi.law.parameter.NoParameterException when the union's tiers are not known
     */
    public static Relief incomeDecrease(
            Parameters parameters,
            UnionCode union,
            LevyYear year,
            LocalDate appliedOn,
            IncomeFall fall) {
        LocalDate day = year.start();
        Rate ratio = Rate.ZERO;
        ParameterRow least = parameters.require(TIER + 1, union.code(), day);
        for (int tier = 1; fall.isAtLeast(least.rate()); tier++) {
            ratio = parameters.require("relief.income.ratio." + tier, union.code(), day).rate();
            Optional<ParameterRow> next = parameters.find(TIER + (tier + 1), union.code(), day);
            if (next.isEmpty()) {
                break;
            }
            least = next.get();
        }
        return Relief.ofRatio(ratio, Months.levied(year, appliedOn, null));
    }

    /** Last year's income and what is expected of this year, yen. */
    public record IncomeFall(long lastYear, long expected) {
        boolean isAtLeast(Rate share) {
            long lost = Math.max(0, lastYear - expected);
            return lost > 0
                    && Math.multiplyExact(lost, share.denominator())
                            >= Math.multiplyExact(lastYear, share.units());
        }
    }

    /**
     * 給付制限 (custody): from the month in which it begins to the month before the one in which it
     * ends.
     *
     * @param to the day on which benefits are given again, or null while it lasts
     */
    @LegalBasis({"法89条", "法111条", "条例（減免）"})
    public static Relief restrictedBenefits(
            Parameters parameters,
            UnionCode union,
            LevyYear year,
            LocalDate from,
            @Nullable LocalDate to) {
        Rate ratio = parameters.require("relief.restricted", union.code(), year.start()).rate();
        return Relief.ofRatio(ratio, Months.levied(year, from, to));
    }

    /** The longest 徴収猶予: six months. */
    @LegalBasis("条例（減免）")
    public static LocalDate graceUntil(LocalDate from) {
        return from.plusMonths(6).minusDays(1);
    }
}
