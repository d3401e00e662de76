package org.machi.world.people;

import java.math.BigInteger;
import org.machi.formats.number.InsuredNumber;
import org.machi.formats.number.MyNumber;

/** The numbers that offices gave to a person; each is a one-to-one map of the index. */
public final class Numbers {
    private static final long BASE_CITY = 100_000_000L;
    private static final long MY_NUMBER_SPACE = 100_000_000_000L;
    private static final long PENSION_SPACE = 10_000_000_000L;
    private static final long STEP = 61_803_398_879L;

    private Numbers() {}

    /** 宛名番号 in a city: someone who moves to the other city gets another one there. */
    public static long personNo(int city, int person) {
        return (city + 1) * BASE_CITY * 10 + (person + 1) * 10L + (person * 7L + 3) % 10;
    }

    /** 世帯番号 in a city. */
    public static long householdNo(int city, int household) {
        return (city + 1) * BASE_CITY * 10 + 500_000_000L + household + 1;
    }

    /** 個人番号: eleven digits and the check digit. */
    public static String myNumber(long seed, int person) {
        long offset = Math.floorMod(Dice.of(seed, Topic.PERSON, -1).nextLong(), MY_NUMBER_SPACE);
        long eleven = scatter(person, offset, MY_NUMBER_SPACE);
        String digits = String.format("%011d", eleven);
        return digits + MyNumber.checkDigit(digits);
    }

    /** 基礎年金番号, ten digits. */
    public static String pensionNo(long seed, int person) {
        return String.format("%010d", scatter(person, pensionOffset(seed), PENSION_SPACE));
    }

    private static long pensionOffset(long seed) {
        return Math.floorMod(Dice.of(seed, Topic.PENSION, -1).nextLong(), PENSION_SPACE);
    }

    private static long scatter(int person, long offset, long space) {
        return BigInteger.valueOf(person)
                .multiply(BigInteger.valueOf(STEP))
                .add(BigInteger.valueOf(offset))
                .mod(BigInteger.valueOf(space))
                .longValueExact();
    }

    /** 被保険者番号 that the union had given before the world began. */
    public static String insuredNo(int person) {
        return InsuredNumber.of(1_000_000 + person).text();
    }

    /** Whose 宛名番号 it is, or {@link Population#NONE} for a number that nobody has. */
    public static int personOf(Population people, long personNo) {
        int city = (int) (personNo / (BASE_CITY * 10)) - 1;
        long person = personNo % (BASE_CITY * 10) / 10 - 1;
        boolean known =
                (city == 0 || city == 1)
                        && person >= 0
                        && person < people.size()
                        && personNo(city, (int) person) == personNo;
        return known ? (int) person : Population.NONE;
    }

    /** Whose 基礎年金番号 it is, or {@link Population#NONE}. */
    public static int ofPensionNo(Population people, String pensionNo) {
        BigInteger space = BigInteger.valueOf(PENSION_SPACE);
        BigInteger offset = BigInteger.valueOf(pensionOffset(people.seed()));
        long person =
                new BigInteger(pensionNo)
                        .subtract(offset)
                        .multiply(BigInteger.valueOf(STEP).modInverse(space))
                        .mod(space)
                        .longValueExact();
        return person < people.size() ? (int) person : Population.NONE;
    }
}
