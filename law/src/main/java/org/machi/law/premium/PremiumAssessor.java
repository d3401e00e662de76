package org.machi.law.premium;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.Rate;
import org.machi.law.Rounding;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;

/**
 * Decides premiums of one union for one levy year. Make one, share it between threads, ask it for
 * everybody:
 *
 * <pre>{@code
 * var assessor = PremiumAssessor.of(UnionCode.of("27"), new LevyYear(2026));
 * var judgement = assessor.judge(household);                        // once a household
 * var base = assessor.income().base(household.member(0).tax());     // once a person
 * var assessment = assessor.assess(InsuredFacts.wholeYear(base, birth, acquiredOn, judgement));
 * }</pre>
 *
 * <p>The bulk run and the single question use these same methods; nothing is allocated but the
 * result.
 */
public final class PremiumAssessor {
    /** Born up to this day: the lower cap of 令和6年度. */
    private static final LocalDate LAST_BIRTH_OF_TRANSITION = LocalDate.of(1949, 3, 31);

    private final Parameters parameters;
    private final UnionCode union;
    private final LevyYear year;
    private final IncomeRules income;
    private final ReductionLimits limits;
    private final PartRates medical;
    private final @Nullable PartRates child;
    private final long dependantMonths;

    private PremiumAssessor(Parameters parameters, UnionCode union, String area, LevyYear year) {
        this.parameters = parameters;
        this.union = union;
        this.year = year;
        this.income = new IncomeRules(parameters, year);
        this.limits = new ReductionLimits(parameters, year);
        this.medical =
                PartRates.of(parameters, union, area, year, Part.MEDICAL)
                        .orElseThrow(() ->
                                parameters.missing("medical.cap", union.code(), year.start()));
        this.child = PartRates.of(parameters, union, area, year, Part.CHILD).orElse(null);
        this.dependantMonths = parameters.amount("formerDependant.months", year.start());
    }

    /** With the published parameters. */
    public static PremiumAssessor of(UnionCode union, LevyYear year) {
        return of(Parameters.standard(), union, year);
    }

    public static PremiumAssessor of(Parameters parameters, UnionCode union, LevyYear year) {
        return new PremiumAssessor(parameters, union, "", year);
    }

    /**
     * For an area with rates of its own (不均一賦課); its rows have the scope {@code 27-area}. No such
     * area is known today, so the rows come with {@link Parameters#with}.
     *
     * @param area 不均一賦課地区コード
     */
    @LegalBasis({"法104条2項", "令18条2項"})
    public static PremiumAssessor ofArea(
            Parameters parameters, UnionCode union, String area, LevyYear year) {
        return new PremiumAssessor(parameters, union, area, year);
    }

    public UnionCode union() {
        return union;
    }

    public LevyYear levyYear() {
        return year;
    }

    /** What is asked of one person's tax facts. */
    public IncomeRules income() {
        return income;
    }

    Parameters parameters() {
        return parameters;
    }

    ReductionLimits limits() {
        return limits;
    }

    Optional<PartRates> rates(Part part) {
        return switch (part) {
            case MEDICAL -> Optional.of(medical);
            case CHILD -> Optional.ofNullable(child);
        };
    }

    /** 減額判定: head (insured or not) and all insured of the household on the day of judgement. */
    @LegalBasis({"令18条4項", "法106条"})
    public Judgement judge(Household household) {
        long sum = 0;
        int insured = 0;
        int earners = 0;
        boolean salaried = false;
        boolean undeclared = false;
        for (int i = 0; i < household.size(); i++) {
            Member member = household.member(i);
            if (!member.counts()) {
                continue;
            }
            TaxFacts tax = member.tax();
            sum += income.judgementIncome(tax, member.birth());
            earners += income.isEarner(tax, member.birth()) ? 1 : 0;
            insured += member.isInsured() ? 1 : 0;
            salaried |= IncomeRules.earnedSalary(tax) > 0;
            undeclared |= tax.declaration() != TaxFacts.Declaration.DECLARED;
        }
        ReductionClass reduction =
                undeclared
                        ? ReductionClass.NONE
                        : limits.classOf(sum, insured, earners, smallPensionsOnly(household));
        return new Judgement(sum, insured, earners, reduction, salaried, undeclared);
    }

    /** 令和2年度: every insured person lives on a pension up to 800,000 yen and nothing else. */
    private boolean smallPensionsOnly(Household household) {
        if (!limits.hasSpecialSeven()) {
            return true;
        }
        for (int i = 0; i < household.size(); i++) {
            Member member = household.member(i);
            TaxFacts tax = member.tax();
            boolean small = tax.get(TaxItem.PENSION_REVENUE) <= limits.pensionOnlyLimit();
            boolean only = income.totalIncome(tax) == IncomeRules.pensionIncome(tax);
            if (member.isInsured() && !(small && only)) {
                return false;
            }
        }
        return true;
    }

    /** The whole premium: both parts, each with its own cap and cut. */
    @LegalBasis({"法104条", "令18条"})
    public Assessment assess(InsuredFacts facts) {
        if (facts.periods().isEmpty()) {
            throw new LawException("資格期間がありません");
        }
        PartAssessment first = assess(facts, medical);
        return new Assessment(
                union, year, facts.base(), first, child == null ? null : assess(facts, child));
    }

    private PartAssessment assess(InsuredFacts facts, PartRates rates) {
        boolean dependant = facts.dependantSince() != null;
        long base = facts.base();
        Rate rate = rates.rate(base);
        Rate own = dependant ? Rate.ZERO : rates.ownRatio(base);
        long incomePart = dependant ? 0 : rates.incomePart(base);
        long incomeReduction =
                own.units() == 0 ? 0 : incomePart - rates.reducedIncomePart(base, own);
        long beforeCap = incomePart - incomeReduction + rates.perCapita();
        List<SegmentAmounts> segments = segments(facts, rates, beforeCap);
        long prorated = 0;
        for (SegmentAmounts segment : segments) {
            prorated += segment.prorated();
        }
        long relief = Math.min(prorated, relief(facts.relief(), rates.part(), segments));
        long premium = Rounding.floor(prorated - relief, rates.rounding().finalUnit());
        return new PartAssessment(
                rates.part(),
                rate,
                incomePart,
                rates.perCapita(),
                incomeReduction,
                own,
                segments,
                relief,
                premium);
    }

    /** One segment a period; two when the former dependant's 24 months end inside it. */
    private List<SegmentAmounts> segments(InsuredFacts facts, PartRates rates, long beforeCap) {
        SegmentSeries series =
                new SegmentSeries(rates, beforeCap, rates.cap(isTransitional(facts)));
        for (InsuredFacts.Period period : facts.periods()) {
            ReductionClass reduction = period.judgement().reduction();
            int mask = Months.levied(year, period.acquiredOn(), period.lostOn());
            int half = mask & dependantMonths(facts.dependantSince(), rates, reduction);
            int rest = mask & ~half;
            LocalDate levyDate =
                    period.acquiredOn().isAfter(year.start()) ? period.acquiredOn() : year.start();
            if (half != 0) {
                series.addFormerDependant(levyDate, reduction, half);
            }
            if (half == 0) {
                series.add(levyDate, reduction, rest);
            } else if (rest != 0) {
                series.add(
                        year.start().plusMonths(Integer.numberOfTrailingZeros(rest)),
                        reduction,
                        rest);
            }
        }
        return series.segments();
    }

    private int dependantMonths(
            @Nullable LocalDate since, PartRates rates, ReductionClass reduction) {
        return since != null && rates.dependantWins(reduction)
                ? Months.within(year, since, dependantMonths)
                : 0;
    }

    /** 減免額: the waived share of the months that it covers, and fixed yen. */
    @LegalBasis({"法111条", "条例（減免）"})
    private static long relief(Relief relief, Part part, List<SegmentAmounts> segments) {
        long twelfths = 0;
        for (SegmentAmounts segment : segments) {
            twelfths += segment.annual() * Months.count(segment.monthMask() & relief.months());
        }
        return relief.ratio().floorOf(twelfths, 1) / Months.OF_YEAR + relief.fixed(part);
    }

    /** The lower cap of 令和6年度: all but those who turned 75 in that year. */
    @LegalBasis("令6改正附則")
    static boolean isTransitional(InsuredFacts facts) {
        return switch (facts.disability()) {
            case RECOGNISED -> true;
            case NO, MOVED_AWAY -> !facts.birth().isAfter(LAST_BIRTH_OF_TRANSITION);
        };
    }
}
