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
 * 特別徴収開始通知書 and 特別徴収中止通知書.
 *
 * @param levyYear 相当年度
 * @param pension 対象年金
 * @param change what happens to the deduction
 * @param deductions when it begins: the months to come; when it stops: the months deducted so far;
 *     at most 6
 */
public record DeductionNotice(
        Heading heading, int levyYear, String pension, Change change, List<Instalment> deductions)
        implements Letter {
    private static final float TABLE_TOP = 122;

    /** Beginning or end of the deduction. */
    public sealed interface Change {
        /**
         * @param from first month, such as 令和8年10月
         */
        record Start(String from) implements Change {}

        /**
         * @param from first month without deduction
         * @param reason 中止事由, such as 被保険者資格の喪失
         * @param then how what is left is paid, such as 納付書により納付
         */
        record Stop(String from, String reason, String then) implements Change {}
    }

    @Override
    public LetterId id() {
        return heading.id();
    }

    @Override
    public List<Field> fields() {
        return switch (change) {
            case Change.Start start ->
                    heading.fields(new Field("対象年金", pension), new Field("開始月", start.from()));
            case Change.Stop stop ->
                    heading.fields(
                            new Field("対象年金", pension),
                            new Field("中止事由", stop.reason()),
                            new Field("今後の納付方法", stop.then()));
        };
    }

    @Override
    public List<Page> pages() {
        var key = title() + heading.office().code();
        return List.of(
                new Page(new Template(key + "表", this::template), this::front),
                new Page(new Template(key + "裏", this::backTemplate), this::back));
    }

    private String title() {
        return switch (change) {
            case Change.Start _ -> "後期高齢者医療保険料特別徴収開始通知書";
            case Change.Stop _ -> "後期高齢者医療保険料特別徴収中止通知書";
        };
    }

    private void template(Sheet sheet) {
        Stationery.letterhead(sheet, heading.office(), heading.office().mayor());
        Stationery.personRuling(sheet);
        DeductionTable.ruling(sheet, TABLE_TOP, 6);
        sheet.text(20, 188, Type.bold(9), "対象年金");
        switch (change) {
            case Change.Start _ -> {
                var page = new TextPage(sheet, 208);
                sheet.text(20, 116, Type.bold(9.5f), "差し引く額");
                sheet.text(20, 195, Type.bold(9), "開始月");
                page.heading("ご注意");
                page.paragraph("特別徴収が始まるまでの納期の保険料は、納付書又は口座振替により納付してください。");
                page.paragraph("特別徴収に代えて口座振替により納付することもできます。ご希望の方はお問い合わせください。");
            }
            case Change.Stop _ -> {
                var page = new TextPage(sheet, 222);
                sheet.text(20, 116, Type.bold(9.5f), "これまでに差し引いた額");
                sheet.text(20, 195, Type.bold(9), "中止月");
                sheet.text(20, 202, Type.bold(9), "中止事由");
                sheet.text(20, 209, Type.bold(9), "今後の納付方法");
                page.heading("ご注意");
                page.paragraph("年金の支払者への連絡に日数を要するため、中止の後に差し引かれることがあります。その額は、後日お返しし、又は未納の保険料に充てます。");
            }
        }
    }

    private void front(Sheet sheet) {
        Stationery.top(sheet, heading, Wording.fiscalYear(levyYear) + "　" + title());
        sheet.paragraph(Box.of(20, 86, 170, 0), 4.6f, Type.regular(9.5f), lead());
        Stationery.person(sheet, heading.insured());
        DeductionTable.cells(sheet, TABLE_TOP, 6, deductions);
        sheet.fitted(50, 188, 140, Type.regular(9.5f), pension);
        switch (change) {
            case Change.Start start -> sheet.text(50, 195, Type.regular(9.5f), start.from());
            case Change.Stop stop -> {
                sheet.text(50, 195, Type.regular(9.5f), stop.from());
                sheet.fitted(50, 202, 140, Type.regular(9.5f), stop.reason());
                sheet.fitted(50, 209, 140, Type.regular(9.5f), stop.then());
            }
        }
    }

    private String lead() {
        String year = Wording.fiscalYear(levyYear);
        return switch (change) {
            case Change.Start _ ->
                    "高齢者の医療の確保に関する法律第110条において準用する介護保険法第136条の規定により、あなたの%sの後期高齢者医療保険料を次のとおり年金から差し引くこととしましたので通知します。"
                            .formatted(year);
            case Change.Stop _ ->
                    "あなたの%sの後期高齢者医療保険料について、年金からの差引きを次のとおり中止しますので、高齢者の医療の確保に関する法律第110条において準用する介護保険法第138条の規定により通知します。"
                            .formatted(year);
        };
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
