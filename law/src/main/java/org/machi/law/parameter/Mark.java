package org.machi.law.parameter;

/** How sure a value is, the surest first. */
public enum Mark {
    /** Verified by a primary or municipal source, or by two sources. */
    V("確認済"),
    /** Read in the text of the law. */
    L("法令本文"),
    /** Derived from published amounts. */
    D("公表額から逆算"),
    /** Unverified best knowledge. */
    U("未確認");

    private final String japanese;

    Mark(String japanese) {
        this.japanese = japanese;
    }

    /** Whether a result that used the value has to say so. */
    public boolean isDoubtful() {
        return this == D || this == U;
    }

    public String japanese() {
        return japanese;
    }
}
