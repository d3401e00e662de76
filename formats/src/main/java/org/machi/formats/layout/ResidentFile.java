package org.machi.formats.layout;

import java.time.LocalDate;
import java.util.List;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 住民基本台帳 (JUKI_ALL, JUKI_DIFF): one row is a person as he or she stands after one event. An event
 * that was entered by mistake comes again with 取消区分 1.
 */
public final class ResidentFile {
    private static final Layout.Builder L = Layout.named("住民基本台帳");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<Long> HOUSEHOLD_NO = L.must(Keys.householdNo());
    public static final Column<Long> EVENT_SEQ =
            L.must(Column.number("event_seq", "異動履歴番号", 1, 999_999));
    public static final Column<String> EVENT =
            L.must(
                    Column.code(
                            "event", "異動事由コード", "00", "初期（全件）", "01", "転入", "02", "出生", "03", "転居",
                            "04", "転出", "05", "死亡", "06", "職権記載", "07", "職権消除", "08", "職権修正", "09",
                            "世帯変更", "10", "氏名変更", "11", "帰化", "12", "国籍喪失", "13", "在留情報変更", "14",
                            "支援措置", "15", "個人番号変更", "16", "住所地特例", "17", "通称変更", "18", "失踪宣告", "19",
                            "転出予定", "20", "転出取消", "21", "世帯主変更", "22", "続柄変更"));
    public static final Column<LocalDate> EVENT_ON = L.must(Column.date("event_on", "異動年月日"));
    public static final Column<LocalDate> REPORTED_ON = L.add(Column.date("reported_on", "届出年月日"));
    public static final Column<LocalDate> PROCESSED_ON =
            L.must(Column.date("processed_on", "処理年月日"));
    public static final Column<String> CANCELLED =
            L.must(Column.code("cancelled", "取消区分", "0", "通常", "1", "取消"));
    public static final Column<String> RESIDENT_KIND =
            L.must(Column.code("resident_kind", "住民区分", "1", "日本人", "2", "外国人", "3", "住登外"));
    public static final Column<String> RESIDENT_STATE =
            L.must(Column.code("resident_state", "住民状態", "1", "現存", "2", "消除"));
    public static final Column<String> NAME = L.must(Column.text("name", "氏名（漢字）", 80));
    public static final Column<String> SURNAME = L.add(Column.text("surname", "氏（漢字）", 40));
    public static final Column<String> GIVEN_NAME = L.add(Column.text("given_name", "名（漢字）", 60));
    public static final Column<String> NAME_KANA = L.must(Column.kana("name_kana", "氏名（カナ）", 100));
    public static final Column<String> ALIAS = L.add(Column.text("alias", "通称名（漢字）", 80));
    public static final Column<String> ALIAS_KANA =
            L.add(Column.kana("alias_kana", "通称名（カナ）", 100));
    public static final Column<String> NAME_LATIN =
            L.add(Column.latin("name_latin", "氏名（英字）", 100));
    public static final Column<String> NAME_COMBINED =
            L.add(Column.text("name_combined", "併記用氏名（漢字）", 100));
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
    public static final Column<String> BIRTH_ON = L.must(Column.uncertainDate("birth_on", "生年月日"));
    public static final Column<String> SEX = L.must(Keys.sex());
    public static final Column<String> RELATION = L.add(Column.digitsUpTo("relation", "続柄コード", 8));
    public static final Column<String> RELATION_NAME =
            L.add(Column.text("relation_name", "続柄", 40));
    public static final Column<Long> HEAD_NO = L.add(Column.padded("head_no", "世帯主宛名番号", 15));
    public static final Column<String> HEAD_NAME = L.add(Column.text("head_name", "世帯主氏名", 80));
    public static final Column<String> MUNICIPALITY_CODE = L.must(Keys.municipalityCode());
    public static final Column<String> POSTAL_CODE = L.add(Column.digits("postal_code", "郵便番号", 7));
    public static final Column<String> TOWN_CODE = L.add(Column.digits("town_code", "町名コード", 7));
    public static final Column<String> PREFECTURE =
            L.must(Column.text("prefecture", "都道府県名（漢字）", 10));
    public static final Column<String> CITY = L.must(Column.text("city", "市町村名（漢字）", 20));
    public static final Column<String> TOWN = L.must(Column.text("town", "住所（漢字）", 60));
    public static final Column<String> LOT = L.add(Column.text("lot", "番地（漢字）", 40));
    public static final Column<String> BUILDING = L.add(Column.text("building", "方書（漢字）", 80));
    public static final Column<String> BUILDING_KANA =
            L.add(Column.kana("building_kana", "方書（カナ）", 80));
    public static final Column<String> ADDRESS_KANA =
            L.add(Column.kana("address_kana", "住所（カナ）", 150));
    public static final Column<String> DISTRICT = L.add(Column.digitsUpTo("district", "行政区コード", 6));
    public static final Column<String> PHONE = L.add(Column.ascii("phone", "電話番号", 15));
    public static final Column<LocalDate> RESIDENT_SINCE =
            L.add(Column.date("resident_since", "住民となった年月日"));
    public static final Column<LocalDate> ADDRESS_SINCE =
            L.add(Column.date("address_since", "住所を定めた年月日"));
    public static final Column<LocalDate> MOVED_IN_ON = L.add(Column.date("moved_in_on", "転入年月日"));
    public static final Column<String> FROM_CODE =
            L.add(Column.municipality("from_code", "転入元市町村コード"));
    public static final Column<String> FROM_ADDRESS =
            L.add(Column.text("from_address", "転入元住所（漢字）", 150));
    public static final Column<LocalDate> MOVED_OUT_ON =
            L.add(Column.date("moved_out_on", "転出年月日"));
    public static final Column<String> TO_CODE = L.add(Column.municipality("to_code", "転出先市町村コード"));
    public static final Column<String> TO_ADDRESS =
            L.add(Column.text("to_address", "転出先住所（漢字）", 150));
    public static final Column<String> DIED_ON = L.add(Column.uncertainDate("died_on", "死亡年月日"));
    public static final Column<LocalDate> REMOVED_ON = L.add(Column.date("removed_on", "消除年月日"));
    public static final Column<String> NATIONALITY = L.add(Column.text("nationality", "国籍・地域", 40));
    public static final Column<String> STAY_STATUS =
            L.add(Column.digitsUpTo("stay_status", "外国人在留資格コード", 4));
    public static final Column<LocalDate> STAY_FROM = L.add(Column.date("stay_from", "外国人在留開始年月日"));
    public static final Column<LocalDate> STAY_UNTIL =
            L.add(Column.date("stay_until", "外国人在留終了年月日"));
    public static final Column<String> STAY_PERIOD =
            L.add(Column.digitsUpTo("stay_period", "外国人在留期間月数", 3));
    public static final Column<String> ADDRESS_EXCEPTION =
            L.must(
                    Column.code(
                            "address_exception",
                            "住所地特例区分",
                            "0",
                            "非該当",
                            "1",
                            "該当（他市町村の施設に入所）",
                            "2",
                            "該当（他市町村の被保険者が当市の施設に入所）"));
    public static final Column<LocalDate> EXCEPTION_FROM =
            L.add(Column.date("exception_from", "住所地特例適用年月日"));
    public static final Column<LocalDate> EXCEPTION_UNTIL =
            L.add(Column.date("exception_until", "住所地特例解除年月日"));
    public static final Column<String> EXCEPTION_CODE =
            L.add(Column.municipality("exception_code", "住所地特例従前市町村コード"));
    public static final Column<String> FACILITY = L.add(Column.text("facility", "施設名", 60));

    /** Everything that the union may know too. */
    public static final List<Column<?>> FOR_UNION = L.soFar();

    public static final Column<String> PROTECTION =
            L.must(
                    Column.code(
                            "protection",
                            "支援措置区分",
                            "0",
                            "なし",
                            "1",
                            "支援措置中",
                            "2",
                            "支援措置（仮）",
                            "9",
                            "終了"));
    public static final Column<LocalDate> PROTECTED_FROM =
            L.add(Column.date("protected_from", "支援措置開始年月日"));
    public static final Column<LocalDate> PROTECTED_UNTIL =
            L.add(Column.date("protected_until", "支援措置終了年月日"));
    public static final Column<String> MY_NUMBER = L.add(Column.myNumber("my_number", "個人番号"));
    public static final Column<String> NOTE = L.add(Column.text("note", "備考", 100));

    public static final Layout LAYOUT = L.build();

    private ResidentFile() {}
}
