package org.machi.calculators;

import java.time.LocalDate;
import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.law.refund.RefundInterest;

/** 還付加算金 of one over-payment. */
final class RefundInterestCalculator implements Calculator {
    private static final String REDUCTION = "減額決定";
    private static final String REQUEST = "更正の請求";
    private static final String INCOME_TAX = "所得税の申告・更正";
    private static final String MISTAKE = "誤納";

    private static final Field OVERPAID =
            Field.of("過誤納額", "overpaid", Field.Kind.YEN, "還付または充当する額").must();
    private static final Field CAUSE =
            Field.choice(
                    "事由",
                    "cause",
                    "過誤納になった理由。誤納は二重納付など",
                    REDUCTION,
                    REDUCTION,
                    REQUEST,
                    INCOME_TAX,
                    MISTAKE);
    private static final Field PAID_ON =
            Field.of("納付日", "paid-on", Field.Kind.DAY, "過誤納になった納付の領収日").must();
    private static final Field REQUESTED_ON =
            Field.of("請求日", "requested-on", Field.Kind.DAY, "更正の請求のとき、請求のあった日");
    private static final Field CORRECTED_ON =
            Field.of("更正日", "corrected-on", Field.Kind.DAY, "更正の請求のとき、更正した日");
    private static final Field DECLARED_ON =
            Field.of("申告日", "declared-on", Field.Kind.DAY, "所得税の申告・更正のとき、その日");
    private static final Field DECIDED_ON =
            Field.of("支出決定日", "decided-on", Field.Kind.DAY, "還付の支出を決定した日、または充当した日").must();

    private static final String RULE = "refund.interest";

    private final Parameters parameters;

    RefundInterestCalculator(Parameters parameters) {
        this.parameters = parameters;
    }

    /** First day of the interest and the rule that says so. */
    private record Start(LocalDate day, String rule, String formula) {}

    @Override
    public String code() {
        return "refund-interest";
    }

    @Override
    public String title() {
        return "還付加算金";
    }

    @Override
    public String about() {
        return "過誤納金を還付または充当するときに加える還付加算金を、事由ごとの起算日と暦年ごとの率で計算します。";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                OVERPAID, CAUSE, PAID_ON, REQUESTED_ON, CORRECTED_ON, DECLARED_ON, DECIDED_ON);
    }

    @Override
    public List<String> items() {
        return List.of("還付加算金", "計算額", "起算日");
    }

    @Override
    public Answer answer(Facts facts) {
        Start start = start(facts);
        RefundInterest.Result result =
                new RefundInterest(parameters)
                        .on(facts.yen(OVERPAID), start.day(), facts.day(DECIDED_ON));
        return new Answer.Results()
                .yen("還付加算金", result.interest())
                .yen("計算額", result.sum())
                .day("起算日", start.day())
                .with(explanation(facts, start, result));
    }

    private static Start start(Facts facts) {
        LocalDate paidOn = facts.day(PAID_ON);
        return switch (facts.choice(CAUSE)) {
            case REQUEST -> {
                LocalDate requested = facts.dayNeeded(REQUESTED_ON, "事由が更正の請求のときに要る日です");
                LocalDate corrected = facts.dayNeeded(CORRECTED_ON, "事由が更正の請求のときに要る日です");
                yield new Start(
                        RefundInterest.fromRequest(paidOn, requested, corrected),
                        "refund.fromRequest",
                        "請求の翌日から3か月と更正の翌日から1か月の、早い方を経過した日の翌日（納付日の翌日より前にはならない）");
            }
            case INCOME_TAX ->
                    new Start(
                            RefundInterest.fromIncomeTax(
                                    paidOn,
                                    facts.dayNeeded(DECLARED_ON, "事由が所得税の申告・更正のときに要る日です")),
                            "refund.fromIncomeTax",
                            "申告または更正の翌日から1か月を経過した日の翌日（納付日の翌日より前にはならない）");
            case MISTAKE ->
                    new Start(
                            RefundInterest.fromMistake(paidOn),
                            "refund.fromMistake",
                            "納付日の翌日から1か月を経過した日の翌日");
            default ->
                    new Start(
                            RefundInterest.fromReduction(paidOn),
                            "refund.fromReduction",
                            "納付日の翌日");
        };
    }

    private Explanation explanation(Facts facts, Start start, RefundInterest.Result result) {
        LocalDate end = facts.day(DECIDED_ON);
        Steps steps = new Steps("還付加算金の計算（" + facts.choice(CAUSE) + "）");
        steps.step("期間", "起算日").formula(start.formula()).is(Steps.day(start.day())).by(start.rule());
        if (result.stretches().isEmpty()) {
            steps.step("計算", "過誤納額")
                    .formula("加算する最低額に満たないか、起算日より前に支出を決定した")
                    .is("加算しない")
                    .using(row("refund.minimumPrincipal", end))
                    .by(RULE);
        }
        for (RefundInterest.Stretch stretch : result.stretches()) {
            steps.step("計算", Steps.day(stretch.from()) + "から" + Steps.day(stretch.to()) + "まで")
                    .formula(
                            "%s × %s × %d日 ÷ 365日（1円未満切捨て）"
                                    .formatted(
                                            Steps.yen(stretch.principal()),
                                            stretch.rate(),
                                            stretch.days()))
                    .is(Steps.yen(stretch.yen()))
                    .using(row("refund.interestRate", stretch.from()))
                    .using(row("refund.principalUnit", end))
                    .by(RULE);
        }
        steps.step("合計", "還付加算金")
                .formula("合計 " + Steps.yen(result.sum()) + "（100円未満切捨て、1,000円未満は0円）")
                .is(Steps.yen(result.interest()))
                .using(row("refund.minimum", end))
                .using(row("refund.unit", end))
                .by(RULE);
        return steps.done();
    }

    private ParameterRow row(String name, LocalDate day) {
        return parameters.require(name, ParameterRow.NATIONAL, day);
    }
}
