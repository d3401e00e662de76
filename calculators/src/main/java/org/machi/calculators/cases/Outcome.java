package org.machi.calculators.cases;

import java.util.List;
import java.util.Map;
import org.machi.calculators.Answer;
import org.machi.calculators.Calculator;
import org.machi.calculators.facts.FactsReader;
import org.machi.calculators.facts.Problem;
import org.machi.calculators.facts.Refused;
import org.machi.law.LawException;

/** What became of one case. */
public sealed interface Outcome {
    /** The law answered. */
    record Answered(Answer answer) implements Outcome {}

    /** The facts can't be taken, or the law has no answer. */
    record Rejected(List<Problem> problems) implements Outcome {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Asks.
     *
     * @param written texts by the name of a field
     * @param place where they stand, empty for a single question
     */
    static Outcome of(Calculator calculator, Map<String, String> written, String place) {
        try {
            return new Answered(
                    calculator.answer(FactsReader.read(calculator.fields(), written, place)));
        } catch (Refused refused) {
            return new Rejected(refused.problems());
        } catch (LawException noAnswer) {
            return new Rejected(
                    List.of(
                            new Problem(
                                    place,
                                    calculator.title(),
                                    "",
                                    String.valueOf(noAnswer.getMessage()),
                                    "日付と値を確かめてください（適用される値は ./machi law parameters と「パラメータ」の画面で見られます）")));
        }
    }
}
