package org.machi.calculators;

import java.time.LocalDate;
import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.parameter.Parameters;
import org.machi.law.refund.RefundCause;
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

    private final Parameters parameters;

    RefundInterestCalculator(Parameters parameters) {
        this.parameters = parameters;
    }

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
        RefundInterest rule = new RefundInterest(parameters);
        RefundCause cause = cause(facts);
        LocalDate decidedOn = facts.day(DECIDED_ON);
        RefundInterest.Result result = rule.on(facts.yen(OVERPAID), cause, decidedOn);
        return new Answer.Results()
                .yen("還付加算金", result.interest())
                .yen("計算額", result.sum())
                .day("起算日", cause.from())
                .with(rule.explain(facts.yen(OVERPAID), cause, decidedOn, result));
    }

    private static RefundCause cause(Facts facts) {
        LocalDate paidOn = facts.day(PAID_ON);
        return switch (facts.choice(CAUSE)) {
            case REQUEST ->
                    new RefundCause.Request(
                            paidOn,
                            facts.dayNeeded(REQUESTED_ON, "事由が更正の請求のときに要る日です"),
                            facts.dayNeeded(CORRECTED_ON, "事由が更正の請求のときに要る日です"));
            case INCOME_TAX ->
                    new RefundCause.IncomeTax(
                            paidOn, facts.dayNeeded(DECLARED_ON, "事由が所得税の申告・更正のときに要る日です"));
            case MISTAKE -> new RefundCause.Mistake(paidOn);
            default -> new RefundCause.Reduction(paidOn);
        };
    }
}
