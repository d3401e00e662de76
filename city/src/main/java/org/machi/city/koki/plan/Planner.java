package org.machi.city.koki.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.city.koki.plan.Plan.Order;
import org.machi.city.koki.plan.PlanFacts.PensionFacts;
import org.machi.city.koki.plan.PlanFacts.Stage;
import org.machi.law.deduction.DeductionAmounts;
import org.machi.law.deduction.DeductionDecision;
import org.machi.law.deduction.DeductionEligibility;
import org.machi.law.deduction.DeductionFacts;
import org.machi.law.parameter.Parameters;

/**
 * 期割の決定: what is taken when and from where. Pure: the same facts give the same plan.
 *
 * <p>The sum of a plan is always the decided premium; what was taken already and can't be prevented
 * any more becomes an over-payment in the ledger, never a wrong plan.
 */
public final class Planner {

    /** October is the fourth of the six pay months; what lies before it is provisional (仮徴収). */
    private static final int OCTOBER = 3;

    private static final int MAIN_PAYMENTS = 3;
    private static final long UNIT = 100;

    private final Parameters parameters;
    private final YearOfPayments year;
    private final LocalDate today;

    public Planner(Parameters parameters, YearOfPayments year, LocalDate today) {
        this.parameters = parameters;
        this.year = year;
        this.today = today;
    }

    public Plan plan(PlanFacts facts) {
        if (facts.pastYear()) {
            return new Plan(ordinary(facts, facts.premium()), null, Order.NOTHING);
        }
        if (facts.firstDecision()) {
            return first(facts);
        }
        return change(facts);
    }

    /**
     * 仮徴収 of 1 April: April, June and August as in February (準介140条), or as estimated for those who
     * begin in April.
     */
    public Plan provisional(long each) {
        long[] amounts = DeductionAmounts.continued(each);
        List<PlanRow> rows = new ArrayList<>();
        for (int index = 0; index < amounts.length; index++) {
            rows.add(deduction(index, amounts[index]));
        }
        return new Plan(rows, null, Order.NOTHING);
    }

    /**
     * 仮徴収 of those who begin in April, June or August, as it was asked of the pension's payer.
     *
     * @param index of the first deduction in {@link YearOfPayments#PAY_MONTHS}
     * @param first yen of the first deduction
     * @param later yen of each later one until August
     */
    public Plan provisionalFrom(int index, long first, long later) {
        List<PlanRow> rows = new ArrayList<>();
        for (int i = index; i < OCTOBER; i++) {
            rows.add(deduction(i, i == index ? first : later));
        }
        return new Plan(rows, null, Order.NOTHING);
    }

    /**
     * A provisional plan after the person was lost: deductions that can be prevented stop; who was
     * lost by the end of April owes nothing, so that what is still taken is over-paid.
     */
    public Plan provisionalStopped(PlanFacts facts, LocalDate lostOn) {
        boolean owesNothing = lostOn.isBefore(year.payMonth(0).plusMonths(1).atDay(1));
        return provisionalUntil(facts, owesNothing ? 0 : year.firstStoppable(today));
    }

    /**
     * A provisional plan of which only the deductions before the given one happen; nothing is
     * decided yet, so nothing goes to slips.
     *
     * @param stop index of the first deduction that does not happen
     */
    public Plan provisionalUntil(PlanFacts facts, int stop) {
        List<PlanRow> rows = new ArrayList<>();
        for (PlanRow row : facts.before()) {
            boolean kept = YearOfPayments.PAY_MONTHS.indexOf(row.period()) < stop;
            rows.add(kept ? row : amount(row, 0));
        }
        return new Plan(rows, null, Order.STOP);
    }

    private Plan first(PlanFacts facts) {
        if (facts.pension().stage() == Stage.NONE) {
            return sum(deducted(facts.before())) > 0
                    ? stopped(facts)
                    : new Plan(ordinary(facts, facts.premium()), "03", Order.NOTHING);
        }
        if (facts.lost()) {
            return stopped(facts);
        }
        return facts.pension().stage() == Stage.IN_FORCE ? continued(facts) : starting(facts);
    }

    /**
     * 本徴収 of those whose premium is being deducted: what is left of the year in October, December
     * and February.
     */
    private Plan continued(PlanFacts facts) {
        List<PlanRow> provisional = deducted(facts.before());
        long taken = sum(provisional);
        DeductionAmounts.Main main = DeductionAmounts.main(facts.premium(), taken, MAIN_PAYMENTS);
        if (main.overpaid() > 0 || main.amounts()[0] == 0) {
            return new Plan(cut(provisional, main.overpaid()), null, Order.STOP);
        }
        return switch (decide(facts.pension(), main.amounts()[0])) {
            case DeductionDecision.Deduct _ -> {
                List<PlanRow> rows = new ArrayList<>(provisional);
                rows.addAll(mainRows(main.amounts()));
                yield new Plan(rows, null, Order.REQUEST);
            }
            case DeductionDecision.Ordinary(DeductionDecision.Reason reason) -> {
                List<PlanRow> rows = new ArrayList<>(provisional);
                rows.addAll(ordinary(facts, facts.premium() - taken));
                yield new Plan(rows, ordinaryReason(reason), Order.STOP);
            }
        };
    }

    /**
     * 10月開始: half of what is left of the year by slips before October, half from the pension [U:
     * the half is the municipality's usage]. What was deducted before, and stopped, counts.
     */
    private Plan starting(PlanFacts facts) {
        List<PlanRow> taken = deducted(facts.before());
        long rest = facts.premium() - sum(taken);
        if (rest <= 0) {
            return withOrdinary(cut(taken, -rest), facts, "03", Order.NOT_TAKEN);
        }
        int last = year.periodsBeforeOctober();
        int open = year.firstOpen(today);
        long half = open < last ? rest / 2 / UNIT * UNIT : 0;
        long[] main = DeductionAmounts.main(rest, half, MAIN_PAYMENTS).amounts();
        return switch (decide(facts.pension(), main[0])) {
            case DeductionDecision.Deduct _ -> {
                List<PlanRow> rows = new ArrayList<>(taken);
                rows.addAll(over(half, open, last));
                rows.addAll(mainRows(main));
                yield new Plan(rows, half > 0 ? "03" : null, Order.REQUEST);
            }
            case DeductionDecision.Ordinary(DeductionDecision.Reason reason) ->
                    withOrdinary(taken, facts, ordinaryReason(reason), Order.NOT_TAKEN);
        };
    }

    /**
     * An increase of a deducted premium goes to slips (併徴, 則95条3号); a decrease or a loss stops it
     * (則106条2号).
     */
    private Plan change(PlanFacts facts) {
        boolean deducting =
                facts.pension().stage() == Stage.IN_FORCE && sum(deducted(facts.before())) > 0;
        if (!deducting) {
            long taken = sum(deducted(facts.before()));
            return taken <= facts.premium()
                    ? withOrdinary(deducted(facts.before()), facts, "03", Order.NOTHING)
                    : stopped(facts);
        }
        if (facts.premium() >= facts.plannedBefore() && !facts.lost()) {
            return withOrdinary(deducted(facts.before()), facts, "06", Order.NOTHING);
        }
        return stopped(facts);
    }

    private Plan stopped(PlanFacts facts) {
        return withoutDeductionsFrom(facts, year.firstStoppable(today));
    }

    /**
     * Keeps the deductions before the given one, that happened or can't be prevented any more; the
     * rest of the premium goes to slips (準介139条1項).
     *
     * @param stop index of the first deduction that does not happen, in {@link
     *     YearOfPayments#PAY_MONTHS}
     */
    public Plan withoutDeductionsFrom(PlanFacts facts, int stop) {
        List<PlanRow> kept = new ArrayList<>();
        for (PlanRow row : deducted(facts.before())) {
            boolean late = YearOfPayments.PAY_MONTHS.indexOf(row.period()) < stop;
            kept.add(late ? row : amount(row, 0));
        }
        return withOrdinary(
                cut(kept, sum(kept) - facts.premium()),
                facts,
                "07",
                facts.pension().stage() == Stage.IN_FORCE ? Order.STOP : Order.NOTHING);
    }

    private Plan withOrdinary(
            List<PlanRow> deductions, PlanFacts facts, String reason, Order order) {
        long rest = facts.premium() - sum(deductions);
        List<PlanRow> rows = new ArrayList<>(deductions);
        rows.addAll(ordinary(facts, rest));
        return new Plan(rows, rest > 0 ? reason : null, order);
    }

    DeductionDecision decide(PensionFacts pension, long firstPayment) {
        return DeductionEligibility.decide(
                parameters,
                new DeductionFacts(
                        pension.yearly(),
                        firstPayment,
                        pension.care(),
                        pension.care() > 0,
                        pension.optedOut(),
                        false),
                today);
    }

    private List<PlanRow> ordinary(PlanFacts facts, long wanted) {
        return new OrdinaryRows(year, today).replan(facts.before(), wanted);
    }

    private List<PlanRow> over(long yen, int first, int end) {
        return new OrdinaryRows(year, today).over(yen, first, end);
    }

    private List<PlanRow> mainRows(long[] amounts) {
        List<PlanRow> rows = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            rows.add(deduction(OCTOBER + i, amounts[i]));
        }
        return rows;
    }

    PlanRow deduction(int index, long amount) {
        return new PlanRow(
                PlanRow.DEDUCTION,
                YearOfPayments.PAY_MONTHS.get(index),
                year.deductionDueOn(index),
                amount);
    }

    private static List<PlanRow> deducted(List<PlanRow> rows) {
        return rows.stream().filter(row -> row.method() == PlanRow.DEDUCTION).toList();
    }

    /** Takes the yen from the latest rows first. */
    private static List<PlanRow> cut(List<PlanRow> rows, long yen) {
        List<PlanRow> cut = new ArrayList<>(rows);
        long left = Math.max(0, yen);
        for (int i = cut.size() - 1; i >= 0 && left > 0; i--) {
            long taken = Math.min(left, cut.get(i).amount());
            cut.set(i, amount(cut.get(i), cut.get(i).amount() - taken));
            left -= taken;
        }
        return cut;
    }

    private static PlanRow amount(PlanRow row, long amount) {
        return new PlanRow(row.method(), row.period(), row.dueOn(), amount);
    }

    private static long sum(List<PlanRow> rows) {
        return rows.stream().mapToLong(PlanRow::amount).sum();
    }

    /** 普徴事由コード of the files to the union. */
    static String ordinaryReason(DeductionDecision.Reason reason) {
        return switch (reason) {
            case PENSION_TOO_SMALL -> "01";
            case MORE_THAN_HALF -> "02";
            case NO_CARE_DEDUCTION -> "05";
            case OPTED_OUT -> "04";
            case SPECIAL_CIRCUMSTANCES -> "99";
        };
    }
}
