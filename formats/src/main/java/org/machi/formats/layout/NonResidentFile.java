package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 住登外者 (NONRES): people without a resident record here who still matter: 住所地特例, heirs, payers,
 * senders of applications.
 */
public final class NonResidentFile {
    private static final Layout.Builder L = Layout.named("住登外者");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<Long> HOUSEHOLD_NO = L.add(Keys.householdNo());
    public static final Column<String> CHANGE =
            L.must(
                    Column.code(
                            "change", "異動区分コード", "1", "新規", "2", "変更", "3", "廃止", "4", "統合（名寄せ）"));
    public static final Column<LocalDate> CHANGED_ON = L.must(Column.date("changed_on", "異動年月日"));

    /** The surviving number when two records of one person were merged. */
    public static final Column<Long> MERGED_INTO =
            L.add(Column.padded("merged_into", "統合先宛名番号", 15));

    public static final Column<String> REASON = L.must(Keys.nonResidentReason());
    public static final Column<String> PERSON_KIND = L.must(Keys.personOrCompany());
    public static final Column<String> NAME = L.must(Column.text("name", "氏名（漢字）", 80));
    public static final Column<String> NAME_KANA = L.must(Column.kana("name_kana", "氏名（カナ）", 100));
    public static final Column<String> ALIAS = L.add(Column.text("alias", "通称名（漢字）", 80));
    public static final Column<String> ALIAS_KANA =
            L.add(Column.kana("alias_kana", "通称名（カナ）", 100));
    public static final Column<String> NAME_LATIN =
            L.add(Column.latin("name_latin", "氏名（英字）", 100));
    public static final Column<String> BIRTH_ON = L.add(Column.uncertainDate("birth_on", "生年月日"));
    public static final Column<String> SEX = L.add(Keys.sex());
    public static final Column<String> RELATION_NAME =
            L.add(Column.text("relation_name", "続柄", 40));
    public static final Column<Long> HEAD_NO = L.add(Column.padded("head_no", "世帯主宛名番号", 15));
    public static final Column<String> MUNICIPALITY_CODE = L.must(Keys.municipalityCode());
    public static final Column<String> POSTAL_CODE = L.add(Column.digits("postal_code", "郵便番号", 7));
    public static final Column<String> PREFECTURE =
            L.must(Column.text("prefecture", "都道府県名（漢字）", 10));
    public static final Column<String> CITY = L.must(Column.text("city", "市町村名（漢字）", 20));
    public static final Column<String> TOWN = L.must(Column.text("town", "住所（漢字）", 60));
    public static final Column<String> LOT = L.add(Column.text("lot", "番地（漢字）", 40));
    public static final Column<String> BUILDING = L.add(Column.text("building", "方書（漢字）", 80));
    public static final Column<String> ADDRESS_KANA =
            L.add(Column.kana("address_kana", "住所（カナ）", 150));
    public static final Column<String> PHONE = L.add(Column.ascii("phone", "電話番号", 15));
    public static final Column<String> ADDRESS_EXCEPTION =
            L.must(Column.code("address_exception", "住所地特例区分", "0", "非該当", "1", "該当"));
    public static final Column<LocalDate> EXCEPTION_FROM =
            L.add(Column.date("exception_from", "住所地特例適用年月日"));
    public static final Column<LocalDate> EXCEPTION_UNTIL =
            L.add(Column.date("exception_until", "住所地特例解除年月日"));
    public static final Column<String> FACILITY = L.add(Column.text("facility", "施設名", 60));
    public static final Column<String> DIED_ON = L.add(Column.uncertainDate("died_on", "死亡年月日"));

    public static final Layout LAYOUT = L.build();

    private NonResidentFile() {}
}
