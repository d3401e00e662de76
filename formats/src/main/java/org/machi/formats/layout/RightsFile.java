package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 行政資格異動データ (KOKI_RIGHTS): what the resident record says of 後期高齢者医療 (住基法7条10号の2). Beside the 宛名番号
 * it carries three items and no more: not the insured number, not a reason.
 */
public final class RightsFile {
    private static final Layout.Builder L = Layout.named("行政資格異動データ");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED =
            L.must(Column.code("insured", "被保険者該当の有無", "1", "有", "0", "無"));
    public static final Column<LocalDate> ACQUIRED_ON =
            L.add(Column.date("acquired_on", "資格取得年月日"));
    public static final Column<LocalDate> LOST_ON = L.add(Column.date("lost_on", "資格喪失年月日"));

    public static final Layout LAYOUT = L.build();

    private RightsFile() {}
}
