package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 証発行用情報 (U_CARD): what the union decided to be printed on a 資格確認書 and its kin, one row for each
 * piece. The kinds that ended in December 2024 stay as data: old pieces are still looked up.
 */
public final class CardFile {
    private static final Layout.Builder L = Layout.named("証発行用情報");

    public static final Column<String> INSURER_NO = L.must(Keys.insurerNo());
    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<String> CARD_NO = L.must(Column.digits("card_no", "証管理番号", 12));
    public static final Column<String> KIND = L.must(cardKind("kind"));
    public static final Column<String> REASON =
            L.must(
                    Column.code(
                            "reason", "発行事由コード", "00", "移行", "01", "資格取得", "02", "年次更新", "03",
                            "負担割合変更", "04", "記載事項変更", "05", "再交付", "06", "限度区分併記", "07", "認定"));
    public static final Column<LocalDate> ISSUED_ON = L.must(Column.date("issued_on", "発行年月日"));
    public static final Column<LocalDate> VALID_FROM = L.must(Column.date("valid_from", "発効期日"));
    public static final Column<LocalDate> VALID_UNTIL = L.add(Column.date("valid_until", "有効期限"));
    public static final Column<LocalDate> ACQUIRED_ON =
            L.must(Column.date("acquired_on", "資格取得年月日"));
    public static final Column<String> COPAY = L.add(InsuredFile.copay());
    public static final Column<LocalDate> COPAY_FROM =
            L.add(Column.date("copay_from", "負担割合適用開始年月日"));

    /** 限度区分; printed only when the person asked for it (限度区分併記). */
    public static final Column<String> LIMIT = L.add(limit());

    public static final Column<Boolean> LIMIT_SHOWN =
            L.must(Column.flag("limit_shown", "限度区分併記フラグ"));
    public static final Column<LocalDate> LIMIT_FROM = L.add(Column.date("limit_from", "限度区分発効期日"));
    public static final Column<LocalDate> LONG_STAY_FROM =
            L.add(Column.date("long_stay_from", "長期入院該当年月日"));
    public static final Column<String> DISEASE = L.add(disease());
    public static final Column<LocalDate> DISEASE_FROM =
            L.add(Column.date("disease_from", "特定疾病発効期日"));
    public static final Column<String> NAME = L.must(Column.text("name", "氏名", 80));
    public static final Column<String> NAME_KANA = L.must(Column.kana("name_kana", "氏名（カナ）", 100));
    public static final Column<String> BIRTH_ON = L.must(Column.uncertainDate("birth_on", "生年月日"));
    public static final Column<String> SEX = L.must(Keys.sex());
    public static final Column<String> ADDRESS = L.must(Column.text("address", "住所", 220));

    /** Printed and handed over at a 窓口端末 of the union; the city only enters it in its book. */
    public static final Column<LocalDate> HANDED_ON = L.add(Column.date("handed_on", "窓口端末交付年月日"));

    public static final Layout LAYOUT = L.build();

    private CardFile() {}

    /** 限度区分 of the monthly ceilings. */
    static Column<String> limit() {
        return Column.code(
                "limit_class",
                "限度区分",
                "31",
                "現役Ⅲ",
                "32",
                "現役Ⅱ",
                "33",
                "現役Ⅰ",
                "22",
                "一般Ⅱ",
                "21",
                "一般Ⅰ",
                "12",
                "区分Ⅱ",
                "11",
                "区分Ⅰ");
    }

    static Column<String> cardKind(String code) {
        return Column.code(
                code,
                "証種別コード",
                "01",
                "資格確認書",
                "02",
                "資格情報のお知らせ",
                "03",
                "特定疾病療養受療証",
                "11",
                "被保険者証",
                "12",
                "被保険者資格証明書",
                "13",
                "短期被保険者証",
                "14",
                "限度額適用・標準負担額減額認定証",
                "15",
                "限度額適用認定証");
    }

    /** 厚生労働大臣の定める疾病 (令14条7項). */
    static Column<String> disease() {
        return Column.code(
                "disease",
                "特定疾病コード",
                "1",
                "人工腎臓を実施している慢性腎不全",
                "2",
                "血漿分画製剤を投与している先天性血液凝固第Ⅷ因子障害又は第Ⅸ因子障害",
                "3",
                "抗ウイルス剤を投与している後天性免疫不全症候群");
    }
}
