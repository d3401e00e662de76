package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 届出・申請の決定 (U_DECISION): what the union made of each 届出・申請 of a city, by its 受付番号. A reception that
 * waits is told once as 保留 with what is missing, and again when it is decided.
 */
public final class DecisionFile {
    private static final Layout.Builder L = Layout.named("届出・申請の決定");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.add(Keys.insuredNo());
    public static final Column<String> RECEPTION_NO =
            L.must(Column.digits("reception_no", "受付番号", 10));
    public static final Column<String> KIND = L.must(Column.digits("kind", "届出種別コード", 2));
    public static final Column<String> RESULT =
            L.must(
                    Column.code(
                            "result",
                            "決定区分コード",
                            "1",
                            "決定（認定・承認）",
                            "2",
                            "不認定・却下",
                            "3",
                            "保留",
                            "4",
                            "受理"));
    public static final Column<LocalDate> DECIDED_ON = L.must(Column.date("decided_on", "決定年月日"));
    public static final Column<LocalDate> EFFECTIVE_ON =
            L.add(Column.date("effective_on", "適用開始年月日"));
    public static final Column<LocalDate> UNTIL_ON = L.add(Column.date("until_on", "適用終了年月日"));
    public static final Column<String> REASON = L.must(Column.text("reason", "決定理由", 200));

    /** Taken in at a 窓口端末 of the union, so that the city has no entry of its own yet. */
    public static final Column<Boolean> AT_WINDOW = L.add(Column.flag("at_window", "窓口端末受付フラグ"));

    public static final Column<LocalDate> RECEIVED_ON = L.add(Column.date("received_on", "受付年月日"));
    public static final Column<LocalDate> OCCURRED_ON =
            L.add(Column.date("occurred_on", "事由発生年月日"));

    public static final Layout LAYOUT = L.build();

    private DecisionFile() {}
}
