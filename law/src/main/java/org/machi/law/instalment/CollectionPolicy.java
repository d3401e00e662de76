package org.machi.law.instalment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;

/**
 * How a municipality's ordinance divides the year (dated: valid from {@code from} until before
 * {@code to}).
 *
 * @param code name of the type, e.g. {@code 9期}
 * @param months calendar months of the periods in order, e.g. 7, 8, …, 12, 1, 2, 3
 * @param decemberDay day of the due date in December, 0 = end of month
 * @param unit instalments are multiples of it: 100 or 1,000 yen
 * @param remainder which period takes what does not divide
 * @param increase how an increase goes over the periods left
 * @param decrease how a decrease goes over the periods left
 * @param smallInFirst the whole premium in the first period when it is less than unit × number of
 *     periods
 */
@LegalBasis({"法109条", "条例（納期）", "自治令142条"})
public record CollectionPolicy(
        String code,
        LocalDate from,
        LocalDate to,
        List<Integer> months,
        int decemberDay,
        long unit,
        Remainder remainder,
        Increase increase,
        Decrease decrease,
        boolean smallInFirst) {

    /** 端数を寄せる期. */
    public enum Remainder {
        FIRST,
        LAST
    }

    /** 増額の割り振り. */
    public enum Increase {
        EQUAL,
        NEXT_PERIOD
    }

    /** 減額の割り振り. */
    public enum Decrease {
        LAST_FIRST,
        EQUAL
    }

    private static final LocalDate ALWAYS_FROM = LocalDate.of(2008, 4, 1);
    private static final LocalDate ALWAYS_TO = LocalDate.of(2100, 4, 1);

    public CollectionPolicy {
        months = List.copyOf(months);
        if (months.isEmpty()
                || unit <= 0
                || decemberDay < 0
                || decemberDay > 31
                || !from.isBefore(to)) {
            throw new LawException("納期の設定が正しくありません: " + code);
        }
        for (int i = 1; i < months.size(); i++) {
            if (order(months.get(i - 1)) >= order(months.get(i))) {
                throw new LawException("納期の月が順に並んでいません: " + code);
            }
        }
    }

    /** 7 periods, July to January, end of month. */
    public static CollectionPolicy seven() {
        return of("7期", IntStream.of(7, 8, 9, 10, 11, 12, 1), 0);
    }

    /** 8 periods, July to February; December on the 25th (香芝市). */
    public static CollectionPolicy eight() {
        return of("8期", IntStream.of(7, 8, 9, 10, 11, 12, 1, 2), 25);
    }

    /** 9 periods, July to March, end of month (茅ヶ崎市). */
    public static CollectionPolicy nine() {
        return of("9期", IntStream.of(7, 8, 9, 10, 11, 12, 1, 2, 3), 0);
    }

    /** 12 periods, April to March; April to June provisional (大田区). */
    public static CollectionPolicy twelve() {
        return of("12期", IntStream.of(4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3), 0);
    }

    /** 5 periods, every other month from July (真狩村). */
    public static CollectionPolicy five() {
        return of("5期", IntStream.of(7, 8, 10, 12, 2), 0);
    }

    /**
     * Any other type with the usual choices: units of 100 yen, remainder first, increases equally,
     * decreases last first.
     */
    public static CollectionPolicy of(String code, IntStream months, int decemberDay) {
        return new CollectionPolicy(
                code,
                ALWAYS_FROM,
                ALWAYS_TO,
                months.boxed().toList(),
                decemberDay,
                100,
                Remainder.FIRST,
                Increase.EQUAL,
                Decrease.LAST_FIRST,
                true);
    }

    public CollectionPolicy withUnit(long yen) {
        return new CollectionPolicy(
                code,
                from,
                to,
                months,
                decemberDay,
                yen,
                remainder,
                increase,
                decrease,
                smallInFirst);
    }

    public CollectionPolicy withRemainder(Remainder period) {
        return new CollectionPolicy(
                code,
                from,
                to,
                months,
                decemberDay,
                unit,
                period,
                increase,
                decrease,
                smallInFirst);
    }

    public CollectionPolicy withDecrease(Decrease order) {
        return new CollectionPolicy(
                code,
                from,
                to,
                months,
                decemberDay,
                unit,
                remainder,
                increase,
                order,
                smallInFirst);
    }

    public CollectionPolicy withIncrease(Increase way) {
        return new CollectionPolicy(
                code, from, to, months, decemberDay, unit, remainder, way, decrease, smallInFirst);
    }

    public CollectionPolicy withDecemberDay(int day) {
        return new CollectionPolicy(
                code, from, to, months, day, unit, remainder, increase, decrease, smallInFirst);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** Number of periods. */
    public int periods() {
        return months.size();
    }

    /** April is 0, March is 11. */
    private static int order(int month) {
        if (month < 1 || month > 12) {
            throw new LawException("納期の月ではありません: " + month);
        }
        return (month + 8) % 12;
    }
}
