package org.machi.city.people.addressee;

/** 業務 for whose letters a mailing address holds; the most particular one wins. */
public enum Work {
    KOKI("後期のすべて"),
    ELIGIBILITY("資格"),
    LEVY("賦課"),
    COLLECTION("徴収"),
    BENEFIT("給付");

    private final String label;

    Work(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
