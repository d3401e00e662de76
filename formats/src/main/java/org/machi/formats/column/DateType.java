package org.machi.formats.column;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day that is known, yyyy-MM-dd, from 1868 (明治元年) to 2199. */
record DateType() implements ColumnType<LocalDate> {

    @Override
    public @Nullable String misfit(String text) {
        if (!UncertainDateType.hasShape(text)) {
            return "日付（yyyy-MM-dd）ではありません";
        }
        try {
            int year = parse(text).getYear();
            return year < 1868 || year > 2199 ? "日付の範囲の外です（1868年から2199年まで）" : null;
        } catch (DateTimeException notInCalendar) {
            return "暦にない日付です";
        }
    }

    @Override
    public LocalDate parse(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10),
                Integer.parseInt(text, 5, 7, 10),
                Integer.parseInt(text, 8, 10, 10));
    }

    @Override
    public String render(LocalDate value) {
        return value.toString();
    }

    @Override
    public int maxLength() {
        return 10;
    }

    @Override
    public String sqlType() {
        return "date";
    }

    @Override
    public String description() {
        return "日付";
    }
}
