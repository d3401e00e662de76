package org.machi.world.people;

import java.time.LocalDate;

/** Draws everyone's income of a calendar year, before any correction by an event. */
public final class Incomes {
    private static final int UNDECLARED_PERMILLE = 25;

    private Incomes() {}

    /**
     * @param levyYear 相当年度, Gregorian year of April; the income is that of the year before
     */
    public static Income of(Population people, int p, int levyYear) {
        LocalDate endOfYear = LocalDate.of(levyYear - 1, 12, 31);
        int age = people.age(p, endOfYear);
        if (age < 16) {
            return Income.of(0, 0, true);
        }
        Dice life = Dice.of(people.seed(), Topic.INCOME, p);
        Dice year = Dice.of(people.seed(), Topic.INCOME, p, levyYear);
        long pension = Pensions.of(people, p, endOfYear).taxable();
        if (pension == 0 && year.permille(age >= 65 ? 8 * UNDECLARED_PERMILLE : 60)) {
            return Income.of(0, 0, false);
        }
        if (age < 65) {
            return young(people, p, age, life, year);
        }
        boolean earns = age < 75 ? life.permille(420) : life.permille(140);
        return earns ? working(pension, age, life, year) : rare(pension, life, year);
    }

    private static Income young(Population people, int p, int age, Dice life, Dice year) {
        boolean works = life.permille(people.sex(p) == 1 ? 850 : 700) && age >= 19;
        if (!works) {
            return Income.of(0, 0, true);
        }
        long wages = 1_000L * (life.between(800, 3_200) + life.between(0, 3_600));
        if (life.permille(70)) {
            long profit = 1_000L * year.between(-600, 6_000);
            return business(0, profit, year);
        }
        return Income.of(0, vary(wages, year), true);
    }

    private static Income working(long pension, int age, Dice life, Dice year) {
        return switch (life.weighted(600, 190, 90, 120)) {
            case 0 -> {
                int most = age < 75 ? 3_600 : 2_200;
                yield Income.of(pension, vary(1_000L * life.between(360, most), year), true);
            }
            case 1 -> business(pension, 1_000L * year.between(-900, 5_200), year);
            case 2 -> {
                long farming = 1_000L * year.between(-300, 2_600);
                yield new Income(pension, 0, 0, 0, farming, 0, 0, 0, 0, 0, 0, 0, 0, true);
            }
            default -> {
                long rent = 1_000L * year.between(100, 9_500);
                yield new Income(pension, 0, 0, 0, 0, rent, 0, 0, 0, 0, 0, 0, 0, true);
            }
        };
    }

    private static Income business(long pension, long profit, Dice year) {
        long familyWage = profit > 1_500_000 && year.permille(350) ? 860_000 : 0;
        long brought = profit > 0 && year.permille(90) ? 1_000L * year.between(100, 2_000) : 0;
        return new Income(pension, 0, profit, familyWage, 0, 0, 0, 0, 0, 0, 0, 0, brought, true);
    }

    /** Pension only for most; few sell land or stocks or have other income. */
    private static Income rare(long pension, Dice life, Dice year) {
        Income plain = Income.of(pension, 0, true);
        return switch (year.weighted(940, 7, 16, 8, 17, 12)) {
            case 1 -> {
                long gain = 10_000L * year.between(100, 4_000);
                long deduction = year.permille(550) ? Math.min(gain, 30_000_000) : 0;
                yield new Income(pension, 0, 0, 0, 0, 0, 0, 0, gain, deduction, 0, 0, 0, true);
            }
            case 2 -> {
                long gain = 1_000L * year.between(20, 3_800);
                yield new Income(pension, 0, 0, 0, 0, 0, 0, 0, 0, 0, gain, 0, 0, true);
            }
            case 3 -> {
                long gain = 1_000L * year.between(100, 1_800);
                long loss = 1_000L * year.between(100, 2_500);
                yield new Income(pension, 0, 0, 0, 0, 0, 0, 0, 0, 0, gain, loss, 0, true);
            }
            case 4 -> {
                long dividend = 1_000L * year.between(5, 900);
                yield new Income(pension, 0, 0, 0, 0, 0, dividend, 0, 0, 0, 0, 0, 0, true);
            }
            case 5 -> {
                long other = 1_000L * year.between(50, 1_200);
                yield new Income(pension, 0, 0, 0, 0, 0, 0, other, 0, 0, 0, 0, 0, true);
            }
            default -> life.permille(6) ? plain.withPension(pension + 3_600_000) : plain;
        };
    }

    /** Wages move by some percent from year to year. */
    private static long vary(long yen, Dice year) {
        return yen * year.between(92, 108) / 100 / 1_000 * 1_000;
    }
}
