package org.machi.law.explanation;

import java.util.List;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.rule.Rule;

/**
 * One line of a calculation.
 *
 * @param part heading that groups the steps, e.g. 共通, 医療分 or 子ども分
 * @param name the amount's name, as in seed 004
 * @param formula the calculation with its numbers
 * @param result what came out, as people read it
 * @param rule the rule of the register that says so
 * @param parameters the dated values that entered
 */
public record ExplanationStep(
        String part,
        String name,
        String formula,
        String result,
        Rule rule,
        List<ParameterRow> parameters) {
    public ExplanationStep {
        parameters = List.copyOf(parameters);
    }

    /** The articles of the rule as one text, e.g. 令18条1項2号、地314条の2第2項. */
    public String article() {
        return rule.articleText();
    }
}
