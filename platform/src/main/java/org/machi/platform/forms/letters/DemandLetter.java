package org.machi.platform.forms.letters;

import java.time.LocalDate;
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
 * 督促状 of 地方自治法231条の3第1項, one per 期, with the slip to pay it.
 *
 * @param levyYear 相当年度
 * @param originallyDueOn 納期限 that has passed; the slip carries the new date (指定期限)
 * @param checkedOn 収納を確認した日: payments up to then are taken into account
 * @param lateChargeText 延滞金の割合 in the ordinance's words
 * @param liability why somebody else than the insured person is asked (連帯納付義務者); empty for the
 *     insured
 */
public record DemandLetter(
        Heading heading,
        Levy levy,
        int levyYear,
        LocalDate originallyDueOn,
        LocalDate checkedOn,
        String lateChargeText,
        Slip slip,
        String liability)
        implements Letter {
    private static final Type CELL = Type.regular(8.5f);

    /** For the insured person. */
    public DemandLetter(
            Heading heading,
            Levy levy,
            int levyYear,
            LocalDate originallyDueOn,
            LocalDate checkedOn,
            String lateChargeText,
            Slip slip) {
        this(heading, levy, levyYear, originallyDueOn, checkedOn, lateChargeText, slip, "");
    }

    /** For 後期高齢者医療保険料. */
    public DemandLetter(
            Heading heading,
            int levyYear,
            LocalDate originallyDueOn,
            LocalDate checkedOn,
            String lateChargeText,
            Slip slip) {
        this(heading, Levy.KOKI, levyYear, originallyDueOn, checkedOn, lateChargeText, slip);
    }

    @Override
    public LetterId id() {
        return heading.id();
    }

    @Override
    public List<Field> fields() {
        var fields = new ArrayList<>(heading.fields(new Field("延滞金", lateChargeText)));
        fields.addAll(slip.fields());
        return fields;
    }

    @Override
    public List<Page> pages() {
        var key = "督促状" + levy + heading.office().code();
        return List.of(
                new Page(new Template(key + "表", this::template), this::front),
                new Page(new Template(key + "裏", this::backTemplate), this::back));
    }

    private void template(Sheet sheet) {
        Stationery.letterhead(sheet, heading.office(), heading.office().mayor());
        Stationery.personRuling(sheet);
        table().ruling(sheet, 1, CELL);
        sheet.text(20, 130, Type.bold(9.5f), "指定期限");
        SlipStrip.template(sheet, heading.office(), levy);
    }

    private void front(Sheet sheet) {
        Stationery.top(sheet, heading, "督　促　状");
        sheet.paragraph(Box.of(20, 86, 170, 0), 4.6f, Type.regular(9.5f), text());
        Stationery.person(sheet, heading.insured());
        var amounts = slip.amounts();
        table().row(
                        sheet,
                        1,
                        CELL,
                        List.of(
                                Wording.fiscalYear(levyYear),
                                slip.period(),
                                Wording.date(originallyDueOn),
                                Wording.yenInText(amounts.premium()),
                                Wording.yenInText(amounts.demandFee()),
                                Wording.yenInText(amounts.lateCharge())));
        sheet.text(45, 130.2f, Type.bold(11), Wording.date(slip.dueOn()));
        sheet.paragraph(
                Box.of(20, 136.5f, 170, 0),
                4.4f,
                Type.regular(8.5f),
                "この督促状は、%sまでに確認した納付に基づいて作成しています。行き違いに納付されたときは、ご容赦ください。納付が困難なときは、お早めにご相談ください。"
                        .formatted(Wording.date(checkedOn)));
        SlipStrip.fields(sheet, heading, slip);
    }

    /** Three lines at most, with the liability of somebody else as without it. */
    private String text() {
        return liability.isEmpty()
                ? "次の%sは、納期限を過ぎましたが納付が確認できません。地方自治法第231条の3第1項の規定により督促しますので、指定期限までに納付してください。"
                        .formatted(levy.premium())
                : liability + "納期限を過ぎましたが納付が確認できないため、地方自治法第231条の3第1項の規定により督促します。指定期限までに納付してください。";
    }

    private static Table table() {
        return new Table(
                20,
                111,
                6,
                List.of(
                        Table.centre("年度", 28),
                        Table.centre("期別", 20),
                        Table.centre("納期限", 38),
                        Table.right("保険料額", 30),
                        Table.right("督促手数料", 26),
                        Table.right("延滞金", 28)));
    }

    private void backTemplate(Sheet sheet) {
        var page = new TextPage(sheet);
        page.heading("延滞金について");
        page.paragraph(lateChargeText);
        page.heading("滞納処分について");
        page.paragraph(
                "指定期限までに完納されないときは、%s及び地方自治法第231条の3第3項の規定により、財産の差押えなどの滞納処分を行うことがあります。"
                        .formatted(levy.seizure()));
        page.heading("連帯納付義務について");
        page.paragraph(
                "普通徴収の%sは、被保険者の属する世帯の世帯主と被保険者の配偶者も、連帯して納付する義務を負います（%s）。"
                        .formatted(levy.premium(), levy.jointly()));
        page.objection(heading.office(), heading.office().city(), heading.office().head());
        page.contact(heading.office());
    }

    private void back(Sheet sheet) {
        Stationery.letterNo(sheet, heading);
    }
}
