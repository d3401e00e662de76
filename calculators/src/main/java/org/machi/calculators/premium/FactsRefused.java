package org.machi.calculators.premium;

import java.util.List;
import java.util.stream.Collectors;

/** The facts can't be taken; says everything that is wrong with them at once. */
public final class FactsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FactProblem> problems;

    public FactsRefused(List<FactProblem> problems) {
        super(problems.stream().map(FactProblem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<FactProblem> problems() {
        return problems;
    }
}
