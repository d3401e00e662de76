package org.machi.formats.text;

import java.util.List;

/**
 * Text after its reduction to a smaller set of characters.
 *
 * @param text what goes into the file
 * @param lost characters (with their variation selectors) that have no form in the smaller set
 * @param cut whether the end had to be cut off because the field is too short
 */
public record Reduced(String text, List<String> lost, boolean cut) {

    public Reduced {
        lost = List.copyOf(lost);
    }

    /** Whether nothing was lost. */
    public boolean whole() {
        return lost.isEmpty() && !cut;
    }
}
