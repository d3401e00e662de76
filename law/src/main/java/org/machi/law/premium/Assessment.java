package org.machi.law.premium;

import org.jspecify.annotations.Nullable;
import org.machi.law.LevyYear;
import org.machi.law.parameter.UnionCode;

/**
 * The premium of one insured person for one levy year.
 *
 * @param base 賦課のもととなる所得金額 (33)
 * @param child null before 令和8年度
 */
public record Assessment(
        UnionCode union,
        LevyYear levyYear,
        long base,
        PartAssessment medical,
        @Nullable PartAssessment child) {
    /** 保険料: both parts, each cut by itself. */
    public long premium() {
        return medical.premium() + childPremium();
    }

    public long childPremium() {
        return child == null ? 0 : child.premium();
    }
}
