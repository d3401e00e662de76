package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 住登外者 照会・付番回答 (NONRES_ANSWER): one row for each request, or one for each candidate. Somebody whose
 * look is stopped is never in it; the request is then held for a clerk.
 */
public final class NonResidentAnswerFile {
    private static final Layout.Builder L = Layout.named("住登外者 照会・付番回答");

    public static final Column<String> REQUEST_NO = L.must(Column.digits("request_no", "依頼番号", 10));
    public static final Column<LocalDate> ANSWERED_ON = L.must(Column.date("answered_on", "回答年月日"));
    public static final Column<String> RESULT =
            L.must(
                    Column.code(
                            "result", "回答区分コード", "1", "該当あり", "2", "該当なし", "3", "付番", "4", "保留",
                            "5", "受理", "9", "受理できない"));
    public static final Column<Long> POSITION = L.must(Column.number("position", "候補順位", 0, 20));
    public static final Column<Long> PERSON_NO = L.add(Column.padded("person_no", "宛名番号", 15));
    public static final Column<Long> MET = L.add(Column.number("met", "一致した4情報の数", 0, 4));
    public static final Column<String> STATE =
            L.add(
                    Column.code(
                            "state", "状態コード", "1", "住民", "2", "住登外", "3", "死亡", "4", "消除", "5",
                            "統合済"));
    public static final Column<String> NAME = L.add(Column.text("name", "氏名（漢字）", 80));
    public static final Column<String> NAME_KANA = L.add(Column.kana("name_kana", "氏名（カナ）", 100));
    public static final Column<String> BIRTH_ON = L.add(Column.uncertainDate("birth_on", "生年月日"));
    public static final Column<String> ADDRESS = L.add(Column.text("address", "住所（漢字）連結", 220));
    public static final Column<String> REASON = L.must(Column.text("reason", "回答の説明", 200));

    public static final Layout LAYOUT = L.build();

    private NonResidentAnswerFile() {}
}
