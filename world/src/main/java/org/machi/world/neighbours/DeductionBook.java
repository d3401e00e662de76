package org.machi.world.neighbours;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * What the pension service is to deduct from each of the year's six payments, and from the first of
 * the next year, which takes what February took (準用介護保険法140条).
 *
 * <p>A payment is prepared some two months before: what arrives after the 20th of the month two
 * months earlier waits for the next one (準用介護保険法134条から140条 and the orders under it).
 */
final class DeductionBook {
    static final int PAYMENTS = 7;
    private static final int OCTOBER = 3;
    private static final int NEXT_APRIL = 6;
    private static final int DEADLINE_DAY = 20;

    private final int year;
    private final TreeMap<Integer, Plan> plans = new TreeMap<>();

    /**
     * The deductions of one person.
     *
     * @param city index of the city that receives them
     * @param yen by payment: April, June, August, October, December, February, next April
     */
    record Plan(int city, long[] yen) {}

    DeductionBook(int year) {
        this.year = year;
    }

    /** The 15th of the payment's month, before it is moved to a business day. */
    LocalDate payday(int payment) {
        return LocalDate.of(year, 4, 15).plusMonths(2L * payment);
    }

    /** The first payment that post of this day still reaches; {@link #PAYMENTS} when none. */
    int firstReached(LocalDate day) {
        int payment = 0;
        while (payment < PAYMENTS
                && day.isAfter(payday(payment).minusMonths(2).withDayOfMonth(DEADLINE_DAY))) {
            payment++;
        }
        return payment;
    }

    TreeMap<Integer, Plan> plans() {
        return plans;
    }

    /** Carries on from last year: April to August. */
    void carryOn(int person, int city, long yen) {
        long[] all = new long[PAYMENTS];
        Arrays.fill(all, 0, OCTOBER, yen);
        plans.put(person, new Plan(city, all));
    }

    /** The yearly request: October, December, February. */
    void request(int person, int city, long first, long later) {
        set(person, city, OCTOBER, NEXT_APRIL, first, later);
    }

    /** An added request, from the first payment that can be reached to the end of its half. */
    void added(int person, int city, LocalDate day, long first, long later) {
        int from = firstReached(day);
        if (from < PAYMENTS) {
            int end = from < OCTOBER ? OCTOBER : from < NEXT_APRIL ? NEXT_APRIL : PAYMENTS;
            set(person, city, from, end, first, later);
        }
    }

    private void set(int person, int city, int from, int to, long first, long later) {
        Plan known = plans.get(person);
        long[] yen = known == null ? new long[PAYMENTS] : known.yen.clone();
        for (int i = from; i < to; i++) {
            yen[i] = i == from ? first : later;
        }
        if (to == NEXT_APRIL) {
            yen[NEXT_APRIL] = yen[NEXT_APRIL - 1];
        }
        plans.put(person, new Plan(city, yen));
    }

    /** 資格喪失等: nothing more from the first payment that can be reached. */
    void stop(int person, int city, LocalDate day) {
        Plan known = plans.get(person);
        if (known != null && known.city == city) {
            long[] yen = known.yen.clone();
            int from = firstReached(day);
            if (from < PAYMENTS) {
                Arrays.fill(yen, from, PAYMENTS, 0);
            }
            plans.put(person, new Plan(city, yen));
        }
    }

    /** 仮徴収額変更: another amount for what remains until August. */
    void change(int person, int city, LocalDate day, long now) {
        Plan known = plans.get(person);
        if (known != null && known.city == city) {
            long[] yen = known.yen.clone();
            for (int i = firstReached(day); i < OCTOBER; i++) {
                yen[i] = now;
            }
            plans.put(person, new Plan(city, yen));
        }
    }
}
