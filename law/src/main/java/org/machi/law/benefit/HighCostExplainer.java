package org.machi.law.benefit;

import static org.machi.law.explanation.Steps.yen;

import java.util.List;
import java.util.OptionalLong;
import org.machi.law.LegalBasis;
import org.machi.law.benefit.HighCost.Patient;
import org.machi.law.benefit.HighCost.Payment;
import org.machi.law.benefit.HighCost.Result;
import org.machi.law.benefit.HighCost.Sums;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;

/** Says in steps what a home gets back of a month's care. */
@LegalBasis({"法84条", "令14条"})
final class HighCostExplainer {
    private final HighCost rule;
    private final Steps steps = new Steps("高額療養費の算定");

    HighCostExplainer(HighCost rule) {
        this.rule = rule;
    }

    Explanation explain(List<Patient> home) {
        Result result = rule.of(home);
        List<Sums> sums = home.stream().map(rule::sums).toList();
        for (int i = 0; i < home.size(); i++) {
            person("被保険者" + (i + 1), home.get(i), sums.get(i));
        }
        household(sums, result);
        for (int i = 0; i < home.size(); i++) {
            total("被保険者" + (i + 1), result.payments().get(i));
        }
        return steps.done();
    }

    private void person(String part, Patient patient, Sums sums) {
        Ceilings own = patient.birthdayMonth() ? rule.ceilings().halved() : rule.ceilings();
        if (sums.disease() > 0) {
            steps.step(part, "特定疾病の限度額を超える額")
                    .formula("医療機関ごとの自己負担限度額 " + yen(own.disease()))
                    .isYen(sums.disease())
                    .using(own.diseaseRows())
                    .by("benefit.disease");
        }
        OptionalLong ceiling = own.outpatient(sums.outpatientCost());
        if (ceiling.isPresent()) {
            steps.step(part, "外来（個人）")
                    .formula(
                            "自己負担 %s − 限度額 %s%s"
                                    .formatted(
                                            yen(sums.outpatientPaid()),
                                            yen(ceiling.getAsLong()),
                                            patient.birthdayMonth() ? "（75歳到達月は2分の1）" : ""))
                    .isYen(sums.outpatient())
                    .using(own.outpatientRows())
                    .by("benefit.outpatient");
        }
        if (patient.birthdayMonth()) {
            steps.step(part, "75歳到達月の個人合算")
                    .formula("限度額は2分の1 " + yen(own.household(sums.cost(), rule.earlier())))
                    .isYen(sums.birthday())
                    .using(own.householdRows(rule.earlier()))
                    .by("benefit.birthday");
        }
        steps.step(part, "世帯合算に入る自己負担")
                .formula(
                        "外来 %s ＋ 入院 %s − 個人の支給 %s"
                                .formatted(
                                        yen(sums.outpatientPaid()),
                                        yen(sums.inpatientPaid()),
                                        yen(sums.outpatient() + sums.birthday())))
                .isYen(sums.left())
                .by("benefit.household");
    }

    private void household(List<Sums> sums, Result result) {
        long left = sums.stream().mapToLong(Sums::left).sum();
        long cost = sums.stream().mapToLong(Sums::cost).sum();
        Ceilings ceilings = rule.ceilings();
        steps.step("世帯", "世帯合算（" + ceilings.level().japanese() + "）")
                .formula(
                        "自己負担 %s − 限度額 %s（総医療費 %s、直近12か月の該当 %d回）"
                                .formatted(
                                        yen(left),
                                        yen(ceilings.household(cost, rule.earlier())),
                                        yen(cost),
                                        rule.earlier()))
                .isYen(result.payments().stream().mapToLong(Payment::household).sum())
                .using(ceilings.householdRows(rule.earlier()))
                .by("benefit.many");
    }

    private void total(String part, Payment payment) {
        steps.step(part, "支給額")
                .formula(
                        "特定疾病 %s ＋ 外来 %s ＋ 到達月 %s ＋ 世帯の按分 %s"
                                .formatted(
                                        yen(payment.disease()),
                                        yen(payment.outpatient()),
                                        yen(payment.birthday()),
                                        yen(payment.household())))
                .isYen(payment.total())
                .by("benefit.split");
    }
}
