package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 取込結果 (U_RESULT, C_RESULT): what became of files at their receiver. Each file has one row of its
 * own (重さ 0) and one for each finding; values are shortened, and characters that are no everyday
 * ones are replaced by 〓.
 */
public final class ResultFile {
    private static final Layout.Builder L = Layout.named("取込結果");

    public static final Column<String> FILE_NAME = L.must(Column.ascii("file_name", "対象ファイル名", 60));
    public static final Column<String> RESULT =
            L.must(
                    Column.code(
                            "result", "取込結果", "1", "取込済", "2", "一部除外", "3", "拒否", "4", "保留", "5",
                            "重複", "6", "破棄"));
    public static final Column<LocalDate> TAKEN_ON = L.must(Column.date("taken_on", "取込年月日"));
    public static final Column<Long> ROWS =
            L.must(Column.number("row_count", "件数", 0, 9_999_999_999L));
    public static final Column<Long> BAD_ROWS =
            L.must(Column.number("bad_rows", "除外件数", 0, 9_999_999_999L));
    public static final Column<String> SEVERITY =
            L.must(Column.code("severity", "重さ", "0", "ファイル", "1", "全件拒否", "2", "行の除外", "3", "注意"));
    public static final Column<Long> LINE =
            L.must(Column.number("at_line", "行番号", 0, 9_999_999_999L));
    public static final Column<String> ITEM = L.add(Column.text("item", "項目", 60));
    public static final Column<String> VALUE = L.add(Column.text("value", "値", 100));
    public static final Column<String> REASON = L.add(Column.text("reason", "理由", 200));
    public static final Column<String> WHAT_TO_DO = L.add(Column.text("what_to_do", "対処", 200));

    public static final Layout LAYOUT = L.build();

    private ResultFile() {}
}
