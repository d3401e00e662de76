package org.machi.calculators.premium;

/**
 * What can't be taken from the facts.
 *
 * @param line line of the input, from 1
 * @param item the item as the input names it
 * @param value what stands there
 * @param reason why it can't be taken and what is expected
 */
public record FactProblem(long line, String item, String value, String reason) {

    private static final int LONGEST = 40;

    /** One line for the person who wrote the facts. */
    public String text() {
        return text("行目");
    }

    /** The same when a person of a form stands in the place of a line of a file. */
    public String text(String place) {
        String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
        return line + place + " " + item + "「" + shown + "」: " + reason;
    }
}
