package org.machi.law.premium;

import org.machi.law.LegalBasis;

/** 特別軽減区分: a reduction that does not come from the household's income. */
@LegalBasis({"法99条2項", "令18条5項"})
public enum SpecialReduction {
    NONE("0", "なし"),
    /** 元被扶養者, within 24 months of acquisition. */
    FORMER_DEPENDANT("1", "元被扶養者5割");

    private final String code;
    private final String japanese;

    SpecialReduction(String code, String japanese) {
        this.code = code;
        this.japanese = japanese;
    }

    /** One digit for files and tables. */
    public String code() {
        return code;
    }

    public String japanese() {
        return japanese;
    }
}
