package org.machi.calculators;

import java.time.LocalDate;
import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.LevyYear;
import org.machi.law.eligibility.Correction;
import org.machi.law.eligibility.DecisionLimit;
import org.machi.law.parameter.Parameters;

/**
 * 更正: whether a premium may still be changed, and how the difference is collected or given back.
 */
final class CorrectionCalculator implements Calculator {
    private static final Field LEVY_YEAR =
            Field.of("相当年度", "levy-year", Field.Kind.NUMBER, "4月の西暦。例 2026（令和8年度）").must();
    private static final Field BEFORE =
            Field.of("変更前の保険料", "before", Field.Kind.YEN, "これまでの決定額").must();
    private static final Field AFTER =
            Field.of("変更後の保険料", "after", Field.Kind.YEN, "所得更正や異動の後の額").must();
    private static final Field FIRST_DUE =
            Field.of(
                            "最初の納期限",
                            "first-due",
                            Field.Kind.DAY,
                            "その年度にその人が最初に納める期限。4月の特別徴収は5月10日、普通徴収は条例の最初の納期限")
                    .must();
    private static final Field LEVIABLE =
            Field.of("賦課できることとなった日", "leviable-on", Field.Kind.DAY, "最初の納期の後に資格を取得した人は資格取得日");
    private static final Field DECIDED =
            Field.of("決定日", "decided-on", Field.Kind.DAY, "決定する日").must();
    private static final Field ADJUSTMENT =
            Field.of("適用調整", "adjustment", Field.Kind.YES_NO, "ほかの保険者との調整による減額で、被保険者に責めがない")
                    .otherwise("いいえ");

    private final Parameters parameters;

    CorrectionCalculator(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public String code() {
        return "correction";
    }

    @Override
    public String title() {
        return "更正と期間制限";
    }

    @Override
    public String about() {
        return "所得更正や異動で変わる保険料を、その日に決定できるか（最初の納期の翌日から2年）、差額をどう扱うかを判定します。";
    }

    @Override
    public List<Field> fields() {
        return List.of(LEVY_YEAR, BEFORE, AFTER, FIRST_DUE, LEVIABLE, DECIDED, ADJUSTMENT);
    }

    @Override
    public List<String> items() {
        return List.of("扱い", "増減", "差額", "賦課年度", "決定できる最後の日");
    }

    @Override
    public Answer answer(Facts facts) {
        LevyYear levyYear = new LevyYear(facts.number(LEVY_YEAR));
        LocalDate firstDue = facts.day(FIRST_DUE);
        LocalDate decidedOn = facts.day(DECIDED);
        if (decidedOn.isBefore(levyYear.start())) {
            throw facts.refused(
                    DECIDED, decidedOn.toString(), "相当年度の前の日です", "相当年度の4月1日以後の日を書いてください");
        }
        Correction.Change change =
                new Correction.Change(
                        levyYear,
                        facts.yen(BEFORE),
                        facts.yen(AFTER),
                        firstDue,
                        facts.dayIf(LEVIABLE).orElse(firstDue),
                        facts.yes(ADJUSTMENT));
        Correction decided = Correction.decide(parameters, change, decidedOn);
        LocalDate forbidden =
                DecisionLimit.firstForbiddenDay(parameters, firstDue, change.leviableOn());
        return new Answer.Results()
                .text("扱い", decided.way().japanese())
                .text("増減", direction(decided.difference()))
                .yen("差額", Math.abs(decided.difference()))
                .text("賦課年度", decided.decisionYear().japanese())
                .day("決定できる最後の日", forbidden.minusDays(1))
                .with(decided.explain(parameters, change, decidedOn));
    }

    private static String direction(long difference) {
        if (difference == 0) {
            return "なし";
        }
        return difference > 0 ? "増額" : "減額";
    }
}
