package org.machi.launcher.premium;

/**
 * What can't be taken from the facts.
 *
 * @param line line of the input, from 1
 * @param item the item as the input names it
 * @param value what stands there
 * @param reason why it can't be taken and what is expected
 */
record FactProblem(long line, String item, String value, String reason) {

    private static final int LONGEST = 40;

    /** One line for the person who wrote the facts. */
    String text() {
        String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
        return "%d行目 %s「%s」: %s".formatted(line, item, shown, reason);
    }
}
