package org.machi.calculators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.machi.law.JapaneseDate;
import org.machi.law.explanation.Explanation;

/**
 * What the law answers.
 *
 * @param results the items that this answer has, in order
 * @param explanation how they came about
 */
public record Answer(List<Result> results, Explanation explanation) {
    public Answer {
        results = List.copyOf(results);
    }

    /**
     * One item.
     *
     * @param item name that people read
     * @param value for programs: digits, or a day as 2026-07-31
     * @param shown for people: 4,900円, 令和8年7月31日
     */
    public record Result(String item, String value, String shown) {}

    /** The value of an item, empty when this answer does not have it. */
    public String value(String item) {
        return results.stream()
                .filter(result -> result.item().equals(item))
                .map(Result::value)
                .findFirst()
                .orElse("");
    }

    /** An answer in the making. */
    public static final class Results {
        private final List<Result> results = new ArrayList<>();

        public Results yen(String item, long yen) {
            results.add(
                    new Result(item, Long.toString(yen), String.format(Locale.ROOT, "%,d円", yen)));
            return this;
        }

        public Results day(String item, LocalDate day) {
            results.add(new Result(item, day.toString(), JapaneseDate.longForm(day)));
            return this;
        }

        public Results text(String item, String text) {
            results.add(new Result(item, text, text));
            return this;
        }

        public Answer with(Explanation explanation) {
            return new Answer(results, explanation);
        }
    }
}
