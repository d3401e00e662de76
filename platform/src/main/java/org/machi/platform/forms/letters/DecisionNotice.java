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
import org.machi.platform.forms.Wording;

/**
 * 後期高齢者医療保険料額決定通知書: the calculation of both parts and the instalments on the front, how to pay and
 * how to object on the back.
 *
 * @param levyYear 相当年度, the year in which it begins
 * @param calculations one, or two after leaving and coming back within the year
 * @param decided 年間保険料額 of all parts and segments, in yen
 */
public record DecisionNotice(
        Heading heading, int levyYear, List<Calculation> calculations, long decided, Plan plan)
        implements Letter {
    private static final String TITLE = "後期高齢者医療保険料額決定通知書";
    private static final Type CELL = Type.regular(8.5f);
    private static final float CALCULATION_TOP = 112;
    private static final float PLAN_TOP = 186;

    @Override
    public LetterId id() {
        return heading.id();
    }

    @Override
    public List<Field> fields() {
        return heading.fields(
                new Field("軽減区分", calculations.getFirst().reductionName()),
                new Field("対象年金", plan.pension()),
                new Field("納付方法", plan.methodText()));
    }

    @Override
    public List<Page> pages() {
        var pages = new ArrayList<Page>();
        pages.add(new Page(new Template(key("表"), this::frontTemplate), this::front));
        pages.add(new Page(new Template(key("裏"), this::backTemplate), this::back));
        for (Calculation more : calculations.subList(1, calculations.size())) {
            pages.add(
                    new Page(
                            new Template(key("内訳"), this::segmentTemplate),
                            sheet -> segment(sheet, more)));
        }
        return pages;
    }

    private String key(String page) {
        return TITLE + heading.office().code() + page;
    }

    private void frontTemplate(Sheet sheet) {
        Stationery.letterhead(sheet, heading.office(), heading.office().union());
        Stationery.personRuling(sheet);
        calculationTable(CALCULATION_TOP).ruling(sheet, 12, CELL);
        PlanTables.ruling(sheet, PLAN_TOP);
    }

    private void front(Sheet sheet) {
        Stationery.top(sheet, heading, Wording.fiscalYear(levyYear) + "　" + TITLE);
        sheet.paragraph(
                Box.of(20, 86, 170, 0),
                4.6f,
                Type.regular(9.5f),
                "高齢者の医療の確保に関する法律第104条及び%s後期高齢者医療に関する条例の規定により、あなたの%sの後期高齢者医療保険料額を次のとおり決定しましたので通知します。"
                        .formatted(heading.office().unionName(), Wording.fiscalYear(levyYear)));
        Stationery.person(sheet, heading.insured());
        calculation(sheet, CALCULATION_TOP, calculations.getFirst());
        sheet.text(20, PLAN_TOP - 3.2f, Type.bold(10), "年間保険料額（医療分と子ども分の合計）");
        sheet.right(190, PLAN_TOP - 3f, Type.bold(13), Wording.yenInText(decided));
        PlanTables.cells(sheet, PLAN_TOP, plan);
    }

    private void segmentTemplate(Sheet sheet) {
        calculationTable(50).ruling(sheet, 12, CELL);
    }

    private void segment(Sheet sheet, Calculation more) {
        sheet.centre(105, 25, Type.bold(13), "保険料額の計算（年度内に再び資格を取得した分）");
        sheet.text(20, 38, Type.BODY, "被保険者番号　" + heading.insured().insuredNo());
        sheet.text(90, 38, Type.BODY, "賦課期日　" + Wording.date(more.assessedOn()));
        calculation(sheet, 50, more);
    }

    private static Table calculationTable(float top) {
        return new Table(
                20,
                top,
                5,
                List.of(Table.left("項目", 90), Table.right("医療分", 40), Table.right("子ども分", 40)));
    }

    private static void calculation(Sheet sheet, float top, Calculation calculation) {
        var table = calculationTable(top);
        var labels = calculation.labels();
        var medical = calculation.cells(calculation.medical());
        var child = calculation.childCells();
        sheet.right(
                190,
                top - 1.2f,
                Type.regular(7.5f),
                "賦課期日　" + Wording.date(calculation.assessedOn()));
        for (int i = 0; i < labels.size(); i++) {
            var type = i == labels.size() - 1 ? Type.bold(CELL.points()) : CELL;
            table.row(sheet, i + 1, type, List.of(labels.get(i), medical.get(i), child.get(i)));
        }
    }

    private void backTemplate(Sheet sheet) {
        var page = new TextPage(sheet);
        page.heading("保険料の計算について");
        page.paragraph(
                "保険料は、被保険者全員に等しくご負担いただく均等割額と、所得に応じてご負担いただく所得割額の合計です。医療分のほか、令和8年度から子ども・子育て支援納付金分（子ども分）を合わせてご負担いただきます。賦課限度額は医療分と子ども分のそれぞれに定められています。");
        page.paragraph(
                "「賦課のもととなる所得金額」は、前年の総所得金額等から市町村民税の基礎控除額を控除した額です。世帯主及び被保険者の所得の合計が一定の額以下の世帯では、均等割額が軽減されます。");
        page.paragraph("年度の途中で資格を取得し、又は喪失したときは、資格のある月数に応じた額になります。");
        page.heading("納付について");
        page.paragraph(
                "特別徴収の方は、年金の支払いの際に保険料が差し引かれますので、お手続きは要りません。普通徴収の方は、納期限までに納付書により、又は口座振替により納付してください。納期限までに納付されないときは、督促状を発送し、延滞金を加算することがあります。");
        page.paragraph("災害、失業などの特別な事情により納付が困難なときは、保険料の減免又は徴収猶予を受けられることがあります。お早めにご相談ください。");
        page.objection(heading.office(), heading.office().unionName(), "広域連合長");
        page.contact(heading.office());
    }

    private void back(Sheet sheet) {
        Stationery.letterNo(sheet, heading);
    }
}
