package org.machi.city.koki.plan;

import java.time.LocalDate;

/**
 * One instalment of a plan.
 *
 * @param method 1 特別徴収, 2 普通徴収
 * @param period 特別徴収: the pay month (4, 6, 8, 10, 12, 2); 普通徴収: the period from 1, extra periods
 *     (随時期) from 13
 * @param dueOn due date; of a deduction the 10th of the month after it (準介137条)
 * @param amount yen, 0 or more
 */
public record PlanRow(int method, int period, LocalDate dueOn, long amount) {

    public static final int DEDUCTION = 1;
    public static final int ORDINARY = 2;

    /** The first extra period; the numbers below are those of the calendar. */
    public static final int FIRST_EXTRA = 13;
}
