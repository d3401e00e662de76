package org.machi.law.premium;

import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.Rate;

/**
 * 減免 as the union decided it.
 *
 * @param ratio share of the premium that is waived, up to one
 * @param months the months it covers, as bits (bit 0 = April)
 * @param fixed yen that are waived whatever the premium, for the medical part
 * @param fixedChild the same for the child part
 */
@LegalBasis({"法111条", "条例（減免）"})
public record Relief(Rate ratio, int months, long fixed, long fixedChild) {
    public static final Relief NONE = new Relief(Rate.ZERO, 0, 0, 0);

    public Relief {
        if (ratio.isGreaterThan(new Rate(1, 0)) || fixed < 0 || fixedChild < 0) {
            throw new LawException("減免の割合または額が範囲外です");
        }
    }

    public static Relief ofRatio(Rate ratio, int months) {
        return new Relief(ratio, months, 0, 0);
    }

    public static Relief ofAmount(long medical, long child) {
        return new Relief(Rate.ZERO, 0, medical, child);
    }

    /**
     * Yen that are waived of the whole premium, divided between its parts as they stand to each
     * other; a fraction of a yen falls to the medical part.
     *
     * @param medical what the months leave of the medical part, yen
     * @param child the same of the child part
     */
    public static Relief divided(long yen, long medical, long child) {
        long whole = medical + child;
        long ofChild = whole == 0 ? 0 : Math.multiplyExact(yen, child) / whole;
        return ofAmount(yen - ofChild, ofChild);
    }

    long fixed(Part part) {
        return switch (part) {
            case MEDICAL -> fixed;
            case CHILD -> fixedChild;
        };
    }
}
