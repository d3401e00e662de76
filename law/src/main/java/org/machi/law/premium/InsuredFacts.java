package org.machi.law.premium;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.law.LegalBasis;

/**
 * The facts of one insured person for one levy year.
 *
 * @param base 賦課のもととなる所得金額, see {@link IncomeRules#base}
 * @param periods stretches of being insured in the union, in order of time, at least one
 * @param birth birth date (decides the cap of 令和6年度)
 * @param dependantSince day of acquisition of a person who was a dependant of an employee the day
 *     before, or null
 * @param disability for 令和6年度
 * @param relief 減免
 */
public record InsuredFacts(
        long base,
        List<Period> periods,
        LocalDate birth,
        @Nullable LocalDate dependantSince,
        Disability disability,
        Relief relief) {

    /**
     * One stretch of being insured.
     *
     * @param acquiredOn day of acquisition, may lie before the levy year
     * @param lostOn day of loss, or null
     * @param judgement the household's reduction on April 1 or on the day of acquisition
     */
    public record Period(LocalDate acquiredOn, @Nullable LocalDate lostOn, Judgement judgement) {}

    /** Acquisition by recognised disability, as far as the cap of 令和6年度 asks. */
    @LegalBasis({"法50条2号", "令6改正附則"})
    public enum Disability {
        /** By age. */
        NO,
        /** By disability up to 2025-03-31. */
        RECOGNISED,
        /** The same, but moved out of that union's area after turning 75. */
        MOVED_AWAY
    }

    public InsuredFacts {
        periods = List.copyOf(periods);
    }

    /** Insured all year by age, without specials. */
    public static InsuredFacts wholeYear(
            long base, LocalDate birth, LocalDate acquiredOn, Judgement judgement) {
        return new InsuredFacts(
                base,
                List.of(new Period(acquiredOn, null, judgement)),
                birth,
                null,
                Disability.NO,
                Relief.NONE);
    }

    public InsuredFacts withRelief(Relief decided) {
        return new InsuredFacts(base, periods, birth, dependantSince, disability, decided);
    }

    public InsuredFacts asFormerDependant(LocalDate since) {
        return new InsuredFacts(base, periods, birth, since, disability, relief);
    }
}
