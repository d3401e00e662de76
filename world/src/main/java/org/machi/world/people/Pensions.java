package org.machi.world.people;

import java.time.LocalDate;

/** What pension each person over 65 draws. */
public final class Pensions {
    private Pensions() {}

    public static Pension of(Population people, int p, LocalDate on) {
        int age = people.age(p, on);
        if (age < 65) {
            return Pension.NONE;
        }
        Dice dice = Dice.of(people.seed(), Topic.PENSION, p);
        if (dice.permille(people.foreigner(p) ? 300 : 18)) {
            return Pension.NONE;
        }
        long basic = 100L * dice.between(people.foreigner(p) ? 1_500 : 4_200, 8_310);
        boolean man = people.sex(p) == 1;
        if (dice.permille(man ? 22 : 30)) {
            return new Pension("1350", 10_390L * 100, 0, 1_039_000);
        }
        if (dice.permille(man ? 40 : 15)) {
            long small = 1_000L * dice.between(60, 179);
            return new Pension("1150", small, small, 0);
        }
        long earnings = earnings(dice, man);
        if (!man && age >= 75 && dice.permille(420)) {
            long survivor = 1_000L * dice.between(350, 1_250);
            return new Pension("1150", basic, basic + earnings / 4, survivor);
        }
        return new Pension("1150", basic + earnings, basic + earnings, 0);
    }

    /** 厚生年金: most men have some, about half of the women. */
    private static long earnings(Dice dice, boolean man) {
        if (!dice.permille(man ? 830 : 520)) {
            return 0;
        }
        if (man) {
            return 1_000L * (dice.between(200, 900) + dice.between(0, 800));
        }
        return 1_000L * (dice.between(60, 420) + dice.between(0, 400));
    }
}
