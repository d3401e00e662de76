package org.machi.world.offices;

import java.time.LocalDate;
import org.machi.world.people.Dice;
import org.machi.world.people.Income;
import org.machi.world.people.Incomes;
import org.machi.world.people.Pension;
import org.machi.world.people.Pensions;
import org.machi.world.people.Population;
import org.machi.world.people.Topic;

/** 介護保険料 of a person: thirteen steps are told as seven, with a base of 6,200 yen a month. */
public final class CareRates {
    private static final long BASE_YEAR = 74_400;
    private static final int AGE = 65;
    private static final long LEAST_PENSION = 180_000;

    private CareRates() {}

    /** Whether 介護 takes its premium from the pension. */
    public static boolean deducted(Population people, int p) {
        Pension pension = Pensions.of(people, p, people.base());
        boolean rule = pension.annual() >= LEAST_PENSION && !people.traits().onWelfare(p);
        return rule && Dice.of(people.seed(), Topic.KAIGO, p).permille(955);
    }

    /** Premium of a year in yen. */
    public static long year(Population people, int p, int levyYear) {
        Income income = Incomes.of(people, p, levyYear);
        long taxable = TaxFigures.of(income, true, levyYear).total();
        long percent;
        if (taxable == 0) {
            percent = income.pension() <= 800_000 ? 29 : 69;
        } else if (taxable <= 450_000) {
            percent = 90;
        } else if (taxable <= 1_200_000) {
            percent = 120;
        } else if (taxable <= 2_100_000) {
            percent = 130;
        } else {
            percent = taxable <= 3_200_000 ? 150 : 190;
        }
        return BASE_YEAR * percent / 100 / 100 * 100;
    }

    /** Yen of one of six payments. */
    public static long perPayment(Population people, int p, int levyYear) {
        return Math.max(100, year(people, p, levyYear) / 6 / 100 * 100);
    }

    /** Insured with 介護: 65 and over and living here. */
    public static boolean insured(Population people, int p, LocalDate on) {
        return people.resident(p)
                && !people.traits().addressException(p)
                && people.age(p, on) >= AGE;
    }
}
