package org.machi.law.deduction;

import org.machi.law.LegalBasis;

/**
 * What happens to a running deduction when the premium changes.
 *
 * @param stop the pension service is asked to stop
 * @param ordinary yen to be collected ordinarily from now on
 * @param repay yen that were taken too much (過誤納)
 */
@LegalBasis({"則95条3号", "則106条2号", "則106条3号", "準介139条1項"})
public record DeductionChange(boolean stop, long ordinary, long repay) {
    /** What a municipality chose for increases. */
    public enum OnIncrease {
        /** The deduction goes on, the rest is collected ordinarily (併徴). */
        BOTH,
        /** The deduction stops, everything that is left is collected ordinarily. */
        ORDINARY
    }

    /**
     * The deduction's amounts of one levy year when the premium becomes known anew.
     *
     * @param taken already deducted
     * @param unstoppable asked for and too late to stop (about two months)
     * @param scheduled asked for and still to be stopped
     */
    public record Running(long taken, long unstoppable, long scheduled) {
        long all() {
            return taken + unstoppable + scheduled;
        }
    }

    /**
     * By the new annual premium. A decrease always stops the deduction, because its amounts can't
     * be lowered any more.
     */
    public static DeductionChange decide(long newAnnual, Running running, OnIncrease onIncrease) {
        long difference = newAnnual - running.all();
        if (difference == 0) {
            return new DeductionChange(false, 0, 0);
        }
        if (difference > 0 && onIncrease == OnIncrease.BOTH) {
            return new DeductionChange(false, difference, 0);
        }
        long left = newAnnual - running.taken() - running.unstoppable();
        return new DeductionChange(true, Math.max(0, left), Math.max(0, -left));
    }

    /**
     * When the person ceases to be insured or to be deducted: the same as a decrease to what is
     * owed.
     */
    public static DeductionChange stop(long owed, Running running) {
        long left = owed - running.taken() - running.unstoppable();
        return new DeductionChange(true, Math.max(0, left), Math.max(0, -left));
    }
}
