package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 発送結果・返戻 (PRINT_RESULT): what the print shop posted, and what came back. */
public final class PrintResultFile {
    private static final Layout.Builder L = Layout.named("発送結果");

    public static final Column<String> BUNDLE = L.must(Column.ascii("bundle", "束番号", 40));
    public static final Column<String> LETTER_NO = L.must(Column.digits("letter_no", "発送番号", 12));
    public static final Column<String> KIND = L.must(PrintIndexFile.letterKind());
    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> RESULT =
            L.must(
                    Column.code(
                            "result",
                            "結果コード",
                            "01",
                            "発送済",
                            "02",
                            "引抜き",
                            "03",
                            "印字不良・作り直し",
                            "11",
                            "返戻（宛所なし）",
                            "12",
                            "返戻（転居先不明）",
                            "13",
                            "返戻（受取拒否）",
                            "14",
                            "返戻（保管期間経過）",
                            "19",
                            "返戻（その他）"));
    public static final Column<LocalDate> RESULT_ON = L.must(Column.date("result_on", "結果年月日"));
    public static final Column<Long> PAGES = L.must(Column.number("pages", "ページ数", 0, 999));

    public static final Layout LAYOUT = L.build();

    private PrintResultFile() {}
}
