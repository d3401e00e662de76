package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 被保険者情報 (U_INSURED): ◆被保険者台帳 of seed 001 別添2 in its order, one row per period of insurance. The
 * two 個人番号 items are left out (the union sends none); 宛名番号 and 被保険者履歴番号 (seed 004 items 2, 3) tie a
 * row to a person, 負担割合 follows at the end.
 */
public final class InsuredFile {
    private static final Layout.Builder L = Layout.named("被保険者情報");

    public static final Column<String> INSURER_NO = L.must(Keys.insurerNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<Long> VERSION =
            L.must(Column.number("version", "被保険者履歴番号", 1, 9999));
    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> CHANGE =
            L.must(
                    Column.code(
                            "change", "異動事由", "01", "資格取得", "02", "資格喪失", "03", "資格変更", "04",
                            "氏名・住所変更", "05", "負担割合変更", "06", "住所地特例", "07", "取得取消", "08", "喪失取消",
                            "09", "全件"));
    public static final Column<LocalDate> CHANGED_ON = L.must(Column.date("changed_on", "異動年月日"));
    public static final Column<String> ACQUIRED_BY = L.must(acquiredBy());
    public static final Column<LocalDate> ACQUIRED_ON =
            L.must(Column.date("acquired_on", "資格取得年月日"));
    public static final Column<String> LOST_BY = L.add(lostBy());
    public static final Column<LocalDate> LOST_ON = L.add(Column.date("lost_on", "資格喪失年月日"));
    public static final Column<LocalDate> INSURER_FROM =
            L.must(Column.date("insurer_from", "保険者番号適用開始年月日"));
    public static final Column<LocalDate> INSURER_UNTIL =
            L.add(Column.date("insurer_until", "保険者番号適用終了年月日"));
    public static final Column<String> HOME_CODE =
            L.must(Column.municipality("home_code", "管理元市町村コード"));
    public static final Column<String> PERSON_KIND =
            L.must(Column.code("person_kind", "個人区分コード", "1", "住民", "2", "住登外"));
    public static final Column<Long> HOUSEHOLD_NO =
            L.add(Column.padded("household_no", "住基世帯番号", 15));
    public static final Column<Long> KOKI_HOUSEHOLD_NO =
            L.add(Column.padded("koki_household_no", "後期世帯番号", 15));
    public static final Column<String> PREFECTURE_CODE =
            L.add(Column.digits("prefecture_code", "都道府県コード", 2));
    public static final Column<String> CITY_CODE = L.add(Column.digits("city_code", "市町村コード", 3));
    public static final Column<String> TOWN_CODE = L.add(Column.digits("town_code", "町名コード", 7));
    public static final Column<String> NAME_KANA = L.must(Column.kana("name_kana", "氏名（カナ）", 100));
    public static final Column<String> ALIAS_KANA =
            L.add(Column.kana("alias_kana", "通称名（カナ）", 100));
    public static final Column<String> NAME = L.must(Column.text("name", "氏名（漢字）", 80));
    public static final Column<String> ALIAS = L.add(Column.text("alias", "通称名（漢字）", 80));
    public static final Column<String> NAME_USE =
            L.must(
                    Column.code(
                            "name_use",
                            "本名通称名区分コード",
                            "1",
                            "本名",
                            "2",
                            "通称名",
                            "3",
                            "併記名",
                            "4",
                            "英字"));
    public static final Column<String> NAME_LATIN =
            L.add(Column.latin("name_latin", "氏名（英字）", 100));
    public static final Column<String> NAME_COMBINED =
            L.add(Column.text("name_combined", "併記用氏名（漢字）", 100));
    public static final Column<String> NAME_CLASS =
            L.add(Column.code("name_class", "氏名分類コード", "1", "日本人", "2", "外国人"));
    public static final Column<String> BIRTH_ERA =
            L.add(
                    Column.code(
                            "birth_era",
                            "生年月日年号コード",
                            "1",
                            "明治",
                            "2",
                            "大正",
                            "3",
                            "昭和",
                            "4",
                            "平成",
                            "5",
                            "令和",
                            "0",
                            "不詳"));
    public static final Column<String> BIRTH_ON = L.must(Column.uncertainDate("birth_on", "生年月日"));
    public static final Column<String> SEX = L.must(Keys.sex());
    public static final Column<String> PREFECTURE =
            L.add(Column.text("prefecture", "都道府県名（漢字）", 10));
    public static final Column<String> CITY = L.add(Column.text("city", "市町村名（漢字）", 20));
    public static final Column<String> TOWN = L.add(Column.text("town", "住所（漢字）", 60));
    public static final Column<String> LOT = L.add(Column.text("lot", "番地（漢字）", 40));
    public static final Column<String> BUILDING = L.add(Column.text("building", "方書（漢字）", 80));
    public static final Column<String> ADDRESS = L.add(Column.text("address", "住所（漢字）連結", 220));
    public static final Column<String> POSTAL_PARENT =
            L.add(Column.digits("postal_parent", "親郵便番号", 3));
    public static final Column<String> POSTAL_CHILD =
            L.add(Column.digits("postal_child", "子郵便番号", 4));
    public static final Column<String> PHONE = L.add(Column.ascii("phone", "電話番号", 15));
    public static final Column<String> FROM_CITY =
            L.add(Column.text("from_city", "転入元市町村名（漢字）", 30));
    public static final Column<String> LOT_KIND =
            L.add(Column.code("lot_kind", "番地区分コード", "1", "番地", "2", "番", "3", "地番外", "9", "その他"));
    public static final Column<String> LOT_NO = L.add(Column.digitsUpTo("lot_no", "番地", 6));
    public static final Column<String> HOUSE_NO = L.add(Column.digitsUpTo("house_no", "号番号", 6));
    public static final Column<String> BRANCH_NO = L.add(Column.digitsUpTo("branch_no", "枝番号", 6));
    public static final Column<String> DISTRICT = L.add(Column.digitsUpTo("district", "行政区コード", 6));
    public static final Column<String> BUILDING_KANA =
            L.add(Column.kana("building_kana", "方書（カナ）", 80));
    public static final Column<String> INSIDE =
            L.must(Column.code("inside", "市内外区分コード", "1", "市内", "2", "市外"));
    public static final Column<String> STRUCTURE =
            L.add(Column.digitsUpTo("structure", "構成識別コード", 3));
    public static final Column<String> DESIGNATED_CITY =
            L.add(Column.digitsUpTo("designated_city", "政令広域コード", 3));
    public static final Column<String> MUNICIPALITY_CODE = L.must(Keys.municipalityCode());
    public static final Column<LocalDate> STAY_FROM = L.add(Column.date("stay_from", "外国人在留開始年月日"));
    public static final Column<LocalDate> STAY_UNTIL =
            L.add(Column.date("stay_until", "外国人在留終了年月日"));
    public static final Column<String> STAY_STATUS =
            L.add(Column.digitsUpTo("stay_status", "外国人在留資格コード", 4));
    public static final Column<Boolean> BEDRIDDEN = L.must(Column.flag("bedridden", "寝たきりフラグ"));
    public static final Column<Boolean> NO_DOCTOR = L.must(Column.flag("no_doctor", "無医地区フラグ"));
    public static final Column<Boolean> WHEREABOUTS_UNKNOWN =
            L.must(Column.flag("whereabouts_unknown", "居所不明フラグ"));

    /** Empty as long as it is not decided. */
    public static final Column<String> COPAY = L.add(copay());

    public static final Column<LocalDate> COPAY_FROM =
            L.add(Column.date("copay_from", "負担割合適用開始年月日"));
    public static final Column<String> ADDRESS_EXCEPTION =
            L.must(Column.code("address_exception", "住所地特例区分", "0", "非該当", "1", "該当"));
    public static final Column<String> DEPENDANT =
            L.must(Column.code("dependant", "元被扶養者区分", "0", "非該当", "1", "該当"));

    public static final Layout LAYOUT = L.build();

    private InsuredFile() {}

    static Column<String> acquiredBy() {
        return Column.code(
                "acquired_by",
                "資格取得事由コード",
                "01",
                "年齢到達",
                "02",
                "県外転入",
                "03",
                "障害認定",
                "04",
                "生活保護廃止",
                "05",
                "住所地特例",
                "06",
                "適用除外非該当",
                "07",
                "在留資格取得",
                "08",
                "職権",
                "09",
                "広域内転入",
                "99",
                "その他");
    }

    static Column<String> lostBy() {
        return Column.code(
                "lost_by",
                "資格喪失事由コード",
                "01",
                "死亡",
                "02",
                "県外転出",
                "03",
                "生活保護開始",
                "04",
                "障害認定撤回・非該当",
                "05",
                "適用除外該当",
                "06",
                "住所地特例終了",
                "07",
                "在留資格喪失",
                "08",
                "職権",
                "09",
                "広域内転出",
                "99",
                "その他");
    }

    static Column<String> copay() {
        return copay("copay", "負担割合");
    }

    static Column<String> copay(String code, String name) {
        return Column.code(code, name, "1", "1割", "2", "2割", "3", "3割");
    }
}
