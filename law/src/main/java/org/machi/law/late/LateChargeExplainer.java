package org.machi.law.late;

import static org.machi.law.explanation.Steps.cutTo;
import static org.machi.law.explanation.Steps.day;
import static org.machi.law.explanation.Steps.yen;

import java.util.List;
import java.util.Optional;
import org.machi.law.LegalBasis;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.late.LateCharge.Claim;
import org.machi.law.late.LateCharge.Kind;
import org.machi.law.late.LateCharge.Portion;
import org.machi.law.late.LateCharge.Result;
import org.machi.law.late.LateCharge.Stretch;
import org.machi.law.parameter.ParameterRow;

/** Says in steps how a late charge came about; every number is taken from the result. */
@LegalBasis({"自治法231条の3第2項", "条例（延滞金）"})
public final class LateChargeExplainer {
    private static final String PART = "延滞金";

    private final LateCharge rule;
    private final Claim claim;
    private final Steps steps;

    private LateChargeExplainer(LateCharge rule, Claim claim) {
        this.rule = rule;
        this.claim = claim;
        this.steps = new Steps("延滞金の計算（納期限 " + day(claim.dueOn()) + "）");
    }

    public static Explanation explain(LateCharge rule, Claim claim, Result result) {
        LateChargeExplainer explainer = new LateChargeExplainer(rule, claim);
        explainer.principal(result);
        result.stretches().forEach(explainer::stretch);
        result.portions().forEach(explainer::portion);
        explainer.charge(result);
        return explainer.steps.done();
    }

    private void principal(Result result) {
        String cut = cutTo(row("late.principalUnit").map(ParameterRow::amount).orElse(1L));
        steps.step(PART, "滞納額")
                .formula(
                        result.stretches().isEmpty()
                                ? yen(claim.principal()) + "（計算の対象となる日または額がない）"
                                : yen(claim.principal()) + cut)
                .is(
                        result.stretches().isEmpty()
                                ? yen(0)
                                : yen(result.stretches().getFirst().principal()))
                .using(rows("late.minimumPrincipal", "late.principalUnit"))
                .by("late.principal");
    }

    private void stretch(Stretch stretch) {
        boolean grace = stretch.kind() == Kind.HALVED || stretch.kind() == Kind.WAIVED;
        steps.step(PART, stretch.kind().japanese() + "の期間")
                .formula(
                        day(stretch.from())
                                + "から"
                                + day(stretch.to())
                                + "まで、年"
                                + stretch.rate().percent())
                .is(stretch.days() + "日")
                .using(rule.rateRow(stretch))
                .by(grace ? "late.grace" : stretch.low() ? "late.lowUntil" : "late.rate");
    }

    private void portion(Portion portion) {
        steps.step(PART, portion.kind().japanese() + "の期間の額")
                .formula(
                        yen(portion.principal())
                                + " × 率 × 日数 ÷ 365（"
                                + day(portion.from())
                                + "から"
                                + day(portion.to())
                                + "まで、1円未満切捨て）")
                .is(yen(portion.yen()))
                .using(row("late.daysOfYear"))
                .by("late.charge");
    }

    private void charge(Result result) {
        String unit = cutTo(row("late.unit").map(ParameterRow::amount).orElse(1L));
        long minimum = row("late.minimum").map(ParameterRow::amount).orElse(0L);
        steps.step(PART, "延滞金額")
                .formula(
                        yen(result.sum())
                                + (result.sum() < minimum
                                        ? "（" + yen(minimum) + "未満のため全額を切り捨てる）"
                                        : unit))
                .is(yen(result.charge()))
                .using(rows("late.minimum", "late.unit"))
                .by("late.final");
    }

    private Optional<ParameterRow> row(String name) {
        return rule.parameters().find(name, ParameterRow.NATIONAL, claim.dueOn());
    }

    private List<ParameterRow> rows(String... names) {
        return List.of(names).stream().map(this::row).flatMap(Optional::stream).toList();
    }
}
