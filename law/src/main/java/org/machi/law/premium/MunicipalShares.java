package org.machi.law.premium;

import java.util.ArrayList;
import java.util.List;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.Rounding;

/**
 * 市区町村別保険料額: after a move inside the union the premium is divided by months; the month of the move
 * belongs to the new municipality. Each share is cut to 100 yen, the rest falls to the last
 * municipality, so that the shares add up exactly.
 */
@LegalBasis({"法105条", "条例（月割）"})
public final class MunicipalShares {
    private static final long UNIT = 100;

    /**
     * Months spent in one municipality.
     *
     * @param cityCode 全国地方公共団体コード
     * @param monthMask bits of the levy year, bit 0 = April
     */
    public record Stay(String cityCode, int monthMask) {}

    /** What a municipality may charge, yen. */
    public record Share(String cityCode, int months, long premium) {}

    private MunicipalShares() {}

    /** Shares of one premium in the order of the stays; stays must not overlap. */
    public static List<Share> divide(long premium, List<Stay> stays) {
        int all = 0;
        for (Stay stay : stays) {
            if ((all & stay.monthMask()) != 0) {
                throw new LawException("同じ月に二つの市区町村があります: " + stay.cityCode());
            }
            all |= stay.monthMask();
        }
        int months = Months.count(all);
        List<Share> shares = new ArrayList<>(stays.size());
        long left = premium;
        int last = lastWithMonths(stays);
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            int own = Months.count(stay.monthMask());
            long share =
                    i == last ? left : own == 0 ? 0 : Rounding.floor(premium * own / months, UNIT);
            left -= share;
            shares.add(new Share(stay.cityCode(), own, share));
        }
        return List.copyOf(shares);
    }

    private static int lastWithMonths(List<Stay> stays) {
        for (int i = stays.size() - 1; i >= 0; i--) {
            if (stays.get(i).monthMask() != 0) {
                return i;
            }
        }
        return stays.size() - 1;
    }
}
