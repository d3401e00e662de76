package org.machi.law.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.machi.law.Figures;
import org.machi.law.JapaneseDate;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.rule.RuleRegister;

/**
 * An explanation in the making:
 *
 * <pre>{@code
 * steps.step("延滞金", "滞納額").formula("…").is(Steps.yen(152_000)).by("late.principal");
 * }</pre>
 */
public final class Steps {
    private final String title;
    private final List<ExplanationStep> steps = new ArrayList<>();

    public Steps(String title) {
        this.title = title;
    }

    /** A new line; it counts once {@link Line#by} names its rule. */
    public Line step(String part, String name) {
        return new Line(part, () -> name);
    }

    /** A line whose name holds a day or a number. */
    public Line step(String part, Supplier<String> name) {
        return new Line(part, name);
    }

    public Explanation done() {
        return new Explanation(title, steps);
    }

    /** 1,234円. */
    public static String yen(long amount) {
        return Figures.grouped(amount) + "円";
    }

    /** Whether no step has been ended yet. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** 令和8年7月31日. */
    public static String day(LocalDate day) {
        return JapaneseDate.longForm(day);
    }

    /** （100円未満切捨て）. */
    public static String cutTo(long unit) {
        return "（" + Figures.grouped(unit) + "円未満切捨て）";
    }

    /**
     * One step in the making; {@link #by} ends it. Words that hold numbers come as suppliers of
     * fixed numbers: they are asked once somebody reads the step.
     */
    public final class Line {
        private static final Supplier<String> NOTHING = () -> "";

        private final String part;
        private final Supplier<String> name;
        private UsedValues values = UsedValues.NONE;
        private Supplier<String> formula = NOTHING;
        private Supplier<String> result = NOTHING;

        private Line(String part, Supplier<String> name) {
            this.part = part;
            this.name = name;
        }

        public Line formula(String text) {
            return formula(() -> text);
        }

        public Line formula(Supplier<String> text) {
            formula = text;
            return this;
        }

        /** The result as people read it. */
        public Line is(String text) {
            return is(() -> text);
        }

        public Line is(Supplier<String> text) {
            result = text;
            return this;
        }

        /** The result is an amount. */
        public Line isYen(long amount) {
            return is(() -> yen(amount));
        }

        public Line using(UsedValues used) {
            values = values.and(used);
            return this;
        }

        public Line using(List<ParameterRow> rows) {
            return using(UsedValues.of(rows));
        }

        public Line using(ParameterRow row) {
            return using(List.of(row));
        }

        public Line using(Optional<ParameterRow> row) {
            return row.isEmpty() ? this : using(row.get());
        }

        /** Ends the line with the rule behind it. */
        public void by(String rule) {
            steps.add(
                    new ExplanationStep(
                            part, name, formula, result, RuleRegister.rule(rule), values));
        }
    }
}
