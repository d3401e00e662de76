package org.machi.law.premium;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;

/** Months of a levy year as twelve bits, bit 0 = April (月別資格情報). */
@LegalBasis({"法52条", "法53条", "条例（月割）"})
public final class Months {
    /** April to March. */
    public static final int ALL = 0xFFF;

    static final int OF_YEAR = 12;

    private Months() {}

    /**
     * Months to pay for: from the month of acquisition to the month before the month of loss.
     *
     * @param lostOn the day of loss (資格喪失日, the day after a death), or null
     */
    public static int levied(LevyYear year, LocalDate acquiredOn, @Nullable LocalDate lostOn) {
        int from = Math.max(0, index(year, acquiredOn));
        int to = lostOn == null ? 12 : Math.min(12, index(year, lostOn));
        return from >= to ? 0 : (ALL << from) & ((1 << to) - 1);
    }

    /** Months before {@code count} months have passed, the first being that of {@code since}. */
    static int within(LevyYear year, LocalDate since, long count) {
        int end = (int) Math.clamp(index(year, since) + count, 0, 12);
        return (1 << end) - 1;
    }

    public static int count(int mask) {
        return Integer.bitCount(mask);
    }

    /** E.g. 111111110000 from April to March, as item 45 shows it. */
    public static String text(int mask) {
        StringBuilder text = new StringBuilder(12);
        for (int i = 0; i < 12; i++) {
            text.append((mask >> i) & 1);
        }
        return text.toString();
    }

    /** As people read it: 4月から7月まで, 10月 or なし; months apart stand one after another. */
    public static String japanese(int mask) {
        List<String> spells = new ArrayList<>();
        int at = 0;
        while (at < OF_YEAR) {
            if ((mask >> at & 1) == 0) {
                at++;
                continue;
            }
            int first = at;
            while (at < OF_YEAR && (mask >> at & 1) == 1) {
                at++;
            }
            spells.add(at - first == 1 ? name(first) : name(first) + "から" + name(at - 1) + "まで");
        }
        return spells.isEmpty() ? "なし" : String.join("、", spells);
    }

    private static String name(int index) {
        return (index + 3) % OF_YEAR + 1 + "月";
    }

    /** April of the levy year is 0; earlier months are negative. */
    static int index(LevyYear year, LocalDate day) {
        return (day.getYear() - year.year()) * 12 + day.getMonthValue() - 4;
    }
}
