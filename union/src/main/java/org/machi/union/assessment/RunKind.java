package org.machi.union.assessment;

/** 賦課処理の種類. */
public enum RunKind {
    /** 当初賦課: everybody of the levy year, on the first business day of July. */
    INITIAL("当初賦課"),
    /** 月次賦課: those whose facts changed. */
    MONTHLY("月次賦課"),
    /** 過年度賦課: the same for an earlier levy year, decided in this one. */
    PAST("過年度賦課");

    private final String japanese;

    RunKind(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
