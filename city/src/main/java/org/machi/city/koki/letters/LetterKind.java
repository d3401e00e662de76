package org.machi.city.koki.letters;

/** 帳票種別 as the print shop's index names them. */
public enum LetterKind {
    DECISION("01", "保険料額決定通知書"),
    SLIPS("02", "納入通知書"),
    START("03", "特別徴収開始通知書"),
    STOP("04", "特別徴収中止通知書"),
    PROVISIONAL("05", "仮徴収額決定通知書"),
    PROVISIONAL_CHANGE("05", "仮徴収額変更通知書"),
    CHANGE("06", "保険料額変更決定通知書");

    private final String code;
    private final String title;

    LetterKind(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
