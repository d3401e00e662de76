package org.machi.formats.layout;

import java.time.LocalDate;
import java.util.List;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 所得照会の回答 (INCOME_ANSWER): the inquiry's number and, if income is known, the tax items. */
public final class IncomeAnswerFile {
    private static final Layout.Builder L = Layout.named("所得照会回答");

    public static final Column<String> INQUIRY_NO = L.must(Column.digits("inquiry_no", "照会番号", 10));
    public static final Column<LocalDate> ANSWERED_ON = L.must(Column.date("answered_on", "回答年月日"));
    public static final Column<String> ANSWER =
            L.must(
                    Column.code(
                            "answer",
                            "回答区分",
                            "1",
                            "所得あり",
                            "2",
                            "非課税・所得なし",
                            "3",
                            "未申告",
                            "4",
                            "該当者なし",
                            "5",
                            "他市町村で課税"));

    /** The 63 items as in {@link TaxFile}; 宛名番号 is the asking city's. */
    public static final List<Column<?>> TAX_ITEMS = TaxFile.LAYOUT.columns();

    public static final Layout LAYOUT = L.addAll(TAX_ITEMS).build();

    private IncomeAnswerFile() {}
}
