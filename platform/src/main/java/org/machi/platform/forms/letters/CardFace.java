package org.machi.platform.forms.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.CardFile;
import org.machi.platform.forms.Wording;
import org.machi.platform.forms.letters.StatementLetter.Line;

/**
 * What stands on a 証, the same whether the city prints it or a 窓口端末 of the union.
 *
 * @param kind 証種別コード
 * @param birthOn as in the register, partly unknown days included
 * @param sex 性別コード
 */
public record CardFace(
        String kind,
        String insuredNo,
        String name,
        String sex,
        String birthOn,
        String address,
        Days days,
        @Nullable String copay,
        Special special) {

    private static final String DISEASE = "03";

    /** 資格取得年月日, 発効期日 and, where there is one, 有効期限. */
    public record Days(LocalDate acquiredOn, LocalDate validFrom, @Nullable LocalDate validUntil) {}

    /** 限度区分 (who asked for it), 長期入院該当 and 特定疾病, each with the day from which it holds. */
    public record Special(
            @Nullable String limit,
            @Nullable LocalDate limitFrom,
            @Nullable LocalDate longStayFrom,
            @Nullable String disease,
            @Nullable LocalDate diseaseFrom) {}

    /** The lines in their order. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("被保険者番号", insuredNo));
        lines.add(new Line("住所", address));
        lines.add(new Line("氏名（性別）", name + "　（" + (sex.equals("1") ? "男" : "女") + "）"));
        lines.add(new Line("生年月日", Wording.birth(birthOn)));
        lines.add(new Line("資格取得年月日", Wording.date(days.acquiredOn())));
        lines.add(new Line("発効期日", Wording.date(days.validFrom())));
        if (days.validUntil() != null) {
            lines.add(new Line("有効期限", Wording.date(days.validUntil())));
        }
        if (kind.equals(DISEASE)) {
            lines.add(
                    new Line("認定疾病", word(CardFile.DISEASE.type().meanings(), special.disease())));
            lines.add(new Line("特定疾病の発効期日", date(special.diseaseFrom())));
        } else {
            lines.add(new Line("一部負担金の割合", copay == null ? "" : copay + "割"));
            if (special.limit() != null) {
                lines.add(
                        new Line(
                                "限度区分",
                                word(CardFile.LIMIT.type().meanings(), special.limit())
                                        + "　"
                                        + date(special.limitFrom())
                                        + "から"));
            }
            if (special.longStayFrom() != null) {
                lines.add(new Line("長期入院該当年月日", date(special.longStayFrom())));
            }
        }
        return lines;
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "" : Wording.date(day);
    }

    private static String word(Map<String, String> words, @Nullable String code) {
        return code == null ? "" : words.getOrDefault(code, code);
    }
}
