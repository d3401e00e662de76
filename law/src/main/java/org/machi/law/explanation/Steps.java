package org.machi.law.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** One step in the making; {@link #by} ends it. */
    public final class Line {
        private final String part;
        private final String name;
        private final List<ParameterRow> parameters = new ArrayList<>();
        private String formula = "";
        private String result = "";

        private Line(String part, String name) {
            this.part = part;
            this.name = name;
        }

        public Line formula(String text) {
            formula = text;
            return this;
        }

        /** The result as people read it. */
        public Line is(String text) {
            result = text;
            return this;
        }

        public Line using(List<ParameterRow> rows) {
            parameters.addAll(rows);
            return this;
        }

        public Line using(ParameterRow row) {
            parameters.add(row);
            return this;
        }

        public Line using(Optional<ParameterRow> row) {
            row.ifPresent(parameters::add);
            return this;
        }

        /** Ends the line with the rule behind it. */
        public void by(String rule) {
            steps.add(
                    new ExplanationStep(
                            part, name, formula, result, RuleRegister.rule(rule), parameters));
        }
    }
}
