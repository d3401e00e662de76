package org.machi.law.deduction;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.machi.law.AccountYear;
import org.machi.law.LegalBasis;

/**
 * From which one of a person's pensions the premium is taken: the first in the legal order, and
 * only the one from which 介護保険料 is taken.
 */
@LegalBasis({"法107条", "令24条", "介令42条1項"})
public final class PensionOrder {
    /**
     * A pension of a person.
     *
     * @param annual yen a year
     * @param awardedOn 裁定日
     */
    public record Pension(PensionKind kind, long annual, LocalDate awardedOn) {}

    private PensionOrder() {}

    /** The pension that goes first, whatever its amount. */
    public static Optional<Pension> first(List<Pension> pensions) {
        return pensions.stream()
                .min(
                        Comparator.comparingInt((Pension p) -> p.kind().order())
                                .thenComparing(Pension::awardedOn));
    }

    /**
     * The pension from which is taken on a day. A better one that was awarded later takes its place
     * only after September 30 of the fiscal year after its award.
     *
     * @param current from which is taken now
     */
    @LegalBasis("令24条")
    public static Pension on(LocalDate day, Pension current, List<Pension> pensions) {
        List<Pension> candidates =
                pensions.stream()
                        .filter(p -> p.kind().order() < current.kind().order())
                        .filter(p -> day.isAfter(keepsUntil(p.awardedOn())))
                        .toList();
        return first(candidates).orElse(current);
    }

    /** September 30 of the fiscal year after the award: until then the present pension goes on. */
    @LegalBasis("令24条")
    public static LocalDate keepsUntil(LocalDate awardedOn) {
        int year = AccountYear.containing(awardedOn).next().year();
        return LocalDate.of(year, Month.SEPTEMBER, 30);
    }
}
