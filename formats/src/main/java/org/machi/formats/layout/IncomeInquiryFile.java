package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 所得照会 (INCOME_ASK): to the municipality that taxed a newcomer on 1 January. */
public final class IncomeInquiryFile {
    private static final Layout.Builder L = Layout.named("所得照会");

    public static final Column<String> INQUIRY_NO = L.must(Column.digits("inquiry_no", "照会番号", 10));
    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
    public static final Column<LocalDate> ASKED_ON = L.must(Column.date("asked_on", "照会年月日"));
    public static final Column<String> NAME = L.must(Column.text("name", "氏名（漢字）", 80));
    public static final Column<String> NAME_KANA = L.must(Column.kana("name_kana", "氏名（カナ）", 100));
    public static final Column<String> BIRTH_ON = L.must(Column.uncertainDate("birth_on", "生年月日"));
    public static final Column<String> SEX = L.must(Keys.sex());
    public static final Column<String> OLD_ADDRESS =
            L.must(Column.text("old_address", "1月1日の住所", 220));
    public static final Column<LocalDate> MOVED_IN_ON = L.must(Column.date("moved_in_on", "転入年月日"));
    public static final Column<String> LEGAL_BASIS =
            L.must(Column.text("legal_basis", "照会の根拠", 60));

    public static final Layout LAYOUT = L.build();

    private IncomeInquiryFile() {}
}
