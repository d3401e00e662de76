package org.machi.platform.desk;

/**
 * What a work list says on the home page.
 *
 * @param title 突合差異
 * @param count how many wait
 * @param unit 件, 人
 * @param text one line more, or empty
 * @param path the list itself
 * @param tone how it looks while the count is not zero
 */
public record Tile(String title, long count, String unit, String text, String path, Tone tone) {
    /** How a tile looks. */
    public enum Tone {
        PLAIN,
        WARN,
        BAD
    }

    /** The style class: nothing waits, nothing shines. */
    public String look() {
        if (count == 0) {
            return "";
        }
        return switch (tone) {
            case PLAIN -> "";
            case WARN -> "warn";
            case BAD -> "bad";
        };
    }
}
