package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 年金 特別徴収 (Z31, Z32, Z33, Z34, Z3A): the data record of 500 bytes. Dates are yyyymmdd in the file;
 * names and addresses are reduced to JIS X 0208 there (see {@code PensionText}).
 */
public final class PensionFile {
    private static final Layout.Builder L = Layout.named("年金特別徴収データ");

    /** 府県2 + 市町村3, without the check digit. */
    public static final Column<String> MUNICIPALITY_CODE =
            L.must(Column.digits("municipality_code", "市町村コード", 5));

    public static final Column<String> COLLECTOR =
            L.must(Column.digits("collector", "特別徴収義務者コード", 3));
    public static final Column<String> NOTICE =
            L.must(
                    Column.code(
                            "notice",
                            "通知内容コード",
                            "00",
                            "特別徴収対象者情報",
                            "01",
                            "特別徴収依頼",
                            "02",
                            "依頼処理結果",
                            "22",
                            "徴収結果",
                            "30",
                            "追加候補者情報",
                            "31",
                            "追加依頼",
                            "32",
                            "追加依頼処理結果",
                            "41",
                            "資格喪失等",
                            "42",
                            "資格喪失等処理結果",
                            "61",
                            "仮徴収額変更",
                            "62",
                            "仮徴収額変更処理結果",
                            "81",
                            "住所地特例該当",
                            "82",
                            "住所地特例該当処理結果"));
    public static final Column<String> MEDIUM = L.add(Column.digits("medium", "媒体コード", 1));

    /** 特別徴収制度コード: 3 = 後期高齢者医療 [U: 1 = 介護, 2 = 国保, as in the file names Z1, Z2, Z3]. */
    public static final Column<String> SCHEME =
            L.must(Column.code("scheme", "特別徴収制度コード", "1", "介護保険", "2", "国民健康保険", "3", "後期高齢者医療"));

    public static final Column<LocalDate> MADE_ON = L.must(Column.date("made_on", "作成年月日"));
    public static final Column<String> PENSION_NO =
            L.must(Column.digits("pension_no", "基礎年金番号", 10));
    public static final Column<String> PENSION_CODE =
            L.must(Column.digits("pension_code", "年金コード", 4));
    public static final Column<String> BIRTH_ON = L.must(Column.uncertainDate("birth_on", "生年月日"));
    public static final Column<String> SEX = L.must(Column.code("sex", "性別", "1", "男", "2", "女"));
    public static final Column<String> NAME_KANA = L.must(Column.halfKana("name_kana", "カナ氏名", 25));
    public static final Column<String> NAME = L.add(Column.text("name", "漢字氏名", 25));
    public static final Column<String> POSTAL_CODE = L.add(Column.digits("postal_code", "郵便番号", 7));
    public static final Column<String> ADDRESS_KANA =
            L.add(Column.halfKana("address_kana", "カナ住所", 80));
    public static final Column<String> ADDRESS = L.add(Column.text("address", "漢字住所", 80));

    /** Meaning depends on 通知内容コード, see {@code PensionNotice}. */
    public static final Column<String> DIVISION = L.add(Column.digits("division", "各種区分", 2));

    public static final Column<String> RESULT = L.add(Column.digits("result", "処理結果コード", 2));
    public static final Column<String> KOKI_TRANSFER =
            L.add(Column.digits("koki_transfer", "後期移管コード", 1));
    public static final Column<LocalDate> EVENT_ON = L.add(Column.date("event_on", "各種年月日"));

    /** Amounts 1 to 3: meaning by notice in {@code PensionNotice}, marked [U]. */
    public static final Column<Long> AMOUNT1 = L.total(Column.yen("amount1", "金額1"));

    public static final Column<Long> AMOUNT2 = L.must(Column.yen("amount2", "金額2"));
    public static final Column<Long> AMOUNT3 = L.must(Column.yen("amount3", "金額3"));

    /** 共済年金証書記号番号. */
    public static final Column<String> MUTUAL_NO =
            L.add(Column.ascii("mutual_no", "共済年金証書記号番号", 15));

    public static final Layout LAYOUT = L.build();

    private PensionFile() {}
}
