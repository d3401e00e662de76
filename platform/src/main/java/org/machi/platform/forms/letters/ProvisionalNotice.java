package org.machi.platform.forms.letters;

import java.util.List;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Template;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/**
 * 後期高齢者医療保険料仮徴収額決定通知書 and 仮徴収額変更通知書: what is deducted in April, June and August before the premium
 * of the year is known.
 *
 * @param levyYear 相当年度
 * @param occasion the first telling, or a change of an amount that was told
 * @param pension 対象年金
 * @param basis how the amount came about, such as 前年度2月の特別徴収額と同額
 * @param deductions the provisional months, 1–3
 */
public record ProvisionalNotice(
        Heading heading,
        int levyYear,
        Occasion occasion,
        String pension,
        String basis,
        List<Instalment> deductions)
        implements Letter {

    /** Why the letter is sent. */
    public enum Occasion {
        DECIDED(
                "後期高齢者医療保険料仮徴収額決定通知書",
                "高齢者の医療の確保に関する法律第110条において準用する介護保険法第140条の規定により、%sの保険料額が決定するまでの間、あなたの年金から差し引く額を次のとおり決定しましたので通知します。"),
        CHANGED(
                "後期高齢者医療保険料仮徴収額変更通知書",
                "高齢者の医療の確保に関する法律第110条において準用する介護保険法第140条第2項の規定により、%sの保険料額が決定するまでの間、あなたの年金から差し引く額を次のとおり変更しましたので通知します。");

        private final String title;
        private final String text;

        Occasion(String title, String text) {
            this.title = title;
            this.text = text;
        }
    }

    @Override
    public LetterId id() {
        return heading.id();
    }

    @Override
    public List<Field> fields() {
        return heading.fields(new Field("対象年金", pension), new Field("算定の基礎", basis));
    }

    @Override
    public List<Page> pages() {
        var code = occasion.title + heading.office().code();
        return List.of(
                new Page(new Template(code + "表", this::template), this::front),
                new Page(new Template(code + "裏", this::backTemplate), this::back));
    }

    private void template(Sheet sheet) {
        Stationery.letterhead(sheet, heading.office(), heading.office().mayor());
        Stationery.personRuling(sheet);
        DeductionTable.ruling(sheet, 118, 3);
        sheet.text(20, 164, Type.bold(9), "対象年金");
        sheet.text(20, 171, Type.bold(9), "算定の基礎");
        var page = new TextPage(sheet, 186);
        page.heading("仮徴収について");
        page.paragraph(
                "その年度の保険料額は、前年の所得が確定した後、7月に決定します。それまでの間、4月、6月及び8月に支払われる年金からは、前年度の保険料を基に仮に算定した額を差し引きます。");
        page.paragraph("保険料額の決定後は、年間の保険料額から仮徴収額を差し引いた残りの額を、10月、12月及び翌年2月の年金から差し引きます。");
        page.paragraph("特別徴収に代えて口座振替により納付することもできます。ご希望の方はお問い合わせください。");
    }

    private void front(Sheet sheet) {
        Stationery.top(sheet, heading, Wording.fiscalYear(levyYear) + "　" + occasion.title);
        sheet.paragraph(
                Box.of(20, 86, 170, 0),
                4.6f,
                Type.regular(9.5f),
                occasion.text.formatted(Wording.fiscalYear(levyYear)));
        Stationery.person(sheet, heading.insured());
        DeductionTable.cells(sheet, 118, 3, deductions);
        sheet.fitted(45, 164, 145, Type.regular(9.5f), pension);
        sheet.fitted(45, 171, 145, Type.regular(9.5f), basis);
    }

    private void backTemplate(Sheet sheet) {
        var page = new TextPage(sheet);
        page.objection(heading.office(), heading.office().city(), heading.office().head());
        page.contact(heading.office());
    }

    private void back(Sheet sheet) {
        Stationery.letterNo(sheet, heading);
    }
}
