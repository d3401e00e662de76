package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 所得・課税情報 (TAX_ALL, TAX_DIFF, U_TAX): the 63 items of ◆税情報 in 別添2 of seed 001, in order.
 *
 * <p>The seed's "個人番号" beside 個人区分コード is the wide-area system's key of a person in a municipality,
 * that is the 宛名番号; the twelve-digit 個人番号 does not travel here. Amounts are those of the year
 * before 相当年度; an empty amount is an item that the tax office doesn't hold, 0 is none.
 */
public final class TaxFile {
    private static final Layout.Builder L = Layout.named("所得・課税情報");

    public static final Column<String> INSURER_NO = L.add(Keys.insurerNo());
    public static final Column<String> HOME_CODE =
            L.must(Column.municipality("home_code", "管理元市町村コード"));
    public static final Column<String> PERSON_KIND =
            L.must(Column.code("person_kind", "個人区分コード", "1", "住民", "2", "住登外"));
    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
    public static final Column<String> MUNICIPALITY_CODE = L.must(Keys.municipalityCode());
    public static final Column<String> CHANGE =
            L.must(Column.code("change", "異動区分コード", "0", "当初", "1", "新規", "2", "更正", "3", "取消"));
    public static final Column<LocalDate> CORRECTED_ON =
            L.add(Column.date("corrected_on", "更正年月日"));
    public static final Column<String> CORRECTION_REASON =
            L.add(
                    Column.code(
                            "correction_reason",
                            "更正事由コード",
                            "01",
                            "期限後申告",
                            "02",
                            "修正申告",
                            "03",
                            "更正・決定",
                            "04",
                            "簡易申告",
                            "05",
                            "転入照会回答",
                            "99",
                            "その他"));
    public static final Column<String> TAXPAYER_NO =
            L.add(Column.digitsUpTo("taxpayer_no", "納税者台帳番号", 15));
    public static final Column<String> TAXED =
            L.must(
                    Column.code(
                            "taxed",
                            "課税非課税区分コード",
                            "0",
                            "非課税",
                            "1",
                            "課税",
                            "2",
                            "均等割のみ課税",
                            "9",
                            "不明"));
    public static final Column<String> UNDECLARED =
            L.must(
                    Column.code(
                            "undeclared",
                            "未申告区分コード",
                            "0",
                            "申告済",
                            "1",
                            "未申告",
                            "2",
                            "簡易申告",
                            "3",
                            "照会中"));
    public static final Column<Boolean> TRANSITION = L.must(Column.flag("transition", "経過措置フラグ"));
    public static final Column<Boolean> BASE_GIVEN =
            L.must(Column.flag("base_given", "旧ただし書所得優先フラグ"));
    public static final Column<Boolean> REDUCTION_GIVEN =
            L.must(Column.flag("reduction_given", "減額対象所得優先フラグ"));
    public static final Column<Boolean> LOW_GIVEN =
            L.must(Column.flag("low_given", "低Ⅰ低Ⅱ判定所得優先フラグ"));
    public static final Column<Boolean> SHARE_GIVEN =
            L.must(Column.flag("share_given", "一部負担割合判定所得優先フラグ"));
    public static final Column<Long> BASE = L.add(Column.signedYen("base", "旧ただし書所得"));
    public static final Column<Long> REDUCTION_INCOME =
            L.add(Column.signedYen("reduction_income", "減額対象所得"));
    public static final Column<Long> LOW_INCOME = L.add(Column.signedYen("low_income", "低Ⅰ低Ⅱ判定所得"));
    public static final Column<Long> SHARE_INCOME =
            L.add(Column.signedYen("share_income", "一部負担割合判定所得"));
    public static final Column<Long> TAXABLE = L.add(Column.signedYen("taxable", "市区町村民税課税所得"));
    public static final Column<Long> BUSINESS = L.add(Column.signedYen("business", "営業所得額"));
    public static final Column<Long> FARMING = L.add(Column.signedYen("farming", "農業所得額"));
    public static final Column<Long> REAL_ESTATE = L.add(Column.signedYen("real_estate", "不動産所得額"));
    public static final Column<Long> INTEREST = L.add(Column.signedYen("interest", "利子所得額"));
    public static final Column<Long> DIVIDEND = L.add(Column.signedYen("dividend", "配当所得額"));
    public static final Column<Long> DIVIDEND_TRUST =
            L.add(Column.signedYen("dividend_trust", "配当証券投資所得額"));
    public static final Column<Long> DIVIDEND_FOREIGN =
            L.add(Column.signedYen("dividend_foreign", "外貨建配当所得額"));
    public static final Column<Long> DIVIDEND_NO_CREDIT =
            L.add(Column.signedYen("dividend_no_credit", "配当（控除無）所得額"));
    public static final Column<Long> SALARY_INCOME =
            L.add(Column.signedYen("salary_income", "給与所得額"));
    public static final Column<Long> MISC_OTHER = L.add(Column.signedYen("misc_other", "その他雑所得額"));
    public static final Column<Long> MISC_TOTAL = L.add(Column.signedYen("misc_total", "雑所得合計額"));
    public static final Column<Long> TRANSFER_SHORT =
            L.add(Column.signedYen("transfer_short", "総合短期譲渡所得額"));
    public static final Column<Long> TRANSFER_LONG =
            L.add(Column.signedYen("transfer_long", "総合長期譲渡所得額"));
    public static final Column<Long> OCCASIONAL = L.add(Column.signedYen("occasional", "一時所得額"));
    public static final Column<Long> TRANSFER_OCCASIONAL =
            L.add(Column.signedYen("transfer_occasional", "総合譲渡一時所得額"));
    public static final Column<Long> SALARY = L.add(Column.signedYen("salary", "給与収入額"));
    public static final Column<Long> FAMILY_EMPLOYEE_PAY =
            L.add(Column.signedYen("family_employee_pay", "給与専従者収入額"));
    public static final Column<Long> FAMILY_EMPLOYEE_DEDUCTION =
            L.add(Column.signedYen("family_employee_deduction", "専従者給与（控除）額"));
    public static final Column<Long> PENSION = L.add(Column.signedYen("pension", "公的年金収入額"));
    public static final Column<Long> SEPARATE_SHORT =
            L.add(Column.signedYen("separate_short", "分離短期譲渡一般所得額"));
    public static final Column<Long> SEPARATE_SHORT_LIGHT =
            L.add(Column.signedYen("separate_short_light", "分離短期譲渡軽減所得額"));
    public static final Column<Long> SEPARATE_LONG =
            L.add(Column.signedYen("separate_long", "分離長期譲渡一般所得額"));
    public static final Column<Long> SEPARATE_LONG_SPECIAL =
            L.add(Column.signedYen("separate_long_special", "分離長期譲渡特定所得額"));
    public static final Column<Long> SEPARATE_LONG_LIGHT =
            L.add(Column.signedYen("separate_long_light", "分離長期譲渡軽課所得額"));
    public static final Column<Long> FORESTRY = L.add(Column.signedYen("forestry", "山林所得額"));
    public static final Column<Long> FUTURES = L.add(Column.signedYen("futures", "先物取引所得額"));
    public static final Column<Long> SHARES_UNLISTED =
            L.add(Column.signedYen("shares_unlisted", "未公開株式譲渡所得額"));
    public static final Column<Long> SHARES_LISTED =
            L.add(Column.signedYen("shares_listed", "上場株式譲渡所得額"));
    public static final Column<Long> DEDUCT_SHORT =
            L.add(Column.signedYen("deduct_short", "分離短期一般特別控除額"));
    public static final Column<Long> DEDUCT_SHORT_LIGHT =
            L.add(Column.signedYen("deduct_short_light", "分離短期軽減特別控除額"));
    public static final Column<Long> DEDUCT_LONG =
            L.add(Column.signedYen("deduct_long", "分離長期一般特別控除額"));
    public static final Column<Long> DEDUCT_LONG_SPECIAL =
            L.add(Column.signedYen("deduct_long_special", "分離長期特定特別控除額"));
    public static final Column<Long> DEDUCT_LONG_LIGHT =
            L.add(Column.signedYen("deduct_long_light", "分離長期軽課特別控除額"));
    public static final Column<Long> LOSS_NET = L.add(Column.signedYen("loss_net", "繰越純損失額"));
    public static final Column<Long> LOSS_MISC = L.add(Column.signedYen("loss_misc", "繰越雑損失額"));
    public static final Column<Long> LOSS_SHARES =
            L.add(Column.signedYen("loss_shares", "繰越株式損失額"));
    public static final Column<Long> LOSS_FUTURES =
            L.add(Column.signedYen("loss_futures", "繰越先物損失額"));
    public static final Column<Long> LOSS_HOME_CARRIED =
            L.add(Column.signedYen("loss_home_carried", "繰越居住用損失額"));
    public static final Column<Long> LOSS_HOME = L.add(Column.signedYen("loss_home", "居住用損失額"));
    public static final Column<Long> TREATY_INTEREST =
            L.add(Column.signedYen("treaty_interest", "条約適用利子等所得額"));
    public static final Column<Long> TREATY_DIVIDEND =
            L.add(Column.signedYen("treaty_dividend", "条約適用配当等所得額"));

    public static final Layout LAYOUT = L.build();

    private TaxFile() {}
}
