package org.machi.platform.forms;

/**
 * 公印: the office's square seal as lines and letters. It stands for the seal that an office prints
 * by its 公印規程; a real image takes its place there.
 */
public final class Seal {
    /** Edge of the seal in millimetres, usual for a mayor's seal. */
    public static final float SIZE = 21;

    private Seal() {}

    /**
     * Draws the seal with the name in columns from right to left, as seals are read.
     *
     * @param x left edge
     * @param y upper edge
     * @param name such as 見本市長之印
     */
    public static void draw(Sheet sheet, float x, float y, String name) {
        var content = sheet.content();
        content.saveState();
        content.setRGBColorStroke(190, 40, 30);
        content.setRGBColorFill(190, 40, 30);
        sheet.frame(Box.of(x, y, SIZE, SIZE), 0.8f);
        int length = name.length();
        int columns = (int) Math.ceil(Math.sqrt(length));
        int rows = (length + columns - 1) / columns;
        float room = SIZE - 3;
        float column = room / columns;
        float row = room / rows;
        float size = Math.min(column, row) * 72 / 25.4f * 0.92f;
        for (int i = 0; i < length; i++) {
            float middle = x + SIZE - 1.5f - column * (i / rows + 0.5f);
            float base = y + 1.5f + row * (i % rows + 0.5f) + size * 0.127f;
            sheet.centre(middle, base, Type.bold(size), name.substring(i, i + 1));
        }
        content.restoreState();
    }
}
