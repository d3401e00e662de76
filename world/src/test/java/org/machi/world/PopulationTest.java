package org.machi.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.formats.number.InsuredNumber;
import org.machi.formats.number.MunicipalityCode;
import org.machi.formats.number.MyNumber;
import org.machi.world.people.Income;
import org.machi.world.people.Incomes;
import org.machi.world.people.NameForms;
import org.machi.world.people.Numbers;
import org.machi.world.people.Pensions;
import org.machi.world.people.Place;
import org.machi.world.people.Population;
import org.machi.world.people.PopulationMaker;
import org.machi.world.people.Relation;
import org.machi.world.people.Status;

class PopulationTest {
    private static final int RESIDENTS = 30_000;
    private static final LocalDate BASE = LocalDate.of(2026, 4, 1);
    private static Population people;

    @BeforeAll
    static void make() {
        people = PopulationMaker.make(new Place(5, 27), BASE, RESIDENTS);
    }

    private static int permilleOfResidents(java.util.function.IntPredicate which) {
        int count = 0;
        for (int p = 0; p < people.size(); p++) {
            if (people.resident(p) && which.test(p)) {
                count++;
            }
        }
        return count * 1000 / RESIDENTS;
    }

    @Test
    void residentsAreAsManyAsAskedSixtyToForty() {
        assertThat(permilleOfResidents(p -> true)).isEqualTo(1000);
        assertThat(permilleOfResidents(p -> people.city(p) == 0)).isEqualTo(600);
    }

    @Test
    void agesAreThoseOfJapanAround2025() {
        assertThat(permilleOfResidents(p -> people.age(p, BASE) >= 75)).isBetween(145, 175);
        assertThat(permilleOfResidents(p -> people.age(p, BASE) >= 65)).isBetween(275, 325);
        assertThat(permilleOfResidents(p -> people.age(p, BASE) < 15)).isBetween(80, 160);
    }

    @Test
    void householdsHaveOneHeadAndABitMoreThanTwoPeopleOnAverage() {
        int households = 0;
        for (int h = 0; h < people.households(); h++) {
            if (people.firstMember(h) == Population.NONE) {
                continue;
            }
            households++;
            int heads = 0;
            for (int p = people.firstMember(h); p != Population.NONE; p = people.nextMember(p)) {
                heads += people.relationOf(p) == Relation.HEAD ? 1 : 0;
            }
            assertThat(heads).isEqualTo(1);
        }
        assertThat(RESIDENTS * 100 / households).isBetween(175, 240);
    }

    @Test
    void someInsuredLiveUnderAYoungerHead() {
        int notional =
                permilleOfResidents(p -> {
                    int head = people.head(people.household(p));
                    return people.age(p, BASE) >= 75 && people.age(head, BASE) < 75;
                });
        assertThat(notional).isBetween(25, 80);
    }

    @Test
    void namesHoldVariantsAndForeignersHaveAliases() {
        Set<String> seen = new HashSet<>();
        boolean alias = false;
        boolean latinOnly = false;
        for (int p = 0; p < people.size(); p++) {
            NameForms names = people.names(p);
            assertThat(names.kana()).isNotEmpty();
            for (String mark : new String[] {"髙", "﨑", "𠮷", "邊󠄂", "葛󠄀"}) {
                if (names.name().contains(mark)) {
                    seen.add(mark);
                }
            }
            alias |= !names.alias().isEmpty();
            latinOnly |= !names.latin().isEmpty() && names.besideName().isEmpty();
        }
        assertThat(seen).hasSize(5);
        assertThat(alias).isTrue();
        assertThat(latinOnly).isTrue();
    }

    @Test
    void numbersHaveRightCheckDigitsAndBelongToOnePerson() {
        Set<String> numbers = new HashSet<>();
        for (int p = 0; p < people.size(); p++) {
            String mine = Numbers.myNumber(people.seed(), p);
            assertThat(MyNumber.isValid(mine)).isTrue();
            assertThat(numbers.add(mine)).isTrue();
            assertThat(InsuredNumber.isValid(Numbers.insuredNo(p))).isTrue();
            String pension = Numbers.pensionNo(people.seed(), p);
            assertThat(Numbers.ofPensionNo(people, pension)).isEqualTo(p);
            assertThat(Numbers.personOf(people, Numbers.personNo(people.city(p), p))).isEqualTo(p);
        }
        assertThat(MunicipalityCode.isValid(people.place().cityCode(0))).isTrue();
    }

    @Test
    void mostOverSeventyFiveLiveOnAPensionOnly() {
        int old = 0;
        int pensionOnly = 0;
        int undeclared = 0;
        int usual = 0;
        for (int p = 0; p < people.size(); p++) {
            if (people.age(p, BASE) < 75 || !people.resident(p)) {
                continue;
            }
            old++;
            Income income = Incomes.of(people, p, 2026);
            long rest = income.salary() + Math.abs(income.business()) + income.rent();
            pensionOnly += rest == 0 && income.pension() > 0 ? 1 : 0;
            undeclared += income.declared() ? 0 : 1;
            long pension = Pensions.of(people, p, BASE).annual();
            usual += pension >= 400_000 && pension <= 2_700_000 ? 1 : 0;
        }
        assertThat(pensionOnly * 100 / old).isBetween(75, 92);
        assertThat(usual * 100 / old).isBetween(85, 100);
        assertThat(undeclared * 1000 / old).isBetween(2, 40);
    }

    @Test
    void everyRareTraitOccurs() {
        assertThat(permilleOfResidents(p -> people.traits().protectedPerson(p))).isBetween(1, 4);
        assertThat(permilleOfResidents(p -> people.traits().onWelfare(p))).isBetween(8, 25);
        assertThat(count(p -> people.resident(p) && people.traits().addressException(p)))
                .isPositive();
        assertThat(count(p -> people.status(p) == Status.NON_RESIDENT)).isBetween(80, 100);
        assertThat(count(people.traits()::birthDayUnknown)).isPositive();
        assertThat(count(people.traits()::disabled)).isPositive();
    }

    private static int count(java.util.function.IntPredicate which) {
        int count = 0;
        for (int p = 0; p < people.size(); p++) {
            count += which.test(p) ? 1 : 0;
        }
        return count;
    }
}
