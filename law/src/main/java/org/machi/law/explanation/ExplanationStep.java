package org.machi.law.explanation;

import java.util.List;
import java.util.function.Supplier;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.rule.Rule;

/**
 * One line of a calculation. It holds the numbers; its words are put together when somebody reads
 * them, so that explaining a million people costs little until one of them asks.
 */
public final class ExplanationStep {
    private final String part;
    private final Supplier<String> name;
    private final Supplier<String> formula;
    private final Supplier<String> result;
    private final Rule rule;
    private final UsedValues values;

    ExplanationStep(
            String part,
            Supplier<String> name,
            Supplier<String> formula,
            Supplier<String> result,
            Rule rule,
            UsedValues values) {
        this.part = part;
        this.name = name;
        this.formula = formula;
        this.result = result;
        this.rule = rule;
        this.values = values;
    }

    /** Heading that groups the steps, e.g. 共通, 医療分 or 子ども分. */
    public String part() {
        return part;
    }

    /** The amount's name, as in seed 004. */
    public String name() {
        return name.get();
    }

    /** The calculation with its numbers. */
    public String formula() {
        return formula.get();
    }

    /** What came out, as people read it. */
    public String result() {
        return result.get();
    }

    /** The rule of the register that says so. */
    public Rule rule() {
        return rule;
    }

    /** The dated values that entered. */
    public List<ParameterRow> parameters() {
        return values.rows();
    }

    UsedValues values() {
        return values;
    }

    /** The articles of the rule as one text, e.g. 令18条1項2号、地314条の2第2項. */
    public String article() {
        return rule.articleText();
    }
}
