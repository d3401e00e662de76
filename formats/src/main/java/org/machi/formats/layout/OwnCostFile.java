package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 自己負担額情報 (K_OWN_COST): what somebody paid in the year from August to July under another insurer,
 * as its 自己負担額証明書 says: for medical care before he came, or for care (介護保険). A later row of the
 * same number replaces the earlier one.
 */
public final class OwnCostFile {
    private static final Layout.Builder L = Layout.named("自己負担額情報");

    public static final Column<String> CERTIFICATE_NO =
            L.must(Column.digits("certificate_no", "自己負担額証明書整理番号", 17));
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<LocalDate> YEAR_FROM =
            L.must(Column.date("year_from", "計算期間の初日（8月1日）"));
    public static final Column<String> BRANCH =
            L.must(Column.code("branch", "制度区分", "1", "医療保険", "2", "介護保険"));
    public static final Column<String> INSURER =
            L.must(Column.digitsUpTo("insurer", "証明した保険者番号", 8));
    public static final Column<LocalDate> FROM_ON = L.must(Column.date("from_on", "加入期間の初日"));
    public static final Column<LocalDate> UNTIL_ON = L.must(Column.date("until_on", "加入期間の末日"));

    /** 外来 after 高額療養費, of the months that belong into 外来年間合算; none for care. */
    public static final Column<Long> OUTPATIENT = L.must(Column.yen("outpatient", "うち外来の自己負担額"));

    /** After 高額療養費 or 高額介護サービス費. */
    public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "自己負担額"));

    public static final Layout LAYOUT = L.build();

    private OwnCostFile() {}
}
