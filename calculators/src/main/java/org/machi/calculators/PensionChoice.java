package org.machi.calculators;

import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.LevyYear;
import org.machi.law.deduction.PensionKind;
import org.machi.law.deduction.PensionOrder;
import org.machi.law.deduction.PensionOrder.Pension;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** Which of a person's pensions the law takes the premium from. */
final class PensionChoice {
    static final String ITEM = "対象年金";

    static final Field PENSIONS =
            Field.list(
                    "年金の種類",
                    "pensions",
                    "2つ以上の年金があるとき。順位は介護保険法施行令42条1項の号（1 老齢基礎年金、6 障害基礎年金、13 遺族基礎年金など38種）",
                    Field.of("順位", "order", Field.Kind.NUMBER, "1から38").must(),
                    Field.of("裁定日", "awarded-on", Field.Kind.DAY, "同じ順位では早いもの").must());

    private PensionChoice() {}

    /** Answers when pensions are written. */
    static void tell(
            Facts facts,
            Parameters parameters,
            LevyYear year,
            Answer.Results results,
            Steps steps) {
        List<Pension> pensions =
                facts.list(PENSIONS).stream().map(entry -> pension(facts, entry)).toList();
        PensionOrder.first(pensions)
                .ifPresent(first -> {
                    String name = first.kind().japanese();
                    results.text(ITEM, name);
                    steps.step("特別徴収の対象", ITEM)
                            .formula(
                                    pensions.size()
                                            + "つの年金のうち順位の最も先のもの（"
                                            + first.kind().order()
                                            + "号）")
                            .is(name)
                            .using(
                                    parameters.find(
                                            "deduction.pensionOrder",
                                            ParameterRow.NATIONAL,
                                            year.start()))
                            .by("deduction.pensionOrder");
                });
    }

    private static Pension pension(Facts facts, Facts entry) {
        int order = entry.number(PENSIONS.parts().getFirst());
        PensionKind kind =
                PensionKind.ofOrder(order)
                        .orElseThrow(() ->
                                facts.refused(
                                        PENSIONS,
                                        Integer.toString(order),
                                        "この順位の年金はありません",
                                        "1から" + PensionKind.all().size() + "までの順位を書いてください"));
        return new Pension(kind, 0, entry.day(PENSIONS.parts().getLast()));
    }
}
