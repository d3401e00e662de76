package org.machi.city.koki.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.office.PeriodName;

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
    public static final int FIRST_EXTRA = PeriodName.FIRST_EXTRA;

    /** The same instalment, whatever its amount. */
    boolean sameAs(PlanRow other) {
        return method == other.method && period == other.period;
    }

    /** The rows of one person from a query's text: {@code method:period:due:amount}, by commas. */
    public static List<PlanRow> list(@Nullable String text) {
        List<PlanRow> rows = new ArrayList<>();
        if (text == null) {
            return rows;
        }
        for (String row : text.split(",")) {
            String[] part = row.split(":");
            rows.add(
                    new PlanRow(
                            Integer.parseInt(part[0]),
                            Integer.parseInt(part[1]),
                            LocalDate.parse(part[2]),
                            Long.parseLong(part[3])));
        }
        return rows;
    }
}
