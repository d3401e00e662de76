package org.machi.platform.forms;

import java.util.List;

/**
 * A ruled table. The rules and headings usually belong to the template, the cells to the page:
 * {@link #ruling} draws the one, {@link #row} the other, at the same places.
 *
 * @param x left edge
 * @param y upper edge
 * @param rowHeight height of every row
 * @param columns from left to right
 */
public record Table(float x, float y, float rowHeight, List<Column> columns) {
    private static final float PADDING = 1.5f;

    /** Where a cell's text stands. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    public record Column(String heading, float width, Align align) {}

    public static Column left(String heading, float width) {
        return new Column(heading, width, Align.LEFT);
    }

    public static Column centre(String heading, float width) {
        return new Column(heading, width, Align.CENTRE);
    }

    public static Column right(String heading, float width) {
        return new Column(heading, width, Align.RIGHT);
    }

    public float width() {
        float width = 0;
        for (Column column : columns) {
            width += column.width();
        }
        return width;
    }

    /** Upper edge of row n; row 0 is the heading. */
    public float top(int row) {
        return y + row * rowHeight;
    }

    /** The rules and headings of a table with so many rows below its heading. */
    public void ruling(Sheet sheet, int rows, Type type) {
        sheet.fill(Box.of(x, y, width(), rowHeight), 0.9f);
        for (int row = 1; row <= rows; row++) {
            sheet.line(x, top(row), x + width(), top(row), 0.1f);
        }
        float at = x;
        for (Column column : columns) {
            if (at > x) {
                sheet.line(at, y, at, top(rows + 1), 0.1f);
            }
            sheet.centre(at + column.width() / 2, baseline(0, type), type, column.heading());
            at += column.width();
        }
        sheet.frame(Box.of(x, y, width(), rowHeight * (rows + 1)), 0.3f);
    }

    /** The cells of row n (from 1), as many as there are columns; an empty one stays blank. */
    public void row(Sheet sheet, int row, Type type, List<String> cells) {
        float at = x;
        float base = baseline(row, type);
        for (int i = 0; i < cells.size(); i++) {
            var column = columns.get(i);
            String cell = cells.get(i);
            switch (column.align()) {
                case LEFT ->
                        sheet.fitted(at + PADDING, base, column.width() - 2 * PADDING, type, cell);
                case CENTRE -> sheet.centre(at + column.width() / 2, base, type, cell);
                case RIGHT -> sheet.right(at + column.width() - PADDING, base, type, cell);
            }
            at += column.width();
        }
    }

    /** Base line that puts the type in the middle of the row: half of the capital height below. */
    private float baseline(int row, Type type) {
        return top(row) + rowHeight / 2 + type.points() * 0.127f;
    }
}
