package org.machi.calculators;

import java.time.LocalDate;
import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.burden.BurdenShare;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** 一部負担金の割合 of the insured of one household. */
final class BurdenRatioCalculator implements Calculator {
    private static final Field DAY = Field.of("基準日", "day", Field.Kind.DAY, "割合を知りたい日").must();
    private static final Field BIRTH = Field.of("生年月日", "birth", Field.Kind.DAY, "被保険者").must();
    private static final Field TAXABLE =
            Field.of("課税所得", "taxable", Field.Kind.YEN, "住民税の課税所得").must();
    private static final Field BASE =
            Field.of("旧ただし書所得", "base", Field.Kind.YEN, "総所得金額等から基礎控除を引いた額").otherwise("0");
    private static final Field REVENUE =
            Field.of("収入", "revenue", Field.Kind.YEN, "基準収入額を判定する収入").otherwise("0");
    private static final Field PENSION =
            Field.of("年金収入とその他の所得", "pension-and-others", Field.Kind.YEN, "年金収入＋その他の合計所得金額")
                    .otherwise("0");
    private static final Field INSURED =
            Field.list("被保険者", "insured", "世帯の被保険者全員", BIRTH, TAXABLE, BASE, REVENUE, PENSION)
                    .must();
    private static final Field OTHERS =
            Field.of("70から74歳の収入", "revenue-70-74", Field.Kind.YEN, "世帯の70歳から74歳の人（被保険者でない）の収入の合計")
                    .otherwise("0");

    private final Parameters parameters;

    BurdenRatioCalculator(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public String code() {
        return "burden-ratio";
    }

    @Override
    public String title() {
        return "一部負担金の割合";
    }

    @Override
    public String about() {
        return "世帯の被保険者の所得と収入から、医療機関の窓口で負担する割合（1割・2割・3割）を判定します。";
    }

    @Override
    public List<Field> fields() {
        return List.of(DAY, INSURED, OTHERS);
    }

    @Override
    public List<String> items() {
        return List.of("負担割合");
    }

    @Override
    public Answer answer(Facts facts) {
        LocalDate day = facts.day(DAY);
        List<BurdenShare.Person> insured =
                facts.list(INSURED).stream().map(BurdenRatioCalculator::person).toList();
        if (insured.isEmpty()) {
            throw facts.refused(INSURED, "", "被保険者がいません", "1人以上書いてください");
        }
        BurdenShare.Share share = new BurdenShare(parameters).of(insured, facts.yen(OTHERS), day);
        Steps steps = new Steps("一部負担金の割合（" + Steps.day(day) + "）");
        for (int i = 0; i < insured.size(); i++) {
            BurdenShare.Person person = insured.get(i);
            steps.step("被保険者", (i + 1) + "人目")
                    .formula(
                            "課税所得 %s、旧ただし書所得 %s、収入 %s、年金収入とその他の所得 %s"
                                    .formatted(
                                            Steps.yen(person.taxable()),
                                            Steps.yen(person.base()),
                                            Steps.yen(person.revenue()),
                                            Steps.yen(person.pensionAndOthers())))
                    .is(Steps.day(person.birth()) + "生まれ")
                    .using(row("burden.taxable.three", day))
                    .using(row("burden.taxable.two", day))
                    .by("burden.share");
        }
        steps.step("判定", "負担割合")
                .formula("課税所得の基準（3割・2割）、基準収入額、旧ただし書所得の特例の順に世帯で判定する")
                .is(share.tenths() + "割")
                .using(row("burden.baseTotal", day))
                .using(row("burden.revenue.single", day))
                .using(row("burden.revenue.many", day))
                .using(row("burden.income.two.single", day))
                .using(row("burden.income.two.many", day))
                .by("burden.share");
        return new Answer.Results().text("負担割合", share.tenths() + "割").with(steps.done());
    }

    private static BurdenShare.Person person(Facts entry) {
        return new BurdenShare.Person(
                entry.day(BIRTH),
                entry.yen(TAXABLE),
                entry.yen(BASE),
                entry.yen(REVENUE),
                entry.yen(PENSION));
    }

    private ParameterRow row(String name, LocalDate day) {
        return parameters.require(name, ParameterRow.NATIONAL, day);
    }
}
