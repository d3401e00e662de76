package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 住登外者 照会・付番依頼 (NONRES_ASK): another system of the office looks for somebody by the 4情報, asks for a
 * number, or says that it uses a number or no longer does (標準仕様 2.3: 照会依頼, 付番依頼).
 */
public final class NonResidentAskFile {
    private static final Layout.Builder L = Layout.named("住登外者 照会・付番依頼");

    public static final Column<String> REQUEST_NO = L.must(Column.digits("request_no", "依頼番号", 10));
    public static final Column<String> REQUEST =
            L.must(
                    Column.code(
                            "request", "依頼区分コード", "1", "照会", "2", "付番依頼", "3", "利用開始", "4",
                            "利用終了"));

    /** 照会 alone: how many of the 4情報 must agree, all or at least two. */
    public static final Column<String> MATCHING =
            L.add(Column.code("matching", "照会条件コード", "1", "完全一致", "2", "部分一致"));

    public static final Column<LocalDate> ASKED_ON = L.must(Column.date("asked_on", "依頼年月日"));

    /** 業務 that uses the number. */
    public static final Column<String> BUSINESS = L.must(Column.text("business", "業務名", 20));

    /** Of 利用開始 and 利用終了. */
    public static final Column<Long> PERSON_NO = L.add(Column.padded("person_no", "住登外者宛名番号", 15));

    public static final Column<String> REASON = L.add(Keys.nonResidentReason());
    public static final Column<String> PERSON_KIND = L.add(Keys.personOrCompany());
    public static final Column<String> NAME = L.add(Column.text("name", "氏名（漢字）", 80));
    public static final Column<String> NAME_KANA = L.add(Column.kana("name_kana", "氏名（カナ）", 100));
    public static final Column<String> BIRTH_ON = L.add(Column.uncertainDate("birth_on", "生年月日"));
    public static final Column<String> SEX = L.add(Keys.sex());
    public static final Column<String> MUNICIPALITY_CODE =
            L.add(Column.municipality("municipality_code", "地方公共団体コード"));
    public static final Column<String> POSTAL_CODE = L.add(Column.digits("postal_code", "郵便番号", 7));
    public static final Column<String> PREFECTURE =
            L.add(Column.text("prefecture", "都道府県名（漢字）", 10));
    public static final Column<String> CITY = L.add(Column.text("city", "市町村名（漢字）", 20));
    public static final Column<String> TOWN = L.add(Column.text("town", "住所（漢字）", 60));
    public static final Column<String> LOT = L.add(Column.text("lot", "番地（漢字）", 40));
    public static final Column<String> BUILDING = L.add(Column.text("building", "方書（漢字）", 80));
    public static final Column<String> EVIDENCE = L.add(Column.text("evidence", "確かめた書類", 100));

    /** How the asking office made sure that it is somebody else than who has the same 4情報. */
    public static final Column<String> ANOTHER_PERSON =
            L.add(Column.text("another_person", "別人と確かめた方法", 200));

    public static final Layout LAYOUT = L.build();

    private NonResidentAskFile() {}
}
