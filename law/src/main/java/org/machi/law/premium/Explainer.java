package org.machi.law.premium;

import static org.machi.law.explanation.Steps.cutTo;
import static org.machi.law.explanation.Steps.yen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.law.JapaneseDate;
import org.machi.law.LegalBasis;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.explanation.Steps.Line;
import org.machi.law.parameter.ParameterRow;

/**
 * Says in steps how a premium came about. It computes nothing: every number is taken from the
 * assessment that the kernel made, so that text and amount can't part.
 */
@LegalBasis({"法104条", "令18条"})
public final class Explainer {
    private static final String COMMON = "共通";

    private final PremiumAssessor assessor;
    private final Steps steps;

    private Explainer(PremiumAssessor assessor) {
        this.assessor = assessor;
        this.steps =
                new Steps(
                        assessor.union().japanese()
                                + "　"
                                + assessor.levyYear().japanese()
                                + "　保険料の計算");
    }

    /**
     * The steps of one assessment.
     *
     * @param tax the person's tax facts, or null when only the base is at hand
     */
    public static Explanation explain(
            PremiumAssessor assessor,
            InsuredFacts facts,
            @Nullable TaxFacts tax,
            Assessment assessment) {
        Explainer explainer = new Explainer(assessor);
        explainer.base(tax, assessment.base());
        facts.periods().forEach(period -> explainer.judgement(period.judgement()));
        explainer.part(assessment.medical(), facts);
        PartAssessment child = assessment.child();
        if (child != null) {
            explainer.part(child, facts);
            explainer
                    .step(COMMON, "後期高齢者医療保険料")
                    .formula(yen(assessment.medical().premium()) + " ＋ " + yen(child.premium()))
                    .is(yen(assessment.premium()))
                    .by("premium.total");
        }
        return explainer.steps.done();
    }

    private void base(@Nullable TaxFacts tax, long base) {
        Line line = step(COMMON, "賦課のもととなる所得金額").is(yen(base));
        if (tax == null) {
            line.formula("税情報の旧ただし書所得").by("income.base");
        } else if (tax.declaration() == TaxFacts.Declaration.INQUIRING) {
            line.formula("所得照会中のため0円とする").by("income.base");
        } else if (tax.hasFixedBase()) {
            line.formula("税情報の優先フラグによる").by("income.base");
        } else {
            IncomeRules income = assessor.income();
            line.formula(
                            "総所得金額等 "
                                    + yen(income.incomeForBase(tax))
                                    + " − 基礎控除 "
                                    + yen(income.baseDeduction(tax)))
                    .using(income.baseDeductionRows(tax))
                    .by("income.base");
        }
    }

    private void judgement(Judgement judgement) {
        Line line = step(COMMON, "減額区分").is(judgement.reduction().japanese());
        if (judgement.blocked()) {
            line.formula("世帯に所得の分からない人がいるため軽減しない").by("reduction.undeclared");
            return;
        }
        ReductionLimits limits = assessor.limits();
        int insured = judgement.insured();
        int earners = judgement.earners();
        line.formula(
                        "軽減判定所得 "
                                + yen(judgement.income())
                                + "、被保険者"
                                + insured
                                + "人、給与所得者等"
                                + earners
                                + "人（7割 "
                                + yen(limits.seven(earners))
                                + "以下、5割 "
                                + yen(limits.five(insured, earners))
                                + "以下、2割 "
                                + yen(limits.two(insured, earners))
                                + "以下）")
                .using(
                        rows(
                                "reduction.base",
                                "reduction.earnerAddition",
                                "reduction.perInsured.five",
                                "reduction.perInsured.two",
                                "earner.pension.from65",
                                "judgement.pensionDeduction"));
        if (judgement.salaried()) {
            line.using(rows("earner.salary"));
        }
        line.by("reduction.class");
    }

    private void part(PartAssessment part, InsuredFacts facts) {
        PartRates rates = assessor.rates(part.part()).orElseThrow();
        incomePart(part, rates, facts);
        step(part, "均等割額")
                .formula("条例で定める額")
                .is(yen(part.perCapita()))
                .using(rates.areaRow("perCapita"))
                .by("premium.perCapita");
        step(part, "算出額")
                .formula(yen(part.incomePart()) + " ＋ " + yen(part.perCapita()))
                .is(yen(part.gross()))
                .by("premium.gross");
        for (SegmentAmounts segment : part.segments()) {
            String when = "（賦課期日 " + JapaneseDate.longForm(segment.levyDate()) + "）";
            reduction(part, segment, rates, when);
            cap(part, segment, rates, PremiumAssessor.isTransitional(facts), when);
            annual(part, segment, when);
            months(part, segment, when);
        }
        premium(part, rates);
    }

    private void incomePart(PartAssessment part, PartRates rates, InsuredFacts facts) {
        Line line = step(part, "所得割額").is(yen(part.incomePart()));
        if (facts.dependantSince() != null) {
            line.formula("被用者保険の被扶養者だったため所得割はない").by("premium.dependant.income");
            return;
        }
        line.formula(
                yen(facts.base()) + " × " + part.rate() + cutTo(rates.rounding().componentUnit()));
        boolean low = rates.usesLowRate(facts.base());
        if (low) {
            line.using(rates.find("lowIncomeRate")).using(rates.find("lowIncomeRate.limit"));
        } else {
            line.using(rates.areaRow("rate"));
        }
        line.using(rows("rounding.componentUnit"))
                .by(low ? "premium.lowIncomeRate" : "premium.incomePart");
        if (part.incomeReduction() > 0) {
            step(part, "所得割軽減額")
                    .formula(yen(part.incomePart()) + " の " + part.incomeReductionRatio().percent())
                    .is(yen(part.incomeReduction()))
                    .using(rows("income.ownReduction.limit.1", "income.ownReduction.limit.2"))
                    .by("premium.ownReduction");
        }
    }

    private void reduction(
            PartAssessment part, SegmentAmounts segment, PartRates rates, String when) {
        boolean dependant = segment.special() == SpecialReduction.FORMER_DEPENDANT;
        Optional<ParameterRow> row =
                dependant
                        ? rows("reduction.ratio." + part.part().parameter() + ".formerDependant")
                                .stream()
                                .findFirst()
                        : rates.ratioRow(segment.reduction());
        if (row.isEmpty()) {
            return;
        }
        long unit = rates.rounding().componentUnit();
        String rounding =
                switch (rates.rounding().mode()) {
                    case TRUNC_RESULT -> "（軽減後の額を" + unit + "円未満切捨て）";
                    case TRUNC_REDUCTION -> cutTo(unit);
                };
        step(part, "均等割軽減額" + when)
                .formula(yen(part.perCapita()) + " の " + row.get().rate().percent() + rounding)
                .is(yen(segment.perCapitaReduction()))
                .using(row)
                .using(rows("rounding.reductionMode", "rounding.componentUnit"))
                .by(dependant ? "reduction.dependant" : "reduction.amount");
    }

    private void cap(
            PartAssessment part,
            SegmentAmounts segment,
            PartRates rates,
            boolean older,
            String when) {
        if (segment.capExcess() == 0) {
            return;
        }
        boolean transitional = older && rates.hasTransitionalCap();
        step(part, "限度超過額" + when)
                .formula(
                        yen(segment.annual() + segment.capExcess())
                                + " − 賦課限度額 "
                                + yen(segment.annual()))
                .is(yen(segment.capExcess()))
                .using(rates.find(transitional ? "cap.transitional" : "cap"))
                .by(transitional ? "premium.cap.transitional" : "premium.cap");
    }

    private void annual(PartAssessment part, SegmentAmounts segment, String when) {
        String formula =
                Stream.of(part.incomeReduction(), segment.perCapitaReduction(), segment.capExcess())
                        .filter(taken -> taken > 0)
                        .map(Steps::yen)
                        .reduce(yen(part.gross()), (all, taken) -> all + " − " + taken);
        step(part, "年保険料額" + when).formula(formula).is(yen(segment.annual())).by("premium.annual");
    }

    private void months(PartAssessment part, SegmentAmounts segment, String when) {
        if (segment.months() == Months.OF_YEAR) {
            return;
        }
        step(part, "月割" + when)
                .formula(yen(segment.annual()) + " × " + segment.months() + "か月 ÷ 12")
                .is(yen(segment.prorated()) + "（月割減額 " + yen(segment.monthCut()) + "）")
                .using(rows("rounding.monthBase"))
                .by("premium.months");
    }

    private void premium(PartAssessment part, PartRates rates) {
        String formula = yen(part.prorated());
        if (part.relief() > 0) {
            step(part, "減免額").formula("広域連合の減免決定による").is(yen(part.relief())).by("relief.amount");
            formula += " − " + yen(part.relief());
        }
        step(part, "保険料")
                .formula(formula + cutTo(rates.rounding().finalUnit()))
                .is(yen(part.premium()))
                .using(rows("rounding.finalUnit"))
                .by("premium.final");
    }

    /**
     * The rows of these parameters that the union and year have, the union's own before the
     * national.
     */
    private List<ParameterRow> rows(String... names) {
        List<ParameterRow> rows = new ArrayList<>(names.length);
        String scope = assessor.union().code();
        LocalDate day = assessor.levyYear().start();
        for (String name : names) {
            assessor.parameters().find(name, scope, day).ifPresent(rows::add);
        }
        return rows;
    }

    private Line step(PartAssessment part, String name) {
        return step(part.part().japanese(), name);
    }

    private Line step(String part, String name) {
        return steps.step(part, name);
    }
}
