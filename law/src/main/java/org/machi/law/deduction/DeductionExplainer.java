package org.machi.law.deduction;

import static org.machi.law.explanation.Steps.yen;

import java.time.LocalDate;
import java.util.List;
import org.machi.law.LegalBasis;
import org.machi.law.deduction.DeductionDecision.Deduct;
import org.machi.law.deduction.DeductionDecision.Ordinary;
import org.machi.law.deduction.DeductionPlan.Payment;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** Says in steps why a premium is taken from a pension, or not, and how much in which month. */
@LegalBasis({"法107条", "令22条", "令23条", "準介136条2項"})
public final class DeductionExplainer {
    private static final String WHO = "特別徴収の対象";
    private static final String HOW_MUCH = "特別徴収の額";

    private DeductionExplainer() {}

    /** The tests of the law in their order, and what they decided. */
    public static void decision(
            Steps steps,
            Parameters parameters,
            DeductionFacts facts,
            LocalDate day,
            DeductionDecision decided) {
        steps.step(WHO, "年金額")
                .formula("年額 " + yen(facts.annualPension()))
                .is(facts.annualPension() < minimum(parameters, day) ? "18万円未満" : "18万円以上")
                .using(parameters.find("deduction.minimumPension", ParameterRow.NATIONAL, day))
                .by("deduction.eligible");
        steps.step(WHO, "介護保険料の特別徴収")
                .formula("同じ年金からこの市区町村が徴収")
                .is(facts.careDeducted() ? "している" : "していない")
                .using(parameters.find("deduction.pensionOrder", ParameterRow.NATIONAL, day))
                .by("deduction.pensionOrder");
        steps.step(WHO, "2分の1判定")
                .formula(
                        "%s ＋ 介護 %s と %s ÷ 6 ÷ 2"
                                .formatted(
                                        yen(facts.premiumPerPayment()),
                                        yen(facts.carePerPayment()),
                                        yen(facts.annualPension())))
                .is(
                        DeductionEligibility.exceedsHalf(
                                        facts.annualPension(),
                                        facts.premiumPerPayment(),
                                        facts.carePerPayment())
                                ? "超える"
                                : "超えない")
                .by("deduction.half");
        String result =
                switch (decided) {
                    case Deduct _ -> "特別徴収";
                    case Ordinary ordinary -> "普通徴収（" + ordinary.reason().japanese() + "）";
                };
        steps.step(WHO, "徴収方法").formula("申出・特別の事情を含めて判定").is(result).by("deduction.eligible");
    }

    private static long minimum(Parameters parameters, LocalDate day) {
        return parameters.amount("deduction.minimumPension", day);
    }

    /**
     * Each payment of a plan.
     *
     * @param annual the premium that the deductions make
     * @param before what ordinary collection takes before the first deduction
     */
    public static void plan(Steps steps, DeductionPlan plan, long annual, long before) {
        List<Payment> half = plan.payments().stream().filter(Payment::provisional).toList();
        List<Payment> main = plan.payments().stream().filter(p -> !p.provisional()).toList();
        for (Payment payment : half) {
            steps.step(HOW_MUCH, month(payment) + "（仮徴収）")
                    .formula("前年度2月と同額、前年度の額からの見込み、または平準化した額")
                    .is(yen(payment.yen()))
                    .by("deduction.provisional");
        }
        long taken = before + half.stream().mapToLong(Payment::yen).sum();
        for (int i = 0; i < main.size(); i++) {
            String formula =
                    "（%s − %s）÷ %d%s"
                            .formatted(
                                    yen(annual),
                                    yen(taken),
                                    main.size(),
                                    i == 0 ? "、100円未満の端数を含む" : "（100円未満切捨て）");
            steps.step(HOW_MUCH, month(main.get(i)) + "（本徴収）")
                    .formula(formula)
                    .is(yen(main.get(i).yen()))
                    .by("deduction.main");
        }
        if (plan.overpaid() > 0) {
            steps.step(HOW_MUCH, "過誤納")
                    .formula(yen(taken) + " − " + yen(annual))
                    .is(yen(plan.overpaid()))
                    .by("deduction.change");
        }
    }

    private static String month(Payment payment) {
        return payment.month().getMonthValue() + "月";
    }
}
