package org.machi.city.people.addressee;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as the browser sent it, read field by field; what can't be read becomes a fault. */
public final class Fields {

    private static final int POSTAL_DIGITS = 7;

    private final Map<String, String> form;
    private final List<String> faults = new ArrayList<>();

    public Fields(Map<String, String> form) {
        this.form = form;
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Adds a reason not to take the form. */
    public void fault(String reason) {
        faults.add(reason);
    }

    public String text(String field) {
        return form.getOrDefault(field, "").strip();
    }

    /** A text that must be there. */
    public String must(String field, String name, int most) {
        String text = limited(field, name, most);
        if (text.isEmpty()) {
            faults.add(name + "を入れてください。");
        }
        return text;
    }

    /** A text that may be missing. */
    public @Nullable String may(String field, String name, int most) {
        String text = limited(field, name, most);
        return text.isEmpty() ? null : text;
    }

    private String limited(String field, String name, int most) {
        String text = text(field);
        if (text.codePointCount(0, text.length()) > most) {
            faults.add(name + "は" + most + "文字までです。");
        }
        return text;
    }

    /** Katakana in full width. */
    public String kana(String field, String name) {
        String kana = Normalizer.normalize(must(field, name, 100), Normalizer.Form.NFKC);
        StringBuilder katakana = new StringBuilder();
        kana.replace(' ', '　')
                .codePoints()
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)
                .forEach(katakana::appendCodePoint);
        if (!katakana.toString().matches("[ァ-ヺー・　]*")) {
            faults.add(name + "はカナで入れてください。");
        }
        return katakana.toString();
    }

    public @Nullable String postalCode(String field) {
        String digits = digits(field);
        if (!digits.isEmpty() && digits.length() != POSTAL_DIGITS) {
            faults.add("郵便番号は7桁です。");
        }
        return digits.isEmpty() ? null : digits;
    }

    private String digits(String field) {
        return Normalizer.normalize(text(field), Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }

    /** A telephone number with its strokes. */
    public @Nullable String phone(String field) {
        String phone = Normalizer.normalize(text(field), Normalizer.Form.NFKC);
        if (!phone.isEmpty() && !phone.matches("0[0-9() -]{8,14}")) {
            faults.add("電話番号を確かめてください（0から始まる番号）。");
        }
        return phone.isEmpty() ? null : phone;
    }

    public @Nullable Long personNo(String field) {
        String digits = digits(field);
        if (digits.length() > 15) {
            faults.add("宛名番号は15桁までです。");
            return null;
        }
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }

    public @Nullable LocalDate mayDay(String field, String name) {
        try {
            return text(field).isEmpty() ? null : LocalDate.parse(text(field));
        } catch (DateTimeParseException _) {
            faults.add(name + "を読み取れません。");
            return null;
        }
    }

    public LocalDate day(String field, String name, LocalDate otherwise) {
        LocalDate day = mayDay(field, name);
        return day == null ? otherwise : day;
    }

    public <E extends Enum<E>> E choice(String field, Class<E> type, String name, E otherwise) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text(field))) {
                return value;
            }
        }
        faults.add(name + "を選んでください。");
        return otherwise;
    }

    /** The period of the form: 開始日, and 終了日 which no longer belongs to it. */
    public Period period(LocalDate today) {
        LocalDate from = day("from", "開始日", today);
        LocalDate to = mayDay("to", "使わなくなる日");
        if (to != null && !to.isAfter(from)) {
            faults.add("使わなくなる日は開始日より後にしてください。");
        }
        return new Period(from, to);
    }

    /** Which version the clerk saw; 0 when the form enters something new. */
    int version() {
        return text("version").matches("[0-9]{1,6}") ? Integer.parseInt(text("version")) : 0;
    }
}
