package org.machi.law.instalment;

import java.util.Arrays;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.Rounding;

/**
 * 期割の計算: equal instalments in units, the remainder in one period; and again after an increase or a
 * decrease.
 */
@LegalBasis({"法109条", "条例（納期）"})
public final class OrdinarySplit {
    /**
     * The plan after a change.
     *
     * @param amounts yen of each period, same order as before
     * @param extra what no remaining period can take, due in an extra period (随時期)
     * @param overpaid what was paid above the new amounts (過誤納)
     */
    public record Plan(long[] amounts, long extra, long overpaid) {
        /** Σ of the periods and the extra one. */
        public long total() {
            long sum = extra;
            for (long amount : amounts) {
                sum += amount;
            }
            return sum;
        }
    }

    private OrdinarySplit() {}

    /** Splits a premium over all periods of the policy. */
    public static long[] split(long premium, CollectionPolicy policy) {
        return splitFrom(premium, policy, 0);
    }

    /**
     * Splits a premium over the periods from {@code firstOpen} (0-based) on; earlier ones are 0.
     *
     * @throws LawException when no period is left: charge it in an extra period
     */
    public static long[] splitFrom(long premium, CollectionPolicy policy, int firstOpen) {
        int count = policy.periods() - firstOpen;
        if (premium < 0 || count <= 0) {
            throw new LawException("割り振る納期がないか、保険料が負です");
        }
        long[] amounts = new long[policy.periods()];
        spread(premium, policy, firstOpen, amounts);
        return amounts;
    }

    /** Adds {@code yen} to the periods from {@code first} on. */
    private static void spread(long yen, CollectionPolicy policy, int first, long[] amounts) {
        int count = amounts.length - first;
        long each = Rounding.floor(yen / count, policy.unit());
        if (each == 0 && policy.smallInFirst()) {
            amounts[first] += yen;
            return;
        }
        for (int i = first; i < amounts.length; i++) {
            amounts[i] += each;
        }
        int takesRest =
                policy.remainder() == CollectionPolicy.Remainder.FIRST ? first : amounts.length - 1;
        amounts[takesRest] += yen - each * count;
    }

    /**
     * The plan after the premium changed to {@code premium}.
     *
     * <p>An increase goes over the periods still open (equally, or all into the next), or into an
     * extra period. A decrease is taken from open periods (the last first, or equally); only what
     * they can't give is taken from past periods, the latest first. What was paid above the new
     * amount of a period is over-paid.
     *
     * @param current yen of each period so far
     * @param paid yen paid on each period so far
     * @param firstOpen first period (0-based) whose slip has not been sent; {@code current.length}
     *     when none
     */
    public static Plan replan(
            long premium, long[] current, long[] paid, int firstOpen, CollectionPolicy policy) {
        if (premium < 0 || current.length != policy.periods() || paid.length != current.length) {
            throw new LawException("期割の数が納期と合いません");
        }
        long[] amounts = current.clone();
        long extra = 0;
        long change = premium - sum(current);
        if (change > 0 && firstOpen >= amounts.length) {
            extra = change;
        } else if (change > 0) {
            increase(change, policy, firstOpen, amounts);
        } else if (change < 0) {
            long left = decrease(-change, policy, firstOpen, amounts);
            takeLastFirst(left, 0, firstOpen, amounts);
        }
        return new Plan(amounts, extra, overpaid(amounts, paid));
    }

    private static void increase(
            long change, CollectionPolicy policy, int firstOpen, long[] amounts) {
        switch (policy.increase()) {
            case EQUAL -> spread(change, policy, firstOpen, amounts);
            case NEXT_PERIOD -> amounts[firstOpen] += change;
        }
    }

    /** Takes from open periods; returns what they could not give. */
    private static long decrease(long yen, CollectionPolicy policy, int firstOpen, long[] amounts) {
        return switch (policy.decrease()) {
            case LAST_FIRST -> takeLastFirst(yen, firstOpen, amounts.length, amounts);
            case EQUAL -> takeEqually(yen, policy, firstOpen, amounts);
        };
    }

    private static long takeEqually(
            long yen, CollectionPolicy policy, int firstOpen, long[] amounts) {
        long open = 0;
        for (int i = firstOpen; i < amounts.length; i++) {
            open += amounts[i];
            amounts[i] = 0;
        }
        long keep = Math.max(0, open - yen);
        if (firstOpen < amounts.length) {
            spread(keep, policy, firstOpen, amounts);
        }
        return yen - (open - keep);
    }

    private static long takeLastFirst(long yen, int from, int to, long[] amounts) {
        long left = yen;
        for (int i = to - 1; i >= from && left > 0; i--) {
            long taken = Math.min(left, amounts[i]);
            amounts[i] -= taken;
            left -= taken;
        }
        return left;
    }

    private static long overpaid(long[] amounts, long[] paid) {
        long sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += Math.max(0, paid[i] - amounts[i]);
        }
        return sum;
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    /** 暫定賦課: what April to June charge, three twelfths of last year's premium in units. */
    @LegalBasis("条例（暫定賦課）")
    public static long[] provisional(long lastYearAnnual, CollectionPolicy policy) {
        long[] amounts = new long[policy.periods()];
        long each = Rounding.floor(lastYearAnnual / 12, policy.unit());
        for (int i = 0; i < amounts.length && isProvisionalMonth(policy.months().get(i)); i++) {
            amounts[i] = each;
        }
        return amounts;
    }

    /**
     * 本算定 after provisional months: what they left goes over July to March, the remainder into the
     * first of these; what they took too much is over-paid.
     */
    @LegalBasis("条例（暫定賦課）")
    public static Plan afterProvisional(long annual, long[] provisional, CollectionPolicy policy) {
        int open = 0;
        while (open < policy.periods() && isProvisionalMonth(policy.months().get(open))) {
            open++;
        }
        long[] amounts = Arrays.copyOf(provisional, policy.periods());
        Arrays.fill(amounts, open, amounts.length, 0);
        long rest = annual - sum(amounts);
        if (rest >= 0) {
            spread(rest, policy, open, amounts);
            return new Plan(amounts, 0, 0);
        }
        takeLastFirst(-rest, 0, open, amounts);
        return new Plan(amounts, 0, overpaid(amounts, provisional));
    }

    private static boolean isProvisionalMonth(int month) {
        return month >= 4 && month <= 6;
    }
}
