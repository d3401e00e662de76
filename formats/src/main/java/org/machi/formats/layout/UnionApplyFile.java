package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 届出・申請 (U_APPLY): what the counter or another office brought in and the union decides. */
public final class UnionApplyFile {
    private static final Layout.Builder L = Layout.named("届出・申請情報");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.add(Keys.insuredNo());
    public static final Column<String> RECEPTION_NO =
            L.must(Column.digits("reception_no", "受付番号", 10));
    public static final Column<String> KIND =
            L.must(
                    Column.code(
                            "kind", "届出種別コード", "01", "生活保護開始", "02", "生活保護廃止", "03", "障害認定申請", "04",
                            "障害認定撤回", "05", "住所地特例適用", "06", "住所地特例変更", "07", "住所地特例終了", "08",
                            "適用除外該当", "09", "適用除外非該当", "10", "元被扶養者", "11", "減免申請", "12", "送付先",
                            "13", "簡易申告"));
    public static final Column<String> CANCELLED =
            L.must(Column.code("cancelled", "取消区分", "0", "通常", "1", "取消"));
    public static final Column<LocalDate> RECEIVED_ON = L.must(Column.date("received_on", "受付年月日"));
    public static final Column<LocalDate> OCCURRED_ON =
            L.must(Column.date("occurred_on", "事由発生年月日"));
    public static final Column<LocalDate> UNTIL_ON = L.add(Column.date("until_on", "終了年月日"));

    /** 障害の程度: 手帳 and grade, or 障害年金 (施行令別表). */
    public static final Column<String> DISABILITY =
            L.add(
                    Column.code(
                            "disability",
                            "障害区分",
                            "11",
                            "身体1級",
                            "12",
                            "身体2級",
                            "13",
                            "身体3級",
                            "14",
                            "身体4級（一部）",
                            "21",
                            "精神1級",
                            "22",
                            "精神2級",
                            "31",
                            "療育A",
                            "41",
                            "障害年金1級",
                            "42",
                            "障害年金2級"));

    public static final Column<String> OTHER_CODE =
            L.add(Column.municipality("other_code", "相手方市町村コード"));
    public static final Column<String> FACILITY = L.add(Column.text("facility", "施設名", 60));
    public static final Column<String> FACILITY_ADDRESS =
            L.add(Column.text("facility_address", "施設所在地", 150));
    public static final Column<Long> LEVY_YEAR = L.add(Keys.levyYear());
    public static final Column<Long> RELIEF = L.add(Column.yen("relief", "減免申請額"));
    public static final Column<String> NOTE = L.add(Column.text("note", "備考", 200));

    public static final Layout LAYOUT = L.build();

    private UnionApplyFile() {}
}
