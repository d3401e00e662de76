package org.machi.world.people;

import java.math.BigInteger;

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

    /** 個人番号: 11 digits and the check digit of 番号法施行令8条 (modulus 11). */
    public static String myNumber(long seed, int person) {
        long offset = Math.floorMod(Dice.of(seed, Topic.PERSON, -1).nextLong(), MY_NUMBER_SPACE);
        long eleven = scatter(person, offset, MY_NUMBER_SPACE);
        String digits = String.format("%011d", eleven);
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += (digits.charAt(11 - n) - '0') * weight;
        }
        int rest = sum % 11;
        return digits + (rest <= 1 ? 0 : 11 - rest);
    }

    /** 基礎年金番号, ten digits. */
    public static String pensionNo(long seed, int person) {
        long offset = Math.floorMod(Dice.of(seed, Topic.PENSION, -1).nextLong(), PENSION_SPACE);
        return String.format("%010d", scatter(person, offset, PENSION_SPACE));
    }

    private static long scatter(int person, long offset, long space) {
        return BigInteger.valueOf(person)
                .multiply(BigInteger.valueOf(STEP))
                .add(BigInteger.valueOf(offset))
                .mod(BigInteger.valueOf(space))
                .longValueExact();
    }

    /**
     * 被保険者番号 that the union had given before the world began: seven digits and a check digit by
     * modulus 10, weights 2 and 1 from the right, digits of products added.
     */
    public static String insuredNo(int person) {
        return withCheckDigit(String.format("%07d", 1_000_000 + person));
    }

    static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
