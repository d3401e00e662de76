package org.machi.law.deduction;

import java.time.LocalDate;
import java.time.Month;
import org.machi.law.LegalBasis;
import org.machi.law.Rounding;
import org.machi.law.deduction.DeductionDecision.Deduct;
import org.machi.law.deduction.DeductionDecision.Ordinary;
import org.machi.law.deduction.DeductionDecision.Reason;
import org.machi.law.parameter.Parameters;

/** 特別徴収の対象: in the order of the law; the first reason against decides. */
@LegalBasis({"法107条", "令22条", "令23条", "令24条", "則96条"})
public final class DeductionEligibility {
    private static final int PAYMENTS = 6;

    private DeductionEligibility() {}

    public static DeductionDecision decide(
            Parameters parameters, DeductionFacts facts, LocalDate day) {
        if (facts.annualPension() < parameters.amount("deduction.minimumPension", day)) {
            return new Ordinary(Reason.PENSION_TOO_SMALL);
        }
        if (!facts.careDeducted()) {
            return new Ordinary(Reason.NO_CARE_DEDUCTION);
        }
        if (exceedsHalf(facts.annualPension(), facts.premiumPerPayment(), facts.carePerPayment())) {
            return new Ordinary(Reason.MORE_THAN_HALF);
        }
        if (facts.optedOut()) {
            return new Ordinary(Reason.OPTED_OUT);
        }
        return facts.specialCircumstances()
                ? new Ordinary(Reason.SPECIAL_CIRCUMSTANCES)
                : new Deduct();
    }

    /**
     * 1/2判定: both premiums of one payment are more than half of it; exactly half is still allowed.
     */
    @LegalBasis({"令23条", "則97条"})
    public static boolean exceedsHalf(
            long annualPension, long premiumPerPayment, long carePerPayment) {
        return 2 * (premiumPerPayment + carePerPayment) > annualPension / PAYMENTS;
    }

    /**
     * The annual pension of somebody whose pension began in mid-year: {@code sum ÷ months × 12},
     * half up.
     */
    @LegalBasis("令22条")
    public static long expectedAnnual(long sum, int months) {
        return Rounding.half(sum * 12, months);
    }

    /**
     * Months of pension until the next May for somebody whose pension begins with this payment
     * month: 10 from August, 8 from October, 6 from December, 4 from February, 2 from April.
     */
    @LegalBasis("令22条")
    public static int monthsUntilMay(Month first) {
        return switch (first) {
            case AUGUST, SEPTEMBER -> 10;
            case OCTOBER, NOVEMBER -> 8;
            case DECEMBER, JANUARY -> 6;
            case FEBRUARY, MARCH -> 4;
            case APRIL, MAY -> 2;
            case JUNE, JULY -> 12;
        };
    }
}
