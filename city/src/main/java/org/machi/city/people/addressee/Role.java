package org.machi.city.people.addressee;

/** Who acts for a person. */
public enum Role {
    HEIR("相続人代表者"),
    GUARDIAN("成年後見人"),
    CURATOR("保佐人"),
    ASSISTANT("補助人");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    MailKind asMail() {
        return MailKind.valueOf(name());
    }
}
