package org.machi.calculators;

import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;

/** One question to the law. */
public interface Calculator {
    /** Name of the command and of the page, e.g. {@code late-charge}. */
    String code();

    /** Name of what comes out, e.g. 延滞金. */
    String title();

    /** What is computed, one sentence for the page and the documentation. */
    String about();

    /** What it asks for, in the order in which a person is asked. */
    List<Field> fields();

    /** Items of every answer, in order: the columns of a CSV file of answers. */
    List<String> items();

    /**
     * The answer of the law.
     *
     * @throws org.machi.calculators.facts.Refused when the facts don't go together
     * @throws org.machi.law.LawException when the law has no answer, e.g. a rate not yet announced
     */
    Answer answer(Facts facts);
}
