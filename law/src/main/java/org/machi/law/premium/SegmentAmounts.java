package org.machi.law.premium;

import java.time.LocalDate;

/**
 * Items 37 to 45 of seed 004's record (46 to 54 for the second segment), for one part.
 *
 * @param levyDate 賦課期日: April 1, the day of acquisition, or the first of the month from which other
 *     conditions hold
 * @param reduction 減額区分
 * @param special 特別軽減区分; FORMER_DEPENDANT only when it is what was applied
 * @param perCapitaReduction 均等割軽減額
 * @param capExcess 限度超過額
 * @param annual 年保険料額, before months and cut
 * @param monthMask 月別資格情報, bit 0 = April
 * @param monthCut 月割減額: annual less what the months leave, yen
 */
public record SegmentAmounts(
        LocalDate levyDate,
        ReductionClass reduction,
        SpecialReduction special,
        long perCapitaReduction,
        long capExcess,
        long annual,
        int monthMask,
        long monthCut) {
    /** 月数. */
    public int months() {
        return Months.count(monthMask);
    }

    /** What the months leave of the annual premium. */
    public long prorated() {
        return annual - monthCut;
    }
}
