package org.machi.world.events;

import java.time.LocalDate;
import org.machi.world.people.Addresses;
import org.machi.world.people.Dice;
import org.machi.world.people.Heads;
import org.machi.world.people.Newcomers;
import org.machi.world.people.Population;
import org.machi.world.people.Relation;
import org.machi.world.people.Status;
import org.machi.world.people.Topic;

/** Moves in from outside, out, inside a city and between the two cities. */
final class Moves {
    private static final int OUTSIDE = -1;
    private static final int DAYS_TO_REPORT = 14;

    private Moves() {}

    static void play(Today today) {
        in(today);
        out(today);
        inside(today);
        between(today);
    }

    private static void in(Today today) {
        Dice dice = today.dice(Topic.MOVE_IN);
        int count = today.countMoves(dice, Rates.MOVES_IN);
        for (int i = 0; i < count; i++) {
            Population people = today.people;
            int from = people.size();
            if (dice.permille(90)) {
                parentJoins(today, dice);
            } else {
                Newcomers.household(people, dice, dice.below(10) < 6 ? 0 : 1, today.day);
            }
            LocalDate moved = today.day.minusDays(dice.below(DAYS_TO_REPORT));
            LocalDate on = moved.isBefore(people.base()) ? people.base() : moved;
            for (int p = from; p < people.size(); p++) {
                people.setResidentSince(p, on);
                today.tell(EventKind.MOVED_IN, p, people.city(p), on, OUTSIDE);
            }
        }
    }

    /** An old parent comes to live with a child: another insured person in the household. */
    private static void parentJoins(Today today, Dice dice) {
        int child = today.someone(dice, 45, 65);
        if (child == Population.NONE) {
            return;
        }
        Population people = today.people;
        int home = people.household(child);
        int head = people.head(home);
        if (head == Population.NONE) {
            return;
        }
        Newcomers.parent(people, dice, home, head, today.day);
    }

    private static void out(Today today) {
        Dice dice = today.dice(Topic.MOVE_OUT);
        int count = today.countMoves(dice, Rates.MOVES_OUT);
        for (int i = 0; i < count; i++) {
            int p = mover(today, dice);
            if (p == Population.NONE) {
                continue;
            }
            LocalDate on = today.ago(p, dice.below(DAYS_TO_REPORT));
            if (whole(today.people, p)) {
                for (int m : members(today.people, today.people.household(p))) {
                    leave(today, m, on);
                }
            } else {
                leave(today, p, on);
            }
        }
    }

    private static void leave(Today today, int p, LocalDate on) {
        int city = today.people.city(p);
        int home = today.people.household(p);
        boolean wasHead = today.people.head(home) == p;
        today.people.end(p, Status.MOVED_OUT);
        today.tell(EventKind.MOVED_OUT, p, city, on, OUTSIDE);
        if (wasHead) {
            Families.tellNewHead(today, home, on);
        }
    }

    private static void inside(Today today) {
        Dice dice = today.dice(Topic.MOVE_INSIDE);
        int count = today.countMoves(dice, Rates.MOVES_INSIDE);
        for (int i = 0; i < count; i++) {
            int p = mover(today, dice);
            if (p != Population.NONE) {
                transfer(today, dice, p, today.people.city(p));
            }
        }
    }

    private static void between(Today today) {
        Dice dice = today.dice(Topic.MOVE_BETWEEN);
        int count = today.countMoves(dice, Rates.MOVES_BETWEEN);
        for (int i = 0; i < count; i++) {
            int p = mover(today, dice);
            if (p != Population.NONE) {
                transfer(today, dice, p, 1 - today.people.city(p));
            }
        }
    }

    private static void transfer(Today today, Dice dice, int p, int to) {
        Population people = today.people;
        int from = people.city(p);
        LocalDate on = today.ago(p, dice.below(DAYS_TO_REPORT));
        int home = people.household(p);
        ResidentEvent.Before before = new ResidentEvent.Before(Addresses.of(people, p), home);
        if (whole(people, p)) {
            people.moveHousehold(home, to);
            for (int m : members(people, home)) {
                people.traits().setAddressException(m, false);
                tellMove(today, m, from, on, before);
            }
            return;
        }
        boolean wasHead = people.head(home) == p;
        people.joinHousehold(p, people.addHousehold(to), Relation.HEAD);
        people.traits().setAddressException(p, false);
        tellMove(today, p, from, on, before);
        if (wasHead) {
            Heads.replace(people, home, Relation.HEAD);
            Families.tellNewHead(today, home, on);
        }
    }

    private static void tellMove(
            Today today, int p, int from, LocalDate on, ResidentEvent.Before before) {
        int to = today.people.city(p);
        if (from == to) {
            today.tell(EventKind.MOVED_INSIDE, p, to, on, to);
            return;
        }
        today.tell(EventKind.MOVED_OUT, p, from, on, to, before);
        today.people.setResidentSince(p, on);
        today.tell(EventKind.MOVED_IN, p, to, on, from, before);
    }

    /** Older people move less often. */
    private static int mover(Today today, Dice dice) {
        for (int i = 0; i < 60; i++) {
            int p = today.someone(dice);
            if (p == Population.NONE) {
                return p;
            }
            int age = today.people.age(p, today.day);
            int chance = age < 40 ? 1000 : age < 65 ? 420 : age < 75 ? 170 : 210;
            if (age >= 18 && dice.permille(chance)) {
                return p;
            }
        }
        return Population.NONE;
    }

    /** Small households move together; from large ones one person goes, never a head alone. */
    private static boolean whole(Population people, int p) {
        int home = people.household(p);
        return people.members(home) <= 2 || people.head(home) == p;
    }

    private static int[] members(Population people, int home) {
        int[] all = new int[people.members(home)];
        int n = 0;
        for (int p = people.firstMember(home); p != Population.NONE; p = people.nextMember(p)) {
            all[n++] = p;
        }
        return all;
    }
}
