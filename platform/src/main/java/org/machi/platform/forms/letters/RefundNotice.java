package org.machi.platform.forms.letters;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Letter;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Table;
import org.machi.platform.forms.Template;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/**
 * 過誤納金還付（充当）通知書: what was paid too much, what of it was set against unpaid premiums, what is paid
 * back.
 *
 * @param overpayments at most 8 lines
 * @param offsets at most 5 lines; empty when nothing was set off
 * @param interest 還付加算金 in yen
 * @param payout how it is paid back; null when nothing is
 */
public record RefundNotice(
        Heading heading,
        Occasion occasion,
        List<Overpayment> overpayments,
        List<Offset> offsets,
        long interest,
        @Nullable Payout payout)
        implements Letter {
    private static final Type CELL = Type.regular(8.5f);
    private static final int LINES = 8;
    private static final int OFFSETS = 5;

    public RefundNotice {
        if (overpayments.size() > LINES || offsets.size() > OFFSETS) {
            throw new IllegalArgumentException("還付通知書の表に入らない行数です");
        }
    }

    /** A refund of 後期高齢者医療保険料, with or without an offset. */
    public RefundNotice(
            Heading heading,
            List<Overpayment> overpayments,
            List<Offset> offsets,
            long interest,
            Payout payout) {
        this(heading, new Occasion.Decided(Levy.KOKI), overpayments, offsets, interest, payout);
    }

    /** Why the letter is written. */
    public sealed interface Occasion {
        Levy levy();

        /** It is decided: what remains is paid back, or nothing remains. */
        record Decided(Levy levy) implements Occasion {}

        /**
         * 充当の事前通知 of 則109条: what was deducted too much from a pension will be set off.
         *
         * @param on the day of the offset
         */
        record Announced(Levy levy, LocalDate on) implements Occasion {}
    }

    private String title() {
        String what =
                switch (occasion) {
                    case Occasion.Announced _ -> "過誤納金充当のお知らせ";
                    case Occasion.Decided _ -> payout == null ? "過誤納金充当通知書" : "過誤納金還付（充当）通知書";
                };
        return occasion.levy().premium() + what;
    }

    private String text() {
        String premium = occasion.levy().premium();
        return switch (occasion) {
            case Occasion.Announced(_, LocalDate on) ->
                    "年金から差し引いた%sに過誤納金がありますので、納付の済んでいない保険料に%s付けで次のとおり充当します。充当後に残る額は、還付します。"
                            .formatted(premium, Wording.date(on));
            case Occasion.Decided _ ->
                    "納付された%sに過誤納金がありますので、地方自治法第231条の3第4項の規定により、次のとおり%sします。"
                            .formatted(premium, payout == null ? "充当" : "還付（充当）");
        };
    }

    /**
     * One over-payment.
     *
     * @param label year and period, such as 令和8年度 第3期
     * @param charged 調定額 after the change
     * @param reason such as 減額更正, 重複納付
     */
    public record Overpayment(
            String label, LocalDate paidOn, long paid, long charged, String reason) {
        long tooMuch() {
            return paid - charged;
        }
    }

    /**
     * 充当 to one unpaid instalment.
     *
     * @param label year and period
     */
    public record Offset(String label, LocalDate dueOn, long yen) {}

    /**
     * 還付の方法.
     *
     * @param text such as the masked account, or that a claim form is enclosed
     * @param claimBy last day for claiming: two years (法160条1項)
     */
    public record Payout(String text, LocalDate claimBy) {}

    @Override
    public LetterId id() {
        return heading.id();
    }

    @Override
    public List<Field> fields() {
        return payout == null ? heading.fields() : heading.fields(new Field("還付方法", payout.text()));
    }

    @Override
    public List<Page> pages() {
        var key = title() + heading.office().code();
        return List.of(
                new Page(new Template(key + "表", this::template), this::front),
                new Page(new Template(key + "裏", this::backTemplate), this::back));
    }

    private long tooMuch() {
        return overpayments.stream().mapToLong(Overpayment::tooMuch).sum();
    }

    private long setOff() {
        return offsets.stream().mapToLong(Offset::yen).sum();
    }

    private void template(Sheet sheet) {
        Stationery.letterhead(sheet, heading.office(), heading.office().mayor());
        Stationery.personRuling(sheet);
        sheet.text(20, 115, Type.bold(9.5f), "過誤納金");
        overTable().ruling(sheet, LINES, CELL);
        sheet.text(20, 177, Type.bold(9.5f), "充当");
        offsetTable().ruling(sheet, OFFSETS, CELL);
        sumTable().ruling(sheet, 4, CELL);
        if (payout != null) {
            sheet.text(20, 227, Type.bold(9.5f), "還付の方法");
            sheet.text(20, 239, Type.bold(9.5f), "請求の期限");
        }
    }

    private void front(Sheet sheet) {
        Stationery.top(sheet, heading, title());
        sheet.paragraph(Box.of(20, 86, 170, 0), 4.6f, Type.regular(9.5f), text());
        Stationery.person(sheet, heading.insured());
        for (int i = 0; i < overpayments.size(); i++) {
            over(sheet, i + 1, overpayments.get(i));
        }
        for (int i = 0; i < offsets.size(); i++) {
            var offset = offsets.get(i);
            offsetTable()
                    .row(
                            sheet,
                            i + 1,
                            CELL,
                            List.of(
                                    offset.label(),
                                    Wording.shortDate(offset.dueOn()),
                                    Wording.amount(offset.yen())));
        }
        sums(sheet);
        if (payout != null) {
            sheet.paragraph(Box.of(50, 227, 140, 0), 4.6f, Type.regular(9.5f), payout.text());
            sheet.text(50, 239, Type.regular(9.5f), Wording.date(payout.claimBy()));
        }
    }

    private static void over(Sheet sheet, int row, Overpayment over) {
        overTable()
                .row(
                        sheet,
                        row,
                        CELL,
                        List.of(
                                over.label(),
                                Wording.shortDate(over.paidOn()),
                                Wording.amount(over.paid()),
                                Wording.amount(over.charged()),
                                Wording.amount(over.tooMuch()),
                                over.reason()));
    }

    private void sums(Sheet sheet) {
        var table = sumTable();
        table.row(sheet, 1, CELL, List.of("過誤納金の合計", Wording.yenInText(tooMuch())));
        table.row(sheet, 2, CELL, List.of("充当額", Wording.yenInText(setOff())));
        table.row(sheet, 3, CELL, List.of("還付加算金", Wording.yenInText(interest)));
        table.row(
                sheet,
                4,
                Type.bold(9),
                List.of(last(), Wording.yenInText(tooMuch() - setOff() + interest)));
    }

    /** An announced offset doesn't decide yet what is paid back. */
    private String last() {
        return switch (occasion) {
            case Occasion.Announced _ -> "充当後に残る額";
            case Occasion.Decided _ -> "還付額";
        };
    }

    private static Table overTable() {
        return new Table(
                20,
                117,
                5.8f,
                List.of(
                        Table.left("年度・期別", 40),
                        Table.centre("納付日", 22),
                        Table.right("納付額（円）", 25),
                        Table.right("納付すべき額（円）", 31),
                        Table.right("過誤納額（円）", 25),
                        Table.left("理由", 27)));
    }

    private static Table offsetTable() {
        return new Table(
                20,
                179,
                5.8f,
                List.of(
                        Table.left("充当先の年度・期別", 45),
                        Table.centre("納期限", 22),
                        Table.right("充当額（円）", 28)));
    }

    private static Table sumTable() {
        return new Table(122, 179, 6.5f, List.of(Table.left("区分", 32), Table.right("金額", 36)));
    }

    private void backTemplate(Sheet sheet) {
        var page = new TextPage(sheet);
        page.heading("還付を受ける権利について");
        page.paragraph(
                "過誤納金の還付を受ける権利は、%sの規定により、2年を経過したときは時効により消滅します。請求の期限までに手続をしてください。"
                        .formatted(occasion.levy().limitation()));
        page.heading("ご注意");
        page.paragraph(
                heading.office().city()
                        + "の職員が、還付のために現金自動預払機（ATM）の操作をお願いすることや、手数料の振込みをお願いすることはありません。不審な電話があったときは、お問い合わせ先までご連絡ください。");
        page.objection(heading.office(), heading.office().city(), heading.office().head());
        page.contact(heading.office());
    }

    private void back(Sheet sheet) {
        Stationery.letterNo(sheet, heading);
    }
}
