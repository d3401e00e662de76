package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 配信ファイルの取得状況 (C_DELIVERY_SEEN): who in the city looked at, downloaded or printed what the union
 * distributed, and when it arrived (seed 001, 簡単確認システム ②).
 */
public final class DeliverySeenFile {
    private static final Layout.Builder L = Layout.named("配信ファイルの取得状況");

    public static final Column<Long> DELIVERY_NO =
            L.must(Column.number("delivery_no", "配信番号", 1, 9_999_999_999L));
    public static final Column<String> DEED =
            L.must(Column.code("deed", "取得の種別", "1", "到着", "2", "照会", "3", "ダウンロード", "4", "印刷"));
    public static final Column<LocalDate> DONE_ON = L.must(Column.date("done_on", "業務日付"));
    public static final Column<LocalDate> AT_DATE = L.must(Column.date("at_date", "年月日"));
    public static final Column<String> AT_TIME = L.must(Column.digits("at_time", "時刻（時分秒）", 6));
    public static final Column<String> STAFF_NO = L.add(Column.ascii("staff_no", "職員番号", 20));
    public static final Column<String> STAFF_NAME = L.add(Column.text("staff_name", "職員氏名", 60));
    public static final Column<String> TERMINAL = L.add(Column.text("terminal", "端末", 60));

    public static final Layout LAYOUT = L.build();

    private DeliverySeenFile() {}
}
