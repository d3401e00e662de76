package org.machi.law.premium;

import org.machi.law.LawException;
import org.machi.law.LegalBasis;

/** 減額区分: the reduction of the per-capita amount that the household's income gives. */
@LegalBasis("令18条4項")
public enum ReductionClass {
    NONE("0", "なし"),
    TWO("2", "2割"),
    FIVE("5", "5割"),
    SEVEN("7", "7割"),
    /**
     * Only in 令和2年度: 7.75割 for households up to 330,000 yen that are not of small pensions alone.
     */
    SEVEN_SPECIAL("8", "7割（特例）");

    private final String code;
    private final String japanese;

    ReductionClass(String code, String japanese) {
        this.code = code;
        this.japanese = japanese;
    }

    /** One digit for files and tables. */
    public String code() {
        return code;
    }

    public static ReductionClass ofCode(String code) {
        for (ReductionClass reduction : values()) {
            if (reduction.code.equals(code)) {
                return reduction;
            }
        }
        throw new LawException("減額区分ではありません: " + code);
    }

    public String japanese() {
        return japanese;
    }
}
