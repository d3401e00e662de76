package org.machi.world.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Makes everyone as of 1 April: two cities in the proportion 60 to 40. */
public final class PopulationMaker {
    private static final int DAYS_A_YEAR = 365;

    private final Population people;
    private final LocalDate base;
    private Dice dice;

    private PopulationMaker(Place place, LocalDate base, int residents) {
        this.people = new Population(place, base, residents);
        this.base = base;
        this.dice = Dice.of(place.seed(), Topic.HOUSEHOLD, 0);
    }

    /**
     * @param base 1 April of the fiscal year in which the world begins
     * @param residents 1,000 to 1,000,000, both cities together
     */
    public static Population make(Place place, LocalDate base, int residents) {
        return make(place, base, residents, residents * 6 / 10);
    }

    /** The same people, all of them in the first city. */
    public static Population makeOneCity(Place place, LocalDate base, int residents) {
        return make(place, base, residents, residents);
    }

    private static Population make(Place place, LocalDate base, int residents, int ofFirst) {
        if (residents < 1_000 || residents > 1_000_000) {
            throw new IllegalArgumentException("住民の数は1,000から1,000,000まで: " + residents);
        }
        PopulationMaker maker = new PopulationMaker(place, base, residents);
        maker.fill(0, ofFirst);
        maker.fill(1, residents);
        maker.giveTraits();
        maker.addNonResidents();
        return maker.people;
    }

    private void fill(int city, int until) {
        HouseholdKind[] kinds = HouseholdKind.values();
        while (people.size() < until) {
            int home = people.addHousehold(city);
            dice = Dice.of(people.seed(), Topic.HOUSEHOLD, home + 1L);
            settle(home, kinds[dice.weighted(HouseholdKind.WEIGHTS)], until - people.size());
        }
    }

    private void settle(int home, HouseholdKind kind, int room) {
        int first = people.size();
        switch (kind) {
            case SINGLE_75 -> single(home, age75(), 33);
            case SINGLE_65 -> single(home, dice.between(65, 74), 50);
            case SINGLE_YOUNG -> single(home, dice.between(19, 64), 58);
            case COUPLE_75 -> couple(home, age75(), -5, 2);
            case COUPLE_65 -> couple(home, dice.between(65, 74), -5, 2);
            case COUPLE_YOUNG -> couple(home, dice.between(28, 63), -4, 3);
            case FAMILY -> family(home, dice.between(30, 54), dice.between(1, 3));
            case LONE_PARENT -> loneParent(home);
            case PARENT_AND_CHILD -> parentAndChild(home);
            case THREE_GENERATIONS -> threeGenerations(home);
        }
        // The last household of a city may find no room; it is cut, never over-filled.
        while (people.size() - first > room) {
            people.dropLast();
        }
    }

    /** Ages of those over 75, falling as the life table falls. */
    private int age75() {
        return switch (dice.weighted(395, 300, 190, 86, 25, 4)) {
            case 0 -> dice.between(75, 79);
            case 1 -> dice.between(80, 84);
            case 2 -> dice.between(85, 89);
            case 3 -> dice.between(90, 94);
            case 4 -> dice.between(95, 99);
            default -> dice.between(100, 104);
        };
    }

    private int person(int home, int sex, int age, int[] names, Relation relation) {
        int bornOn = (int) base.minusYears(age).toEpochDay() - dice.below(DAYS_A_YEAR);
        return people.addPerson(home, bornOn, sex, names, relation);
    }

    private int[] familyName(int sex, int age) {
        boolean foreign = dice.permille(age >= 65 ? 9 : 32);
        if (foreign) {
            return new int[] {-1 - Names.drawForeign(dice, sex, age), 0};
        }
        return named(Names.drawSurname(dice), sex, age);
    }

    private int[] named(int surname, int sex, int age) {
        if (surname < 0) {
            return new int[] {-1 - Names.drawForeign(dice, sex, age), 0};
        }
        return new int[] {surname, Names.drawGiven(dice, sex, base.getYear() - age - 1)};
    }

    private void single(int home, int age, int menPercent) {
        int sex = dice.below(100) < menPercent ? 1 : 2;
        person(home, sex, age, familyName(sex, age), Relation.HEAD);
    }

    private int couple(int home, int husbandAge, int from, int to) {
        boolean wifeIsHead = dice.permille(60);
        int wifeAge = Math.max(18, husbandAge + dice.between(from, to));
        int headSex = wifeIsHead ? 2 : 1;
        int headAge = wifeIsHead ? wifeAge : husbandAge;
        int[] names = familyName(headSex, headAge);
        int head = person(home, headSex, headAge, names, Relation.HEAD);
        int otherSex = 3 - headSex;
        int otherAge = wifeIsHead ? husbandAge : wifeAge;
        person(home, otherSex, otherAge, named(names[0], otherSex, otherAge), spouseOf(otherSex));
        return head;
    }

    private static Relation spouseOf(int sex) {
        return Relation.spouse(sex);
    }

    private void family(int home, int husbandAge, int children) {
        int head = couple(home, husbandAge, -5, 3);
        children(home, head, husbandAge, children, Relation.CHILD);
    }

    private void children(int home, int like, int parentAge, int children, Relation relation) {
        for (int i = 0; i < children; i++) {
            int age = Math.max(0, Math.min(24, parentAge - dice.between(26, 36)));
            int sex = dice.between(1, 2);
            person(home, sex, age, named(people.surnameIndex(like), sex, age), relation);
        }
    }

    private void loneParent(int home) {
        int age = dice.between(28, 55);
        int sex = dice.permille(850) ? 2 : 1;
        int head = person(home, sex, age, familyName(sex, age), Relation.HEAD);
        children(home, head, age, dice.between(1, 2), Relation.CHILD);
    }

    /** An old parent with a grown-up child; in most the child is the head (擬制世帯主). */
    private void parentAndChild(int home) {
        int parentAge = age75();
        int childAge = Math.max(45, parentAge - dice.between(22, 33));
        int childSex = dice.between(1, 2);
        int parentSex = dice.permille(750) ? 2 : 1;
        boolean childIsHead = dice.permille(620);
        int headSex = childIsHead ? childSex : parentSex;
        int headAge = childIsHead ? childAge : parentAge;
        int[] names = familyName(headSex, headAge);
        person(home, headSex, headAge, names, Relation.HEAD);
        int sex = childIsHead ? parentSex : childSex;
        int age = childIsHead ? parentAge : childAge;
        Relation relation = childIsHead ? Relation.parent(parentSex) : Relation.CHILD;
        person(home, sex, age, named(names[0], sex, age), relation);
        if (dice.permille(120)) {
            int other = 3 - parentSex;
            int otherAge = Math.max(65, parentAge + dice.between(-4, 4));
            Relation r = childIsHead ? Relation.parent(other) : Relation.spouse(other);
            person(home, other, otherAge, named(names[0], other, otherAge), r);
        }
    }

    private void threeGenerations(int home) {
        int parentAge = age75();
        int sonAge = Math.max(35, parentAge - dice.between(24, 34));
        int[] names = familyName(1, sonAge);
        int head = person(home, 1, sonAge, names, Relation.HEAD);
        int wifeAge = sonAge + dice.between(-5, 2);
        person(home, 2, wifeAge, named(names[0], 2, wifeAge), Relation.WIFE);
        person(home, 2, parentAge, named(names[0], 2, parentAge), Relation.MOTHER);
        if (dice.permille(400)) {
            int age = parentAge + dice.between(-2, 5);
            person(home, 1, age, named(names[0], 1, age), Relation.FATHER);
        }
        children(home, head, sonAge, dice.between(0, 2), Relation.CHILD);
    }

    private void giveTraits() {
        for (int p = 0; p < people.size(); p++) {
            Dice d = Dice.of(people.seed(), Topic.PERSON, p);
            int age = people.age(p, base);
            if (people.foreigner(p) ? d.permille(30) : age >= 70 && d.permille(2)) {
                people.traits().setBirthDayUnknown(p);
            }
            if (age >= 18 && d.permille(2)) {
                people.traits().setProtected(p, true);
            }
            people.traits().setOnWelfare(p, age >= 18 && d.permille(age >= 65 ? 27 : 12));
            boolean single = people.members(people.household(p)) == 1;
            if (age >= 75 && single && d.permille(12)) {
                people.traits().setAddressException(p, true);
            }
            if (age >= 65 && age < 75 && d.permille(16)) {
                people.traits().setDisabled(p, true);
            }
            if (age >= 75 && people.sex(p) == 2 && d.permille(40)) {
                people.traits().setFormerDependant(p);
            }
            LocalDate came = base.minus(d.between(1, 12_000), ChronoUnit.DAYS);
            LocalDate born = people.birth(p);
            people.setResidentSince(p, came.isBefore(born) ? born : came);
            boolean here = came.isBefore(LocalDate.of(base.getYear(), 1, 2));
            people.setTaxedBy(p, here ? people.city(p) : Population.NONE);
        }
    }

    /** 住登外者: people in homes outside the union whom a city insures, and heirs or payers. */
    private void addNonResidents() {
        int residents = people.size();
        int count = Math.max(4, residents * 3 / 1000);
        for (int i = 0; i < count; i++) {
            dice = Dice.of(people.seed(), Topic.NON_RESIDENT, i);
            boolean exception = i % 2 == 0;
            int city = dice.below(10) < 6 ? 0 : 1;
            int age = exception ? age75() : dice.between(30, 80);
            int sex = dice.between(1, 2);
            int home = people.addHousehold(city);
            int[] names = named(Names.drawSurname(dice), sex, age);
            int p = person(home, sex, age, names, Relation.HEAD);
            people.setNonResident(p, exception);
            people.setTaxedBy(p, city);
        }
    }
}
