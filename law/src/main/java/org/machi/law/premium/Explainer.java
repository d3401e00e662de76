package org.machi.law.premium;

import static org.machi.law.explanation.Steps.cutTo;
import static org.machi.law.explanation.Steps.yen;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.law.JapaneseDate;
import org.machi.law.LegalBasis;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;
import org.machi.law.explanation.Steps.Line;
import org.machi.law.explanation.UsedValues;
import org.machi.law.parameter.ParameterRow;

/**
 * Says in steps how a premium came about. It computes nothing: every number is taken from the
 * assessment that the kernel made, so that text and amount can't part. Make one for an assessor,
 * share it between threads; the words are put together when somebody reads them.
 */
@LegalBasis({"法104条", "令18条"})
public final class Explainer {
    private static final String COMMON = "共通";
    private static final String[] JUDGED = {
        "reduction.base",
        "reduction.earnerAddition",
        "reduction.perInsured.five",
        "reduction.perInsured.two",
        "earner.pension.from65",
        "judgement.pensionDeduction"
    };

    private final PremiumAssessor assessor;
    private final String title;
    private final UsedValues judged;
    private final UsedValues judgedWithSalary;
    private final Map<Part, PartRows> rows = new EnumMap<>(Part.class);

    public Explainer(PremiumAssessor assessor) {
        this.assessor = assessor;
        this.title = assessor.union().japanese() + "　" + assessor.levyYear().japanese() + "　保険料の計算";
        List<ParameterRow> asked = rows(JUDGED);
        this.judged = UsedValues.of(asked);
        this.judgedWithSalary =
                UsedValues.of(
                        Stream.concat(asked.stream(), find("earner.salary").stream()).toList());
        for (Part part : Part.values()) {
            assessor.rates(part).ifPresent(r -> rows.put(part, PartRows.of(r, this::find)));
        }
    }

    /** Whose premiums are explained. */
    public PremiumAssessor assessor() {
        return assessor;
    }

    /**
     * The steps of one assessment.
     *
     * @param tax the person's tax facts, or null when only the base is at hand
     */
    public Explanation explain(InsuredFacts facts, @Nullable TaxFacts tax, Assessment assessment) {
        return explain(facts, tax, assessment, List.of());
    }

    /**
     * The same for facts with revenues in the place of incomes.
     *
     * @param converted incomes that were made from revenues
     */
    Explanation explain(
            InsuredFacts facts,
            @Nullable TaxFacts tax,
            Assessment assessment,
            List<Converted> converted) {
        Steps steps = new Steps(title);
        for (Converted each : converted) {
            each.tell(steps);
        }
        base(steps, tax, assessment.base());
        for (InsuredFacts.Period period : facts.periods()) {
            judgement(steps, period.judgement());
        }
        part(steps, assessment.medical(), facts);
        PartAssessment child = assessment.child();
        if (child != null) {
            part(steps, child, facts);
            long medical = assessment.medical().premium();
            long second = child.premium();
            steps.step(COMMON, "後期高齢者医療保険料")
                    .formula(() -> yen(medical) + " ＋ " + yen(second))
                    .isYen(medical + second)
                    .by("premium.total");
        }
        return steps.done();
    }

    private void base(Steps steps, @Nullable TaxFacts tax, long base) {
        Line line = steps.step(COMMON, "賦課のもととなる所得金額").isYen(base);
        if (tax == null) {
            line.formula("税情報の旧ただし書所得").by("income.base");
        } else if (tax.declaration() == TaxFacts.Declaration.INQUIRING) {
            line.formula("所得照会中のため0円とする").by("income.base");
        } else if (tax.hasFixedBase()) {
            line.formula("税情報の優先フラグによる").by("income.base");
        } else {
            IncomeRules rules = assessor.income();
            long income = rules.incomeForBase(tax);
            long deduction = rules.baseDeduction(tax);
            line.formula(() -> "総所得金額等 " + yen(income) + " − 基礎控除 " + yen(deduction))
                    .using(rules.baseDeductionRows(tax))
                    .by("income.base");
        }
    }

    private void judgement(Steps steps, Judgement judgement) {
        Line line = steps.step(COMMON, "減額区分").is(judgement.reduction().japanese());
        if (judgement.blocked()) {
            line.formula("世帯に所得の分からない人がいるため軽減しない").by("reduction.undeclared");
            return;
        }
        line.formula(() -> limits(judgement))
                .using(judgement.salaried() ? judgedWithSalary : judged)
                .by("reduction.class");
    }

    private String limits(Judgement judgement) {
        ReductionLimits limits = assessor.limits();
        int insured = judgement.insured();
        int earners = judgement.earners();
        return "軽減判定所得 "
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
                + "以下）";
    }

    private void part(Steps steps, PartAssessment part, InsuredFacts facts) {
        PartRows known = rows.get(part.part());
        if (known == null) {
            throw new IllegalArgumentException("a part that the year does not have: " + part);
        }
        OfPart told = new OfPart(steps, part, known);
        told.incomePart(facts);
        told.ownReduction();
        told.sums();
        boolean older = PremiumAssessor.isTransitional(facts);
        for (SegmentAmounts segment : part.segments()) {
            told.reduction(segment);
            told.cap(segment, older);
            told.annual(segment);
            told.months(segment);
        }
        told.premium();
    }

    /** The rows of these parameters that the union and year have. */
    private List<ParameterRow> rows(String... names) {
        return Stream.of(names).flatMap(name -> find(name).stream()).toList();
    }

    private Optional<ParameterRow> find(String name) {
        LocalDate day = assessor.levyYear().start();
        return assessor.parameters().find(name, assessor.union().code(), day);
    }

    /** The steps of one part. */
    private record OfPart(Steps steps, PartAssessment part, PartRows known) {
        private Line step(String name) {
            return steps.step(part.part().japanese(), name);
        }

        private Line step(Supplier<String> name) {
            return steps.step(part.part().japanese(), name);
        }

        /** A step of a segment, named with the day by which it is levied. */
        private Line step(String name, SegmentAmounts segment) {
            LocalDate day = segment.levyDate();
            return step(() -> name + "（賦課期日 " + JapaneseDate.longForm(day) + "）");
        }

        void incomePart(InsuredFacts facts) {
            Line line = step("所得割額").isYen(part.incomePart());
            if (facts.dependantSince() != null) {
                line.formula("被用者保険の被扶養者だったため所得割はない").by("premium.dependant.income");
                return;
            }
            long unit = known.rates().rounding().componentUnit();
            boolean low = known.rates().usesLowRate(facts.base());
            line.formula(() -> yen(facts.base()) + " × " + part.rate() + cutTo(unit))
                    .using(low ? known.lowIncomePart() : known.incomePart())
                    .by(low ? "premium.lowIncomeRate" : "premium.incomePart");
        }

        void ownReduction() {
            if (part.incomeReduction() > 0) {
                step("所得割軽減額")
                        .formula(() ->
                                yen(part.incomePart())
                                        + " の "
                                        + part.incomeReductionRatio().percent())
                        .isYen(part.incomeReduction())
                        .using(known.ownReduction())
                        .by("premium.ownReduction");
            }
        }

        void sums() {
            step("均等割額")
                    .formula("条例で定める額")
                    .isYen(part.perCapita())
                    .using(known.perCapita())
                    .by("premium.perCapita");
            step("算出額")
                    .formula(() -> yen(part.incomePart()) + " ＋ " + yen(part.perCapita()))
                    .isYen(part.gross())
                    .by("premium.gross");
        }

        void reduction(SegmentAmounts segment) {
            UsedValues used = known.reduction(segment);
            if (used.isEmpty()) {
                return;
            }
            boolean dependant = segment.special() == SpecialReduction.FORMER_DEPENDANT;
            step("均等割軽減額", segment)
                    .formula(() -> yen(part.perCapita()) + " の " + share(used))
                    .isYen(segment.perCapitaReduction())
                    .using(used)
                    .by(dependant ? "reduction.dependant" : "reduction.amount");
        }

        private String share(UsedValues used) {
            long unit = known.rates().rounding().componentUnit();
            return used.rows().getFirst().rate().percent()
                    + switch (known.rates().rounding().mode()) {
                        case TRUNC_RESULT -> "（軽減後の額を" + unit + "円未満切捨て）";
                        case TRUNC_REDUCTION -> cutTo(unit);
                    };
        }

        void cap(SegmentAmounts segment, boolean older) {
            if (segment.capExcess() == 0) {
                return;
            }
            boolean transitional = older && known.rates().hasTransitionalCap();
            long before = segment.annual() + segment.capExcess();
            step("限度超過額", segment)
                    .formula(() -> yen(before) + " − 賦課限度額 " + yen(segment.annual()))
                    .isYen(segment.capExcess())
                    .using(transitional ? known.transitionalCap() : known.cap())
                    .by(transitional ? "premium.cap.transitional" : "premium.cap");
        }

        void annual(SegmentAmounts segment) {
            step("年保険料額", segment)
                    .formula(() ->
                            yen(part.gross())
                                    + taken(part.incomeReduction())
                                    + taken(segment.perCapitaReduction())
                                    + taken(segment.capExcess()))
                    .isYen(segment.annual())
                    .by("premium.annual");
        }

        private static String taken(long amount) {
            return amount > 0 ? " − " + yen(amount) : "";
        }

        void months(SegmentAmounts segment) {
            if (segment.months() == Months.OF_YEAR) {
                return;
            }
            step("月割", segment)
                    .formula(() -> yen(segment.annual()) + " × " + segment.months() + "か月 ÷ 12")
                    .is(() -> yen(segment.prorated()) + "（月割減額 " + yen(segment.monthCut()) + "）")
                    .using(known.months())
                    .by("premium.months");
        }

        void premium() {
            long relief = part.relief();
            if (relief > 0) {
                step("減免額").formula("広域連合の減免決定による").isYen(relief).by("relief.amount");
            }
            long unit = known.rates().rounding().finalUnit();
            step("保険料")
                    .formula(() -> yen(part.prorated()) + taken(relief) + cutTo(unit))
                    .isYen(part.premium())
                    .using(known.last())
                    .by("premium.final");
        }
    }
}
