package org.machi.law.late;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.Rate;
import org.machi.law.Rounding;
import org.machi.law.explanation.Explanation;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/**
 * 延滞金 of one instalment. Rates are those of the calendar year of each day; a year has 365 days,
 * leap years too.
 */
@LegalBasis({"自治法231条の3第2項", "地20条の4の2", "地附則3条の2", "条例（延滞金）"})
public final class LateCharge {
    private static final int RATE_SCALE = 6;
    private static final long RATE_UNIT = 1_000_000;
    private static final LocalDate GRACE_RATES_FROM = LocalDate.of(2014, 1, 1);

    /** A payment on the principal, on the day on which the payer paid (領収日). */
    public record Payment(LocalDate paidOn, long yen) {}

    /**
     * A stretch of days at one rate and one principal.
     *
     * @param principal cut to 1,000 yen
     * @param days actual days, both ends included
     */
    public record Stretch(
            LocalDate from, LocalDate to, long days, Kind kind, Rate rate, long principal) {
        public boolean low() {
            return kind == Kind.LOW;
        }
    }

    /** Which rate holds. */
    public enum Kind {
        LOW("低い率", "late.lowRate"),
        HIGH("高い率", "late.highRate"),
        /** The high rate, lowered by a {@link Grace}. */
        HALVED("猶予中の率", "late.graceRate"),
        WAIVED("免除", "");

        private final String japanese;
        private final String parameter;

        Kind(String japanese, String parameter) {
            this.japanese = japanese;
            this.parameter = parameter;
        }

        public String japanese() {
            return japanese;
        }

        /** The dated rate behind it, empty when nothing is charged. */
        String parameter() {
            return parameter;
        }
    }

    /**
     * The question.
     *
     * @param principal yen of the instalment that were unpaid on the due date
     * @param dueOn the due date in force, after any change of it
     * @param payments on the principal, before {@code until}
     * @param graces refused when two of them overlap, because then it is not said which holds
     * @param until day of the payment that closes it, or the day as of which is asked
     */
    public record Claim(
            long principal,
            LocalDate dueOn,
            List<Payment> payments,
            List<Grace> graces,
            LocalDate until) {
        public Claim {
            payments = List.copyOf(payments);
            graces = graces.stream().sorted(Comparator.comparing(Grace::from)).toList();
            for (int i = 1; i < graces.size(); i++) {
                if (!graces.get(i).from().isAfter(graces.get(i - 1).to())) {
                    throw new LawException("猶予・免除の期間が重なっています: " + graces.get(i).from());
                }
            }
        }
    }

    /**
     * Stretches that are added up before a fraction of a yen is cut.
     *
     * @param yen of these days, fraction cut
     */
    public record Portion(LocalDate from, LocalDate to, Kind kind, long principal, long yen) {
        public boolean low() {
            return kind == Kind.LOW;
        }
    }

    /**
     * The charge and how it came about.
     *
     * @param portions the stretches as they are cut; their yen add up to the sum
     * @param sum before the minimum and the last cut, yen
     * @param charge what is to be paid
     */
    public record Result(List<Stretch> stretches, List<Portion> portions, long sum, long charge) {}

    private final Parameters parameters;
    private final LateChargePolicy policy;

    public LateCharge(Parameters parameters, LateChargePolicy policy) {
        this.parameters = parameters;
        this.policy = policy;
    }

    /** The steps of a result of {@link #on(Claim)}. */
    public Explanation explain(Claim claim, Result result) {
        return LateChargeExplainer.explain(this, claim, result);
    }

    Parameters parameters() {
        return parameters;
    }

    /** Everything paid at once on {@code paidOn}, or the charge as of that day. */
    public Result on(long principal, LocalDate dueOn, LocalDate paidOn) {
        return on(principal, dueOn, List.of(), paidOn);
    }

    /**
     * The charge up to {@code until}, with payments on the principal before.
     *
     * @param dueOn the due date in force, after any change of it
     */
    public Result on(long principal, LocalDate dueOn, List<Payment> payments, LocalDate until) {
        return on(new Claim(principal, dueOn, payments, List.of(), until));
    }

    /** The charge with payments and graces. */
    public Result on(Claim claim) {
        LocalDate dueOn = claim.dueOn();
        LocalDate until = claim.until();
        List<Stretch> stretches = new ArrayList<>();
        long open = claim.principal();
        LocalDate from = dueOn.plusDays(1);
        for (Payment payment :
                claim.payments().stream().sorted(Comparator.comparing(Payment::paidOn)).toList()) {
            LocalDate to = earlier(payment.paidOn(), until);
            add(stretches, open, claim, from, to);
            from = later(from, to.plusDays(1));
            open -= payment.yen();
        }
        add(stretches, open, claim, from, until);
        List<Portion> portions = portions(stretches);
        long sum = portions.stream().mapToLong(Portion::yen).sum();
        long minimum = parameters.amount("late.minimum", dueOn);
        long charge =
                sum < minimum ? 0 : Rounding.floor(sum, parameters.amount("late.unit", dueOn));
        return new Result(List.copyOf(stretches), portions, sum, charge);
    }

    /**
     * The last day of the low rate: the day before the corresponding day, or the month's last day
     * when there is none.
     */
    @LegalBasis("民法143条2項")
    public static LocalDate lowUntil(LocalDate dueOn, int months) {
        LocalDate first = dueOn.plusDays(1);
        LocalDate same = first.plusMonths(months);
        boolean missing = same.getDayOfMonth() != first.getDayOfMonth();
        return missing ? YearMonth.from(same).atEndOfMonth() : same.minusDays(1);
    }

    private void add(
            List<Stretch> stretches, long open, Claim claim, LocalDate from, LocalDate to) {
        LocalDate dueOn = claim.dueOn();
        if (open < parameters.amount("late.minimumPrincipal", dueOn)) {
            return;
        }
        long principal = Rounding.floor(open, parameters.amount("late.principalUnit", dueOn));
        LocalDate lowUntil =
                policy.lowMonths() == 0 ? LocalDate.MAX : lowUntil(dueOn, policy.lowMonths());
        LocalDate start = from;
        while (!start.isAfter(to)) {
            Kind kind = kind(start, lowUntil, claim.graces());
            LocalDate end = earlier(to, LocalDate.of(start.getYear(), Month.DECEMBER, 31));
            end = start.isAfter(lowUntil) ? end : earlier(end, lowUntil);
            end = untilNextGrace(start, end, claim.graces());
            stretches.add(
                    new Stretch(
                            start,
                            end,
                            ChronoUnit.DAYS.between(start, end) + 1,
                            kind,
                            rate(kind, start),
                            principal));
            start = end.plusDays(1);
        }
    }

    /** A halving grace lowers only what the high rate makes. */
    private static Kind kind(LocalDate day, LocalDate lowUntil, List<Grace> graces) {
        boolean low = !day.isAfter(lowUntil);
        for (Grace grace : graces) {
            if (grace.covers(day)) {
                return switch (grace.effect()) {
                    case WAIVED -> Kind.WAIVED;
                    case HALVED -> low ? Kind.LOW : Kind.HALVED;
                };
            }
        }
        return low ? Kind.LOW : Kind.HIGH;
    }

    /** Days on one side of the edge of a grace have one rate. */
    private static LocalDate untilNextGrace(LocalDate start, LocalDate end, List<Grace> graces) {
        LocalDate until = end;
        for (Grace grace : graces) {
            if (grace.covers(start)) {
                until = earlier(until, grace.to());
            } else if (grace.from().isAfter(start)) {
                until = earlier(until, grace.from().minusDays(1));
            }
        }
        return until;
    }

    /**
     * The dated value behind the rate of a stretch, for pages and records; none where nothing is
     * charged. Before 平成26年 a halving takes half of the high rate, so that rate stands here.
     */
    public Optional<ParameterRow> rateRow(Stretch stretch) {
        return rateRow(stretch.kind(), stretch.from());
    }

    private Optional<ParameterRow> rateRow(Kind kind, LocalDate day) {
        return switch (kind) {
            case LOW, HIGH -> Optional.of(row(kind.parameter(), day));
            case HALVED ->
                    Optional.of(
                            row(isHalfOfHigh(day) ? Kind.HIGH.parameter() : kind.parameter(), day));
            case WAIVED -> Optional.empty();
        };
    }

    private ParameterRow row(String name, LocalDate day) {
        return parameters.require(name, ParameterRow.NATIONAL, day);
    }

    private static boolean isHalfOfHigh(LocalDate day) {
        return day.isBefore(GRACE_RATES_FROM);
    }

    private Rate rate(Kind kind, LocalDate day) {
        Rate full = rateRow(kind, day).map(ParameterRow::rate).orElse(Rate.ZERO);
        return kind == Kind.HALVED && isHalfOfHigh(day) ? half(full) : full;
    }

    private static Rate half(Rate rate) {
        return new Rate(rate.units() * 5, rate.scale() + 1);
    }

    /**
     * Adds stretches; fractions of a yen are cut where the ordinance says, and where the principal
     * changes.
     */
    private List<Portion> portions(List<Stretch> stretches) {
        List<Portion> portions = new ArrayList<>();
        long numerator = 0;
        int first = 0;
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            numerator += numerator(stretch);
            boolean last = i == stretches.size() - 1;
            if (last || isCut(stretch, stretches.get(i + 1))) {
                long days = parameters.amount("late.daysOfYear", stretch.from());
                portions.add(
                        new Portion(
                                stretches.get(first).from(),
                                stretch.to(),
                                stretch.kind(),
                                stretch.principal(),
                                numerator / (RATE_UNIT * days)));
                numerator = 0;
                first = i + 1;
            }
        }
        return List.copyOf(portions);
    }

    private boolean isCut(Stretch one, Stretch next) {
        return one.kind() != next.kind()
                || one.principal() != next.principal()
                || policy.cut() == LateChargePolicy.Cut.PER_CALENDAR_YEAR;
    }

    private static long numerator(Stretch stretch) {
        long perUnit = stretch.rate().units() * pow10(RATE_SCALE - stretch.rate().scale());
        return Math.multiplyExact(Math.multiplyExact(stretch.principal(), perUnit), stretch.days());
    }

    private static long pow10(int exponent) {
        return new Rate(0, exponent).denominator();
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
