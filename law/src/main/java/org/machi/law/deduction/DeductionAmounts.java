package org.machi.law.deduction;

import java.time.LocalDate;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.Rounding;
import org.machi.law.instalment.CollectionPolicy;
import org.machi.law.instalment.OrdinarySplit;

/** Amounts of the deductions from one pension in one levy year. */
public final class DeductionAmounts {
    private static final long UNIT = 100;

    /** Who gets back what was deducted after a death. */
    public enum Repayee {
        HEIRS("相続人"),
        PENSION_PAYER("年金保険者");

        private final String japanese;

        Repayee(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /**
     * October, December and February.
     *
     * @param amounts yen of each remaining payment
     * @param overpaid what April to August took more than the whole premium
     */
    public record Main(long[] amounts, long overpaid) {}

    private DeductionAmounts() {}

    /**
     * 本徴収: what is left after the first half over {@code payments} payments; what lies below 100
     * yen falls into the first of them.
     *
     * @param annual premium to be taken from the pension in the whole year
     * @param provisional taken in April to August
     * @param payments 3 from October, 2 from December, 1 in February
     */
    @LegalBasis({"準介136条2項", "則100条"})
    public static Main main(long annual, long provisional, int payments) {
        requirePayments(payments);
        long rest = annual - provisional;
        long[] amounts = new long[payments];
        if (rest <= 0) {
            return new Main(amounts, -rest);
        }
        long each = Rounding.floor(rest / payments, UNIT);
        java.util.Arrays.fill(amounts, each);
        amounts[0] = rest - each * (payments - 1);
        return new Main(amounts, 0);
    }

    /** 仮徴収 of those already deducted: April, June and August as in February. */
    @LegalBasis({"準介140条", "則110条"})
    public static long[] continued(long february) {
        return new long[] {february, february, february};
    }

    /**
     * 仮徴収 of those who start: last year's premium ÷ divisor × (2 × payments), half up, over the
     * payments, each cut to 100 yen.
     *
     * @param lastYearAnnual last year's premium; for less than a year see {@link #annualised}
     * @param payments 3 from April, 2 from June, 1 in August
     * @param divisor 12, or what the municipality chose between 1 and 12
     */
    @LegalBasis({"準介135条3項", "準介135条4項", "則101条"})
    public static long[] starting(long lastYearAnnual, int payments, int divisor) {
        requirePayments(payments);
        if (divisor < 1 || divisor > 12) {
            throw new LawException("仮徴収の除数は1から12です: " + divisor);
        }
        long whole = Rounding.half(lastYearAnnual * 2 * payments, divisor);
        long[] amounts = new long[payments];
        java.util.Arrays.fill(amounts, Rounding.floor(whole / payments, UNIT));
        return amounts;
    }

    /** 年額換算 of a premium for fewer months; fractions of a yen are cut. */
    public static long annualised(long premium, int months) {
        return premium * 12 / months;
    }

    /**
     * 平準化 in August: half of the year's premium less April and June, not below zero, cut to 100
     * yen.
     */
    @LegalBasis({"準介140条2項", "則110条3項"})
    public static long levelledAugust(long expectedAnnual, long april, long june) {
        return Rounding.floor(Math.max(0, expectedAnnual / 2 - april - june), UNIT);
    }

    /**
     * 平準化 in June and August: each half of what April leaves of the half-year, not below zero, cut
     * to 100 yen.
     */
    @LegalBasis({"準介140条2項", "則110条3項"})
    public static long levelledJuneAndAugust(long expectedAnnual, long april) {
        return Rounding.floor(Math.max(0, expectedAnnual / 2 - april) / 2, UNIT);
    }

    /**
     * 普通徴収への繰入: what the pension did not pay goes over the ordinary periods that are left, or into
     * an extra period.
     *
     * @param firstOpen first ordinary period (0-based) that is still to come; {@code
     *     policy.periods()} when none
     */
    @LegalBasis("準介139条1項")
    public static OrdinarySplit.Plan toOrdinary(
            long notDeducted, CollectionPolicy policy, int firstOpen) {
        if (firstOpen >= policy.periods()) {
            return new OrdinarySplit.Plan(new long[policy.periods()], notDeducted, 0);
        }
        return new OrdinarySplit.Plan(
                OrdinarySplit.splitFrom(notDeducted, policy, firstOpen), 0, 0);
    }

    /**
     * Deductions from the second month after the month of death on go back to the pension's payer,
     * earlier ones to the heirs.
     */
    @LegalBasis("則108条")
    public static Repayee repayee(LocalDate diedOn, LocalDate deductedOn) {
        LocalDate boundary = diedOn.withDayOfMonth(1).plusMonths(2);
        return deductedOn.isBefore(boundary) ? Repayee.HEIRS : Repayee.PENSION_PAYER;
    }

    private static void requirePayments(int payments) {
        if (payments < 1 || payments > 3) {
            throw new LawException("支払回数は1から3です: " + payments);
        }
    }
}
