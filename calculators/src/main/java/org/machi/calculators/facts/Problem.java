package org.machi.calculators.facts;

/**
 * A fact that can't be taken.
 *
 * @param place where it stands, e.g. {@code 3行目}; empty for a single question
 * @param item the item as people read it
 * @param value what stands there
 * @param reason why it can't be taken
 * @param whatToDo what to write instead
 */
public record Problem(String place, String item, String value, String reason, String whatToDo) {

    private static final int LONGEST = 40;

    /** One line for the person who wrote the facts. */
    public String text() {
        String oneLine = value.replaceAll("\\p{Cntrl}", " ");
        String shown = oneLine.length() <= LONGEST ? oneLine : oneLine.substring(0, LONGEST) + "…";
        return (place.isEmpty() ? "" : place + " ")
                + item
                + "「"
                + shown
                + "」: "
                + reason
                + "。"
                + whatToDo
                + "。";
    }
}
