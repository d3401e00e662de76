package org.machi.platform.forms.letters;

/** What a letter about money asks for, with the articles that its levy's own law has for it. */
public enum Levy {
    KOKI(
            "後期高齢者医療保険料",
            "高齢者の医療の確保に関する法律第113条",
            "高齢者の医療の確保に関する法律第160条第1項",
            "高齢者の医療の確保に関する法律第108条第2項及び第3項"),
    KAIGO("介護保険料", "介護保険法第144条", "介護保険法第200条第1項", "介護保険法第132条第2項及び第3項");

    private final String premium;
    private final String seizure;
    private final String limitation;
    private final String jointly;

    Levy(String premium, String seizure, String limitation, String jointly) {
        this.jointly = jointly;
        this.premium = premium;
        this.seizure = seizure;
        this.limitation = limitation;
    }

    /** Its name in titles and texts. */
    public String premium() {
        return premium;
    }

    /** The article that makes it a claim which may be enforced (滞納処分). */
    String seizure() {
        return seizure;
    }

    /** The articles by which the head of the home and the spouse owe it too (連帯納付義務). */
    String jointly() {
        return jointly;
    }

    /** The article of the two years after which a claim or a refund is gone. */
    String limitation() {
        return limitation;
    }
}
