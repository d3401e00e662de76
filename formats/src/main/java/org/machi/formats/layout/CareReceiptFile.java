package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * レセプト情報 (K_RECEIPT): what the institutions claimed for a month's care of the insured and 国保連
 * examined. One receipt per person, institution, kind and month; a correction carries the number of
 * the first and all values anew, a cancellation takes it back. 医療費 is 点数 times ten yen.
 */
public final class CareReceiptFile {
    private static final Layout.Builder L = Layout.named("レセプト情報");

    public static final Column<String> RECEIPT_NO =
            L.must(Column.digits("receipt_no", "レセプト管理番号", 18));
    public static final Column<String> CHANGE =
            L.must(Column.code("change", "処理区分", "1", "新規", "2", "訂正（過誤・再審査）", "3", "取消"));
    public static final Column<LocalDate> EXAMINED =
            L.must(BenefitCodes.month("examined", "審査年月（1日）"));
    public static final Column<LocalDate> CARE_MONTH =
            L.must(BenefitCodes.month("care_month", "診療年月（1日）"));
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<String> INSTITUTION =
            L.must(Column.digits("institution", "医療機関等コード", 10));
    public static final Column<String> KIND =
            L.must(
                    Column.code(
                            "kind", "レセプト種別", "11", "医科入院", "12", "医科外来", "21", "歯科入院", "22",
                            "歯科外来", "31", "調剤", "41", "訪問看護"));
    public static final Column<String> SHARE = L.must(InsuredFile.copay("share", "給付割合に対する負担割合"));
    public static final Column<Long> DAYS = L.must(Column.number("days", "実日数（処方回数）", 0, 99));
    public static final Column<Long> POINTS = L.must(Column.number("points", "点数", 0, 99_999_999));

    /** What the patient paid for the care, meals not counted. */
    public static final Column<Long> PAID = L.total(Column.yen("paid", "一部負担金"));

    /** 現物給付された高額療養費: not taken from the patient because a ceiling was reached. */
    public static final Column<Long> IN_KIND = L.must(Column.yen("in_kind", "高額療養費（現物給付）"));

    public static final Column<String> PUBLIC_CODE =
            L.add(Column.digits("public_code", "公費法別番号", 2));
    public static final Column<Long> PUBLIC_PAID = L.must(Column.yen("public_paid", "公費負担額"));
    public static final Column<Boolean> DISEASE = L.must(Column.flag("disease", "特定疾病（長・長2）"));
    public static final Column<Boolean> THIRD_PARTY =
            L.must(Column.flag("third_party", "第三者行為（特記）"));
    public static final Column<Long> MEALS = L.must(Column.number("meals", "食事回数", 0, 300));
    public static final Column<Long> MEALS_PAID = L.must(Column.yen("meals_paid", "食事療養標準負担額"));

    public static final Layout LAYOUT = L.build();

    private CareReceiptFile() {}
}
