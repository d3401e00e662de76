package org.machi.world.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.world.people.Dice;
import org.machi.world.people.Income;
import org.machi.world.people.Numbers;
import org.machi.world.people.Population;
import org.machi.world.people.Status;
import org.machi.world.people.Topic;

/** Events on paper: tax corrections, welfare, disability, and wrong entries taken back. */
final class Papers {
    private static final String[] DISABILITIES = {"11", "12", "13", "14", "21", "22", "31", "42"};

    /** From here on a pension leaves an income that premiums are levied on. */
    private static final long LIABLE_PENSION = 1_700_000;

    private Papers() {}

    static void play(Today today, TaxBook taxes) {
        taxes(today, taxes);
        lateReturns(today, taxes);
        welfareStarts(today);
        welfareEnds(today);
        disabilities(today);
        cancels(today);
    }

    /** Before the yearly file of June only earlier years are corrected. */
    private static void taxes(Today today, TaxBook taxes) {
        Dice dice = today.dice(Topic.TAX_CHANGE);
        int count = today.count(dice, Rates.TAX_CHANGES);
        int fiscalYear = fiscalYear(today.day);
        boolean levied = !today.day.isBefore(LocalDate.of(fiscalYear, 6, 15));
        for (int i = 0; i < count; i++) {
            int p = dice.permille(600) ? today.someone(dice, 65, 110) : today.someone(dice, 20, 64);
            int back = dice.weighted(80, 15, 5);
            int levyYear = fiscalYear - (levied ? back : Math.max(1, back));
            if (p != Population.NONE && today.people.taxedBy(p) != Population.NONE) {
                correct(today, taxes, dice, p, levyYear);
            }
        }
    }

    private static int fiscalYear(LocalDate day) {
        return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    }

    private static void correct(Today today, TaxBook taxes, Dice dice, int p, int levyYear) {
        Income now = taxes.of(p, levyYear);
        Income next;
        String reason;
        if (!now.declared()) {
            next = now.withDeclared(true);
            reason = dice.permille(800) ? "04" : "01";
        } else if (now.business() > 0) {
            next = now.withBusiness(Math.max(0, now.business() + change(dice)));
            reason = "03";
        } else {
            next = now.withSalary(Math.max(0, now.salary() + change(dice)));
            reason = dice.permille(600) ? "02" : "03";
        }
        if (next.equals(now)) {
            next = now.withSalary(now.salary() + 10_000L * dice.between(40, 150));
        }
        taxes.correct(p, levyYear, next);
        int city = today.people.taxedBy(p);
        today.sink().tax(new TaxEvent(p, city, levyYear, reason, next));
    }

    /**
     * 更正の請求 and late returns for last year of people who were insured then; two of three bring the
     * income down, so that premiums of a closed year are cut too.
     */
    private static void lateReturns(Today today, TaxBook taxes) {
        Dice dice = today.dice(Topic.TAX_CHANGE);
        dice.nextLong();
        int count = today.count(dice, Rates.LATE_RETURNS);
        int levyYear = fiscalYear(today.day) - 1;
        for (int i = 0; i < count; i++) {
            for (int tries = 0; tries < 100; tries++) {
                int p = today.someone(dice, 76, 100);
                if (p == Population.NONE || today.people.taxedBy(p) == Population.NONE) {
                    continue;
                }
                Income now = taxes.of(p, levyYear);
                if (now.declared() && now.pension() + now.business() >= LIABLE_PENSION) {
                    Income next = dice.permille(667) ? lower(now) : higher(now, dice);
                    taxes.correct(p, levyYear, next);
                    int city = today.people.taxedBy(p);
                    today.sink().tax(new TaxEvent(p, city, levyYear, "03", next));
                    break;
                }
            }
        }
    }

    private static Income lower(Income now) {
        return now.business() > 0
                ? now.withBusiness(now.business() / 2)
                : now.withPension(now.pension() * 4 / 5);
    }

    private static Income higher(Income now, Dice dice) {
        return now.withBusiness(Math.max(0, now.business()) + 10_000L * dice.between(30, 90));
    }

    /** Up in six of ten cases. */
    private static long change(Dice dice) {
        long yen = 10_000L * dice.between(8, 160);
        return dice.permille(600) ? yen : -yen;
    }

    private static void welfareStarts(Today today) {
        Dice dice = today.dice(Topic.WELFARE);
        int count = today.count(dice, Rates.WELFARE_STARTS);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            int p = dice.permille(650) ? today.someone(dice, 72, 100) : today.someone(dice, 30, 71);
            if (p != Population.NONE && !people.traits().onWelfare(p)) {
                people.traits().setOnWelfare(p, true);
                LocalDate from = today.ago(p, dice.between(5, 35));
                today.sink().welfare(new WelfareEvent(p, people.city(p), "1", from, today.day));
            }
        }
    }

    private static void welfareEnds(Today today) {
        Dice dice = today.dice(Topic.WELFARE);
        dice.nextLong();
        int count = today.count(dice, Rates.WELFARE_ENDS);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            for (int tries = 0; tries < 200; tries++) {
                int p = today.someone(dice, 65, 100);
                if (p != Population.NONE && people.traits().onWelfare(p)) {
                    people.traits().setOnWelfare(p, false);
                    LocalDate end = today.ago(p, dice.between(1, 20));
                    today.sink().welfare(new WelfareEvent(p, people.city(p), "2", end, today.day));
                    break;
                }
            }
        }
    }

    private static void disabilities(Today today) {
        Dice dice = today.dice(Topic.DISABILITY);
        int count = today.count(dice, Rates.DISABILITIES);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            int p = today.someone(dice, 65, 74);
            if (p == Population.NONE || people.traits().onWelfare(p)) {
                continue;
            }
            boolean withdraws = people.traits().disabled(p);
            people.traits().setDisabled(p, !withdraws);
            String grade = DISABILITIES[dice.below(DISABILITIES.length)];
            long personNo = Numbers.personNo(people.city(p), p);
            today.sink()
                    .visit(
                            new CounterVisit(
                                    people.city(p),
                                    personNo,
                                    withdraws ? "04" : "03",
                                    today.day,
                                    grade));
        }
    }

    /** A move or a death entered for the wrong person some days ago is taken back. */
    private static void cancels(Today today) {
        Dice dice = today.dice(Topic.CANCEL);
        int count = today.count(dice, Rates.CANCELS);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            List<ResidentEvent> candidates = new ArrayList<>();
            for (ResidentEvent e : today.recent()) {
                boolean left =
                        e.kind() == EventKind.MOVED_OUT
                                && e.otherCity() < 0
                                && people.status(e.person()) == Status.MOVED_OUT;
                boolean died =
                        e.kind() == EventKind.DIED && people.status(e.person()) == Status.DEAD;
                boolean last = people.lastEvent(e.person()) == e.number();
                if ((left || died) && last && e.processedOn().isBefore(today.day)) {
                    candidates.add(e);
                }
            }
            if (!candidates.isEmpty()) {
                ResidentEvent wrong = candidates.get(dice.below(candidates.size()));
                people.revive(wrong.person());
                today.recent().remove(wrong);
                today.sink().resident(wrong.cancelledOn(today.day));
            }
        }
    }
}
