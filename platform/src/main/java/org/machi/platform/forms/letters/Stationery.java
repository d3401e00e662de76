package org.machi.platform.forms.letters;

import java.util.ArrayList;
import java.util.List;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.PostalBarcode;
import org.machi.platform.forms.Seal;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/** The parts that letters share: address for the window, sender with seal, title, person. */
final class Stationery {
    /** Where the text below the title may begin. */
    static final float PERSON_TOP = 97;

    private Stationery() {}

    /** The sender, for the template: the authority that decided, its seal, and where to ask. */
    static void letterhead(Sheet sheet, Office office, Authority signer) {
        Seal.draw(sheet, 171, 31, signer.seal());
        sheet.fitted(118, 42, 51, Type.bold(11), signer.title());
        sheet.text(118, 57, Type.regular(7.5f), "（お問い合わせ先）");
        sheet.fitted(118, 61, 74, Type.regular(8), office.city() + "　" + office.section());
        sheet.fitted(
                118, 65, 74, Type.regular(8), "〒" + office.postcode() + "　" + office.address());
        sheet.text(118, 69, Type.regular(8), "電話　" + office.phone());
    }

    /** Address, document number and date, title. */
    static void top(Sheet sheet, Heading heading, String title) {
        address(sheet, heading.to());
        topWithoutAddress(sheet, heading, title);
    }

    /** Document number and date, title: what is put up on the board has no addressee. */
    static void topWithoutAddress(Sheet sheet, Heading heading, String title) {
        sheet.right(192, 21, Type.regular(9), heading.documentNo());
        sheet.right(192, 26, Type.regular(9), Wording.date(heading.issuedOn()));
        sheet.centre(105, 79, Type.bold(14), title);
    }

    /** The address block, within the window of a 長形3号 envelope (90 × 45 mm). */
    static void address(Sheet sheet, Recipient to) {
        String postcode = to.postcode().replace("-", "");
        boolean known = postcode.matches("[0-9]{7}");
        if (known) {
            sheet.text(
                    20,
                    22,
                    Type.regular(10.5f),
                    "〒" + postcode.substring(0, 3) + "-" + postcode.substring(3));
        }
        float y = 27.5f;
        for (String line : addressLines(sheet, to)) {
            sheet.fitted(20, y, 85, Type.regular(10), line);
            y += 4.7f;
        }
        sheet.fitted(22, 47, 82, Type.bold(13), to.name() + "　様");
        if (known) {
            PostalBarcode.draw(
                    sheet,
                    22,
                    51,
                    postcode,
                    PostalBarcode.houseNumber(to.lot() + " " + to.building()));
        }
    }

    /** The letter's number at the foot of its last page, for the one who asks about it. */
    static void letterNo(Sheet sheet, Heading heading) {
        sheet.right(190, 285, Type.regular(7.5f), "通知番号　" + heading.id().letterNo());
    }

    /** At most four lines; town and number on one line when they fit. */
    private static List<String> addressLines(Sheet sheet, Recipient to) {
        var lines = new ArrayList<String>();
        if (sheet.fits(85, Type.regular(10), to.town() + to.lot())) {
            lines.add(to.town() + to.lot());
        } else {
            lines.add(to.town());
            lines.add(to.lot());
        }
        lines.add(to.building());
        lines.add(to.careOf());
        lines.removeIf(String::isEmpty);
        return lines;
    }

    static void personRuling(Sheet sheet) {
        float y = PERSON_TOP;
        sheet.fill(Box.of(20, y, 24, 10), 0.9f);
        sheet.fill(Box.of(98, y, 14, 5), 0.9f);
        sheet.line(20, y + 5, 190, y + 5, 0.1f);
        sheet.line(44, y, 44, y + 10, 0.1f);
        sheet.line(98, y, 98, y + 5, 0.1f);
        sheet.line(112, y, 112, y + 5, 0.1f);
        sheet.frame(Box.of(20, y, 170, 10), 0.3f);
        sheet.text(21.5f, y + 3.6f, Type.regular(8.5f), "被保険者番号");
        sheet.text(99.5f, y + 3.6f, Type.regular(8.5f), "氏名");
        sheet.text(21.5f, y + 8.6f, Type.regular(8.5f), "住所");
    }

    static void person(Sheet sheet, Insured insured) {
        float y = PERSON_TOP;
        sheet.text(46, y + 3.6f, Type.regular(9.5f), insured.insuredNo());
        sheet.fitted(114, y + 3.7f, 74, Type.regular(10), insured.name());
        sheet.fitted(46, y + 8.7f, 142, Type.regular(9.5f), insured.address());
    }
}
