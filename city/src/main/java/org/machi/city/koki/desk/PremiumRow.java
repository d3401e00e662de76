package org.machi.city.koki.desk;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.platform.forms.Wording;

/** A row of 賦課情報 by the names of its items. */
record PremiumRow(Map<String, @Nullable Object> items) {

    boolean has(String item) {
        return items.get(item) != null;
    }

    long yen(String item) {
        return items.get(item) instanceof Number number ? number.longValue() : 0;
    }

    boolean flag(String item) {
        return Boolean.TRUE.equals(items.get(item));
    }

    String text(String item) {
        Object value = items.get(item);
        return value == null ? "" : value.toString();
    }

    LocalDate day(String item) {
        return switch (items.get(item)) {
            case LocalDate day -> day;
            case Date day -> day.toLocalDate();
            case null, default -> throw new IllegalStateException(item + "は日付ではありません");
        };
    }

    String money(String item) {
        return money(yen(item));
    }

    static String money(long yen) {
        return Wording.amount(yen);
    }

    String percent(String item) {
        return Wording.percent(yen(item));
    }
}
