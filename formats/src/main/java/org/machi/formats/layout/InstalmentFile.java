package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 期割情報 (U_INSTALMENT): items 59–68 of seed 004 別添1 with the keys of the assessment, then what 納付原簿
 * (seed 001 別添2) holds for the person's year. A plan is sent whole: all its instalments under one
 * 期割履歴番号.
 */
public final class InstalmentFile {
    private static final Layout.Builder L = Layout.named("期割情報");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
    public static final Column<String> ASSESSMENT_NO = L.must(Keys.assessmentNo());
    public static final Column<Long> ASSESSMENT_VERSION = L.add(Keys.assessmentVersion());
    public static final Column<Long> DECISION_YEAR = L.must(Keys.decisionYear());
    public static final Column<Long> PLAN_VERSION = L.must(Keys.planVersion());
    public static final Column<String> METHOD = L.must(Keys.method());
    public static final Column<String> PAST_YEAR = L.must(Keys.pastYear());
    public static final Column<Long> PERIOD = L.must(Keys.period());
    public static final Column<String> KIND =
            L.must(Column.code("kind", "期割情報種別", "1", "仮徴収", "2", "本徴収", "3", "普通徴収", "4", "随時"));
    public static final Column<LocalDate> DUE_ON = L.must(Column.date("due_on", "納期限年月日"));
    public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "保険料期割額"));
    public static final Column<String> CHANGE =
            L.must(Column.code("change", "異動区分", "1", "新規", "2", "変更", "3", "取消"));
    public static final Column<String> NOTICE_NO =
            L.add(Column.digitsUpTo("notice_no", "通知書番号", 15));
    public static final Column<LocalDate> LEVIED_ON = L.add(Column.date("levied_on", "賦課年月日"));
    public static final Column<Long> CITY_PREMIUM = L.must(Column.yen("city_premium", "市区町村別保険料額"));
    public static final Column<String> NOTICE_REASON =
            L.add(
                    Column.code(
                            "notice_reason",
                            "通知書通知理由コード",
                            "01",
                            "当初決定",
                            "02",
                            "新規資格",
                            "03",
                            "変更",
                            "04",
                            "資格喪失",
                            "05",
                            "仮徴収",
                            "06",
                            "過年度"));
    public static final Column<String> RESULT =
            L.add(
                    Column.code(
                            "result", "賦課結果コード", "1", "特別徴収", "2", "普通徴収", "3", "併徴", "4", "賦課なし"));
    public static final Column<String> METHOD_BEFORE =
            L.add(Column.code("method_before", "前回徴収方法区分コード", "1", "特別徴収", "2", "普通徴収", "3", "併徴"));
    public static final Column<LocalDate> NOTICE_ISSUED_ON =
            L.add(Column.date("notice_issued_on", "納入通知書発行年月日"));
    public static final Column<LocalDate> DEDUCTION_ASKED_ON =
            L.add(Column.date("deduction_asked_on", "特別徴収依頼作成年月日"));
    public static final Column<String> DEDUCTION_STOP =
            L.add(
                    Column.code(
                            "deduction_stop",
                            "特別徴収中止事由コード",
                            "01",
                            "死亡",
                            "02",
                            "転出",
                            "03",
                            "特別事情",
                            "04",
                            "適用除外",
                            "05",
                            "口座振替申出"));
    public static final Column<LocalDate> DEDUCTION_STOPPED_ON =
            L.add(Column.date("deduction_stopped_on", "特別徴収中止依頼作成年月日"));
    public static final Column<LocalDate> PROVISIONAL_CHANGED_ON =
            L.add(Column.date("provisional_changed_on", "仮徴収額変更年月日"));
    public static final Column<String> ORDINARY_REASON =
            L.add(
                    Column.code(
                            "ordinary_reason",
                            "普徴事由",
                            "01",
                            "年金18万円未満",
                            "02",
                            "2分の1超過",
                            "03",
                            "捕捉前",
                            "04",
                            "口座振替申出",
                            "05",
                            "介護特別徴収なし",
                            "06",
                            "年度途中の増額",
                            "07",
                            "特別徴収中止",
                            "99",
                            "その他"));

    public static final Layout LAYOUT = L.build();

    private InstalmentFile() {}
}
