package org.machi.law.premium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.law.JapaneseDate;
import org.machi.law.LegalBasis;
import org.machi.law.Rate;
import org.machi.law.parameter.ParameterRow;

/**
 * Says in steps how a premium came about. It computes nothing: every number is taken from the
 * assessment that the kernel made, so that text and amount can't part.
 */
@LegalBasis({"法104条", "令18条"})
public final class Explainer {
    private static final String COMMON = "共通";

    private final PremiumAssessor assessor;
    private final List<ExplanationStep> steps = new ArrayList<>();

    private Explainer(PremiumAssessor assessor) {
        this.assessor = assessor;
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
        explainer.base(tax, assessment);
        explainer.judgements(facts);
        explainer.part(assessment.medical(), facts);
        PartAssessment child = assessment.child();
        if (child != null) {
            explainer.part(child, facts);
            explainer.add(
                    COMMON,
                    "後期高齢者医療保険料",
                    yen(assessment.medical().premium()) + " ＋ " + yen(child.premium()),
                    yen(assessment.premium()),
                    "令18条",
                    List.of());
        }
        String title =
                assessor.union().japanese() + "　" + assessor.levyYear().japanese() + "　保険料の計算";
        return new Explanation(title, explainer.steps);
    }

    private void base(@Nullable TaxFacts tax, Assessment assessment) {
        if (tax == null) {
            add("賦課のもととなる所得金額", "税情報の旧ただし書所得", yen(assessment.base()), "令18条1項2号", List.of());
            return;
        }
        if (tax.declaration() == TaxFacts.Declaration.INQUIRING) {
            add("賦課のもととなる所得金額", "所得照会中のため0円とする", yen(assessment.base()), "令18条1項2号", List.of());
            return;
        }
        if (tax.hasFixedBase()) {
            add("賦課のもととなる所得金額", "税情報の優先フラグによる", yen(assessment.base()), "令18条1項2号", List.of());
            return;
        }
        IncomeRules income = assessor.income();
        add(
                "賦課のもととなる所得金額",
                "総所得金額等 "
                        + yen(income.incomeForBase(tax))
                        + " − 基礎控除 "
                        + yen(income.baseDeduction(tax)),
                yen(assessment.base()),
                "令18条1項2号・3号、地314条の2第2項",
                nationals("base.deduction.1"));
    }

    private void judgements(InsuredFacts facts) {
        for (InsuredFacts.Period period : facts.periods()) {
            judgement(period.judgement());
        }
    }

    private void judgement(Judgement judgement) {
        List<ParameterRow> rows =
                nationals(
                        "reduction.base",
                        "reduction.earnerAddition",
                        "reduction.perInsured.five",
                        "reduction.perInsured.two");
        if (judgement.blocked()) {
            add("減額区分", "世帯に所得の分からない人がいるため軽減しない", judgement.reduction().japanese(), "令18条4項", rows);
            return;
        }
        ReductionLimits limits = assessor.limits();
        int insured = judgement.insured();
        int earners = judgement.earners();
        String formula =
                "軽減判定所得 %s、被保険者%d人、給与所得者等%d人（7割 %s以下、5割 %s以下、2割 %s以下）"
                        .formatted(
                                yen(judgement.income()),
                                insured,
                                earners,
                                yen(limits.seven(earners)),
                                yen(limits.five(insured, earners)),
                                yen(limits.two(insured, earners)));
        add("減額区分", formula, judgement.reduction().japanese(), "令18条4項", rows);
    }

    private void part(PartAssessment part, InsuredFacts facts) {
        PartRates rates = assessor.rates(part.part()).orElseThrow();
        incomePart(part, rates, facts);
        add(part, "均等割額", "条例で定める額", yen(part.perCapita()), "令18条1項", rates, "perCapita");
        add(
                part,
                "算出額",
                yen(part.incomePart()) + " ＋ " + yen(part.perCapita()),
                yen(part.gross()),
                "令18条1項1号",
                List.of());
        for (SegmentAmounts segment : part.segments()) {
            segment(part, segment, rates, facts);
        }
        premium(part, rates);
    }

    private void incomePart(PartAssessment part, PartRates rates, InsuredFacts facts) {
        if (facts.dependantSince() != null) {
            add(part, "所得割額", "被用者保険の被扶養者だったため所得割はない", yen(0), "法99条2項、令18条1項1号但書", List.of());
            return;
        }
        List<ParameterRow> rows = new ArrayList<>();
        rates.find(rates.usesLowRate(facts.base()) ? "lowIncomeRate" : "rate").ifPresent(rows::add);
        if (rates.usesLowRate(facts.base())) {
            rates.find("lowIncomeRate.limit").ifPresent(rows::add);
        }
        rows.add(unionRow("rounding.componentUnit"));
        add(
                part,
                "所得割額",
                yen(facts.base()) + " × " + part.rate() + cutTo(rates.rounding().componentUnit()),
                yen(part.incomePart()),
                "令18条1項2号",
                rows);
        if (part.incomeReduction() > 0) {
            add(
                    part,
                    "所得割軽減額",
                    yen(part.incomePart()) + " の " + part.incomeReductionRatio().percent(),
                    yen(part.incomeReduction()),
                    "条例（所得割の独自軽減）",
                    unionRows("income.ownReduction.limit.1", "income.ownReduction.limit.2"));
        }
    }

    private void segment(
            PartAssessment part, SegmentAmounts segment, PartRates rates, InsuredFacts facts) {
        String when = "（賦課期日 " + JapaneseDate.longForm(segment.levyDate()) + "）";
        reduction(part, segment, rates, when);
        long beforeCap = part.gross() - part.incomeReduction() - segment.perCapitaReduction();
        if (segment.capExcess() > 0) {
            boolean lower = PremiumAssessor.isTransitional(facts) && rates.hasTransitionalCap();
            long cap = beforeCap - segment.capExcess();
            String formula = yen(beforeCap) + " − 賦課限度額 " + yen(cap);
            String parameter = lower ? "cap.transitional" : "cap";
            add(
                    part,
                    "限度超過額" + when,
                    formula,
                    yen(segment.capExcess()),
                    "令18条1項",
                    rates,
                    parameter);
        }
        String annual =
                Stream.of(part.incomeReduction(), segment.perCapitaReduction(), segment.capExcess())
                        .filter(taken -> taken > 0)
                        .map(Explainer::yen)
                        .reduce(yen(part.gross()), (all, taken) -> all + " − " + taken);
        add(part, "年保険料額" + when, annual, yen(segment.annual()), "令18条1項", List.of());
        if (segment.months() < 12) {
            add(
                    part,
                    "月割" + when,
                    yen(segment.annual()) + " × " + segment.months() + "か月 ÷ 12",
                    yen(segment.prorated()) + "（月割減額 " + yen(segment.monthCut()) + "）",
                    "条例（月割）",
                    List.of(unionRow("rounding.monthBase")));
        }
    }

    private void reduction(
            PartAssessment part, SegmentAmounts segment, PartRates rates, String when) {
        List<ParameterRow> rows = new ArrayList<>();
        Rate ratio;
        String article;
        if (segment.special() == SpecialReduction.FORMER_DEPENDANT) {
            ParameterRow row =
                    unionRow("reduction.ratio." + part.part().parameter() + ".formerDependant");
            rows.add(row);
            ratio = row.rate();
            article = "法99条2項、令18条5項";
        } else {
            rates.ratioRow(segment.reduction()).ifPresent(rows::add);
            ratio = rates.ratio(segment.reduction());
            article = "令18条4項";
        }
        if (ratio.units() == 0) {
            return;
        }
        rows.add(unionRow("rounding.reductionMode"));
        rows.add(unionRow("rounding.componentUnit"));
        String rounding =
                switch (rates.rounding().mode()) {
                    case TRUNC_RESULT -> "（軽減後の額を" + rates.rounding().componentUnit() + "円未満切捨て）";
                    case TRUNC_REDUCTION -> cutTo(rates.rounding().componentUnit());
                };
        String formula = yen(part.perCapita()) + " の " + ratio.percent() + rounding;
        add(part, "均等割軽減額" + when, formula, yen(segment.perCapitaReduction()), article, rows);
    }

    private void premium(PartAssessment part, PartRates rates) {
        if (part.relief() > 0) {
            add(part, "減免額", "広域連合の減免決定による", yen(part.relief()), "法111条", List.of());
        }
        String formula = yen(part.prorated());
        if (part.relief() > 0) {
            formula += " − " + yen(part.relief());
        }
        formula += cutTo(rates.rounding().finalUnit());
        List<ParameterRow> rows = List.of(unionRow("rounding.finalUnit"));
        add(part, "保険料", formula, yen(part.premium()), "条例（端数処理）", rows);
    }

    private static String cutTo(long unit) {
        return "（" + unit + "円未満切捨て）";
    }

    private static String yen(long amount) {
        return String.format(Locale.ROOT, "%,d円", amount);
    }

    private List<ParameterRow> nationals(String... names) {
        return rows(ParameterRow.NATIONAL, names);
    }

    private List<ParameterRow> unionRows(String... names) {
        return rows(assessor.union().code(), names);
    }

    private ParameterRow unionRow(String name) {
        return assessor.parameters()
                .require(name, assessor.union().code(), assessor.levyYear().start());
    }

    private List<ParameterRow> rows(String scope, String... names) {
        return Stream.of(names)
                .map(name -> assessor.parameters().find(name, scope, assessor.levyYear().start()))
                .flatMap(Optional::stream)
                .toList();
    }

    private void add(
            String name, String formula, String result, String article, List<ParameterRow> rows) {
        add(COMMON, name, formula, result, article, rows);
    }

    private void add(
            PartAssessment part,
            String name,
            String formula,
            String result,
            String article,
            List<ParameterRow> rows) {
        add(part.part().japanese(), name, formula, result, article, rows);
    }

    private void add(
            PartAssessment part,
            String name,
            String formula,
            String result,
            String article,
            PartRates rates,
            String parameter) {
        add(part, name, formula, result, article, rates.find(parameter).stream().toList());
    }

    private void add(
            String part,
            String name,
            String formula,
            String result,
            String article,
            List<ParameterRow> rows) {
        steps.add(new ExplanationStep(part, name, formula, result, article, rows));
    }
}
