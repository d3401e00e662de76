package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 収納情報 (U_RECEIPT): items 69–82 of seed 004 別添1. One row is one posting on an instalment (a
 * receipt, a refund, an offset, a cancellation), followed by the instalment's state after it
 * (◆収滞納状況, seed 001).
 */
public final class ReceiptFile {
    private static final Layout.Builder L = Layout.named("収納情報");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<String> MUNICIPALITY_CODE =
            L.must(Column.municipality("municipality_code", "自治体コード"));
    public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
    public static final Column<Long> DECISION_YEAR = L.must(Keys.decisionYear());
    public static final Column<Long> CHARGE_YEAR = L.must(Column.year("charge_year", "調定年度"));
    public static final Column<String> ASSESSMENT_NO = L.must(Keys.assessmentNo());
    public static final Column<String> METHOD = L.must(Keys.method());
    public static final Column<String> LEVY = L.must(Column.digits("levy", "科目コード", 2));
    public static final Column<String> LEVY_SHOWN =
            L.add(Column.digits("levy_shown", "科目表示コード", 2));
    public static final Column<String> NOTICE_NO =
            L.add(Column.digitsUpTo("notice_no", "通知書番号", 15));
    public static final Column<Long> PERIOD = L.must(Column.number("period", "期別コード", 1, 99));
    public static final Column<Long> RECEIPT_SEQ =
            L.must(Column.number("receipt_seq", "収納回数", 1, 999));
    public static final Column<String> PAYMENT_NO =
            L.add(Column.digitsUpTo("payment_no", "納付番号", 20));
    public static final Column<String> KIND =
            L.must(
                    Column.code(
                            "kind",
                            "納付区分",
                            "1",
                            "収納",
                            "2",
                            "還付",
                            "3",
                            "充当（充てた側）",
                            "4",
                            "充当（充てられた側）",
                            "5",
                            "収納取消",
                            "6",
                            "過誤納発生"));
    public static final Column<String> CHANNEL =
            L.add(
                    Column.code(
                            "channel",
                            "収納経路",
                            "1",
                            "窓口",
                            "2",
                            "口座振替",
                            "3",
                            "コンビニ",
                            "4",
                            "特別徴収",
                            "5",
                            "ペイジー・eL-QR",
                            "6",
                            "職員",
                            "9",
                            "その他"));
    public static final Column<LocalDate> PAID_ON = L.must(Column.date("paid_on", "領収日"));
    public static final Column<LocalDate> RECEIVED_ON = L.must(Column.date("received_on", "収納日"));
    public static final Column<LocalDate> BOOKED_ON = L.must(Column.date("booked_on", "会計日"));

    /** Yen on the premium; negative for refunds, cancellations and offsets away. */
    public static final Column<Long> AMOUNT = L.total(Column.signedYen("amount", "納付額"));

    public static final Column<Long> LATE_CHARGE = L.must(Column.signedYen("late_charge", "延滞金"));
    public static final Column<Long> DEMAND_FEE = L.must(Column.signedYen("demand_fee", "督促手数料"));
    public static final Column<Long> CHARGED_AFTER = L.must(Column.yen("charged_after", "期割額"));
    public static final Column<Long> RECEIVED_AFTER = L.must(Column.yen("received_after", "収納済額"));
    public static final Column<Long> UNPAID_AFTER = L.must(Column.yen("unpaid_after", "収納未済額"));
    public static final Column<Long> OVERPAID_AFTER = L.must(Column.yen("overpaid_after", "過誤納額"));
    public static final Column<Long> REFUNDED_AFTER = L.must(Column.yen("refunded_after", "還付額"));
    public static final Column<Long> OFFSET_AFTER = L.must(Column.yen("offset_after", "充当額"));
    public static final Column<Long> OFFSET_INTO_AFTER =
            L.must(Column.yen("offset_into_after", "被充当額"));

    public static final Layout LAYOUT = L.build();

    private ReceiptFile() {}
}
