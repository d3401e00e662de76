package org.machi.law.premium;

import java.time.LocalDate;
import java.util.Optional;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.Rate;
import org.machi.law.Rounding;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;

/** Everything that one part of the premium needs for one union and levy year, looked up once. */
final class PartRates {
    private static final int CLASSES = ReductionClass.values().length;
    private static final int TIERS = 2;

    private final Part part;
    private final UnionCode union;
    private final String area;
    private final LocalDate day;
    private final Parameters parameters;
    private final UnionRounding rounding;
    private final long perCapita;
    private final Rate rate;
    private final long cap;
    private final Optional<Rate> lowRate;
    private final long lowLimit;
    private final long transitionalCap;
    private final long[] ownLimits = new long[TIERS];
    private final Rate[] ownRatios = {Rate.ZERO, Rate.ZERO};
    private final Optional<Rate>[] ratios;
    private final long[] reductions = new long[CLASSES];
    private final Rate dependantRatio;
    private final long dependantReduction;

    private PartRates(
            Parameters parameters, UnionCode union, String area, LevyYear year, Part part) {
        this.parameters = parameters;
        this.area = area;
        this.union = union;
        this.day = year.start();
        this.part = part;
        this.rounding = UnionRounding.of(parameters, union, year);
        this.perCapita = areaRow("perCapita").amount();
        this.rate = areaRow("rate").rate();
        this.cap = require("cap").amount();
        this.lowLimit = find("lowIncomeRate.limit").map(ParameterRow::amount).orElse(-1L);
        this.lowRate = find("lowIncomeRate").map(ParameterRow::rate);
        this.transitionalCap = find("cap.transitional").map(ParameterRow::amount).orElse(cap);
        this.dependantRatio = require("reduction.ratio", "formerDependant").rate();
        this.dependantReduction = rounding.reductionOf(perCapita, dependantRatio);
        this.ratios = ratios();
        readOwnReduction();
    }

    /** The rates of a part, or nothing when the part does not exist in that year. */
    static Optional<PartRates> of(
            Parameters parameters, UnionCode union, String area, LevyYear year, Part part) {
        boolean exists =
                parameters.find(part.parameter() + ".cap", union.code(), year.start()).isPresent();
        return exists
                ? Optional.of(new PartRates(parameters, union, area, year, part))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private Optional<Rate>[] ratios() {
        Optional<Rate>[] all = new Optional[CLASSES];
        for (ReductionClass reduction : ReductionClass.values()) {
            Optional<Rate> ratio = ratioRow(reduction).map(ParameterRow::rate);
            if (reduction == ReductionClass.NONE) {
                ratio = Optional.of(Rate.ZERO);
            }
            all[reduction.ordinal()] = ratio;
            reductions[reduction.ordinal()] =
                    ratio.map(r -> rounding.reductionOf(perCapita, r)).orElse(0L);
        }
        return all;
    }

    private void readOwnReduction() {
        for (int i = 0; i < TIERS; i++) {
            int tier = i;
            parameters
                    .find("income.ownReduction.limit." + (i + 1), union.code(), day)
                    .ifPresent(row -> ownLimits[tier] = row.amount());
            parameters
                    .find("income.ownReduction.ratio." + (i + 1), union.code(), day)
                    .ifPresent(row -> ownRatios[tier] = row.rate());
        }
    }

    Part part() {
        return part;
    }

    UnionRounding rounding() {
        return rounding;
    }

    long perCapita() {
        return perCapita;
    }

    /** The rate for this base; in 令和6年度 lower up to 580,000 yen. */
    @LegalBasis({"法104条3項", "令6改正附則"})
    Rate rate(long base) {
        if (base > lowLimit) {
            return rate;
        }
        return lowRate.orElseThrow(
                () -> parameters.missing(part.parameter() + ".lowIncomeRate", union.code(), day));
    }

    boolean usesLowRate(long base) {
        return base <= lowLimit;
    }

    /** The cap; in 令和6年度 lower for everybody but those who newly turned 75. */
    @LegalBasis({"令18条1項", "令6改正附則"})
    long cap(boolean transitional) {
        return transitional ? transitionalCap : cap;
    }

    boolean hasTransitionalCap() {
        return transitionalCap != cap;
    }

    /** 均等割軽減額 of a class. */
    long reduction(ReductionClass reduction) {
        ratio(reduction);
        return reductions[reduction.ordinal()];
    }

    Rate ratio(ReductionClass reduction) {
        return ratios[reduction.ordinal()].orElseThrow(
                () -> parameters.missing(ratioName(reduction), union.code(), day));
    }

    /** Whether the former dependant's half is more than what the household gives. */
    boolean dependantWins(ReductionClass reduction) {
        return dependantRatio.isGreaterThan(ratio(reduction));
    }

    long dependantReduction() {
        return dependantReduction;
    }

    /** The union's own reduction of the income part, e.g. Tokyo's. */
    @LegalBasis("条例（所得割の独自軽減）")
    Rate ownRatio(long base) {
        for (int i = 0; i < TIERS; i++) {
            if (ownLimits[i] > 0 && base <= ownLimits[i]) {
                return ownRatios[i];
            }
        }
        return Rate.ZERO;
    }

    /** 所得割額, cut to the union's unit for components. */
    long incomePart(long base) {
        return rate(base).floorOf(base, rounding.componentUnit());
    }

    /**
     * The income part after the union's own reduction, from the exact product and not from the cut
     * one.
     */
    long reducedIncomePart(long base, Rate own) {
        Rate full = rate(base);
        Rate kept = own.complement();
        long numerator = Math.multiplyExact(Math.multiplyExact(base, full.units()), kept.units());
        long denominator = Math.multiplyExact(full.denominator(), kept.denominator());
        return Rounding.floor(numerator / denominator, rounding.componentUnit());
    }

    Optional<ParameterRow> ratioRow(ReductionClass reduction) {
        return parameters.find(ratioName(reduction), union.code(), day);
    }

    /** The ratio of a reduction that no class of households has, e.g. {@code formerDependant}. */
    Optional<ParameterRow> ratioRow(String name) {
        return parameters.find(
                "reduction.ratio." + part.parameter() + "." + name, union.code(), day);
    }

    private String ratioName(ReductionClass reduction) {
        String name =
                switch (reduction) {
                    case NONE -> "none";
                    case TWO -> "two";
                    case FIVE -> "five";
                    case SEVEN -> "seven";
                    case SEVEN_SPECIAL -> "sevenSpecial";
                };
        return "reduction.ratio." + part.parameter() + "." + name;
    }

    /**
     * 不均一賦課: an area's own per capita or rate, not below half of the union's; the union's where no
     * area is asked for.
     */
    @LegalBasis({"法104条2項", "令18条2項"})
    ParameterRow areaRow(String suffix) {
        ParameterRow common = require(suffix);
        if (area.isEmpty()) {
            return common;
        }
        ParameterRow own =
                parameters.require(part.parameter() + "." + suffix, union.code() + "-" + area, day);
        Rate twice = new Rate(2 * own.rate().units(), own.rate().scale());
        if (common.rate().isGreaterThan(twice)) {
            throw new LawException("不均一賦課の率が本則の50%を下回ります: " + own.name() + " " + own.value());
        }
        return own;
    }

    Optional<ParameterRow> find(String suffix) {
        return parameters.find(part.parameter() + "." + suffix, union.code(), day);
    }

    private ParameterRow require(String suffix) {
        return parameters.require(part.parameter() + "." + suffix, union.code(), day);
    }

    private ParameterRow require(String prefix, String suffix) {
        return parameters.require(
                prefix + "." + part.parameter() + "." + suffix, union.code(), day);
    }
}
