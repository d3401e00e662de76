package org.machi.world.offices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.world.Stage;
import org.machi.world.offices.FormerYear.Insured;
import org.machi.world.people.Dice;
import org.machi.world.people.Topic;

/** What people owed and had paid too much when the former system was switched off. */
final class FormerDebts {
    private static final int PERIODS = 9;
    private static final int FIRST_MONTH = 7;
    private static final int DEBTOR_PERMILLE = 75;
    private static final int OVERPAID_PERMILLE = 9;
    private static final int DAYS_TO_DEMAND = 20;
    private static final int DAYS_OF_DEMAND = 11;

    private final Stage stage;

    FormerDebts(Stage stage) {
        this.stage = stage;
    }

    /**
     * An instalment that was not paid, or not in full.
     *
     * @param limitationBy 時効起算年月日区分コード
     */
    record Debt(
            int levyYear,
            int period,
            LocalDate dueOn,
            long charged,
            long received,
            long demandFee,
            @Nullable LocalDate demandedOn,
            LocalDate limitationFrom,
            String limitationBy,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate lastPaidOn) {
        long unpaid() {
            return charged - received;
        }

        LocalDate limitationOn() {
            return limitationFrom.plusYears(2).minusDays(1);
        }
    }

    /**
     * Money that was paid too much.
     *
     * @param reason 過誤納事由コード
     */
    record Overpaid(int period, LocalDate paidOn, LocalDate aroseOn, String reason, long amount) {}

    List<Debt> debts(Insured one) {
        List<Debt> debts = new ArrayList<>();
        Dice dice = Dice.of(stage.seed(), Topic.ARREARS, one.person());
        boolean ordinary = !one.deducted() && one.months() == 12 && one.premium() >= 9_000;
        if (!ordinary || !dice.permille(DEBTOR_PERMILLE)) {
            return debts;
        }
        LocalDate begun = LocalDate.of(stage.year() - 2, 4, 1);
        if (one.acquiredOn().isBefore(begun) && dice.permille(450)) {
            add(debts, dice, stage.year() - 2, one.premium(), dice.between(1, 4));
        }
        add(debts, dice, stage.year() - 1, one.premium(), dice.between(1, 5));
        return debts;
    }

    /** The last periods of a year stay unpaid; the first of them sometimes in part. */
    private void add(List<Debt> debts, Dice dice, int levyYear, long premium, int count) {
        long each = premium / PERIODS / 100 * 100;
        int end = PERIODS - dice.below(3);
        for (int period = Math.max(2, end - count + 1); period <= end; period++) {
            boolean partly = dice.permille(150) && each >= 2_000;
            debts.add(debt(dice, levyYear, period, each, partly ? each / 2 / 100 * 100 : 0));
        }
    }

    private Debt debt(Dice dice, int levyYear, int period, long charged, long received) {
        LocalDate due = dueOn(levyYear, period);
        LocalDate demand = stage.calendar().onOrAfter(due.plusDays(DAYS_TO_DEMAND));
        boolean demanded = demand.isBefore(stage.firstDay());
        LocalDate from = due.plusDays(1);
        String by = "1";
        LocalDate paid = null;
        LocalDate promised = null;
        if (demanded) {
            from = demand.plusDays(DAYS_OF_DEMAND);
            by = "2";
        }
        LocalDate last = stage.firstDay().minusDays(dice.between(5, 60));
        if (received > 0 && last.isAfter(from)) {
            paid = last;
            from = last.plusDays(1);
            by = "3";
        } else if (received > 0) {
            paid = due;
        } else if (demanded && dice.permille(80) && last.isAfter(from)) {
            promised = last;
            from = last.plusDays(1);
            by = "4";
        }
        long fee = demanded && levyYear < stage.year() - 1 ? 100 : 0;
        LocalDate demandedOn = demanded ? demand : null;
        return new Debt(
                levyYear,
                period,
                due,
                charged,
                received,
                fee,
                demandedOn,
                from,
                by,
                promised,
                paid);
    }

    /** Nine periods from July to March, due at the end of the month, in December on the 25th. */
    private LocalDate dueOn(int levyYear, int period) {
        LocalDate month = LocalDate.of(levyYear, FIRST_MONTH, 1).plusMonths(period - 1L);
        LocalDate due =
                month.getMonthValue() == 12
                        ? month.withDayOfMonth(25)
                        : month.plusMonths(1).minusDays(1);
        return stage.calendar().onOrAfter(due);
    }

    @Nullable Overpaid overpaid(Insured one) {
        Dice dice = Dice.of(stage.seed(), Topic.FORMER, one.person(), 7);
        if (one.premium() < 9_000 || !dice.permille(OVERPAID_PERMILLE)) {
            return null;
        }
        int daysAgo = dice.between(10, 90);
        LocalDate arose = stage.calendar().onOrBefore(stage.firstDay().minusDays(daysAgo));
        LocalDate paid = stage.calendar().onOrBefore(arose.minusDays(dice.between(1, 40)));
        if (one.deducted()) {
            return new Overpaid(2, paid, arose, "4", one.february());
        }
        long each = one.premium() / PERIODS / 100 * 100;
        return new Overpaid(dice.between(1, 6), paid, arose, dice.permille(500) ? "1" : "2", each);
    }
}
