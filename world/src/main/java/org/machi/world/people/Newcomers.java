package org.machi.world.people;

import java.time.LocalDate;

/** People who come into the world after it began: movers from outside and babies. */
public final class Newcomers {
    private Newcomers() {}

    /** A household from outside: mostly young, one in fourteen over 75. */
    public static void household(Population people, Dice dice, int city, LocalDate day) {
        int home = people.addHousehold(city);
        int age =
                switch (dice.weighted(70, 60, 270, 600)) {
                    case 0 -> dice.between(75, 92);
                    case 1 -> dice.between(65, 74);
                    case 2 -> dice.between(40, 64);
                    default -> dice.between(19, 39);
                };
        int sex = dice.permille(age >= 75 ? 350 : 540) ? 1 : 2;
        int surname =
                dice.permille(age >= 65 ? 10 : 60)
                        ? -1 - Names.drawForeign(dice, sex, age)
                        : Names.drawSurname(dice);
        int head = add(people, dice, new Seat(home, sex, age, surname, Relation.HEAD), day);
        if (!dice.permille(380)) {
            return;
        }
        int other = 3 - sex;
        int otherAge = Math.max(19, age + dice.between(-4, 4));
        add(people, dice, new Seat(home, other, otherAge, surname, Relation.spouse(other)), day);
        if (age < 50 && dice.permille(500)) {
            int childSex = dice.between(1, 2);
            int childAge = Math.max(0, age - dice.between(27, 35));
            int name = people.surnameIndex(head);
            add(people, dice, new Seat(home, childSex, childAge, name, Relation.CHILD), day);
        }
    }

    /** An old parent who comes to live in a child's household. */
    public static void parent(Population people, Dice dice, int home, int head, LocalDate day) {
        int age = Math.min(101, people.age(head, day) + dice.between(23, 33));
        int sex = dice.permille(720) ? 2 : 1;
        int surname = people.surnameIndex(head);
        int name = surname < 0 ? Names.drawSurname(dice) : surname;
        add(people, dice, new Seat(home, sex, age, name, Relation.parent(sex)), day);
    }

    /** A baby in the mother's household, with her surname. */
    public static int baby(
            Population people, Dice dice, int mother, LocalDate on, Relation relation) {
        int sex = dice.between(1, 2);
        int[] names = names(dice, sex, people.surnameIndex(mother), 0, on);
        int home = people.household(mother);
        return people.addPerson(home, (int) on.toEpochDay(), sex, names, relation);
    }

    /** Another surname, for those who change theirs. */
    public static int surname(Dice dice) {
        return Names.drawSurname(dice);
    }

    private record Seat(int home, int sex, int age, int surname, Relation relation) {}

    private static int add(Population people, Dice dice, Seat seat, LocalDate day) {
        int bornOn = (int) day.minusYears(seat.age).toEpochDay() - dice.below(365);
        int[] names = names(dice, seat.sex, seat.surname, seat.age, day);
        return people.addPerson(seat.home, bornOn, seat.sex, names, seat.relation);
    }

    private static int[] names(Dice dice, int sex, int surname, int age, LocalDate day) {
        return surname < 0
                ? new int[] {-1 - Names.drawForeign(dice, sex, age), 0}
                : new int[] {surname, Names.drawGiven(dice, sex, day.getYear() - age)};
    }
}
