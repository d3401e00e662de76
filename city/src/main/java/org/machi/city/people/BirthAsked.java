package org.machi.city.people;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A birth date as a clerk types it: a day, a month or only a year, Gregorian or by era: 19450501,
 * 1945-05, 1945, S20.5.1, S200501, 昭和20年5月, 昭20.
 *
 * @param from the first day meant
 * @param to the last day meant
 */
public record BirthAsked(LocalDate from, LocalDate to) {

    private static final Map<Character, Integer> YEAR_BEFORE =
            Map.of('M', 1867, 'T', 1911, 'S', 1925, 'H', 1988, 'R', 2018);
    private static final String ERAS = "明大昭平令";
    private static final String LETTERS = "MTSHR";
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(?:(\\d{2})(\\d{2})?)?");
    private static final Pattern PARTS =
            Pattern.compile("([MTSHR])?(\\d{1,4})(?:[-./年](\\d{1,2})?(?:[-./月](\\d{1,2})?日?)?)?");

    static BirthAsked on(LocalDate day) {
        return new BirthAsked(day, day);
    }

    boolean isDay() {
        return from.equals(to);
    }

    /** As the files write it: 1945-05-01, with 00 for what is not known. */
    public String uncertain() {
        if (isDay()) {
            return from.toString();
        }
        return from.toString().substring(0, from.getMonth() == to.getMonth() ? 8 : 5)
                + (from.getMonth() == to.getMonth() ? "00" : "00-00");
    }

    /** Empty when the text is no date, month or year. */
    public static Optional<BirthAsked> read(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("\\s", "")
                        .toUpperCase()
                        .replaceAll("([明大昭平令])[治正和成]?", "$1")
                        .replace("元", "1")
                        .replaceAll("^(\\D)(\\d{2})(\\d{2})(\\d{2})$", "$1$2.$3.$4");
        if (!plain.isEmpty() && ERAS.indexOf(plain.charAt(0)) >= 0) {
            plain = LETTERS.charAt(ERAS.indexOf(plain.charAt(0))) + plain.substring(1);
        }
        Matcher digits = DIGITS.matcher(plain);
        if (digits.matches()) {
            return days(Integer.parseInt(digits.group(1)), digits.group(2), digits.group(3));
        }
        Matcher parts = PARTS.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(2));
        String era = parts.group(1);
        if (era == null && parts.group(2).length() < 4) {
            return Optional.empty();
        }
        int before = era == null ? 0 : YEAR_BEFORE.getOrDefault(era.charAt(0), 0);
        return days(before + year, parts.group(3), parts.group(4));
    }

    private static Optional<BirthAsked> days(int year, String month, String day) {
        try {
            if (month == null) {
                return Optional.of(
                        new BirthAsked(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            YearMonth whole = YearMonth.of(year, Integer.parseInt(month));
            return Optional.of(
                    day == null
                            ? new BirthAsked(whole.atDay(1), whole.atEndOfMonth())
                            : on(whole.atDay(Integer.parseInt(day))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
