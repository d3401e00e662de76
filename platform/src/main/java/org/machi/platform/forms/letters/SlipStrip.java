package org.machi.platform.forms.letters;

import java.util.List;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Gs1Barcode;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/**
 * The lower half of a page as a slip in three parts with perforations: 納入済通知書 (goes to the city),
 * 納付書・控 (stays with the bank or store), 領収証書 (stays with the payer).
 */
final class SlipStrip {
    /** Where the strip begins. */
    static final float TOP = 150;

    private static final float PART = 70;
    private static final float ROW = 5.8f;
    private static final float TABLE = TOP + 14;
    private static final float BELOW = TABLE + 9 * ROW;
    private static final Type LABEL = Type.regular(8);
    private static final List<String> ROWS =
            List.of("年度", "期別", "通知書番号", "被保険者番号", "保険料額", "督促手数料", "延滞金", "合計額", "納期限");
    private static final List<String> PARTS = List.of("納入済通知書", "納付書・控", "領収証書");
    private static final List<String> DEEDS =
            List.of("上記のとおり納付がありました\nので通知します。", "上記のとおり納付します。", "上記のとおり領収しました。");

    private SlipStrip() {}

    static void template(Sheet sheet, Office office, Levy levy) {
        sheet.perforation(0, TOP, Sheet.WIDTH, TOP);
        sheet.perforation(PART, TOP, PART, Sheet.HEIGHT);
        sheet.perforation(2 * PART, TOP, 2 * PART, Sheet.HEIGHT);
        for (int part = 0; part < 3; part++) {
            part(sheet, office, levy, part);
        }
    }

    private static void part(Sheet sheet, Office office, Levy levy, int part) {
        float x = part * PART;
        sheet.fitted(
                x + 4, TOP + 6, 40, Type.regular(8), office.city() + "（" + office.code() + "）");
        sheet.right(x + 66, TOP + 6, Type.regular(8), "公金");
        sheet.centre(
                x + PART / 2, TOP + 11.5f, Type.bold(9.5f), levy.premium() + "　" + PARTS.get(part));
        for (int row = 0; row < ROWS.size(); row++) {
            float top = TABLE + row * ROW;
            sheet.fill(Box.of(x + 4, top, 21, ROW), 0.92f);
            sheet.line(x + 4, top, x + 66, top, 0.1f);
            sheet.text(x + 5, top + 4, LABEL, ROWS.get(row));
        }
        sheet.line(x + 25, TABLE, x + 25, BELOW, 0.1f);
        sheet.frame(Box.of(x + 4, TABLE, 62, 9 * ROW), 0.3f);
        sheet.frame(Box.of(x + 4, TABLE + 7 * ROW, 62, ROW), 0.5f);
        sheet.paragraph(Box.of(x + 4, BELOW + 17, 40, 0), 3.4f, Type.regular(7), DEEDS.get(part));
        sheet.frame(Box.of(x + 45, BELOW + 13, 21, 17), 0.2f);
        sheet.centre(x + 55.5f, BELOW + 16, Type.regular(6.5f), "領収日付印");
        sheet.fitted(x + 4, BELOW + 26, 40, Type.regular(7), office.city() + "会計管理者");
    }

    static void fields(Sheet sheet, Heading heading, Slip slip) {
        for (int part = 0; part < 3; part++) {
            part(sheet, heading, slip, part * PART);
        }
        machines(sheet, slip);
    }

    private static void part(Sheet sheet, Heading heading, Slip slip, float x) {
        var amounts = slip.amounts();
        var cells =
                List.of(
                        slip.year(),
                        slip.period(),
                        slip.slipNo(),
                        heading.insured().insuredNo(),
                        Wording.yen(amounts.premium()),
                        Wording.yen(amounts.demandFee()),
                        Wording.yen(amounts.lateCharge()),
                        Wording.yen(amounts.total()),
                        Wording.date(slip.dueOn()));
        for (int row = 0; row < cells.size(); row++) {
            float base = TABLE + row * ROW + 4.1f;
            boolean money = row >= 4 && row <= 7;
            var type = row == 7 ? Type.bold(11) : Type.regular(9);
            if (money) {
                sheet.right(x + 64.5f, base, type, cells.get(row));
            } else {
                sheet.fitted(x + 26.5f, base, 38, type, cells.get(row));
            }
        }
        var to = heading.to();
        sheet.fitted(
                x + 4,
                BELOW + 4.5f,
                62,
                Type.regular(7.5f),
                to.town() + to.lot() + " " + to.building());
        sheet.fitted(x + 4, BELOW + 10, 62, Type.regular(9.5f), heading.insured().name() + "　様");
    }

    /** Barcode and OCR lines stand on the part that goes to the city. */
    private static void machines(Sheet sheet, Slip slip) {
        float y = BELOW + 32.5f;
        if (slip.payableAtStore()) {
            Gs1Barcode.draw(sheet, 8, y, slip.symbols().barcode());
        } else {
            sheet.paragraph(
                    Box.of(4, y + 6, 62, 0),
                    4,
                    Type.regular(8),
                    "この納付書はコンビニエンスストアではお使いになれません。金融機関又は役所の窓口で納付してください。");
        }
        float base = y + 22.5f;
        for (String line : slip.symbols().ocrLines()) {
            sheet.fitted(4, base, 62, Type.regular(10), line);
            base += 5;
        }
        if (slip.payableAtStore()) {
            sheet.text(PART + 4, y + 6, Type.regular(8), "コンビニエンスストア取扱期限");
            sheet.text(PART + 4, y + 11, Type.bold(9.5f), Wording.date(slip.useBy()));
            sheet.text(2 * PART + 4, y + 6, Type.regular(8), "コンビニエンスストア取扱期限");
            sheet.text(2 * PART + 4, y + 11, Type.bold(9.5f), Wording.date(slip.useBy()));
        }
    }
}
