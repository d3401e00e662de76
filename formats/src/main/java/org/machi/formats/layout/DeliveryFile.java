package org.machi.formats.layout;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 配信ファイル (U_DELIVERY): one list that a union distributes to a city by a registered definition. The
 * first row (行番号 0) carries the item names that the definition chose, the others their values; an
 * item that the definition did not choose stands in no file (seed 001, 簡単確認システム ①③).
 */
public final class DeliveryFile {
    /** Items that a definition may choose at most. */
    public static final int ITEMS = 12;

    private static final Layout.Builder L = Layout.named("配信ファイル");

    public static final Column<Long> DELIVERY_NO =
            L.must(Column.number("delivery_no", "配信番号", 1, 9_999_999_999L));
    public static final Column<String> DEFINITION = L.must(Column.ascii("definition", "定義コード", 10));
    public static final Column<String> NAME = L.must(Column.text("definition_name", "名称", 60));
    public static final Column<LocalDate> FROM_ON = L.must(Column.date("from_on", "対象期間（から）"));
    public static final Column<LocalDate> TO_ON = L.must(Column.date("to_on", "対象期間（まで）"));
    public static final Column<LocalDate> KEEP_UNTIL = L.must(Column.date("keep_until", "取得期限"));
    public static final Column<Long> ROW_NO =
            L.must(Column.number("row_no", "行番号", 0, 9_999_999_999L));
    public static final Column<Long> PERSON_NO = L.add(Keys.personNo());

    /** What the definition chose, from the first; the others stay empty. */
    public static final List<Column<String>> VALUES =
            IntStream.rangeClosed(1, ITEMS)
                    .mapToObj(n -> L.add(Column.text("item_%02d".formatted(n), "項目" + n, 200)))
                    .toList();

    public static final Layout LAYOUT = L.build();

    private DeliveryFile() {}
}
