package org.machi.law.premium;

/** The two parts of the premium; each has its own rates, cap and cut. */
public enum Part {
    MEDICAL("医療分", "medical"),
    /** From 令和8年度. */
    CHILD("子ども分", "child");

    private final String japanese;
    private final String parameter;

    Part(String japanese, String parameter) {
        this.japanese = japanese;
        this.parameter = parameter;
    }

    public String japanese() {
        return japanese;
    }

    /** First word of the part's parameters. */
    String parameter() {
        return parameter;
    }
}
