package org.machi.calculators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.machi.calculators.cases.Outcome;
import org.machi.calculators.facts.Problem;

/** Asks a calculator as the command line does: names and values by turns. */
final class Asked {
    private Asked() {}

    private static Outcome ask(String code, String... nameAndValue) {
        Map<String, String> written = new HashMap<>();
        for (int i = 0; i < nameAndValue.length; i += 2) {
            written.put(nameAndValue[i], nameAndValue[i + 1]);
        }
        return Outcome.of(Calculators.find(code).orElseThrow(), written, "");
    }

    static Answer answer(String code, String... nameAndValue) {
        Outcome outcome = ask(code, nameAndValue);
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).answer();
    }

    static String refusal(String code, String... nameAndValue) {
        Outcome outcome = ask(code, nameAndValue);
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome)
                .problems().stream().map(Problem::text).collect(Collectors.joining("\n"));
    }
}
