package org.machi.platform.forms.letters;

import java.util.ArrayList;
import java.util.List;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Table;
import org.machi.platform.forms.Template;
import org.machi.platform.forms.Type;

/**
 * A letter of one page with a text and a table of two columns: 簡易申告書, 所得照会書, 住基照会書 and their
 * answers.
 *
 * @param title as it stands on the page
 * @param text one paragraph above the table
 * @param lines at most 18; an empty value is for the reader's pen
 * @param foot one paragraph below the table
 */
public record PlainLetter(Heading heading, String title, String text, List<Line> lines, String foot)
        implements Letter {
    private static final Type CELL = Type.regular(9);
    private static final int MOST = 18;

    public PlainLetter {
        lines = List.copyOf(lines);
        if (lines.size() > MOST) {
            throw new IllegalArgumentException("表に入らない行数です");
        }
    }

    /** One row: what, and the value or nothing. */
    public record Line(String name, String value) {}

    @Override
    public LetterId id() {
        return heading.id();
    }

    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(heading.to().fields());
        lines.forEach(line -> fields.add(new Field(line.name(), line.value())));
        return fields;
    }

    @Override
    public List<Page> pages() {
        return List.of(
                new Page(
                        new Template(title + heading.office().code(), this::template),
                        this::front));
    }

    private void template(Sheet sheet) {
        Stationery.letterhead(sheet, heading.office(), heading.office().mayor());
    }

    private void front(Sheet sheet) {
        Stationery.top(sheet, heading, title);
        sheet.paragraph(Box.of(20, 88, 170, 0), 5, Type.regular(10), text);
        Table table =
                new Table(20, 115, 7.2f, List.of(Table.left("項目", 60), Table.left("内容", 110)));
        table.ruling(sheet, lines.size(), CELL);
        for (int row = 0; row < lines.size(); row++) {
            table.row(sheet, row + 1, CELL, List.of(lines.get(row).name(), lines.get(row).value()));
        }
        sheet.paragraph(
                Box.of(20, table.top(lines.size() + 1) + 8, 170, 0), 5, Type.regular(9.5f), foot);
        Stationery.letterNo(sheet, heading);
    }
}
