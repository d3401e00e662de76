package org.machi.platform.forms.letters;

import java.time.LocalDate;
import java.util.List;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Table;
import org.machi.platform.forms.Template;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/**
 * 後期高齢者医療保険料額変更決定通知書: what the premium was, what it is now, and why.
 *
 * @param levyYear 相当年度
 * @param changedOn 変更決定日
 * @param reason 変更理由, such as 所得の更正による変更
 */
public record ChangeNotice(
        Heading heading,
        int levyYear,
        LocalDate changedOn,
        String reason,
        Decision before,
        Decision after)
        implements Letter {
    private static final String TITLE = "後期高齢者医療保険料額変更決定通知書";
    private static final Type CELL = Type.regular(8);
    private static final float CALCULATION_TOP = 121;
    private static final float PLAN_TOP = 193;

    /**
     * One side of the change.
     *
     * @param decided 年間保険料額 in yen
     */
    public record Decision(Calculation calculation, long decided, Plan plan) {}

    @Override
    public LetterId id() {
        return heading.id();
    }

    @Override
    public List<Field> fields() {
        return heading.fields(
                new Field("変更理由", reason),
                new Field("軽減区分", after.calculation().reductionName()),
                new Field("対象年金", after.plan().pension()),
                new Field("納付方法", after.plan().methodText()));
    }

    @Override
    public List<Page> pages() {
        return List.of(
                new Page(new Template(key("表"), this::template), this::front),
                new Page(new Template(key("裏"), this::backTemplate), this::back));
    }

    private String key(String page) {
        return TITLE + heading.office().code() + page;
    }

    private void template(Sheet sheet) {
        Stationery.letterhead(sheet, heading.office(), heading.office().union());
        Stationery.personRuling(sheet);
        table().ruling(sheet, 12, CELL);
        sheet.text(20, 111.5f, Type.bold(8.5f), "変更理由");
        ChangedPlan.ruling(sheet, PLAN_TOP);
    }

    private void front(Sheet sheet) {
        Stationery.top(sheet, heading, Wording.fiscalYear(levyYear) + "　" + TITLE);
        sheet.paragraph(
                Box.of(20, 86, 170, 0),
                4.6f,
                Type.regular(9.5f),
                "さきに通知しました%sの後期高齢者医療保険料額を、%sに次のとおり変更して決定しましたので通知します。"
                        .formatted(Wording.fiscalYear(levyYear), Wording.date(changedOn)));
        Stationery.person(sheet, heading.insured());
        sheet.paragraph(Box.of(38, 111.5f, 152, 0), 4, Type.regular(8.5f), reason);
        calculation(sheet);
        sheet.text(20, PLAN_TOP - 3.5f, Type.bold(10), "年間保険料額");
        sheet.text(
                55,
                PLAN_TOP - 3.5f,
                Type.regular(10),
                "変更前　" + Wording.yenInText(before.decided()));
        sheet.right(
                190, PLAN_TOP - 3.4f, Type.bold(12), "変更後　" + Wording.yenInText(after.decided()));
        ChangedPlan.cells(sheet, PLAN_TOP, before.plan(), after.plan());
    }

    private void calculation(Sheet sheet) {
        var then = before.calculation();
        var now = after.calculation();
        var labels = now.labels(then.reductionName());
        var medicalThen = then.cells(then.medical());
        var medicalNow = now.cells(now.medical());
        var childThen = then.childCells();
        var childNow = now.childCells();
        sheet.right(
                190,
                CALCULATION_TOP - 1.2f,
                Type.regular(7.5f),
                "賦課期日　" + Wording.date(now.assessedOn()));
        for (int i = 0; i < labels.size(); i++) {
            table().row(
                            sheet,
                            i + 1,
                            i == labels.size() - 1 ? Type.bold(CELL.points()) : CELL,
                            List.of(
                                    labels.get(i),
                                    medicalThen.get(i),
                                    medicalNow.get(i),
                                    childThen.get(i),
                                    childNow.get(i)));
        }
    }

    private static Table table() {
        return new Table(
                20,
                CALCULATION_TOP,
                4.9f,
                List.of(
                        Table.left("項目", 62),
                        Table.right("医療分 変更前", 27),
                        Table.right("医療分 変更後", 27),
                        Table.right("子ども分 変更前", 27),
                        Table.right("子ども分 変更後", 27)));
    }

    private void backTemplate(Sheet sheet) {
        var page = new TextPage(sheet);
        page.heading("変更後の納付について");
        page.paragraph("既に到来した納期限までの保険料は、変更前の額のとおり納付してください。これからの納期の保険料は、変更後の額になります。");
        page.paragraph("変更により保険料が納め過ぎとなったときは、別に過誤納金還付（充当）通知書をお送りし、未納の保険料に充て、又はお返しします。");
        page.paragraph("特別徴収の額が変わるときは、年金の支払者への連絡に日数を要するため、差引きの額がしばらく変わらないことがあります。");
        page.objection(heading.office(), heading.office().unionName(), "広域連合長");
        page.contact(heading.office());
    }

    private void back(Sheet sheet) {
        Stationery.letterNo(sheet, heading);
    }
}
