package org.machi.city.levy;

/**
 * What a charge did.
 *
 * @param batch number of the charge (調定の処理番号)
 * @param instalments instalments that were new or whose due day, payer or reference changed
 * @param raises postings that raised a charge
 * @param cuts postings that cut a charge
 * @param raised yen, 0 or more
 * @param cut yen, 0 or more
 */
public record ChargeCount(
        long batch, long instalments, long raises, long cuts, long raised, long cut) {}
