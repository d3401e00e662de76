package org.machi.calculators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.BusinessCalendar;
import org.machi.law.LevyYear;
import org.machi.law.explanation.Steps;
import org.machi.law.instalment.CollectionPolicy;
import org.machi.law.instalment.DueDates;
import org.machi.law.instalment.OrdinarySplit;

/** 期割 of ordinary collection: the first split, and again after the premium changed. */
final class InstalmentsCalculator implements Calculator {
    private static final Field PREMIUM =
            Field.of("保険料", "premium", Field.Kind.YEN, "普通徴収で集める額。変更後の計算では変更後の額").must();
    private static final Field FIRST =
            Field.of("最初の期", "first", Field.Kind.NUMBER, "割り振る最初の期の番号。過ぎた期は動かさない").otherwise("1");
    private static final Field UNIT =
            Field.choice("端数の単位", "unit", "条例または規則の定め", "100円", "100円", "1000円");
    private static final Field REMAINDER =
            Field.choice("端数を寄せる期", "remainder", "条例または規則の定め", "最初の期", "最初の期", "最後の期");
    private static final Field LAST_YEAR =
            Field.of(
                    "前年度保険料",
                    "last-year",
                    Field.Kind.YEN,
                    "4月から6月を暫定賦課する条例のとき、前年度の年額。12で割った額を各月に置き、残りを7月から割り振る");
    private static final Field CURRENT =
            Field.list(
                    "今の期割",
                    "current",
                    "変更後の計算のとき、第1期から順に今の額と納付済の額",
                    Field.of("額", "yen", Field.Kind.YEN, "今の期割額").must(),
                    Field.of("納付済", "paid", Field.Kind.YEN, "納付済の額").otherwise("0"));
    private static final Field INCREASE =
            Field.choice("増額のとき", "increase", "残りの期へ等分するか、次の期へ寄せるか", "等分", "等分", "次の期");
    private static final Field DECREASE =
            Field.choice("減額のとき", "decrease", "遅い期から減らすか、等分で減らすか", "遅い期から", "遅い期から", "等分");

    private static final String RULE = "ordinary.split";

    private final BusinessCalendar calendar;

    InstalmentsCalculator(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public String code() {
        return "instalments";
    }

    @Override
    public String title() {
        return "期割";
    }

    @Override
    public String about() {
        return "普通徴収の保険料を条例の納期に割り振ります。今の期割を書くと、保険料が変わった後の期割と過誤納を求めます。";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                PREMIUM,
                Ordinance.LEVY_YEAR,
                Ordinance.TYPE,
                Ordinance.MONTHS,
                Ordinance.DECEMBER,
                FIRST,
                UNIT,
                REMAINDER,
                LAST_YEAR,
                CURRENT,
                INCREASE,
                DECREASE);
    }

    @Override
    public List<String> items() {
        List<String> items = new ArrayList<>(Ordinance.periodItems(""));
        items.addAll(List.of("随時期", "過誤納"));
        items.addAll(Ordinance.periodItems("納期限"));
        return items;
    }

    @Override
    public Answer answer(Facts facts) {
        CollectionPolicy policy = policy(facts);
        LevyYear year = Ordinance.levyYear(facts);
        int first = facts.number(FIRST) - 1;
        if (first < 0 || first > policy.periods()) {
            throw facts.refused(
                    FIRST,
                    Integer.toString(first + 1),
                    "この納期の型にない期です",
                    "1から%dで書いてください（期が残っていないときは%d）"
                            .formatted(policy.periods(), policy.periods() + 1));
        }
        OrdinarySplit.Plan plan = plan(facts, policy, first);
        List<LocalDate> dueOn = DueDates.of(policy, year, calendar);
        Answer.Results results = new Answer.Results();
        for (int i = 0; i < policy.periods(); i++) {
            results.yen(Ordinance.period(i + 1, ""), plan.amounts()[i]);
        }
        if (plan.extra() > 0) {
            results.yen("随時期", plan.extra());
        }
        if (plan.overpaid() > 0) {
            results.yen("過誤納", plan.overpaid());
        }
        for (int i = 0; i < policy.periods(); i++) {
            results.day(Ordinance.period(i + 1, "納期限"), dueOn.get(i));
        }
        Steps steps = new Steps(year.japanese() + "　期割（" + policy.code() + "）");
        explain(steps, facts, policy, plan);
        DueDatesCalculator.explain(steps, policy, year, calendar);
        return results.with(steps.done());
    }

    private static CollectionPolicy policy(Facts facts) {
        return Ordinance.policy(facts)
                .withUnit(facts.choice(UNIT).equals("1000円") ? 1_000 : 100)
                .withRemainder(
                        facts.choice(REMAINDER).equals("最後の期")
                                ? CollectionPolicy.Remainder.LAST
                                : CollectionPolicy.Remainder.FIRST)
                .withIncrease(
                        facts.choice(INCREASE).equals("次の期")
                                ? CollectionPolicy.Increase.NEXT_PERIOD
                                : CollectionPolicy.Increase.EQUAL)
                .withDecrease(
                        facts.choice(DECREASE).equals("等分")
                                ? CollectionPolicy.Decrease.EQUAL
                                : CollectionPolicy.Decrease.LAST_FIRST);
    }

    private static OrdinarySplit.Plan plan(Facts facts, CollectionPolicy policy, int first) {
        long premium = facts.yen(PREMIUM);
        List<Facts> current = facts.list(CURRENT);
        if (facts.has(LAST_YEAR)) {
            return afterProvisional(facts, policy);
        }
        if (current.isEmpty()) {
            return first == policy.periods()
                    ? new OrdinarySplit.Plan(new long[policy.periods()], premium, 0)
                    : new OrdinarySplit.Plan(OrdinarySplit.splitFrom(premium, policy, first), 0, 0);
        }
        if (current.size() != policy.periods()) {
            throw facts.refused(
                    CURRENT,
                    current.size() + "期分",
                    "納期の数と合いません",
                    "第1期から%d期分を書いてください（割り当てのない期は0）".formatted(policy.periods()));
        }
        return OrdinarySplit.replan(
                premium, amounts(current, 0), amounts(current, 1), first, policy);
    }

    /** 本算定 of an ordinance with provisional months. */
    private static OrdinarySplit.Plan afterProvisional(Facts facts, CollectionPolicy policy) {
        if (policy.months().getFirst() > 6 || policy.months().getFirst() < 4) {
            throw facts.refused(
                    LAST_YEAR, "", "4月から6月の納期がないので暫定賦課はありません", "納期の型を12期にするか、書かないでください");
        }
        if (!facts.list(CURRENT).isEmpty()) {
            throw facts.refused(LAST_YEAR, "", "今の期割と一緒には使えません", "どちらかだけを書いてください");
        }
        long[] spring = OrdinarySplit.provisional(facts.yen(LAST_YEAR), policy);
        return OrdinarySplit.afterProvisional(facts.yen(PREMIUM), spring, policy);
    }

    private static long[] amounts(List<Facts> current, int part) {
        return current.stream().mapToLong(entry -> entry.yen(CURRENT.parts().get(part))).toArray();
    }

    private static void explain(
            Steps steps, Facts facts, CollectionPolicy policy, OrdinarySplit.Plan plan) {
        if (facts.has(LAST_YEAR)) {
            explainProvisional(steps, facts, policy, plan);
            return;
        }
        List<Facts> current = facts.list(CURRENT);
        String way =
                current.isEmpty()
                        ? Steps.yen(facts.yen(PREMIUM))
                                + " を第"
                                + facts.number(FIRST)
                                + "期から等分し"
                                + facts.choice(UNIT)
                                + "未満は"
                                + facts.choice(REMAINDER)
                                + "へ"
                        : "変更後 "
                                + Steps.yen(facts.yen(PREMIUM))
                                + "、増額は"
                                + facts.choice(INCREASE)
                                + "、減額は"
                                + facts.choice(DECREASE);
        for (int i = 0; i < policy.periods(); i++) {
            String before =
                    current.isEmpty() ? "" : "（変更前 " + Steps.yen(amounts(current, 0)[i]) + "）";
            steps.step("期割", Ordinance.period(i + 1, ""))
                    .formula(way + before)
                    .is(Steps.yen(plan.amounts()[i]))
                    .by(RULE);
        }
        if (plan.extra() > 0) {
            steps.step("期割", "随時期").formula("残りの納期がない分").is(Steps.yen(plan.extra())).by(RULE);
        }
        if (plan.overpaid() > 0) {
            steps.step("期割", "過誤納")
                    .formula("納付済の額が新しい期割額を超える分")
                    .is(Steps.yen(plan.overpaid()))
                    .by(RULE);
        }
        steps.step("期割", "合計").formula("各期と随時期の合計").is(Steps.yen(plan.total())).by(RULE);
    }

    private static void explainProvisional(
            Steps steps, Facts facts, CollectionPolicy policy, OrdinarySplit.Plan plan) {
        String spring =
                "前年度 " + Steps.yen(facts.yen(LAST_YEAR)) + " ÷ 12（" + facts.choice(UNIT) + "未満切捨て）";
        String rest = "（" + Steps.yen(facts.yen(PREMIUM)) + " − 4月から6月の額）を7月からの期に割り振る";
        for (int i = 0; i < policy.periods(); i++) {
            boolean early = policy.months().get(i) >= 4 && policy.months().get(i) <= 6;
            steps.step("期割", Ordinance.period(i + 1, ""))
                    .formula(early ? spring : rest)
                    .is(Steps.yen(plan.amounts()[i]))
                    .by(early ? "ordinary.provisional" : "ordinary.afterProvisional");
        }
        if (plan.overpaid() > 0) {
            steps.step("期割", "過誤納")
                    .formula("暫定賦課の額が年額を超える分")
                    .is(Steps.yen(plan.overpaid()))
                    .by("ordinary.afterProvisional");
        }
    }
}
