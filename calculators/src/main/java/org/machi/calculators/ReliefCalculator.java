package org.machi.calculators;

import java.time.LocalDate;
import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.LevyYear;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.Months;
import org.machi.law.premium.Relief;
import org.machi.law.premium.ReliefRules;
import org.machi.law.premium.ReliefRules.Damage;

/** 減免 after a disaster or during custody, by the ordinance of a union. */
final class ReliefCalculator implements Calculator {
    private static final String CUSTODY = "給付制限（収監など）";
    private static final String PART = "減免";

    private static final Field UNION =
            Field.of("広域連合", "union", Field.Kind.NUMBER, "01から47。例 27（大阪府）").must();
    private static final Field LEVY_YEAR =
            Field.of("相当年度", "levy-year", Field.Kind.NUMBER, "4月の西暦。例 2026（令和8年度）").must();
    private static final Field CAUSE =
            Field.choice(
                    "事由",
                    "cause",
                    "災害は住家の損害の程度",
                    Damage.TOTAL.japanese(),
                    Damage.TOTAL.japanese(),
                    Damage.HALF.japanese(),
                    Damage.FLOOD.japanese(),
                    CUSTODY);
    private static final Field FROM =
            Field.of("申請日・開始日", "from", Field.Kind.DAY, "災害は減免を申請した日、給付制限は始まった日").must();
    private static final Field TO =
            Field.of("終わりの日", "to", Field.Kind.DAY, "給付制限が終わった日。続いているときは書かない");
    private static final Field DAMAGED =
            Field.of("損害の日", "damaged-on", Field.Kind.DAY, "書くと、申請の期限も答える");
    private static final Field ANNUAL =
            Field.of("年保険料額", "annual", Field.Kind.YEN, "書くと、12か月分の年額から減免額も答える（端数処理の前）");

    private final Parameters parameters;

    ReliefCalculator(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public String code() {
        return "relief";
    }

    @Override
    public String title() {
        return "減免";
    }

    @Override
    public String about() {
        return "災害や給付制限による減免の割合と月、申請の期限を、広域連合の条例の値で求めます。所得減少の率表は条例を登録した広域連合だけが持ちます。";
    }

    @Override
    public List<Field> fields() {
        return List.of(UNION, LEVY_YEAR, CAUSE, FROM, TO, DAMAGED, ANNUAL);
    }

    @Override
    public List<String> items() {
        return List.of("減免割合", "減免する月", "申請の期限", "減免額");
    }

    @Override
    public Answer answer(Facts facts) {
        UnionCode union = new UnionCode(facts.number(UNION));
        LevyYear year = new LevyYear(facts.number(LEVY_YEAR));
        Steps steps = new Steps(union.japanese() + "　" + year.japanese() + "　減免");
        Answer.Results results = new Answer.Results();
        Relief relief =
                facts.choice(CAUSE).equals(CUSTODY)
                        ? custody(facts, union, year, steps)
                        : disaster(facts, union, year, results, steps);
        String months = Months.japanese(relief.months());
        results.text("減免割合", relief.ratio().percent()).text("減免する月", months);
        steps.step(PART, "減免する月")
                .formula("申請または開始の月から（" + year.japanese() + "の中で）")
                .is(months)
                .by("relief.amount");
        if (facts.has(ANNUAL)) {
            long annual = facts.yen(ANNUAL);
            int count = Months.count(relief.months());
            long waived = relief.ratio().floorOf(annual * count, 1) / 12;
            results.yen("減免額", waived);
            steps.step(PART, "減免額")
                    .formula(
                            Steps.yen(annual)
                                    + " × "
                                    + count
                                    + "か月 ÷ 12 × "
                                    + relief.ratio().percent())
                    .isYen(waived)
                    .by("relief.amount");
        }
        return results.with(steps.done());
    }

    private Relief disaster(
            Facts facts, UnionCode union, LevyYear year, Answer.Results results, Steps steps) {
        Damage damage =
                List.of(Damage.values()).stream()
                        .filter(one -> one.japanese().equals(facts.choice(CAUSE)))
                        .findFirst()
                        .orElseThrow();
        LocalDate appliedOn = facts.day(FROM);
        Relief relief = ReliefRules.disaster(parameters, union, year, damage, appliedOn);
        share(
                steps,
                "災害（" + damage.japanese() + "）",
                relief,
                row(damage.parameter(), union, year),
                "relief.disaster");
        facts.dayIf(DAMAGED)
                .ifPresent(day -> {
                    LocalDate applyBy = ReliefRules.disasterApplyBy(day);
                    results.day("申請の期限", applyBy);
                    steps.step(PART, "申請の期限")
                            .formula("損害の月の翌月の初日から1年（損害の日 " + Steps.day(day) + "）")
                            .is(Steps.day(applyBy))
                            .by("relief.disaster.applyBy");
                });
        return relief;
    }

    private Relief custody(Facts facts, UnionCode union, LevyYear year, Steps steps) {
        LocalDate to = facts.dayIf(TO).orElse(null);
        Relief relief =
                ReliefRules.restrictedBenefits(parameters, union, year, facts.day(FROM), to);
        share(steps, CUSTODY, relief, row("relief.restricted", union, year), "relief.restricted");
        return relief;
    }

    private ParameterRow row(String name, UnionCode union, LevyYear year) {
        return parameters.require(name, union.code(), year.start());
    }

    private static void share(
            Steps steps, String cause, Relief relief, ParameterRow row, String rule) {
        steps.step(PART, "減免割合").formula(cause).is(relief.ratio().percent()).using(row).by(rule);
    }
}
