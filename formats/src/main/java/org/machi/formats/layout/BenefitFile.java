package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 給付決定情報 (U_BENEFIT): what the union decided about a benefit, and again when the money was sent,
 * could not be paid or came back. A correction of what was decided is a decision of its own about
 * the difference.
 */
public final class BenefitFile {
    private static final Layout.Builder L = Layout.named("給付決定情報");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<String> DECISION_NO =
            L.must(Column.digits("decision_no", "決定番号", 12));
    public static final Column<String> RECEPTION_NO =
            L.add(Column.digits("reception_no", "受付番号", 10));
    public static final Column<String> KIND = L.must(BenefitCodes.kind());
    public static final Column<LocalDate> CARE_MONTH =
            L.add(BenefitCodes.month("care_month", "診療年月（1日）"));
    public static final Column<String> RESULT =
            L.must(
                    Column.code(
                            "result",
                            "決定区分",
                            "1",
                            "支給（承認）",
                            "2",
                            "不支給（不承認）",
                            "3",
                            "保留",
                            "4",
                            "返納",
                            "5",
                            "受理"));
    public static final Column<Long> AMOUNT = L.must(Column.signedYen("amount", "決定額"));
    public static final Column<LocalDate> DECIDED_ON = L.must(Column.date("decided_on", "決定年月日"));
    public static final Column<String> REASON = L.must(Column.text("reason", "決定理由", 300));
    public static final Column<String> STATE =
            L.must(
                    Column.code(
                            "state", "振込状態", "0", "支払なし", "1", "振込待ち", "2", "振込依頼済", "3", "振込済",
                            "4", "振込不能", "5", "返納済"));
    public static final Column<LocalDate> TRANSFER_ON = L.add(Column.date("transfer_on", "振込年月日"));
    public static final Column<String> ACCOUNT =
            L.add(Column.text("account", "振込先（名義と口座番号の下3桁）", 60));

    /** What was recognised holds from this day: 減免, 長期入院該当. */
    public static final Column<LocalDate> EFFECT_FROM =
            L.add(Column.date("effect_from", "適用開始年月日"));

    public static final Column<LocalDate> EFFECT_UNTIL =
            L.add(Column.date("effect_until", "適用終了年月日"));
    public static final Column<String> RELIEF =
            L.add(Column.code("relief", "一部負担金減免区分", "1", "免除", "2", "減額（5割）", "3", "徴収猶予"));

    public static final Layout LAYOUT = L.build();

    private BenefitFile() {}
}
