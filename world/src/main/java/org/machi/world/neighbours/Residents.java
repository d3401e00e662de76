package org.machi.world.neighbours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.machi.world.Stage;
import org.machi.world.neighbours.Payment.Channel;
import org.machi.world.people.Dice;
import org.machi.world.people.Topic;
import org.machi.world.post.Mailboxes;

/**
 * The residents open their letters and decide when and where to pay each slip.
 *
 * <p>Everyone has a habit for life: in time, late, only after a demand, only after a reminder, or
 * never. Some pay an old slip after a new one has come, some pay twice.
 */
public final class Residents {
    private static final int[] HABITS = {850, 60, 55, 15, 20};

    private final Stage stage;
    private final Mailboxes mail;
    private final TreeMap<LocalDate, List<Payment>> plans = new TreeMap<>();
    private final Map<String, Payment> lastPlan = new HashMap<>();

    private enum Habit {
        IN_TIME,
        LATE,
        AFTER_DEMAND,
        AFTER_REMINDER,
        NEVER
    }

    public Residents(Stage stage, Mailboxes mail) {
        this.stage = stage;
        this.mail = mail;
    }

    /** Opens all letters that were delivered up to a day. */
    public void open(LocalDate day) {
        mail.unread(day, line -> receive(Slip.parse(line)));
    }

    /** Payments at one kind of place after one day and up to another, in a fixed order. */
    List<Payment> paid(LocalDate after, LocalDate upTo, Channel channel) {
        List<Payment> found = new ArrayList<>();
        for (List<Payment> day : plans.subMap(after, false, upTo, true).values()) {
            for (Payment payment : day) {
                if (payment.channel() == channel) {
                    found.add(payment);
                }
            }
        }
        return found;
    }

    private void receive(Slip slip) {
        Dice dice = Dice.of(stage.seed(), Topic.MAIL, Dice.hash(slip.line()));
        Payment known = lastPlan.get(slip.debt());
        if (known != null && known.paidOn().isBefore(slip.arrivesOn())) {
            afterPaying(slip, dice);
        } else if (known != null) {
            beforePaying(slip, known, dice);
        } else {
            decide(slip, dice);
        }
    }

    /** A demand that crossed the payment is thrown away by nine of ten; a new amount is paid. */
    private void afterPaying(Slip slip, Dice dice) {
        boolean crossed = slip.demand() || slip.reminder();
        if (!crossed || dice.permille(70)) {
            decide(slip, dice);
        }
    }

    /** A new slip replaces the old one, but some pay the old one and a few pay both. */
    private void beforePaying(Slip slip, Payment known, Dice dice) {
        int choice = dice.weighted(860, 110, 30);
        if (choice == 0) {
            List<Payment> day = plans.get(known.paidOn());
            if (day != null) {
                day.remove(known);
            }
            lastPlan.remove(slip.debt());
        }
        if (choice != 1) {
            decide(slip, dice);
        }
    }

    private void decide(Slip slip, Dice dice) {
        LocalDate due = slip.dueOn() == null ? slip.arrivesOn().plusDays(14) : slip.dueOn();
        LocalDate next = slip.arrivesOn().plusDays(1);
        Habit habit = habit(slip.personNo());
        LocalDate on =
                switch (habit) {
                    case IN_TIME -> latest(next, due.minusDays(dice.below(26)));
                    case LATE -> latest(next, due.plusDays(dice.between(2, 30)));
                    case AFTER_DEMAND, AFTER_REMINDER, NEVER -> next.plusDays(dice.between(3, 24));
                };
        if (!pays(habit, slip, dice)) {
            return;
        }
        plan(slip, on, dice);
    }

    private static boolean pays(Habit habit, Slip slip, Dice dice) {
        return switch (habit) {
            case IN_TIME -> !dice.permille(4);
            case LATE -> !dice.permille(60);
            case AFTER_DEMAND -> slip.demand() && dice.permille(800) || slip.reminder();
            case AFTER_REMINDER -> slip.reminder() && dice.permille(700);
            case NEVER -> slip.reminder() && dice.permille(60);
        };
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private Habit habit(long personNo) {
        return Habit.values()[Dice.of(stage.seed(), Topic.PAYER, personNo).weighted(HABITS)];
    }

    private void plan(Slip slip, LocalDate on, Dice dice) {
        boolean likesStores = Dice.of(stage.seed(), Topic.STORE, slip.personNo()).permille(620);
        boolean usable = slip.useBy() == null || !on.isAfter(slip.useBy());
        boolean store = likesStores && !slip.barcode().isEmpty() && usable;
        Channel channel = store ? Channel.STORE : Channel.COUNTER;
        LocalDate day = store ? on : stage.calendar().onOrAfter(on);
        Payment payment = add(slip, day, channel);
        lastPlan.put(slip.debt(), payment);
        if (StoreAgent.willBeCancelled(stage, payment) || dice.permille(2)) {
            // The till took it back, or the payer has forgotten that it was paid.
            add(slip, stage.calendar().onOrAfter(day.plusDays(4)), Channel.COUNTER);
        }
    }

    private Payment add(Slip slip, LocalDate day, Channel channel) {
        Payment payment =
                new Payment(
                        slip.city(),
                        day,
                        channel,
                        slip.personNo(),
                        slip.barcode(),
                        slip.ocrLine(),
                        slip.amount());
        plans.computeIfAbsent(day, key -> new ArrayList<>()).add(payment);
        return payment;
    }
}
