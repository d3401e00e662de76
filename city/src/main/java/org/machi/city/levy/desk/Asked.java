package org.machi.city.levy.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/**
 * The fields of a form as they came. What can't be read is told in the field's own words; {@link
 * Answer} shows it and nothing is done.
 */
record Asked(Map<String, String> fields) {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("instalment", "期"),
                    Map.entry("amount", "金額"),
                    Map.entry("paidOn", "領収日"),
                    Map.entry("from", "始まりの日"),
                    Map.entry("to", "終わりの日"),
                    Map.entry("others", "ほかの相続人の人数"),
                    Map.entry("person", "宛名番号"),
                    Map.entry("kind", "種類"),
                    Map.entry("writeOffReason", "事由"));

    /** A field that can't be read. */
    static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    boolean ticked(String name) {
        return fields.containsKey(name);
    }

    /** The version that the page showed; one that nobody ever saw when the field is not there. */
    int seen() {
        return text("seen").matches("[0-9]{1,9}") ? Integer.parseInt(text("seen")) : -1;
    }

    /** A whole number; commas and full-width digits are taken as they are meant. */
    long number(String name) {
        StringBuilder digits = new StringBuilder();
        for (char c : text(name).toCharArray()) {
            if (Character.digit(c, 10) >= 0) {
                digits.append(Character.digit(c, 10));
            } else if (c != ',' && c != '，' && c != '円') {
                throw unreadable(name, "は数字で入れてください。");
            }
        }
        if (digits.isEmpty() || digits.length() > 15) {
            throw unreadable(name, digits.isEmpty() ? "を入れてください。" : "が長すぎます。");
        }
        return Long.parseLong(digits.toString());
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            throw unreadable(name, "を入れてください。");
        }
    }

    <E extends Enum<E>> E one(String name, Class<E> kind) {
        for (E value : kind.getEnumConstants()) {
            if (value.name().equals(text(name))) {
                return value;
            }
        }
        throw unreadable(name, "を選んでください。");
    }

    AccountForm account() {
        return new AccountForm(
                text("bankCode"),
                text("bankName"),
                text("bankKana"),
                text("branchCode"),
                text("branchName"),
                text("branchKana"),
                text("accountKind"),
                text("accountNo"),
                text("holder"),
                ticked("agent"));
    }

    private static Unreadable unreadable(String name, String what) {
        return new Unreadable(NAMES.getOrDefault(name, name) + what);
    }
}
