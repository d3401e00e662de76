package org.machi.formats.layout;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 通知内容コード of the pension files: in which file each travels, what 各種区分 means in it, and what the
 * three amounts mean. Everything about the amounts is [U]: the exchange specification
 * (国保中央会「市町村とのデータ交換仕様」) is not public; before a real connection compare this one class with it.
 */
public enum PensionNotice {
    CANDIDATES("00", "特別徴収対象者情報", "Z31", Amounts.PENSION, "01", "新規者", "02", "前年度継続者", "70", "ダミー"),
    REQUEST(
            "01",
            "特別徴収依頼",
            "Z32",
            Amounts.REQUEST,
            "01",
            "特別徴収対象",
            "02",
            "特別徴収対象（住所地特例）",
            "03",
            "特別徴収非対象"),
    REQUEST_RESULT(
            "02",
            "依頼処理結果",
            "Z33",
            Amounts.REQUEST,
            "01",
            "特別徴収対象",
            "02",
            "特別徴収対象（住所地特例）",
            "03",
            "特別徴収非対象"),
    DEDUCTED(
            "22",
            "徴収結果",
            "Z34",
            Amounts.DEDUCTED,
            "00",
            "正常",
            "01",
            "失権",
            "02",
            "差止",
            "03",
            "支払年金額不足",
            "05",
            "他制度による中止",
            "10",
            "正常（75歳以上で国保特別徴収中）"),
    ADDED_CANDIDATES("30", "追加候補者情報", "Z31", Amounts.PENSION, "01", "新規", "02", "住所変更"),
    ADDED_REQUEST(
            "31",
            "追加依頼",
            "Z3A",
            Amounts.REQUEST,
            "01",
            "特別徴収対象",
            "02",
            "特別徴収対象（住所地特例）",
            "03",
            "特別徴収非対象"),
    ADDED_REQUEST_RESULT(
            "32",
            "追加依頼処理結果",
            "Z33",
            Amounts.REQUEST,
            "01",
            "特別徴収対象",
            "02",
            "特別徴収対象（住所地特例）",
            "03",
            "特別徴収非対象"),
    LOSS("41", "資格喪失等", "Z3A", Amounts.NONE, "01", "死亡", "02", "転出", "03", "特別事情", "04", "適用除外"),
    LOSS_RESULT(
            "42",
            "資格喪失等処理結果",
            "Z33",
            Amounts.NONE,
            "01",
            "死亡",
            "02",
            "転出",
            "03",
            "特別事情",
            "04",
            "適用除外"),
    PROVISIONAL_CHANGE("61", "仮徴収額変更", "Z3A", Amounts.CHANGED, "00", "変更"),
    PROVISIONAL_CHANGE_RESULT("62", "仮徴収額変更処理結果", "Z33", Amounts.CHANGED, "00", "変更"),
    ADDRESS_EXCEPTION("81", "住所地特例該当", "Z3A", Amounts.NONE, "01", "該当", "02", "解除"),
    ADDRESS_EXCEPTION_RESULT("82", "住所地特例該当処理結果", "Z33", Amounts.NONE, "01", "該当", "02", "解除");

    /** What 金額1, 金額2 and 金額3 mean. [U] */
    public enum Amounts {
        /** 金額1 = 年金額（年額）. */
        PENSION("年金額（年額）", "", ""),
        /** 金額1 = the first payment's deduction, 金額2 = each later one's, 金額3 = 年金額. */
        REQUEST("最初の回の徴収額", "2回目以降の1回分の徴収額", "年金額"),
        /** 金額1 = what was deducted; the others tell about the payment. */
        DEDUCTED("徴収額", "支払年金額", ""),
        /** 金額1 = the deduction after the change. */
        CHANGED("変更後の徴収額", "", ""),
        NONE("", "", "");

        private final List<String> meanings;

        Amounts(String first, String second, String third) {
            meanings = List.of(first, second, third);
        }

        /** Meaning of 金額1, 金額2, 金額3; empty where the field is 0. */
        public List<String> meanings() {
            return meanings;
        }
    }

    private final String code;
    private final String label;
    private final String file;
    private final Amounts amounts;
    private final Map<String, String> divisions;

    PensionNotice(
            String code, String label, String file, Amounts amounts, String... codesAndMeanings) {
        this.code = code;
        this.label = label;
        this.file = file;
        this.amounts = amounts;
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < codesAndMeanings.length; i += 2) {
            map.put(codesAndMeanings[i], codesAndMeanings[i + 1]);
        }
        this.divisions = Collections.unmodifiableMap(map);
    }

    public static Optional<PensionNotice> find(String code) {
        return Arrays.stream(values()).filter(n -> n.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    /** Japanese name. */
    public String label() {
        return label;
    }

    /**
     * The kind of file it travels in: Z31, Z32, Z33, Z34 or Z3A. [U] for 31 and the results of
     * 各種異動.
     */
    public String file() {
        return file;
    }

    public Amounts amounts() {
        return amounts;
    }

    /** Codes of 各種区分 in this notice and their meanings. */
    public Map<String, String> divisions() {
        return divisions;
    }
}
