package org.machi.world.events;

import java.time.LocalDate;
import org.machi.world.people.Dice;
import org.machi.world.people.Heads;
import org.machi.world.people.Newcomers;
import org.machi.world.people.Population;
import org.machi.world.people.Relation;
import org.machi.world.people.Status;
import org.machi.world.people.Topic;

/** Births, deaths, splits and joins of households, new heads and new names. */
final class Families {
    private Families() {}

    static void play(Today today, long deathsMilli) {
        deaths(today, deathsMilli);
        births(today);
        splits(today);
        joins(today);
        newHeads(today);
        newNames(today);
        stays(today);
        protections(today);
    }

    /** Someone dies on a day; the family reports it 0 to 7 days later, a few much later. */
    private static void deaths(Today today, long milli) {
        Dice dice = today.dice(Topic.DEATH);
        int count = dice.count(milli);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            int p = someoneDying(today, dice);
            if (p == Population.NONE) {
                continue;
            }
            int delay = dice.permille(60) ? dice.between(10, 40) : dice.between(0, 7);
            LocalDate on = today.ago(p, delay);
            int city = people.city(p);
            int home = people.household(p);
            boolean wasHead = people.head(home) == p;
            people.end(p, Status.DEAD);
            today.tell(EventKind.DIED, p, city, on, city);
            if (wasHead) {
                tellNewHead(today, home, on);
            }
        }
    }

    private static int someoneDying(Today today, Dice dice) {
        for (int i = 0; i < 3_000; i++) {
            int p = today.someone(dice);
            if (p == Population.NONE) {
                return p;
            }
            if (dice.below(28_000) < Rates.deaths(today.people.age(p, today.day))) {
                return p;
            }
        }
        return Population.NONE;
    }

    /** Tells everyone's new relation after a head has gone. */
    static void tellNewHead(Today today, int home, LocalDate on) {
        Population people = today.people;
        int head = people.head(home);
        if (head == Population.NONE) {
            return;
        }
        for (int p = people.firstMember(home); p != Population.NONE; p = people.nextMember(p)) {
            EventKind kind = p == head ? EventKind.HEAD_CHANGED : EventKind.RELATION_CHANGED;
            today.tell(kind, p, people.city(p), on, people.city(p));
        }
    }

    private static void births(Today today) {
        Dice dice = today.dice(Topic.BIRTH);
        int count = today.count(dice, Rates.BIRTHS);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            int mother = today.someone(dice, 22, 42);
            if (mother == Population.NONE || people.sex(mother) == 1) {
                continue;
            }
            int home = people.household(mother);
            if (people.head(home) == Population.NONE) {
                continue;
            }
            LocalDate on = today.day.minusDays(dice.below(14));
            boolean grandchild = people.relationOf(mother) == Relation.CHILD;
            Relation relation = grandchild ? Relation.GRANDCHILD : Relation.CHILD;
            int p = Newcomers.baby(people, dice, mother, on, relation);
            today.tell(EventKind.BORN, p, people.city(p), on, people.city(p));
        }
    }

    /** 世帯分離: an old parent becomes a household of his or her own at the same address. */
    private static void splits(Today today) {
        Dice dice = today.dice(Topic.SPLIT);
        int count = today.count(dice, Rates.SPLITS);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            int p = someoneWith(today, dice, 65, true);
            if (p == Population.NONE) {
                continue;
            }
            int home = people.household(p);
            people.joinHousehold(p, people.addHouseholdAt(home), Relation.HEAD);
            LocalDate on = today.ago(p, dice.below(5));
            today.tell(EventKind.HOUSEHOLD_CHANGED, p, people.city(p), on, people.city(p));
        }
    }

    /** Someone over 65 who is (or is not) a parent in another's household. */
    private static int someoneWith(Today today, Dice dice, int minAge, boolean parent) {
        Population people = today.people;
        for (int i = 0; i < 60; i++) {
            int p = today.someone(dice, minAge, 110);
            if (p == Population.NONE) {
                return p;
            }
            Relation r = people.relationOf(p);
            boolean isParent =
                    r == Relation.FATHER
                            || r == Relation.MOTHER
                            || r == Relation.HUSBANDS_FATHER
                            || r == Relation.HUSBANDS_MOTHER;
            boolean alone = people.members(people.household(p)) == 1;
            if (parent ? isParent : alone) {
                return p;
            }
        }
        return Population.NONE;
    }

    /** Someone who lived alone joins the household of a younger family in the same city. */
    private static void joins(Today today) {
        Dice dice = today.dice(Topic.JOIN);
        int count = today.count(dice, Rates.JOINS);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            int p = someoneWith(today, dice, 70, false);
            int child = today.someone(dice, 40, 64);
            if (p == Population.NONE || child == Population.NONE) {
                continue;
            }
            int home = people.household(child);
            int head = people.head(home);
            if (people.city(child) != people.city(p) || head == Population.NONE) {
                continue;
            }
            boolean old = people.age(head, today.day) + 18 > people.age(p, today.day);
            Relation parent = people.sex(p) == 1 ? Relation.FATHER : Relation.MOTHER;
            people.joinHousehold(p, home, old ? Relation.RELATIVE : parent);
            people.traits().setAddressException(p, false);
            LocalDate on = today.ago(p, dice.below(14));
            today.tell(EventKind.MOVED_INSIDE, p, people.city(p), on, people.city(p));
        }
    }

    private static void newHeads(Today today) {
        Dice dice = today.dice(Topic.HEAD_CHANGE);
        int count = today.count(dice, Rates.HEAD_CHANGES);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            int p = today.someone(dice, 30, 90);
            if (p == Population.NONE) {
                continue;
            }
            int home = people.household(p);
            if (people.head(home) == p || people.head(home) == Population.NONE) {
                continue;
            }
            Heads.make(people, home, p);
            LocalDate on = today.ago(p, dice.below(7));
            tellNewHead(today, home, on);
        }
    }

    private static void newNames(Today today) {
        Dice dice = today.dice(Topic.NAME_CHANGE);
        int count = today.count(dice, Rates.NAME_CHANGES);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            int p = today.someone(dice, 20, 90);
            if (p == Population.NONE || people.foreigner(p)) {
                continue;
            }
            people.rename(p, Newcomers.surname(dice));
            LocalDate on = today.ago(p, dice.below(10));
            today.tell(EventKind.RENAMED, p, people.city(p), on, people.city(p));
        }
    }

    /** 在留情報変更 of foreigners. */
    private static void stays(Today today) {
        Dice dice = today.dice(Topic.FOREIGN);
        int count = today.count(dice, Rates.STAY_CHANGES);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            for (int tries = 0; tries < 100; tries++) {
                int p = today.someone(dice, 18, 100);
                if (p != Population.NONE && people.foreigner(p)) {
                    LocalDate on = today.ago(p, dice.below(10));
                    today.tell(EventKind.STAY_CHANGED, p, people.city(p), on, people.city(p));
                    break;
                }
            }
        }
    }

    private static void protections(Today today) {
        Dice dice = today.dice(Topic.PROTECTION);
        int count = today.count(dice, Rates.PROTECTIONS);
        Population people = today.people;
        for (int i = 0; i < count; i++) {
            int p = today.someone(dice, 20, 90);
            if (p != Population.NONE && !people.traits().protectedPerson(p)) {
                people.traits().setProtected(p, true);
                today.tell(EventKind.PROTECTION, p, people.city(p), today.day, people.city(p));
            }
        }
    }
}
