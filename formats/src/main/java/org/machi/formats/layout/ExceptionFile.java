package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 住所地特例者情報 (U_EXCEPTION): once a month everybody of a city who is insured although living in a
 * facility elsewhere, whole; the city compares it with its own entries. 管理元市町村 is the city that
 * stays responsible, 所在市町村 where the person lives.
 */
public final class ExceptionFile {
    private static final Layout.Builder L = Layout.named("住所地特例者情報");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());
    public static final Column<String> HOME_CODE =
            L.must(Column.municipality("home_code", "管理元市町村コード"));
    public static final Column<String> LIVING_CODE =
            L.must(Column.municipality("living_code", "所在市町村コード"));
    public static final Column<String> NAME = L.must(Column.text("name", "氏名", 80));
    public static final Column<String> NAME_KANA = L.must(Column.kana("name_kana", "氏名（カナ）", 100));
    public static final Column<String> BIRTH_ON = L.must(Column.uncertainDate("birth_on", "生年月日"));
    public static final Column<LocalDate> EXCEPTION_FROM =
            L.must(Column.date("exception_from", "住所地特例適用年月日"));
    public static final Column<String> FACILITY = L.add(Column.text("facility", "施設名", 60));

    public static final Layout LAYOUT = L.build();

    private ExceptionFile() {}
}
