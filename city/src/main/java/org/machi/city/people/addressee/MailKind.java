package org.machi.city.people.addressee;

/** Who opens the letters at a mailing address. */
public enum MailKind {
    GUARDIAN("成年後見人"),
    CURATOR("保佐人"),
    ASSISTANT("補助人"),
    HEIR("相続人代表"),
    FACILITY("施設"),
    RELATIVE("親族"),
    OTHER("その他");

    private final String label;

    MailKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Their office ends with the person's death (民法653条1号・876条の5). */
    boolean endsWithDeath() {
        return this == GUARDIAN || this == CURATOR || this == ASSISTANT;
    }
}
