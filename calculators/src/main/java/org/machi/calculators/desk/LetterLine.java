package org.machi.calculators.desk;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a letter and the rule behind it.
 *
 * @param name as the letter says, without its number and what stands in brackets
 * @param rule its id in the register
 */
record LetterLine(String name, String rule) {
    private static final Pattern NUMBER = Pattern.compile("^[①-⑳]\\s*");
    private static final Pattern BRACKETS = Pattern.compile("（[^）]*）?$");

    /** In the order of the letters: decision, deduction, slip, demand, refund. */
    private static final List<LetterLine> ALL =
            List.of(
                    new LetterLine("賦課期日", "reduction.class"),
                    new LetterLine("賦課のもととなる所得金額", "income.base"),
                    new LetterLine("所得割率", "premium.incomePart"),
                    new LetterLine("所得割額", "premium.incomePart"),
                    new LetterLine("均等割額", "premium.perCapita"),
                    new LetterLine("算出額", "premium.gross"),
                    new LetterLine("減額区分", "reduction.class"),
                    new LetterLine("軽減区分", "reduction.class"),
                    new LetterLine("均等割軽減額", "reduction.amount"),
                    new LetterLine("元被扶養者の軽減", "reduction.dependant"),
                    new LetterLine("限度超過額", "premium.cap"),
                    new LetterLine("年保険料額", "premium.annual"),
                    new LetterLine("賦課月数", "premium.months"),
                    new LetterLine("月割減額", "premium.months"),
                    new LetterLine("減免額", "relief.amount"),
                    new LetterLine("決定保険料額", "premium.final"),
                    new LetterLine("年間保険料額", "premium.total"),
                    new LetterLine("後期高齢者医療保険料", "premium.total"),
                    new LetterLine("納付方法", "deduction.eligible"),
                    new LetterLine("対象年金", "deduction.pensionOrder"),
                    new LetterLine("開始月", "deduction.start"),
                    new LetterLine("年金の支払日", "deduction.payDay"),
                    new LetterLine("算定の基礎", "deduction.starting"),
                    new LetterLine("特別徴収額", "deduction.main"),
                    new LetterLine("差し引く額", "deduction.provisional"),
                    new LetterLine("中止事由", "deduction.stop"),
                    new LetterLine("中止月", "deduction.stop"),
                    new LetterLine("これまでに差し引いた額", "deduction.toOrdinary"),
                    new LetterLine("期別", "ordinary.periods"),
                    new LetterLine("納期限", "ordinary.due"),
                    new LetterLine("納付する額", "ordinary.split"),
                    new LetterLine("保険料額", "ordinary.split"),
                    new LetterLine("指定期限", "late.demand"),
                    new LetterLine("督促手数料", "late.demand"),
                    new LetterLine("延滞金", "late.charge"),
                    new LetterLine("過誤納額", "decision.correction"),
                    new LetterLine("充当額", "decision.correction"),
                    new LetterLine("充当後に残る額", "decision.correction"),
                    new LetterLine("還付額", "decision.correction"),
                    new LetterLine("還付加算金", "refund.interest"),
                    new LetterLine("請求の期限", "limitation.claim"),
                    new LetterLine("一部負担金の割合", "burden.share"),
                    new LetterLine("限度区分", "burden.level"));

    static List<LetterLine> all() {
        return ALL;
    }

    /** What stands on a letter, e.g. ③ 所得割額（①×②）, as the name that is looked for. */
    static String plain(String words) {
        String name = NUMBER.matcher(words.strip()).replaceFirst("");
        String bare = BRACKETS.matcher(name).replaceFirst("").strip();
        return bare.isEmpty() ? name : bare;
    }
}
