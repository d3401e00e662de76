package org.machi.city.koki.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.instalment.CollectionPolicy;
import org.machi.law.instalment.OrdinarySplit;

/** The ordinary part of a plan: periods of the calendar and extra periods (随時期). */
final class OrdinaryRows {

    private final YearOfPayments year;
    private final LocalDate today;

    OrdinaryRows(YearOfPayments year, LocalDate today) {
        this.year = year;
        this.today = today;
    }

    /** The periods and extra periods after their sum became {@code wanted} yen. */
    List<PlanRow> replan(List<PlanRow> before, long wanted) {
        long[] periods = new long[year.policy().periods()];
        List<PlanRow> extras = new ArrayList<>();
        for (PlanRow row : before) {
            if (row.method() == PlanRow.ORDINARY && row.period() >= PlanRow.FIRST_EXTRA) {
                extras.add(row);
            } else if (row.method() == PlanRow.ORDINARY) {
                periods[row.period() - 1] = row.amount();
            }
        }
        long inPeriods = java.util.Arrays.stream(periods).sum();
        long less = Math.max(0, inPeriods + sum(extras) - wanted);
        cut(extras, less);
        OrdinarySplit.Plan plan = periods(wanted - sum(extras), periods, inPeriods == 0);
        if (plan.extra() > 0) {
            extras.add(extra(extras, plan.extra()));
        }
        List<PlanRow> rows = rows(plan.amounts(), before);
        rows.addAll(extras);
        return rows;
    }

    /**
     * The yen over the periods from {@code first} until before {@code end}, the remainder in the
     * first.
     */
    List<PlanRow> over(long yen, int first, int end) {
        CollectionPolicy all = year.policy();
        if (yen == 0) {
            return List.of();
        }
        CollectionPolicy part =
                new CollectionPolicy(
                        all.code(),
                        all.from(),
                        all.to(),
                        all.months().subList(0, end),
                        all.decemberDay(),
                        all.unit(),
                        all.remainder(),
                        all.increase(),
                        all.decrease(),
                        all.smallInFirst());
        return rows(OrdinarySplit.splitFrom(yen, part, first), List.of());
    }

    private OrdinarySplit.Plan periods(long wanted, long[] periods, boolean none) {
        int open = year.firstOpen(today);
        if (none && open < periods.length) {
            return new OrdinarySplit.Plan(
                    OrdinarySplit.splitFrom(wanted, year.policy(), open), 0, 0);
        }
        return OrdinarySplit.replan(wanted, periods, new long[periods.length], open, year.policy());
    }

    private PlanRow extra(List<PlanRow> extras, long amount) {
        int number =
                extras.stream().mapToInt(PlanRow::period).max().orElse(PlanRow.FIRST_EXTRA - 1) + 1;
        return new PlanRow(PlanRow.ORDINARY, number, year.extraDueOn(today, 0), amount);
    }

    /**
     * A period of 0 yen stays in the plan when it was more before, so that the ledger takes it
     * down.
     */
    private List<PlanRow> rows(long[] amounts, List<PlanRow> before) {
        List<PlanRow> rows = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            int period = i + 1;
            boolean known =
                    before.stream()
                            .anyMatch(row ->
                                    row.method() == PlanRow.ORDINARY && row.period() == period);
            if (amounts[i] > 0 || known) {
                rows.add(new PlanRow(PlanRow.ORDINARY, period, year.dueOn().get(i), amounts[i]));
            }
        }
        return rows;
    }

    private static void cut(List<PlanRow> extras, long yen) {
        long left = yen;
        for (int i = extras.size() - 1; i >= 0 && left > 0; i--) {
            PlanRow row = extras.get(i);
            long taken = Math.min(left, row.amount());
            extras.set(
                    i, new PlanRow(row.method(), row.period(), row.dueOn(), row.amount() - taken));
            left -= taken;
        }
    }

    private static long sum(List<PlanRow> rows) {
        return rows.stream().mapToLong(PlanRow::amount).sum();
    }
}
