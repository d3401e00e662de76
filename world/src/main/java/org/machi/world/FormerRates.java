package org.machi.world;

/**
 * The premium rates of the year before, as the former system had them.
 *
 * @param perCapita 均等割額, yen
 * @param ratePer10000 所得割率 in 1/10,000: 11.75 % = 1175
 * @param componentUnit the reduced per capita and the income part are cut to it: 1, 10 or 100 yen
 */
public record FormerRates(long perCapita, long ratePer10000, long componentUnit) {

    /** Rates for those who don't care which union it is. */
    public static final FormerRates ANY = new FormerRates(47_300, 967, 1);
}
