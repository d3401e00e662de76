package org.machi.platform.forms.letters;

import java.util.List;
import java.util.stream.Collectors;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Table;
import org.machi.platform.forms.Template;
import org.machi.platform.forms.Type;

/**
 * A letter of one page that states facts about an insured person: 受付票, 障害認定の通知, 各種証明書, 告示文, 再送の送付状.
 * Its lines are a table of names and values; a decision carries the 教示 on a second page.
 *
 * @param heading without a name in its 送付先 when the page is put up on the board (告示文)
 * @param title as it stands on the page
 * @param signer who says it: the mayor for the city's own, the union's head for its decisions
 * @param text what is said, above the table
 * @param lines at most 20
 * @param notes what one should know, below the table
 */
public record StatementLetter(
        Heading heading,
        String title,
        Signer signer,
        String text,
        List<Line> lines,
        List<String> notes)
        implements Letter {
    private static final Type LABEL = Type.regular(9);
    private static final float TOP = 112;
    private static final float ROW = 6.2f;
    private static final int MOST = 20;

    public StatementLetter {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        if (lines.size() > MOST) {
            throw new IllegalArgumentException("表に入らない行数です: " + lines.size());
        }
    }

    /** Who says it. */
    public enum Signer {
        /** 市区町村長. */
        MAYOR,
        /** 広域連合長; the city delivers. */
        UNION,
        /** 広域連合長, of a decision against which one may appeal. */
        UNION_DECIDES
    }

    /** A name and its value. */
    public record Line(String name, String value) {}

    @Override
    public LetterId id() {
        return heading.id();
    }

    @Override
    public List<Field> fields() {
        return heading.fields(
                lines.stream()
                        .map(line -> new Field(line.name(), line.value()))
                        .toArray(Field[]::new));
    }

    @Override
    public List<Page> pages() {
        String key =
                title
                        + posted()
                        + heading.office().code()
                        + signer
                        + lines.stream().map(Line::name).collect(Collectors.joining("・"));
        Page front = new Page(new Template(key + "表", this::template), this::front);
        return signer == Signer.UNION_DECIDES
                ? List.of(front, new Page(new Template(key + "裏", this::backTemplate), this::back))
                : List.of(front);
    }

    /** 告示文 hang on the board: they have no addressee and show no number of the insured person. */
    private boolean posted() {
        return heading.to().name().isEmpty();
    }

    private void template(Sheet sheet) {
        Office office = heading.office();
        Stationery.letterhead(
                sheet, office, signer == Signer.MAYOR ? office.mayor() : office.union());
        if (!posted()) {
            Stationery.personRuling(sheet);
        }
        table().ruling(sheet, lines.size(), LABEL);
        for (int i = 0; i < lines.size(); i++) {
            table().row(sheet, i + 1, LABEL, List.of(lines.get(i).name()));
        }
    }

    private void front(Sheet sheet) {
        if (posted()) {
            Stationery.topWithoutAddress(sheet, heading, title);
        } else {
            Stationery.top(sheet, heading, title);
            Stationery.person(sheet, heading.insured());
        }
        sheet.paragraph(Box.of(20, 86, 170, 0), 4.6f, Type.regular(9.5f), text);
        for (int i = 0; i < lines.size(); i++) {
            table().row(sheet, i + 1, Type.regular(9.5f), List.of("", lines.get(i).value()));
        }
        TextPage page = new TextPage(sheet, TOP + ROW * (lines.size() + 1) + 8);
        notes.forEach(page::paragraph);
        if (signer != Signer.UNION_DECIDES) {
            Stationery.letterNo(sheet, heading);
        }
    }

    private static Table table() {
        return new Table(20, TOP, ROW, List.of(Table.left("項目", 48), Table.left("内容", 122)));
    }

    private void backTemplate(Sheet sheet) {
        TextPage page = new TextPage(sheet);
        page.objection(heading.office(), heading.office().unionName(), "広域連合長");
        page.contact(heading.office());
    }

    private void back(Sheet sheet) {
        Stationery.letterNo(sheet, heading);
    }
}
