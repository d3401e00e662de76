package org.machi.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people in an office write and read them: 令和8年7月15日 and R08.07.15. */
public final class JapaneseDate {
    private static final Pattern SHORT =
            Pattern.compile("([MTSHR])(\\d{1,2})[./-](\\d{1,2})[./-](\\d{1,2})");
    private static final Pattern LONG =
            Pattern.compile("(明治|大正|昭和|平成|令和)(元|\\d{1,2})年(\\d{1,2})月(\\d{1,2})日");

    private JapaneseDate() {}

    /** 令和8年7月15日; the first year of an era is 元年. */
    public static String longForm(LocalDate day) {
        Era era = Era.of(day);
        return era.japanese()
                + era.yearText(day.getYear())
                + "年"
                + day.getMonthValue()
                + "月"
                + day.getDayOfMonth()
                + "日";
    }

    /** R08.07.15, always nine characters. */
    public static String shortForm(LocalDate day) {
        Era era = Era.of(day);
        char[] text = new char[9];
        text[0] = era.letter();
        twoDigits(text, 1, era.yearOf(day.getYear()));
        text[3] = '.';
        twoDigits(text, 4, day.getMonthValue());
        text[6] = '.';
        twoDigits(text, 7, day.getDayOfMonth());
        return new String(text);
    }

    /** 令和8年7月. */
    public static String monthForm(LocalDate day) {
        Era era = Era.of(day);
        return era.japanese() + era.yearText(day.getYear()) + "年" + day.getMonthValue() + "月";
    }

    /** Reads the long or the short form; a day outside its era (昭和64年1月8日) is refused. */
    public static LocalDate parse(String text) {
        Matcher shortForm = SHORT.matcher(text);
        if (shortForm.matches()) {
            Era era = Era.ofLetter(shortForm.group(1).charAt(0));
            return dayOf(
                    era,
                    Integer.parseInt(shortForm.group(2)),
                    shortForm.group(3),
                    shortForm.group(4),
                    text);
        }
        Matcher longForm = LONG.matcher(text);
        if (longForm.matches()) {
            String year = longForm.group(2);
            int number = year.equals("元") ? 1 : Integer.parseInt(year);
            return dayOf(
                    eraNamed(longForm.group(1)),
                    number,
                    longForm.group(3),
                    longForm.group(4),
                    text);
        }
        throw new LawException("和暦の日付ではありません: " + text);
    }

    private static LocalDate dayOf(Era era, int year, String month, String day, String text) {
        try {
            LocalDate date =
                    LocalDate.of(
                            era.start().getYear() + year - 1,
                            Integer.parseInt(month),
                            Integer.parseInt(day));
            if (year >= 1 && Era.of(date) == era) {
                return date;
            }
        } catch (DateTimeException e) {
            throw new LawException("存在しない日付です: " + text);
        }
        throw new LawException("元号の期間外の日付です: " + text);
    }

    private static Era eraNamed(String japanese) {
        for (Era era : Era.values()) {
            if (era.japanese().equals(japanese)) {
                return era;
            }
        }
        throw new LawException("元号ではありません: " + japanese);
    }

    private static void twoDigits(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }
}
