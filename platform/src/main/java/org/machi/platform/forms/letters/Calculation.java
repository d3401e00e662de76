package org.machi.platform.forms.letters;

import java.time.LocalDate;
import java.util.List;
import org.machi.platform.forms.Wording;

/**
 * 計算: how the premium of a year came about, for one 賦課期日. Someone who left and came back within the
 * year has two.
 *
 * @param assessedOn 賦課期日
 * @param reductionName 軽減区分, such as 7割軽減 or 軽減なし
 * @param months months of cover, 0–12
 * @param medical 医療分
 * @param child 子ども・子育て支援納付金分; none before fiscal 2026
 */
public record Calculation(
        LocalDate assessedOn, String reductionName, int months, PremiumPart medical, Child child) {
    /** 子ども分, which exists from R8 on. */
    public sealed interface Child {
        /** A year before R8. */
        record None() implements Child {}

        record Part(PremiumPart premium) implements Child {}
    }

    public static Calculation of(
            LocalDate assessedOn,
            String reductionName,
            int months,
            PremiumPart medical,
            PremiumPart child) {
        return new Calculation(assessedOn, reductionName, months, medical, new Child.Part(child));
    }

    public static Calculation medicalOnly(
            LocalDate assessedOn, String reductionName, int months, PremiumPart medical) {
        return new Calculation(assessedOn, reductionName, months, medical, new Child.None());
    }

    long decided() {
        return medical.decided()
                + switch (child) {
                    case Child.None _ -> 0;
                    case Child.Part part -> part.premium().decided();
                };
    }

    /** Names of the rows of the table, in the order of seed 004's 別添1. */
    List<String> labels() {
        return rows(reductionName);
    }

    /** The same after a change, when the reduction may have been another. */
    List<String> labels(String reductionBefore) {
        return rows(
                reductionBefore.equals(reductionName)
                        ? reductionName
                        : reductionBefore + "→" + reductionName);
    }

    private static List<String> rows(String reduction) {
        return List.of(
                "① 賦課のもととなる所得金額",
                "② 所得割率",
                "③ 所得割額（①×②）",
                "④ 均等割額",
                "⑤ 算出額（③＋④）",
                "⑥ 均等割軽減額（" + reduction + "）",
                "⑦ 限度超過額",
                "⑧ 年保険料額（⑤－⑥－⑦）",
                "⑨ 賦課月数",
                "⑩ 月割減額",
                "⑪ 減免額",
                "⑫ 決定保険料額（⑧－⑩－⑪）");
    }

    /** The cells of one part, in the order of {@link #labels}. */
    List<String> cells(PremiumPart part) {
        return List.of(
                Wording.yenInText(part.base()),
                Wording.percent(part.rate()),
                Wording.yenInText(part.incomePart()),
                Wording.yenInText(part.perCapita()),
                Wording.yenInText(part.calculated()),
                Wording.yenInText(part.reduction()),
                Wording.yenInText(part.overCap()),
                Wording.yenInText(part.annual()),
                months + "か月",
                Wording.yenInText(part.monthsCut()),
                Wording.yenInText(part.relief()),
                Wording.yenInText(part.decided()));
    }

    /** The cells of 子ども分; dashes when the year has none. */
    List<String> childCells() {
        return switch (child) {
            case Child.None _ -> labels().stream().map(label -> "－").toList();
            case Child.Part part -> cells(part.premium());
        };
    }
}
