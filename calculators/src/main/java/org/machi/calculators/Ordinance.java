package org.machi.calculators;

import java.util.List;
import java.util.stream.IntStream;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.LawException;
import org.machi.law.LevyYear;
import org.machi.law.instalment.CollectionPolicy;

/** What a municipality's ordinance says about periods, asked by several calculators alike. */
final class Ordinance {
    static final Field LEVY_YEAR =
            Field.of("相当年度", "levy-year", Field.Kind.NUMBER, "4月の西暦。例 2026（令和8年度）").must();
    static final Field TYPE =
            Field.choice(
                    "納期の型",
                    "type",
                    "条例の納期。8期は7月から2月（12月は25日）、9期は7月から3月、7期は7月から1月、12期は4月から3月、5期は7・8・10・12・2月",
                    "9期",
                    "8期",
                    "9期",
                    "7期",
                    "12期",
                    "5期");
    static final Field MONTHS =
            Field.of("納期の月", "months", Field.Kind.MONTHS, "型に合わない条例のときに書く。書くと納期の型より優先する");
    static final Field DECEMBER =
            Field.of("12月の納期の日", "december-day", Field.Kind.NUMBER, "12月だけ月末でないときに書く。例 25");

    private Ordinance() {}

    /** The periods as the facts say. */
    static CollectionPolicy policy(Facts facts) {
        List<Integer> months = facts.months(MONTHS);
        CollectionPolicy policy =
                months.isEmpty()
                        ? ofType(facts.choice(TYPE))
                        : CollectionPolicy.of(
                                months.size() + "期",
                                months.stream().mapToInt(Integer::intValue),
                                0);
        if (!facts.has(DECEMBER)) {
            return policy;
        }
        int day = facts.number(DECEMBER);
        if (day < 1 || day > 31) {
            throw facts.refused(DECEMBER, Integer.toString(day), "12月の日ではありません", "1から31で書いてください");
        }
        return policy.withDecemberDay(day);
    }

    private static CollectionPolicy ofType(String type) {
        return switch (type) {
            case "7期" -> CollectionPolicy.seven();
            case "8期" -> CollectionPolicy.eight();
            case "12期" -> CollectionPolicy.twelve();
            case "5期" -> CollectionPolicy.five();
            default -> CollectionPolicy.nine();
        };
    }

    static LevyYear levyYear(Facts facts) {
        int year = facts.number(LEVY_YEAR);
        try {
            return new LevyYear(year);
        } catch (LawException unknown) {
            throw facts.refused(
                    LEVY_YEAR, Integer.toString(year), "制度のある年度ではありません", "4月の西暦で書いてください（例 2026）");
        }
    }

    /** 第1期 and so on, up to the most periods that a year can have. */
    static List<String> periodItems(String suffix) {
        return IntStream.rangeClosed(1, 12).mapToObj(period -> period(period, suffix)).toList();
    }

    static String period(int number, String suffix) {
        return "第" + number + "期" + suffix;
    }
}
