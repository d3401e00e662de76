package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;

/** Codes of 給付 that several files share. */
final class BenefitCodes {
    private BenefitCodes() {}

    /** 給付種別: 3x is paid, 4x is told or recognised, 5x is handed out. */
    static Column<String> kind() {
        return Column.code(
                "kind",
                "給付種別コード",
                "31",
                "高額療養費",
                "32",
                "外来年間合算",
                "33",
                "高額介護合算療養費",
                "34",
                "療養費",
                "35",
                "食事療養標準負担額差額",
                "36",
                "移送費",
                "37",
                "葬祭費",
                "41",
                "第三者行為による傷病届",
                "42",
                "一部負担金減免",
                "43",
                "給付振込口座の変更",
                "44",
                "長期入院該当",
                "52",
                "人間ドック費用助成");
    }

    /** 診療年月: the first of the month. */
    static Column<LocalDate> month(String code, String item) {
        return Column.date(code, item);
    }
}
