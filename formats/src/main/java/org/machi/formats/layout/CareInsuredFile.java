package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 被保険者マスタ (K_INSURED): who was insured in a month, for 国保連, which examines the receipts. */
public final class CareInsuredFile {
    private static final Layout.Builder L = Layout.named("被保険者マスタ（国保連）");

    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<LocalDate> CARE_MONTH =
            L.must(BenefitCodes.month("care_month", "対象年月（1日）"));
    public static final Column<LocalDate> ACQUIRED_ON =
            L.must(Column.date("acquired_on", "資格取得年月日"));
    public static final Column<LocalDate> LOST_ON = L.add(Column.date("lost_on", "資格喪失年月日"));
    public static final Column<String> SHARE = L.add(InsuredFile.copay("share", "負担割合"));
    public static final Column<String> LIMIT = L.add(CardFile.limit());

    public static final Layout LAYOUT = L.build();

    private CareInsuredFile() {}
}
