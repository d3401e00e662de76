package org.machi.platform.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values look on a page; templates reach it as {@code @show}. Nothing shows as an empty text,
 * so that a template needs no condition.
 */
public final class Show {
    /** The first day of the Gregorian calendar in Japan; earlier days are shown in ISO form. */
    private static final LocalDate FIRST_ERA_DAY = LocalDate.of(1873, 1, 1);

    private static final Pattern DAY_IN_TEXT =
            Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int SHOWN_DIGITS = 3;

    /** 令和8年7月15日; the first year of an era is 元年. */
    public String date(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        if (date.isBefore(FIRST_ERA_DAY)) {
            return date.toString();
        }
        int year = JapaneseDate.from(date).get(ChronoField.YEAR_OF_ERA);
        return eraOf(date).getDisplayName(TextStyle.FULL, Locale.JAPAN)
                + (year == 1 ? "元" : String.valueOf(year))
                + "年"
                + date.getMonthValue()
                + "月"
                + date.getDayOfMonth()
                + "日";
    }

    /** 令和8年7月15日（水）. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "" : date(date) + "（" + weekday(date) + "）";
    }

    /** R8.7.15 for narrow columns. */
    public String shortDate(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        if (date.isBefore(FIRST_ERA_DAY)) {
            return date.toString();
        }
        return eraOf(date).getDisplayName(TextStyle.NARROW, Locale.ENGLISH)
                + JapaneseDate.from(date).get(ChronoField.YEAR_OF_ERA)
                + "."
                + date.getMonthValue()
                + "."
                + date.getDayOfMonth();
    }

    /** A text in which every day of the form 2026-07-15 reads R8.7.15. */
    public String daysIn(@Nullable String text) {
        return text == null
                ? ""
                : DAY_IN_TEXT
                        .matcher(text)
                        .replaceAll(found -> shortDate(LocalDate.parse(found.group())));
    }

    /** 令和8年度 for a year that begins in April of the Gregorian year given. */
    public String fiscalYear(int gregorianYearOfApril) {
        String date = date(LocalDate.of(gregorianYearOfApril, 5, 1));
        return date.substring(0, date.indexOf('年')) + "年度";
    }

    /** 令和8年7月 of a day in the month. */
    public String month(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        String text = date(date);
        return text.substring(0, text.indexOf('月') + 1);
    }

    /** R8.7.15 10:12. */
    public String time(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        LocalDateTime local = LocalDateTime.ofInstant(instant, JAPAN);
        return shortDate(local.toLocalDate())
                + " %d:%02d".formatted(local.getHour(), local.getMinute());
    }

    /** R8.7.15 10:12:05, where the order of events matters. */
    public String second(@Nullable Instant instant) {
        return instant == null
                ? ""
                : time(instant)
                        + ":%02d".formatted(LocalDateTime.ofInstant(instant, JAPAN).getSecond());
    }

    /** 水. */
    public String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.JAPAN);
    }

    /** 12,300円, negative △12,300円. */
    public String yen(@Nullable Long yen) {
        return yen == null ? "" : money(yen) + "円";
    }

    /** 12,300 in a column whose head says 円; negative △12,300 as offices write it. */
    public String money(@Nullable Long yen) {
        if (yen == null) {
            return "";
        }
        String digits = "%,d".formatted(yen).replace("-", "");
        return yen < 0 ? "△" + digits : digits;
    }

    /** 1,234. */
    public String count(@Nullable Long number) {
        return number == null ? "" : "%,d".formatted(number);
    }

    /**
     * Only the last three characters of a number that one must recognise but not read: ＊＊＊＊＊678.
     */
    public String masked(@Nullable String number) {
        if (number == null) {
            return "";
        }
        int hidden = Math.max(number.length() - SHOWN_DIGITS, Math.min(number.length(), 1));
        return "＊".repeat(hidden) + number.substring(hidden);
    }

    /** 1時間2分, 2分3秒, 4.5秒, 12ミリ秒. */
    public String lasting(@Nullable Duration duration) {
        if (duration == null) {
            return "";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + "時間" + duration.toMinutesPart() + "分";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + "分" + duration.toSecondsPart() + "秒";
        }
        return duration.toMillis() < 1000
                ? duration.toMillis() + "ミリ秒"
                : duration.toSeconds() + "." + duration.toMillisPart() / 100 + "秒";
    }

    /** The time between two instants, or nothing while the second is not known. */
    public String between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? "" : lasting(Duration.between(from, to));
    }

    private static JapaneseEra eraOf(LocalDate date) {
        return JapaneseDate.from(date).getEra();
    }
}
