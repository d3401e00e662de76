package org.machi.city.people.addressee;

import java.util.Optional;

/** The three lists, as they stand in the address of their page. */
public enum AddresseeList {
    MAIL("mail", "送付先"),
    CONTACTS("contacts", "連絡先"),
    REPRESENTATIVES("representatives", "代理人");

    private final String path;
    private final String title;

    AddresseeList(String path, String title) {
        this.path = path;
        this.title = title;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    static Optional<AddresseeList> at(String path) {
        for (AddresseeList list : values()) {
            if (list.path.equals(path)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }
}
