package org.machi.law.premium;

import org.machi.law.LegalBasis;

/** 減額区分: the reduction of the per-capita amount that the household's income gives. */
@LegalBasis("令18条4項")
public enum ReductionClass {
    NONE("なし"),
    TWO("2割"),
    FIVE("5割"),
    SEVEN("7割"),
    /**
     * Only in 令和2年度: 7.75割 for households up to 330,000 yen that are not of small pensions alone.
     */
    SEVEN_SPECIAL("7割（特例）");

    private final String japanese;

    ReductionClass(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
