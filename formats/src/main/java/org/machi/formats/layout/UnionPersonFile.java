package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 住基情報 for the union (U_PERSON): people of 65 and over and everyone in their households, 住登外
 * included. The same items as {@link ResidentFile} without 支援措置 and 個人番号.
 */
public final class UnionPersonFile {
    private static final Layout.Builder L =
            Layout.named("住民基本台帳情報（広域連合）").addAll(ResidentFile.FOR_UNION);

    /** How the person stands to the extract: enters it, changed in it, or leaves it. */
    public static final Column<String> EXTRACT =
            L.must(
                    Column.code(
                            "extract", "抽出区分", "1", "対象に入る", "2", "対象内の変更", "3", "対象から出る", "4",
                            "全件"));

    public static final Column<String> EXTRACT_REASON =
            L.must(
                    Column.code(
                            "extract_reason",
                            "抽出理由",
                            "1",
                            "65歳以上",
                            "2",
                            "同一世帯員",
                            "3",
                            "住登外",
                            "4",
                            "世帯を離れた元世帯員"));
    public static final Column<LocalDate> EXTRACTED_ON =
            L.must(Column.date("extracted_on", "抽出年月日"));

    /** The surviving number when the city merged two records of one person (住登外者の名寄せ). */
    public static final Column<Long> MERGED_INTO =
            L.add(Column.padded("merged_into", "統合先宛名番号", 15));

    public static final Layout LAYOUT = L.build();

    private UnionPersonFile() {}
}
