package org.machi.platform.forms;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import org.machi.formats.slip.Gs1Payment;

/**
 * GS1-128 of a payment at convenience stores: 44 digits from application identifier 91 to the check
 * digit, drawn to 流通システム開発センター「GS1-128による標準料金代理収納ガイドライン」: start code C, FNC1, module 0.169 mm (4
 * dots of 600 dpi), at least 10 mm high, quiet zones of 2.54 mm, everything within 60 mm, the
 * digits below it in two lines.
 */
public final class Gs1Barcode {
    /** Width of the narrowest bar in millimetres. */
    public static final float MODULE = 0.1693f;

    /** Free room left and right. */
    public static final float QUIET = 2.54f;

    /** Height of the bars. */
    public static final float HEIGHT = 11f;

    private static final char FNC1 = '\u00f1';

    private Gs1Barcode() {}

    /**
     * Draws the symbol with its digits.
     *
     * @param x left end of the quiet zone
     * @param y upper end of the bars
     * @param digits 44 digits, "91" first, check digit last
     */
    public static void draw(Sheet sheet, float x, float y, String digits) {
        String sound = Gs1Payment.parse(digits).text();
        BitMatrix bars = new Code128Writer().encode(FNC1 + sound, BarcodeFormat.CODE_128, 1, 1);
        int[] ends = bars.getEnclosingRectangle();
        int first = ends[0];
        int modules = ends[2];
        var content = sheet.content();
        for (int at = 0; at < modules; ) {
            int width = 0;
            while (at + width < modules && bars.get(first + at + width, 0)) {
                width++;
            }
            if (width > 0) {
                content.rectangle(
                        Sheet.points(x + QUIET + at * MODULE),
                        Sheet.points(Sheet.HEIGHT - y - HEIGHT),
                        Sheet.points(width * MODULE),
                        Sheet.points(HEIGHT));
            }
            at += Math.max(1, width);
        }
        content.fill();
        float middle = x + QUIET + modules * MODULE / 2;
        sheet.centre(middle, y + HEIGHT + 3f, Type.SMALL, firstLine(digits));
        sheet.centre(middle, y + HEIGHT + 6.2f, Type.SMALL, secondLine(digits));
    }

    /** (91)912345-0000000000000000000000: the issuer, the free field and the re-issue digit. */
    static String firstLine(String digits) {
        return "(91)" + digits.substring(2, 8) + "-" + digits.substring(8, 30);
    }

    /** 270331-0-012300-4: last day for paying, revenue stamp, amount, check digit. */
    static String secondLine(String digits) {
        return digits.substring(30, 36)
                + "-"
                + digits.substring(36, 37)
                + "-"
                + digits.substring(37, 43)
                + "-"
                + digits.substring(43);
    }
}
