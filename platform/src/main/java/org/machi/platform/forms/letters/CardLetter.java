package org.machi.platform.forms.letters;

import java.util.List;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.Seal;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Template;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/**
 * 資格確認書, 資格情報のお知らせ or 特定疾病療養受療証: the piece itself, to be cut out along the perforation, below the
 * address and what one should know about it.
 *
 * @param title name of the piece
 * @param lines what stands on the piece, at most 11 names and values
 * @param insurer 保険者番号 and name of the union, which issues it
 * @param advice how to use it and what to do with the old one
 * @param handed given at a window (交付), otherwise by mail (送付)
 */
public record CardLetter(
        Heading heading,
        String title,
        List<StatementLetter.Line> lines,
        String insurer,
        List<String> advice,
        boolean handed)
        implements Letter {
    /** The piece, 128 × 91 mm as the ministry's form has it (則様式). */
    private static final Box PIECE = Box.of(41, 168, 128, 91);

    private static final float ROW = 6f;
    private static final int MOST = 11;

    public CardLetter {
        lines = List.copyOf(lines);
        advice = List.copyOf(advice);
        if (lines.size() > MOST) {
            throw new IllegalArgumentException("証に入らない行数です: " + lines.size());
        }
    }

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
        String key = title + heading.office().code() + heading.issuedOn();
        return List.of(new Page(new Template(key, this::template), this::front));
    }

    private void template(Sheet sheet) {
        Office office = heading.office();
        Stationery.letterhead(sheet, office, office.mayor());
        sheet.perforation(0, PIECE.y() - 4, Sheet.WIDTH, PIECE.y() - 4);
        sheet.frame(PIECE, 0.4f);
        sheet.centre(PIECE.x() + PIECE.width() / 2, PIECE.y() + 8, Type.bold(12), title);
        sheet.line(PIECE.x(), PIECE.y() + 11, PIECE.x() + PIECE.width(), PIECE.y() + 11, 0.2f);
        sheet.fitted(PIECE.x() + 3, PIECE.y() + 87, 98, Type.regular(8.5f), insurer);
        Seal.draw(sheet, PIECE.x() + PIECE.width() - 24, PIECE.y() + 67, office.union().seal());
    }

    private void front(Sheet sheet) {
        Stationery.top(sheet, heading, title + (handed ? "の交付について" : "の送付について"));
        float y = 90;
        for (String one : advice) {
            y = sheet.paragraph(Box.of(20, y, 170, 0), 4.8f, Type.regular(9.5f), one) + 2;
        }
        float line = PIECE.y() + 16;
        for (StatementLetter.Line one : lines) {
            sheet.text(PIECE.x() + 3, line, Type.regular(8.5f), one.name());
            sheet.fitted(PIECE.x() + 36, line, 88, Type.regular(10), one.value());
            line += ROW;
        }
        sheet.right(
                PIECE.x() + PIECE.width() - 3,
                PIECE.y() + 4,
                Type.regular(7),
                "交付 " + Wording.date(heading.issuedOn()));
        Stationery.letterNo(sheet, heading);
    }
}
