package org.machi.calculators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.burden.BurdenShare;
import org.machi.law.burden.IncomeLevel;
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

    private static final Field TAXED =
            Field.of("課税", "taxed", Field.Kind.YES_NO, "住民税が課税されている").must();
    private static final Field PENSION_REVENUE =
            Field.of("年金収入", "pension", Field.Kind.YEN, "公的年金等の収入").otherwise("0");
    private static final Field SALARY =
            Field.of("給与所得", "salary", Field.Kind.YEN, "給与所得控除の後の額").otherwise("0");
    private static final Field OTHER_INCOME =
            Field.of("その他の所得", "others", Field.Kind.YEN, "年金・給与のほかの所得").otherwise("0");
    private static final Field WELFARE =
            Field.of("老齢福祉年金", "welfare-pension", Field.Kind.YES_NO, "受けている").otherwise("いいえ");
    private static final Field HOUSEHOLD =
            Field.list(
                    "世帯員",
                    "household",
                    "書くと所得区分（低所得Ⅰ・Ⅱなど）も答える。最初に本人、続けて世帯の全員",
                    TAXED,
                    PENSION_REVENUE,
                    SALARY,
                    OTHER_INCOME,
                    WELFARE);

    /** Stands where the level rests on the share alone. */
    private static final IncomeLevel.Resident UNASKED =
            new IncomeLevel.Resident(true, 0, 0, 0, false);

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
        return "世帯の被保険者の所得と収入から、医療機関の窓口で負担する割合（1割・2割・3割）と所得区分を判定します。";
    }

    @Override
    public List<Field> fields() {
        return List.of(DAY, INSURED, OTHERS, HOUSEHOLD);
    }

    @Override
    public List<String> items() {
        return List.of("負担割合", "所得の年", "配慮措置", "所得区分");
    }

    @Override
    public Answer answer(Facts facts) {
        LocalDate day = facts.day(DAY);
        List<BurdenShare.Person> insured =
                facts.list(INSURED).stream().map(BurdenRatioCalculator::person).toList();
        if (insured.isEmpty()) {
            throw facts.refused(INSURED, "", "被保険者がいません", "1人以上書いてください");
        }
        BurdenShare rule = new BurdenShare(parameters);
        BurdenShare.Share share = rule.of(insured, facts.yen(OTHERS), day);
        Answer.Results results =
                new Answer.Results()
                        .text("負担割合", share.tenths() + "割")
                        .text("所得の年", BurdenShare.incomeYear(day) + "年");
        if (BurdenShare.isEased(share, day)) {
            results.text("配慮措置", "外来は月3,000円までの増にとどまる（令和7年9月30日まで）");
        }
        level(facts, insured, share).ifPresent(level -> results.text("所得区分", level.japanese()));
        return results.with(rule.explain(insured, facts.yen(OTHERS), day));
    }

    /** 3割 and 2割 need nobody else's income; 1割 needs the whole household's. */
    private Optional<IncomeLevel> level(
            Facts facts, List<BurdenShare.Person> insured, BurdenShare.Share share) {
        List<IncomeLevel.Resident> household =
                facts.list(HOUSEHOLD).stream().map(BurdenRatioCalculator::resident).toList();
        if (share == BurdenShare.Share.ONE && household.isEmpty()) {
            return Optional.empty();
        }
        IncomeLevel.Resident self = household.isEmpty() ? UNASKED : household.getFirst();
        return Optional.of(
                IncomeLevel.of(parameters, share, insured, household, self, facts.day(DAY)));
    }

    private static IncomeLevel.Resident resident(Facts entry) {
        return new IncomeLevel.Resident(
                entry.yes(TAXED),
                entry.yen(PENSION_REVENUE),
                entry.yen(SALARY),
                entry.yen(OTHER_INCOME),
                entry.yes(WELFARE));
    }

    private static BurdenShare.Person person(Facts entry) {
        return new BurdenShare.Person(
                entry.day(BIRTH),
                entry.yen(TAXABLE),
                entry.yen(BASE),
                entry.yen(REVENUE),
                entry.yen(PENSION));
    }
}
