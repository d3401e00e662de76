package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 生活保護 開始・廃止 (SEIHO). It carries no 個人番号 (seed 001). */
public final class WelfareFile {
    private static final Layout.Builder L = Layout.named("生活保護情報");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> CASE_NO = L.must(Column.digitsUpTo("case_no", "ケース番号", 10));
    public static final Column<String> CHANGE =
            L.must(
                    Column.code(
                            "change", "異動区分コード", "1", "開始", "2", "廃止", "3", "停止", "4", "停止解除", "9",
                            "取消"));
    public static final Column<LocalDate> CHANGED_ON = L.must(Column.date("changed_on", "異動年月日"));
    public static final Column<LocalDate> DECIDED_ON = L.must(Column.date("decided_on", "決定年月日"));
    public static final Column<String> NAME_KANA = L.add(Column.kana("name_kana", "氏名（カナ）", 100));
    public static final Column<String> BIRTH_ON = L.add(Column.uncertainDate("birth_on", "生年月日"));

    public static final Layout LAYOUT = L.build();

    private WelfareFile() {}
}
