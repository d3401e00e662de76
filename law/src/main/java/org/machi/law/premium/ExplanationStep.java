package org.machi.law.premium;

import java.util.List;
import org.machi.law.parameter.ParameterRow;

/**
 * One line of a calculation.
 *
 * @param part 共通, 医療分 or 子ども分
 * @param name the amount's name, as in seed 004
 * @param formula the calculation with its numbers
 * @param result what came out, as people read it
 * @param article the article that says so
 * @param parameters the dated values that entered
 */
public record ExplanationStep(
        String part,
        String name,
        String formula,
        String result,
        String article,
        List<ParameterRow> parameters) {
    public ExplanationStep {
        parameters = List.copyOf(parameters);
    }
}
