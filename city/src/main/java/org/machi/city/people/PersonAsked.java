package org.machi.city.people;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in the search of people; empty texts are no conditions.
 *
 * @param kana 氏名カナ, 通称カナ, from its beginning or that of the given name or, from three letters, the
 *     middle
 * @param name the same in kanji, or in Latin letters
 * @param birth as it was typed
 * @param birthOn what that means, null when nothing or nothing readable was typed
 * @param address 町名 and 番地, with or without 都道府県 and 市区町村
 * @param phone digits of a telephone number from the beginning
 * @param number 宛名番号, 被保険者番号, 通知書番号 or 納付書番号
 */
public record PersonAsked(
        String kana,
        String name,
        String birth,
        @Nullable BirthAsked birthOn,
        String address,
        String phone,
        String number) {

    static final PersonAsked NOTHING = new PersonAsked("", "", "", null, "", "", "");

    private static final int LEAST_LETTERS = 2;
    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 18;
    private static final int OLDEST = 130;
    private static final int DIGITS_OF_A_DAY = 8;
    private static final Pattern KANA =
            Pattern.compile("[\\p{InHiragana}\\p{InKatakana}\\uFF65-\\uFF9F\\s　]+");

    /** The fields of the form. */
    static PersonAsked of(Map<String, String> form) {
        String birth = form.getOrDefault("birth", "").strip();
        return new PersonAsked(
                form.getOrDefault("kana", "").strip(),
                form.getOrDefault("name", "").strip(),
                birth,
                BirthAsked.read(birth).orElse(null),
                form.getOrDefault("address", "").strip(),
                digits(form.getOrDefault("phone", "")),
                digits(form.getOrDefault("number", "")));
    }

    /**
     * What the field at the top of every page asks: eight digits that are a day of the last 130
     * years, or anything else that reads as a date, are a birth date, other digits a number, kana a
     * name in kana, the rest a name.
     */
    static PersonAsked atTheTop(String text, LocalDate today) {
        String q = text.strip();
        String number = digits(q);
        boolean onlyDigits = !number.isEmpty() && number.length() == q.length();
        BirthAsked birth =
                onlyDigits && number.length() != DIGITS_OF_A_DAY
                        ? null
                        : BirthAsked.read(q).orElse(null);
        if (birth != null
                && birth.from().isBefore(today)
                && birth.from().isAfter(today.minusYears(OLDEST))) {
            return new PersonAsked("", "", q, birth, "", "", "");
        }
        if (onlyDigits) {
            return new PersonAsked("", "", "", null, "", "", number);
        }
        boolean kana = KANA.matcher(q).matches();
        return new PersonAsked(kana ? q : "", kana ? "" : q, "", null, "", "", "");
    }

    private static String digits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }

    /** Why nothing is sought; empty when the question can be answered. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!birth.isEmpty() && birthOn == null) {
            faults.add("生年月日は「19450501」「S20.5.1」「昭和20年」「1945」のように入れてください。西暦は4桁か8桁です。");
        }
        boolean more = birthOn != null || !address.isEmpty();
        if (tooShort(kana, more) || tooShort(name, more)) {
            faults.add("氏名は2文字以上入れるか、生年月日か住所を加えてください。");
        }
        if (!phone.isEmpty() && phone.length() < LEAST_DIGITS) {
            faults.add("電話番号は4桁以上入れてください。");
        }
        if (!address.isEmpty() && address.length() < LEAST_LETTERS) {
            faults.add("住所は2文字以上入れてください。");
        }
        if (number.length() > MOST_DIGITS) {
            faults.add("番号が長すぎます。");
        }
        if (faults.isEmpty() && isEmpty()) {
            faults.add("条件を一つ以上入れてください。");
        }
        return faults;
    }

    private static boolean tooShort(String text, boolean more) {
        return !text.isEmpty() && !more && text.codePointCount(0, text.length()) < LEAST_LETTERS;
    }

    private boolean isEmpty() {
        return kana.isEmpty()
                && name.isEmpty()
                && birthOn == null
                && address.isEmpty()
                && phone.isEmpty()
                && number.isEmpty();
    }

    /** A name in Latin letters is sought among 英字. */
    boolean latin() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return !plain.isEmpty() && plain.chars().allMatch(c -> c < 0x250);
    }
}
