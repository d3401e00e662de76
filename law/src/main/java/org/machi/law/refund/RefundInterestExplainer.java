package org.machi.law.refund;

import static org.machi.law.explanation.Steps.cutTo;
import static org.machi.law.explanation.Steps.day;
import static org.machi.law.explanation.Steps.yen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.law.LegalBasis;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.law.refund.RefundInterest.Result;
import org.machi.law.refund.RefundInterest.Stretch;

/** Says in steps how the interest on a refund came about. */
@LegalBasis({"法139条", "地17条の4"})
public final class RefundInterestExplainer {
    private static final String PART = "還付加算金";

    private final Parameters parameters;
    private final LocalDate decidedOn;
    private final Steps steps;

    private RefundInterestExplainer(Parameters parameters, LocalDate decidedOn) {
        this.parameters = parameters;
        this.decidedOn = decidedOn;
        this.steps = new Steps("還付加算金の計算（支出決定日 " + day(decidedOn) + "）");
    }

    public static Explanation explain(
            Parameters parameters,
            long overpaid,
            RefundCause cause,
            LocalDate decidedOn,
            Result result) {
        RefundInterestExplainer explainer = new RefundInterestExplainer(parameters, decidedOn);
        explainer.principal(overpaid, result);
        explainer
                .steps
                .step(PART, "起算日")
                .formula(cause.japanese() + "、納付日 " + day(cause.paidOn()))
                .is(day(cause.from()))
                .by(cause.rule());
        result.stretches().forEach(explainer::stretch);
        explainer.interest(result);
        return explainer.steps.done();
    }

    private void principal(long overpaid, Result result) {
        steps.step(PART, "過誤納金")
                .formula(
                        result.stretches().isEmpty()
                                ? yen(overpaid) + "（計算の対象となる日または額がない）"
                                : yen(overpaid) + cut("refund.principalUnit"))
                .is(
                        result.stretches().isEmpty()
                                ? yen(0)
                                : yen(result.stretches().getFirst().principal()))
                .using(rows("refund.minimumPrincipal", "refund.principalUnit"))
                .by("refund.interest");
    }

    private void stretch(Stretch stretch) {
        steps.step(PART, stretch.from().getYear() + "年中の額")
                .formula(
                        "%s × %s × %d日 ÷ 365（1円未満切捨て）"
                                .formatted(
                                        yen(stretch.principal()),
                                        stretch.rate().percent(),
                                        stretch.days()))
                .is(yen(stretch.yen()))
                .using(
                        parameters.find(
                                "refund.interestRate", ParameterRow.NATIONAL, stretch.from()))
                .using(rows("late.daysOfYear"))
                .by("refund.interest");
    }

    private void interest(Result result) {
        long minimum = row("refund.minimum").map(ParameterRow::amount).orElse(0L);
        steps.step(PART, "還付加算金額")
                .formula(
                        yen(result.sum())
                                + (result.sum() < minimum
                                        ? "（" + yen(minimum) + "未満のため付さない）"
                                        : cut("refund.unit")))
                .is(yen(result.interest()))
                .using(rows("refund.minimum", "refund.unit"))
                .by("refund.interest");
    }

    private String cut(String unit) {
        return cutTo(row(unit).map(ParameterRow::amount).orElse(1L));
    }

    private Optional<ParameterRow> row(String name) {
        return parameters.find(name, ParameterRow.NATIONAL, decidedOn);
    }

    private List<ParameterRow> rows(String... names) {
        return List.of(names).stream().map(this::row).flatMap(Optional::stream).toList();
    }
}
