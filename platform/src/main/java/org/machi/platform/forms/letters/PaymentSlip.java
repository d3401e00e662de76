package org.machi.platform.forms.letters;

import java.util.ArrayList;
import java.util.List;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Template;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/**
 * 納入通知書 with one 納付書 per page, one page per 期.
 *
 * @param levyYear 相当年度
 * @param slips at least one
 * @param places 納付場所 in words
 */
public record PaymentSlip(Heading heading, Levy levy, int levyYear, List<Slip> slips, String places)
        implements Letter {

    /** For 後期高齢者医療保険料. */
    public PaymentSlip(Heading heading, int levyYear, List<Slip> slips, String places) {
        this(heading, Levy.KOKI, levyYear, slips, places);
    }

    private String title() {
        return levy.premium() + "納入通知書";
    }

    @Override
    public LetterId id() {
        return heading.id();
    }

    @Override
    public List<Field> fields() {
        var fields = new ArrayList<>(heading.fields(new Field("納付場所", places)));
        slips.forEach(slip -> fields.addAll(slip.fields()));
        return fields;
    }

    @Override
    public List<Page> pages() {
        var template = new Template(title() + heading.office().code(), this::template);
        return slips.stream().map(slip -> new Page(template, sheet -> page(sheet, slip))).toList();
    }

    private void template(Sheet sheet) {
        Stationery.letterhead(sheet, heading.office(), heading.office().mayor());
        Stationery.personRuling(sheet);
        sheet.text(20, 113, Type.bold(9), "期別・納期限");
        sheet.text(20, 119.5f, Type.bold(9), "納付する額");
        sheet.text(20, 126, Type.bold(9), "納付場所");
        SlipStrip.template(sheet, heading.office(), levy);
    }

    private void page(Sheet sheet, Slip slip) {
        Stationery.top(sheet, heading, Wording.fiscalYear(levyYear) + "　" + title());
        sheet.paragraph(
                Box.of(20, 86, 170, 0),
                4.6f,
                Type.regular(9.5f),
                levy.premium() + "を次のとおり納付してください。納期限までに納付されないときは、督促状を発送し、延滞金を加算することがあります。");
        Stationery.person(sheet, heading.insured());
        sheet.text(
                50, 113, Type.regular(9.5f), slip.period() + "　納期限　" + Wording.date(slip.dueOn()));
        sheet.text(50, 119.7f, Type.bold(11), Wording.yenInText(slip.amounts().total()));
        sheet.paragraph(Box.of(50, 126, 140, 0), 4.4f, Type.regular(8.5f), places);
        SlipStrip.fields(sheet, heading, slip);
    }
}
