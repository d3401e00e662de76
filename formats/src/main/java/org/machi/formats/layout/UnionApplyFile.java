package org.machi.formats.layout;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 届出・申請 (U_APPLY): what the counter or another office brought in and the union decides. */
public final class UnionApplyFile {
    private static final Layout.Builder L = Layout.named("届出・申請情報");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.add(Keys.insuredNo());
    public static final Column<String> RECEPTION_NO =
            L.must(Column.digits("reception_no", "受付番号", 10));
    public static final Column<String> KIND =
            L.must(
                    Column.code(
                            "kind",
                            "届出種別コード",
                            "01",
                            "生活保護開始",
                            "02",
                            "生活保護廃止",
                            "03",
                            "障害認定申請",
                            "04",
                            "障害認定撤回",
                            "05",
                            "住所地特例適用",
                            "06",
                            "住所地特例変更",
                            "07",
                            "住所地特例終了",
                            "08",
                            "適用除外該当",
                            "09",
                            "適用除外非該当",
                            "10",
                            "元被扶養者",
                            "11",
                            "減免申請",
                            "12",
                            "送付先",
                            "13",
                            "簡易申告",
                            "14",
                            "資格取得届",
                            "15",
                            "資格喪失届",
                            "16",
                            "資格変更届",
                            "17",
                            "基準収入額適用申請",
                            "18",
                            "資格確認書等再交付申請",
                            "19",
                            "特定疾病認定申請",
                            "20",
                            "限度区分併記申請",
                            "21",
                            "居所不明",
                            "22",
                            "居所判明",
                            "23",
                            "負担区分等証明書の提出",
                            "24",
                            "後期世帯の設定",
                            "25",
                            "後期世帯の設定の終了"));
    public static final Column<String> CANCELLED =
            L.must(Column.code("cancelled", "取消区分", "0", "通常", "1", "取消"));
    public static final Column<LocalDate> RECEIVED_ON = L.must(Column.date("received_on", "受付年月日"));
    public static final Column<LocalDate> OCCURRED_ON =
            L.must(Column.date("occurred_on", "事由発生年月日"));
    public static final Column<LocalDate> UNTIL_ON = L.add(Column.date("until_on", "終了年月日"));

    /** 障害の程度: 手帳 and grade, or 障害年金 (施行令別表). */
    public static final Column<String> DISABILITY =
            L.add(
                    Column.code(
                            "disability",
                            "障害区分",
                            "11",
                            "身体1級",
                            "12",
                            "身体2級",
                            "13",
                            "身体3級",
                            "14",
                            "身体4級（一部）",
                            "21",
                            "精神1級",
                            "22",
                            "精神2級",
                            "31",
                            "療育A",
                            "41",
                            "障害年金1級",
                            "42",
                            "障害年金2級",
                            "99",
                            "その他（診断書による）"));

    public static final Column<String> OTHER_CODE =
            L.add(Column.municipality("other_code", "相手方市町村コード"));
    public static final Column<String> FACILITY = L.add(Column.text("facility", "施設名", 60));
    public static final Column<String> FACILITY_ADDRESS =
            L.add(Column.text("facility_address", "施設所在地", 150));
    public static final Column<Long> LEVY_YEAR = L.add(Keys.levyYear());
    public static final Column<Long> RELIEF = L.add(Column.yen("relief", "減免申請額"));
    public static final Column<String> NOTE = L.add(Column.text("note", "備考", 200));
    public static final Column<LocalDate> REPORTED_ON = L.add(Column.date("reported_on", "届出年月日"));

    /** What it means depends on 届出種別; see {@link #reasons}. */
    public static final Column<String> REASON = L.add(Column.digits("reason", "届出事由コード", 2));

    /** 基準収入額適用申請: revenue of the insured people of the home in the year before. */
    public static final Column<Long> REVENUE = L.add(Column.yen("revenue", "世帯の収入額"));

    public static final Column<String> DISEASE = L.add(CardFile.disease());
    public static final Column<String> CARD_KIND = L.add(CardFile.cardKind("card_kind"));

    /** 負担割合 that the former union certified to somebody who moved in. */
    public static final Column<String> SHARE = L.add(InsuredFile.copay("share", "証明された負担割合"));

    /** 後期世帯の設定: the home that the person belongs to from the day on, other than by the register. */
    public static final Column<Long> KOKI_HOUSEHOLD_NO =
            L.add(Column.padded("koki_household_no", "後期世帯番号", 15));

    public static final Layout LAYOUT = L.build();

    private static final Map<String, String> CHANGES =
            Map.of("51", "氏名変更", "52", "住所変更", "53", "世帯変更", "54", "生年月日・性別訂正", "55", "在留資格変更");
    private static final Map<String, String> REISSUES =
            Map.of("81", "紛失", "82", "破損", "83", "汚損", "84", "盗難", "85", "未着");

    private UnionApplyFile() {}

    /** 届出事由コード that a kind of 届 knows, with their meaning; none where the kind says all. */
    public static SortedMap<String, String> reasons(String kind) {
        return new TreeMap<>(
                switch (kind) {
                    case "14" -> InsuredFile.ACQUIRED_BY.type().meanings();
                    case "15" -> InsuredFile.LOST_BY.type().meanings();
                    case "16" -> CHANGES;
                    case "18" -> REISSUES;
                    default -> Map.of();
                });
    }
}
