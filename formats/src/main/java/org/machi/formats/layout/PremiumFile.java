package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 賦課情報 (U_PREMIUM): items 17–58 of seed 004 別添1 for the medical part, in their order, then the same
 * for the child part (子ども・子育て支援金分, from 令和8年度), then the totals. One row = one decision; the newest
 * 賦課履歴番号 replaces the earlier ones. The second segment is filled when one year has two 賦課期日.
 */
public final class PremiumFile {
    private static final Layout.Builder L = Layout.named("賦課情報");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
    public static final Column<Long> DECISION_YEAR = L.must(Keys.decisionYear());
    public static final Column<String> ASSESSMENT_NO = L.must(Keys.assessmentNo());
    public static final Column<Long> ASSESSMENT_VERSION = L.must(Keys.assessmentVersion());

    /** What this city levies: of a person who moved within the union, the city's months only. */
    public static final Column<Long> CITY_PREMIUM = L.total(Column.yen("city_premium", "市区町村別保険料"));

    public static final Column<String> RATE_AREA =
            L.must(Column.digitsUpTo("rate_area", "不均一賦課地区コード", 3));
    public static final Column<String> FINAL =
            L.must(Column.code("final", "暫定確定賦課フラグ", "1", "暫定", "2", "確定"));
    public static final Column<String> DECLARED =
            L.must(
                    Column.code(
                            "declared",
                            "申告区分",
                            "0",
                            "申告済",
                            "1",
                            "未申告者あり",
                            "2",
                            "照会中",
                            "3",
                            "簡易申告"));
    public static final Column<Boolean> NOTICE_NEEDED =
            L.must(Column.flag("notice_needed", "通知書発送要否フラグ"));
    public static final Column<LocalDate> ACQUIRED_ON =
            L.must(Column.date("acquired_on", "資格取得年月日"));
    public static final Column<LocalDate> LOST_ON = L.add(Column.date("lost_on", "資格喪失年月日"));
    public static final Column<LocalDate> MOVED_IN_ON =
            L.add(Column.date("moved_in_on", "広域内転居取得年月日"));
    public static final Column<LocalDate> MOVED_OUT_ON =
            L.add(Column.date("moved_out_on", "広域内転居喪失年月日"));
    public static final Column<String> REASON =
            L.must(
                    Column.code(
                            "reason", "賦課事由コード", "01", "当初賦課", "02", "年齢到達", "03", "転入", "04", "転出",
                            "05", "死亡", "06", "所得更正", "07", "世帯異動", "08", "生活保護", "09", "減免", "10",
                            "障害認定", "11", "広域内転居", "12", "過年度更正", "13", "元被扶養者", "14", "職権", "15",
                            "資格取消", "99", "その他"));
    public static final Column<String> REASON_TEXT = L.must(Column.text("reason_text", "賦課事由", 60));
    public static final Column<LocalDate> DECIDED_ON = L.must(Column.date("decided_on", "賦課決定年月日"));

    /** 所得割率 in 1/100,000: 10.11% = 10110. */
    public static final Column<Long> RATE =
            L.must(Column.number("rate", "所得割率（10万分率）", 0, 100_000));

    public static final Column<Long> BASE = L.must(Column.yen("base", "賦課のもととなる所得金額"));
    public static final Column<Long> INCOME_PART = L.must(Column.yen("income_part", "所得割額"));
    public static final Column<Long> PER_CAPITA = L.must(Column.yen("per_capita", "均等割額"));
    public static final Column<Long> COMPUTED = L.must(Column.yen("computed", "算出額"));
    public static final Column<LocalDate> DAY1 = L.must(Column.date("day1", "賦課期日"));
    public static final Column<String> REDUCTION1 = L.must(reduction("reduction1", "減額区分"));
    public static final Column<Long> REDUCED1 = L.must(Column.yen("reduced1", "均等割軽減額"));
    public static final Column<Long> OVER_CAP1 = L.must(Column.yen("over_cap1", "限度超過額"));
    public static final Column<Long> YEARLY1 = L.must(Column.yen("yearly1", "年保険料額"));
    public static final Column<Long> MONTHS1 = L.must(Column.number("months1", "月数", 0, 12));
    public static final Column<Long> MONTHS_CUT1 = L.must(Column.yen("months_cut1", "月割減額"));
    public static final Column<String> SPECIAL1 = L.must(special("special1", "特別軽減区分"));

    /** Twelve digits, April to March: 1 = insured in the month, 0 = not. */
    public static final Column<String> MONTHLY1 = L.must(Column.digits("monthly1", "月別資格情報", 12));

    public static final Column<LocalDate> DAY2 = L.add(Column.date("day2", "賦課期日２"));
    public static final Column<String> REDUCTION2 = L.add(reduction("reduction2", "減額区分２"));
    public static final Column<Long> REDUCED2 = L.add(Column.yen("reduced2", "均等割軽減額２"));
    public static final Column<Long> OVER_CAP2 = L.add(Column.yen("over_cap2", "限度超過額２"));
    public static final Column<Long> YEARLY2 = L.add(Column.yen("yearly2", "年保険料額２"));
    public static final Column<Long> MONTHS2 = L.add(Column.number("months2", "月数２", 0, 12));
    public static final Column<Long> MONTHS_CUT2 = L.add(Column.yen("months_cut2", "月割減額２"));
    public static final Column<String> SPECIAL2 = L.add(special("special2", "特別軽減区分２"));
    public static final Column<String> MONTHLY2 = L.add(Column.digits("monthly2", "月別資格情報２", 12));
    public static final Column<Long> RELIEF = L.must(Column.yen("relief", "減免額"));
    public static final Column<Long> PREMIUM = L.must(Column.yen("premium", "後期高齢者医療保険料"));
    public static final Column<Long> INCOME_REDUCED =
            L.must(Column.yen("income_reduced", "所得割軽減額"));
    public static final Column<String> INCOME_REDUCTION =
            L.must(
                    Column.code(
                            "income_reduction",
                            "所得割減額区分",
                            "0",
                            "なし",
                            "1",
                            "50%",
                            "2",
                            "25%",
                            "9",
                            "元被扶養者（所得割なし）"));

    public static final Column<Long> CHILD_RATE =
            L.must(Column.number("child_rate", "子ども分所得割率（10万分率）", 0, 100_000));
    public static final Column<Long> CHILD_INCOME_PART =
            L.must(Column.yen("child_income_part", "子ども分所得割額"));
    public static final Column<Long> CHILD_PER_CAPITA =
            L.must(Column.yen("child_per_capita", "子ども分均等割額"));
    public static final Column<Long> CHILD_COMPUTED =
            L.must(Column.yen("child_computed", "子ども分算出額"));
    public static final Column<Long> CHILD_REDUCED1 =
            L.must(Column.yen("child_reduced1", "子ども分均等割軽減額"));
    public static final Column<Long> CHILD_OVER_CAP1 =
            L.must(Column.yen("child_over_cap1", "子ども分限度超過額"));
    public static final Column<Long> CHILD_YEARLY1 =
            L.must(Column.yen("child_yearly1", "子ども分年保険料額"));
    public static final Column<Long> CHILD_MONTHS_CUT1 =
            L.must(Column.yen("child_months_cut1", "子ども分月割減額"));
    public static final Column<Long> CHILD_REDUCED2 =
            L.add(Column.yen("child_reduced2", "子ども分均等割軽減額２"));
    public static final Column<Long> CHILD_OVER_CAP2 =
            L.add(Column.yen("child_over_cap2", "子ども分限度超過額２"));
    public static final Column<Long> CHILD_YEARLY2 =
            L.add(Column.yen("child_yearly2", "子ども分年保険料額２"));
    public static final Column<Long> CHILD_MONTHS_CUT2 =
            L.add(Column.yen("child_months_cut2", "子ども分月割減額２"));
    public static final Column<Long> CHILD_RELIEF = L.must(Column.yen("child_relief", "子ども分減免額"));
    public static final Column<Long> CHILD_PREMIUM =
            L.must(Column.yen("child_premium", "子ども分保険料額"));
    public static final Column<Long> CHILD_INCOME_REDUCED =
            L.must(Column.yen("child_income_reduced", "子ども分所得割軽減額"));

    /** Medical and child part together, of the whole union's months. */
    public static final Column<Long> TOTAL_PREMIUM = L.must(Column.yen("total_premium", "合計保険料額"));

    /** The child part's share of 市区町村別保険料. */
    public static final Column<Long> CITY_CHILD_PREMIUM =
            L.must(Column.yen("city_child_premium", "市区町村別保険料のうち子ども分"));

    public static final Layout LAYOUT = L.build();

    private PremiumFile() {}

    private static Column<String> reduction(String code, String item) {
        return Column.code(
                code, item, "0", "なし", "7", "7割", "5", "5割", "2", "2割", "9", "判定不能（未申告）");
    }

    private static Column<String> special(String code, String item) {
        return Column.code(code, item, "0", "なし", "1", "元被扶養者（5割）", "2", "7割に0.2割上乗せ", "9", "その他");
    }
}
