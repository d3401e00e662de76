package org.machi.law.deduction;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;

/**
 * What is taken from a pension in one levy year, payment by payment.
 *
 * @param overpaid what April to August took more than the whole premium
 */
@LegalBasis({"準介135条", "準介136条2項", "準介140条"})
public record DeductionPlan(List<Payment> payments, long overpaid) {
    /**
     * One deduction.
     *
     * @param provisional 仮徴収 (April to August)
     */
    public record Payment(YearMonth month, long yen, boolean provisional) {}

    /** 平準化 as the municipality chose it. */
    public enum Levelling {
        NONE("平準化しない"),
        AUGUST("8月で平準化"),
        JUNE_AND_AUGUST("6月と8月で平準化");

        private final String japanese;

        Levelling(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    public DeductionPlan {
        payments = List.copyOf(payments);
    }

    /**
     * Somebody already deducted: April as in February, June and August as well or levelled, the
     * rest from October on.
     *
     * @param february the last deduction of the year before
     * @param expected the year's premium as known when June and August are set
     * @param annual the premium that was decided
     */
    public static DeductionPlan continued(
            LevyYear year, long february, long expected, long annual, Levelling levelling) {
        long[] half = DeductionAmounts.continued(february);
        switch (levelling) {
            case NONE -> {}
            case AUGUST -> half[2] = DeductionAmounts.levelledAugust(expected, half[0], half[1]);
            case JUNE_AND_AUGUST -> {
                half[1] = DeductionAmounts.levelledJuneAndAugust(expected, half[0]);
                half[2] = half[1];
            }
        }
        return of(year, half, 0, annual, 3);
    }

    /**
     * Somebody who starts in April, June or August.
     *
     * @param lastYearAnnual last year's premium, 年額換算
     * @param before what ordinary collection takes before the first deduction
     */
    public static DeductionPlan starting(
            CaptureSchedule capture, long lastYearAnnual, int divisor, long before, long annual) {
        if (!capture.provisional()) {
            throw new LawException("仮徴収の捕捉ではありません: " + capture.captureOn());
        }
        LevyYear year = LevyYear.containing(capture.firstMonth().atDay(1));
        long[] half = DeductionAmounts.starting(lastYearAnnual, capture.payments(), divisor);
        return of(year, half, before, annual, 3);
    }

    /**
     * Somebody who starts in October, December or February.
     *
     * @param before what ordinary collection takes before the first deduction
     */
    public static DeductionPlan main(CaptureSchedule capture, long before, long annual) {
        if (capture.provisional()) {
            throw new LawException("本徴収の捕捉ではありません: " + capture.captureOn());
        }
        LevyYear year = LevyYear.containing(capture.firstMonth().atDay(1));
        return of(year, new long[0], before, annual, capture.payments());
    }

    private static DeductionPlan of(
            LevyYear year, long[] half, long before, long annual, int mainPayments) {
        List<Payment> payments = new ArrayList<>();
        long taken = before;
        YearMonth month = YearMonth.of(year.year(), 10).minusMonths(2L * half.length);
        for (long yen : half) {
            payments.add(new Payment(month, yen, true));
            taken += yen;
            month = month.plusMonths(2);
        }
        DeductionAmounts.Main main = DeductionAmounts.main(annual, taken, mainPayments);
        month = YearMonth.of(year.year() + 1, 4).minusMonths(2L * mainPayments);
        for (long yen : main.amounts()) {
            payments.add(new Payment(month, yen, false));
            month = month.plusMonths(2);
        }
        return new DeductionPlan(payments, main.overpaid());
    }

    /** Σ of all deductions. */
    public long total() {
        return payments.stream().mapToLong(Payment::yen).sum();
    }
}
