package org.machi.platform.forms.letters;

/** What a letter about money asks for, with the articles that its levy's own law has for it. */
public enum Levy {
    KOKI("後期高齢者医療保険料", "高齢者の医療の確保に関する法律第113条", "高齢者の医療の確保に関する法律第160条第1項"),
    KAIGO("介護保険料", "介護保険法第144条", "介護保険法第200条第1項");

    private final String premium;
    private final String seizure;
    private final String limitation;

    Levy(String premium, String seizure, String limitation) {
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

    /** The article of the two years after which a claim or a refund is gone. */
    String limitation() {
        return limitation;
    }
}
