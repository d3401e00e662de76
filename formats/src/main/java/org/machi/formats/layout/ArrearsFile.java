package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 滞納情報 (U_ARREARS): the state of an instalment that is or was unpaid after its due day: ◆収滞納状況 and
 * the 24 items of the 滞納ファイル (seed 001 別添2). 23 items of carry-over by year are one state here,
 * because the year columns (繰越時・過年・過々年) repeat what 相当年度 and 滞納繰越年数 say.
 */
public final class ArrearsFile {
    private static final Layout.Builder L = Layout.named("滞納情報");

    public static final Column<String> INSURER_NO = L.must(Keys.insurerNo());
    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<Long> DECISION_YEAR = L.must(Keys.decisionYear());
    public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
    public static final Column<String> METHOD = L.must(Keys.method());
    public static final Column<Long> PERIOD = L.must(Keys.period());
    public static final Column<String> ASSESSMENT_NO = L.must(Keys.assessmentNo());
    public static final Column<Long> CHARGED_FIRST = L.must(Column.yen("charged_first", "調定後期割額"));
    public static final Column<Long> CHARGED = L.must(Column.yen("charged", "期割額"));
    public static final Column<LocalDate> SLIP_ISSUED_ON =
            L.add(Column.date("slip_issued_on", "納付書発行年月日"));
    public static final Column<Long> SLIP_COUNT =
            L.must(Column.number("slip_count", "納付書発行回数", 0, 99));
    public static final Column<LocalDate> DEBIT_MADE_ON =
            L.add(Column.date("debit_made_on", "口座振替作成年月日"));
    public static final Column<LocalDate> FIRST_DUE_ON =
            L.must(Column.date("first_due_on", "調定後納期限年月日"));
    public static final Column<LocalDate> DUE_ON = L.must(Column.date("due_on", "納期限年月日"));
    public static final Column<Long> UNPAID = L.total(Column.yen("unpaid", "収納未済額"));
    public static final Column<Long> RECEIVED = L.must(Column.yen("received", "収納済額"));
    public static final Column<String> STATE =
            L.must(
                    Column.code(
                            "state", "収納済コード", "0", "未納", "1", "一部納付", "2", "完納", "3", "過誤納", "4",
                            "不納欠損"));
    public static final Column<LocalDate> PAID_ON = L.add(Column.date("paid_on", "領収年月日"));
    public static final Column<LocalDate> RECEIVED_ON = L.add(Column.date("received_on", "収納年月日"));
    public static final Column<Long> PART_COUNT =
            L.must(Column.number("part_count", "分納回数", 0, 999));
    public static final Column<String> DEMAND_HOLD =
            L.must(
                    Column.code(
                            "demand_hold",
                            "督促催告不要コード",
                            "0",
                            "なし",
                            "1",
                            "督促不要",
                            "2",
                            "催告不要",
                            "3",
                            "両方不要"));
    public static final Column<Long> LATE_CHARGED = L.must(Column.yen("late_charged", "延滞金調定額"));
    public static final Column<Long> LATE_PAID = L.must(Column.yen("late_paid", "延滞金済額"));
    public static final Column<Long> FEE_CHARGED = L.must(Column.yen("fee_charged", "督促手数料調定額"));
    public static final Column<Long> FEE_PAID = L.must(Column.yen("fee_paid", "督促手数料済額"));
    public static final Column<String> GRACE =
            L.must(
                    Column.code(
                            "grace",
                            "徴収猶予区分コード",
                            "0",
                            "なし",
                            "1",
                            "徴収猶予",
                            "2",
                            "換価の猶予",
                            "3",
                            "執行停止"));
    public static final Column<LocalDate> GRACE_ASKED_ON =
            L.add(Column.date("grace_asked_on", "徴収猶予申請年月日"));
    public static final Column<LocalDate> GRACE_DUE_ON =
            L.add(Column.date("grace_due_on", "徴収猶予後納期限年月日"));
    public static final Column<LocalDate> PROMISED_ON =
            L.add(Column.date("promised_on", "納付誓約年月日"));
    public static final Column<LocalDate> PROMISED_DUE_ON =
            L.add(Column.date("promised_due_on", "納付誓約後納期限年月日"));
    public static final Column<Long> OVERPAID = L.must(Column.yen("overpaid", "過誤納額"));
    public static final Column<Long> REFUNDED = L.must(Column.yen("refunded", "還付額"));
    public static final Column<Long> OFFSET = L.must(Column.yen("offset_yen", "充当額"));
    public static final Column<Long> OFFSET_INTO = L.must(Column.yen("offset_into", "被充当額"));
    public static final Column<LocalDate> WRITTEN_OFF_ON =
            L.add(Column.date("written_off_on", "不納欠損年月日"));
    public static final Column<String> WRITE_OFF_BY =
            L.add(
                    Column.code(
                            "write_off_by",
                            "不納欠損事由コード",
                            "1",
                            "時効完成",
                            "2",
                            "執行停止3年",
                            "3",
                            "即時消滅",
                            "9",
                            "その他"));
    public static final Column<Long> WRITTEN_OFF = L.must(Column.yen("written_off", "不納欠損額"));
    public static final Column<Long> CARRIED_YEARS =
            L.must(Column.number("carried_years", "滞納繰越年数", 0, 99));
    public static final Column<Long> CARRIED = L.must(Column.yen("carried", "繰越額"));
    public static final Column<LocalDate> DEMANDED_ON =
            L.add(Column.date("demanded_on", "督促状発行年月日"));
    public static final Column<LocalDate> DEMAND_DUE_ON =
            L.add(Column.date("demand_due_on", "督促状納期限年月日"));
    public static final Column<LocalDate> DEMAND_PUBLISHED_ON =
            L.add(Column.date("demand_published_on", "督促状公示送達年月日"));
    public static final Column<LocalDate> REMINDED_ON =
            L.add(Column.date("reminded_on", "催告書発行年月日"));
    public static final Column<LocalDate> REMINDER_DUE_ON =
            L.add(Column.date("reminder_due_on", "催告納期限年月日"));
    public static final Column<String> MEASURE =
            L.add(
                    Column.code(
                            "measure", "処分内容コード", "1", "差押（預金）", "2", "差押（年金）", "3", "差押（不動産）", "4",
                            "参加差押", "5", "交付要求", "9", "その他"));
    public static final Column<LocalDate> MEASURE_FROM =
            L.add(Column.date("measure_from", "処分開始年月日"));
    public static final Column<LocalDate> MEASURE_UNTIL =
            L.add(Column.date("measure_until", "処分終了年月日"));
    public static final Column<LocalDate> LIMITATION_FROM =
            L.add(Column.date("limitation_from", "時効起算年月日"));
    public static final Column<String> LIMITATION_BY = L.add(limitationBy());
    public static final Column<LocalDate> LIMITATION_ON =
            L.add(Column.date("limitation_on", "時効完成年月日"));

    public static final Layout LAYOUT = L.build();

    private ArrearsFile() {}

    static Column<String> limitationBy() {
        return Column.code(
                "limitation_by",
                "時効起算年月日区分コード",
                "1",
                "納期限",
                "2",
                "督促",
                "3",
                "一部納付（承認）",
                "4",
                "納付誓約",
                "5",
                "差押",
                "6",
                "徴収猶予");
    }
}
