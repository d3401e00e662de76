package org.machi.platform.forms;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** How letters write money, dates, years and numbers. */
public final class Wording {
    private Wording() {}

    /** ¥1,234; a minus as ▲ as accounts write it. */
    public static String yen(long yen) {
        return yen < 0 ? "▲¥" + grouped(-yen) : "¥" + grouped(yen);
    }

    /** 1,234. */
    public static String amount(long yen) {
        return yen < 0 ? "▲" + grouped(-yen) : grouped(yen);
    }

    /** 1,234円. */
    public static String yenInText(long yen) {
        return amount(yen) + "円";
    }

    /** 令和8年7月15日. The first year of an era is 元年. */
    public static String date(LocalDate date) {
        return eraYear(date) + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /**
     * A birth date as the register has it: 昭和20年1月19日; of a partly unknown one the text itself with
     * （一部不詳）.
     */
    public static String birth(String text) {
        return text.matches("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
                ? date(LocalDate.parse(text))
                : text + "（一部不詳）";
    }

    /** R8.7.15 for narrow table cells, with the era's letter. */
    public static String shortDate(LocalDate date) {
        var japanese = JapaneseDate.from(date);
        return Character.toString(eraLetter(japanese))
                + japanese.get(ChronoField.YEAR_OF_ERA)
                + "."
                + date.getMonthValue()
                + "."
                + date.getDayOfMonth();
    }

    /** 令和8年度 for the year that begins in April 2026. */
    public static String fiscalYear(int year) {
        return eraYear(LocalDate.of(year, 4, 1)) + "年度";
    }

    /**
     * A rate given in units of 1/100,000 as the ordinance writes it: 8980 → 8.98%.
     *
     * @param perHundredThousand the rate × 100,000
     */
    public static String percent(long perHundredThousand) {
        long whole = perHundredThousand / 1000;
        String digits = String.format(Locale.ROOT, "%03d", perHundredThousand % 1000);
        String decimals = digits.endsWith("0") ? digits.substring(0, 2) : digits;
        return whole + "." + decimals + "%";
    }

    private static String eraYear(LocalDate date) {
        var japanese = JapaneseDate.from(date);
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        return eraName(japanese) + (year == 1 ? "元" : Integer.toString(year));
    }

    private static String eraName(JapaneseDate date) {
        return switch (eraLetter(date)) {
            case 'M' -> "明治";
            case 'T' -> "大正";
            case 'S' -> "昭和";
            case 'H' -> "平成";
            default -> "令和";
        };
    }

    private static char eraLetter(JapaneseDate date) {
        return "MTSHR".charAt(date.getEra().getValue() + 1);
    }

    private static String grouped(long value) {
        String digits = Long.toString(value);
        var grouped = new StringBuilder(digits.length() + digits.length() / 3);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(',');
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }
}
