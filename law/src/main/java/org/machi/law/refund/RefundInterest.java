package org.machi.law.refund;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.LegalBasis;
import org.machi.law.Rate;
import org.machi.law.Rounding;
import org.machi.law.explanation.Explanation;
import org.machi.law.late.LateCharge;
import org.machi.law.parameter.Parameters;

/** 還付加算金 of one over-payment; the rate is that of the calendar year of each day. */
@LegalBasis({"法139条", "自治法231条の3第4項", "地17条の4", "地20条の4の2", "地附則3条の2"})
public final class RefundInterest {
    private final Parameters parameters;

    public RefundInterest(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * First day for an over-payment that the office itself found by reducing the premium: the day
     * after payment.
     */
    @LegalBasis("地17条の4第1項1号")
    public static LocalDate fromReduction(LocalDate paidOn) {
        return paidOn.plusDays(1);
    }

    /**
     * First day when the payer asked for the correction: after three months from the request or one
     * month from the correction, whichever is earlier, not before the day after payment.
     */
    @LegalBasis("地17条の4第1項2号")
    public static LocalDate fromRequest(
            LocalDate paidOn, LocalDate requestedOn, LocalDate correctedOn) {
        LocalDate byRequest = LateCharge.lowUntil(requestedOn, 3).plusDays(1);
        LocalDate byCorrection = LateCharge.lowUntil(correctedOn, 1).plusDays(1);
        return notBeforePayment(
                paidOn, byRequest.isBefore(byCorrection) ? byRequest : byCorrection);
    }

    /** First day when the income tax was declared or corrected: after one month from that day. */
    @LegalBasis("地17条の4第1項3号")
    public static LocalDate fromIncomeTax(LocalDate paidOn, LocalDate declaredOn) {
        return notBeforePayment(paidOn, LateCharge.lowUntil(declaredOn, 1).plusDays(1));
    }

    /** First day for a mistaken or double payment: after one month from payment. */
    @LegalBasis("地17条の4第1項4号")
    public static LocalDate fromMistake(LocalDate paidOn) {
        return LateCharge.lowUntil(paidOn, 1).plusDays(1);
    }

    /**
     * The days of one calendar year.
     *
     * @param principal cut to 1,000 yen
     * @param days actual days, both ends included
     * @param yen interest of these days, fractions cut
     */
    public record Stretch(
            LocalDate from, LocalDate to, long days, Rate rate, long principal, long yen) {}

    /**
     * The interest and how it came about.
     *
     * @param sum before the minimum and the last cut, yen
     * @param interest what is added to the refund
     */
    public record Result(List<Stretch> stretches, long sum, long interest) {}

    /**
     * The interest.
     *
     * @param overpaid yen to be given back or offset
     * @param from first day, see the methods above
     * @param to day on which the payment or offset is decided
     */
    public long interest(long overpaid, LocalDate from, LocalDate to) {
        return on(overpaid, from, to).interest();
    }

    /** The interest from the day that the cause gives to the day of decision. */
    public Result on(long overpaid, RefundCause cause, LocalDate decidedOn) {
        return on(overpaid, cause.from(), decidedOn);
    }

    /** The steps of a result of {@link #on(long, RefundCause, LocalDate)}. */
    public Explanation explain(
            long overpaid, RefundCause cause, LocalDate decidedOn, Result result) {
        return RefundInterestExplainer.explain(parameters, overpaid, cause, decidedOn, result);
    }

    /**
     * The same with its stretches; none for an over-payment below the smallest that bears interest.
     */
    public Result on(long overpaid, LocalDate from, LocalDate to) {
        if (overpaid < parameters.amount("refund.minimumPrincipal", to)) {
            return new Result(List.of(), 0, 0);
        }
        long principal = Rounding.floor(overpaid, parameters.amount("refund.principalUnit", to));
        List<Stretch> stretches = new ArrayList<>();
        long sum = 0;
        for (LocalDate start = from; !start.isAfter(to); ) {
            LocalDate yearEnd = LocalDate.of(start.getYear(), Month.DECEMBER, 31);
            LocalDate end = yearEnd.isBefore(to) ? yearEnd : to;
            Stretch stretch = stretch(principal, start, end);
            stretches.add(stretch);
            sum += stretch.yen();
            start = end.plusDays(1);
        }
        long minimum = parameters.amount("refund.minimum", to);
        long interest =
                sum < minimum ? 0 : Rounding.floor(sum, parameters.amount("refund.unit", to));
        return new Result(List.copyOf(stretches), sum, interest);
    }

    /** Fractions of a yen are cut for each calendar year. */
    private Stretch stretch(long principal, LocalDate from, LocalDate to) {
        Rate rate = parameters.rate("refund.interestRate", from);
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        long numerator = Math.multiplyExact(Math.multiplyExact(principal, rate.units()), days);
        long yen = numerator / (rate.denominator() * parameters.amount("late.daysOfYear", from));
        return new Stretch(from, to, days, rate, principal, yen);
    }

    private static LocalDate notBeforePayment(LocalDate paidOn, LocalDate day) {
        LocalDate first = paidOn.plusDays(1);
        return day.isBefore(first) ? first : day;
    }
}
