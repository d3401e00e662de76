package org.machi.formats.layout;

import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 介護保険料の特別徴収額 (KAIGO_DED): what 介護 takes from each pension payment, for the rule that both premiums
 * together may not pass one half of the payment (高齢者の医療の確保に関する法律施行令23条).
 */
public final class CareDeductionFile {
    private static final Layout.Builder L = Layout.named("介護保険料 特別徴収額");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> CARE_NO = L.must(Column.digits("care_no", "介護被保険者番号", 10));
    public static final Column<String> PENSION_NO =
            L.must(Column.digits("pension_no", "基礎年金番号", 10));
    public static final Column<String> PENSION_CODE =
            L.must(Column.digits("pension_code", "年金コード", 4));
    public static final Column<String> COLLECTOR =
            L.must(Column.digits("collector", "特別徴収義務者コード", 3));
    public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());

    /** The month in which the pension is paid: 4, 6, 8, 10, 12 or 2. */
    public static final Column<String> PAYMENT_MONTH =
            L.must(
                    Column.code(
                            "payment_month",
                            "年金支払月",
                            "04",
                            "4月",
                            "06",
                            "6月",
                            "08",
                            "8月",
                            "10",
                            "10月",
                            "12",
                            "12月",
                            "02",
                            "2月"));

    public static final Column<String> STAGE =
            L.must(Column.code("stage", "仮本区分", "1", "仮徴収", "2", "本徴収"));
    public static final Column<String> STATE =
            L.must(Column.code("state", "特別徴収状態", "1", "徴収中", "2", "開始予定", "3", "中止"));
    public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "特別徴収額"));

    public static final Layout LAYOUT = L.build();

    private CareDeductionFile() {}
}
