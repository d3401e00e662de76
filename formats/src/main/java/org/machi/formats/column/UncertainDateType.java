package org.machi.formats.column;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A day of which the day, the month or all may be unknown (不詳): 1935-04-00, 1935-00-00, 0000-00-00.
 * It stays text, because there is no such day in a calendar.
 */
record UncertainDateType() implements ColumnType<String> {

    static boolean hasShape(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i != 4 && i != 7 && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable String misfit(String text) {
        if (!hasShape(text)) {
            return "日付（yyyy-MM-dd、不詳は00）ではありません";
        }
        int year = Integer.parseInt(text, 0, 4, 10);
        int month = Integer.parseInt(text, 5, 7, 10);
        int day = Integer.parseInt(text, 8, 10, 10);
        if (year == 0) {
            return month == 0 && day == 0 ? null : "年が不詳のときは月日も00です";
        }
        if (year < 1868 || year > 2199) {
            return "日付の範囲の外です（1868年から2199年まで）";
        }
        if (month == 0) {
            return day == 0 ? null : "月が不詳のときは日も00です";
        }
        return month > 12 || day > YearMonth.of(year, month).lengthOfMonth() ? "暦にない日付です" : null;
    }

    @Override
    public String parse(String text) {
        return text;
    }

    @Override
    public String render(String value) {
        return value;
    }

    @Override
    public int maxLength() {
        return 10;
    }

    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public String description() {
        return "日付（不詳可）";
    }
}
