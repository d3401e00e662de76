package org.machi.law.burden;

import static org.machi.law.explanation.Steps.yen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.law.LegalBasis;
import org.machi.law.burden.BurdenShare.Person;
import org.machi.law.burden.BurdenShare.Share;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.ParameterRow;

/** Says in steps which share of the cost a household's insured pay. */
@LegalBasis({"法67条", "令7条"})
final class BurdenExplainer {
    private static final String PART = "負担割合";

    private final BurdenShare rule;
    private final LocalDate day;
    private final Steps steps = new Steps("一部負担金の割合の判定");

    private BurdenExplainer(BurdenShare rule, LocalDate day) {
        this.rule = rule;
        this.day = day;
    }

    static Explanation explain(
            BurdenShare rule, List<Person> insured, long revenueOf70To74, LocalDate day) {
        BurdenExplainer explainer = new BurdenExplainer(rule, day);
        Share share = rule.of(insured, revenueOf70To74, day);
        explainer.taxable(insured);
        if (explainer.isActive(insured)) {
            explainer.lifted(insured, revenueOf70To74);
        }
        if (share != Share.THREE) {
            explainer.two(insured, share);
        }
        explainer
                .steps
                .step(PART, "一部負担金の割合")
                .formula(BurdenShare.incomeYear(day) + "年中の所得による")
                .is(share.tenths() + "割")
                .by("burden.share");
        return explainer.steps.done();
    }

    private boolean isActive(List<Person> insured) {
        long three = rule.parameters().amount("burden.taxable.three", day);
        return insured.stream().anyMatch(p -> p.taxable() >= three);
    }

    private void taxable(List<Person> insured) {
        long highest = insured.stream().mapToLong(Person::taxable).max().orElse(0);
        steps.step(PART, "課税所得の最高額")
                .formula("世帯の被保険者" + insured.size() + "人")
                .is(yen(highest))
                .using(row("burden.taxable.three"))
                .by("burden.share");
    }

    private void lifted(List<Person> insured, long revenueOf70To74) {
        long revenue = insured.stream().mapToLong(Person::revenue).sum();
        steps.step(PART, "3割の除外（収入・旧ただし書所得）")
                .formula(
                        "収入の合計 %s、70歳から74歳の世帯員の収入 %s、旧ただし書所得の合計 %s"
                                .formatted(
                                        known(revenue),
                                        known(revenueOf70To74),
                                        yen(insured.stream().mapToLong(Person::base).sum())))
                .is(rule.lifted(insured, revenueOf70To74, day) ? "該当する" : "該当しない")
                .using(row("burden.revenue.single"))
                .using(row("burden.revenue.many"))
                .using(row("burden.baseTotal"))
                .by("burden.lifted");
    }

    /** Whose revenue is not known is above every limit; that is no amount to show. */
    private static String known(long revenue) {
        return revenue >= BurdenIncome.UNKNOWN_REVENUE ? "不明（基準収入額適用の申請による）" : yen(revenue);
    }

    private void two(List<Person> insured, Share share) {
        long sum = insured.stream().mapToLong(Person::pensionAndOthers).sum();
        steps.step(PART, "年金収入＋その他の合計所得金額")
                .formula("被保険者" + insured.size() + "人の合計 " + yen(sum))
                .is(share == Share.TWO ? "2割の基準以上" : "2割の基準に当たらない")
                .using(row("burden.taxable.two"))
                .using(
                        row(
                                insured.size() == 1
                                        ? "burden.income.two.single"
                                        : "burden.income.two.many"))
                .by("burden.two");
    }

    private Optional<ParameterRow> row(String name) {
        return rule.parameters().find(name, ParameterRow.NATIONAL, day);
    }
}
