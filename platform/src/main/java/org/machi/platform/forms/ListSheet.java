package org.machi.platform.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * A list on paper whose items are known only when it is made. Each row stands as a block of two
 * columns, item and value, so that any list fits.
 *
 * @param title what the list is, and its number
 * @param heading lines below the title
 * @param warning what the foot says about the paper
 */
public record ListSheet(
        Title title,
        List<String> heading,
        String warning,
        List<String> items,
        List<List<String>> rows)
        implements Letter {

    /** Places on the sheet in millimetres. */
    private static final int TOP = 62;

    private static final int LINE = 5;
    private static final int BOTTOM = 280;
    private static final int LEFT = 20;
    private static final int COLUMN = 85;

    private static final Type TITLE = Type.bold(14);
    private static final Type TEXT = Type.regular(9.5f);
    private static final Type SMALL = Type.regular(8);

    /**
     * @param text large above the list
     * @param label what the piece is called
     * @param numberName what its number is called
     */
    public record Title(String text, String label, String numberName, long number) {}

    @Override
    public LetterId id() {
        return new LetterId("%010d".formatted(title.number()), 0, title.label());
    }

    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                fields.add(new Field(items.get(i), row.get(i)));
            }
        }
        return fields;
    }

    private int linesOfBlock() {
        return (items.size() + 1) / 2;
    }

    private int blocksOnAPage() {
        return Math.max(1, (BOTTOM - TOP) / (linesOfBlock() * LINE + 3));
    }

    @Override
    public List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        int each = blocksOnAPage();
        int all = Math.max(1, (rows.size() + each - 1) / each);
        for (int page = 0; page < all; page++) {
            List<List<String>> part =
                    rows.subList(
                            Math.min(rows.size(), page * each),
                            Math.min(rows.size(), (page + 1) * each));
            int no = page + 1;
            pages.add(
                    new Page(
                            new Template("list " + title.label(), this::frame),
                            sheet -> draw(sheet, part, no, all)));
        }
        return pages;
    }

    private void frame(Sheet sheet) {
        sheet.centre(Sheet.WIDTH / 2, 20, TITLE, title.text());
        sheet.line(LEFT, TOP - 7, Sheet.WIDTH - LEFT, TOP - 7, 0.4f);
    }

    private void draw(Sheet sheet, List<List<String>> part, int page, int pages) {
        int y = 27;
        for (String line : heading) {
            sheet.fitted(LEFT, y, Sheet.WIDTH - 2 * LEFT, TEXT, line);
            y += LINE;
        }
        y = TOP;
        for (List<String> row : part) {
            for (int i = 0; i < row.size(); i++) {
                int x = LEFT + (i % 2) * COLUMN;
                int at = y + (i / 2) * LINE;
                sheet.text(x, at, SMALL, items.get(i));
                sheet.fitted(x + 30, at, COLUMN - 32, TEXT, row.get(i));
            }
            y += linesOfBlock() * LINE + 1;
            sheet.line(LEFT, y - 3, Sheet.WIDTH - LEFT, y - 3, 0.1f);
            y += 2;
        }
        sheet.text(LEFT, 288, SMALL, warning);
        sheet.right(
                Sheet.WIDTH - LEFT,
                288,
                SMALL,
                page + "／" + pages + "　" + title.numberName() + " " + title.number());
    }
}
