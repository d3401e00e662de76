package org.machi.union.burden;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.burden.BurdenShare.Person;

/**
 * The facts of a judgement as the text that is kept: people separated by semicolons, the revenue of
 * those of 70 to 74 and what was taken off for children last.
 *
 * @param insured the insured of the household
 * @param revenueOf70To74 revenue of others of 70 to 74, yen
 * @param forChildren what the heads' 課税所得 are lower by for members below 19, yen
 */
record BurdenText(List<Person> insured, long revenueOf70To74, long forChildren) {

    private static final int ITEMS = 5;

    static String of(List<Person> insured, long revenueOf70To74, long forChildren) {
        StringBuilder text = new StringBuilder();
        for (Person p : insured) {
            text.append(p.birth()).append(',').append(p.taxable()).append(',').append(p.base());
            text.append(',').append(p.revenue()).append(',').append(p.pensionAndOthers());
            text.append(';');
        }
        return text.append(revenueOf70To74).append(',').append(forChildren).toString();
    }

    static BurdenText parse(String text) {
        String[] parts = text.split(";");
        List<Person> insured = new ArrayList<>();
        for (int i = 0; i < parts.length - 1; i++) {
            String[] items = parts[i].split(",", ITEMS);
            insured.add(
                    new Person(
                            LocalDate.parse(items[0]),
                            Long.parseLong(items[1]),
                            Long.parseLong(items[2]),
                            Long.parseLong(items[3]),
                            Long.parseLong(items[4])));
        }
        String[] rest = parts[parts.length - 1].split(",", 2);
        return new BurdenText(
                List.copyOf(insured), Long.parseLong(rest[0]), Long.parseLong(rest[1]));
    }
}
