package org.machi.law.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.machi.law.LegalBasis;
import org.machi.law.explanation.Explanation;

/**
 * 高額療養費 of one home in one month of care: for each person the outpatient care, in the month of the
 * 75th birthday the person's own sum, then what is left of all insured of the home.
 */
@LegalBasis({"法84条", "令14条"})
public final class HighCost {

    /**
     * One receipt, or several of the same institution of one kind.
     *
     * @param inpatient 入院
     * @param cost the whole cost, yen
     * @param paid 一部負担金 as the patient paid it, meals not counted, yen
     * @param disease 特定疾病の療養
     * @param inKind 現物給付された高額療養費: what the institution did not take because a ceiling was reached,
     *     yen
     */
    public record Care(boolean inpatient, long cost, long paid, boolean disease, long inKind) {}

    /**
     * One insured person of the home.
     *
     * @param birthdayMonth 75歳到達月 (not when the birthday is the first of the month)
     */
    public record Patient(boolean birthdayMonth, List<Care> cares) {
        public Patient {
            cares = List.copyOf(cares);
        }
    }

    /**
     * What one person gets, yen.
     *
     * @param disease above the ceiling of a 特定疾病
     * @param outpatient 外来（個人）
     * @param birthday 75歳到達月の個人合算
     * @param household the person's share of 世帯合算
     * @param left what the person's outpatient care cost after all, for the yearly sum
     */
    public record Payment(long disease, long outpatient, long birthday, long household, long left) {
        public long total() {
            return disease + outpatient + birthday + household;
        }
    }

    /**
     * The payments in the order of the patients.
     *
     * @param counts whether the month counts for 多数回該当: a ceiling of the home was passed, by
     *     payment or at the institution
     */
    public record Result(List<Payment> payments, boolean counts) {
        public Result {
            payments = List.copyOf(payments);
        }

        public long total() {
            return payments.stream().mapToLong(Payment::total).sum();
        }
    }

    private final Ceilings ceilings;
    private final int earlier;

    /**
     * @param earlier months of 多数回該当 among the eleven before
     */
    public HighCost(Ceilings ceilings, int earlier) {
        this.ceilings = ceilings;
        this.earlier = earlier;
    }

    /** The sums of one person on the way. */
    record Sums(
            long disease,
            long outpatientCost,
            long outpatientPaid,
            long outpatient,
            long inpatientPaid,
            long cost,
            boolean inKind,
            long birthday) {
        /** 自己負担 that goes into the sum of the home. */
        long left() {
            return outpatientPaid - outpatient + inpatientPaid - birthday;
        }
    }

    /** What the home gets. */
    public Result of(List<Patient> home) {
        List<Sums> sums = home.stream().map(this::sums).toList();
        long left = sums.stream().mapToLong(Sums::left).sum();
        long over = Math.max(0, left - household(sums));
        List<Long> shares = split(over, sums.stream().map(Sums::left).toList());
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            Sums one = sums.get(i);
            payments.add(
                    new Payment(
                            one.disease(),
                            one.outpatient(),
                            one.birthday(),
                            shares.get(i),
                            outpatientLeft(one, shares.get(i))));
        }
        boolean passed = over > 0 || sums.stream().anyMatch(s -> s.birthday() > 0 || s.inKind());
        return new Result(payments, passed && ceilings.many().isPresent());
    }

    /** The ceiling of the home for these sums. */
    long household(List<Sums> sums) {
        return ceilings.household(sums.stream().mapToLong(Sums::cost).sum(), earlier);
    }

    Ceilings ceilings() {
        return ceilings;
    }

    int earlier() {
        return earlier;
    }

    @LegalBasis({"令14条3項", "令14条5項", "令14条6項"})
    Sums sums(Patient patient) {
        Ceilings own = patient.birthdayMonth() ? ceilings.halved() : ceilings;
        long disease = 0;
        long outpatientCost = 0;
        long outpatientPaid = 0;
        long inpatientPaid = 0;
        long inpatientCost = 0;
        boolean inKind = false;
        for (Care care : patient.cares()) {
            long over = care.disease() ? Math.max(0, care.paid() - own.disease()) : 0;
            disease += over;
            if (care.inpatient()) {
                inpatientPaid += care.paid() - over;
                inpatientCost += care.cost();
                inKind |= care.inKind() > 0 && !care.disease();
            } else {
                outpatientPaid += care.paid() - over;
                outpatientCost += care.cost();
            }
        }
        OptionalLong ceiling = own.outpatient(outpatientCost);
        long outpatient =
                ceiling.isPresent() ? Math.max(0, outpatientPaid - ceiling.getAsLong()) : 0;
        long cost = outpatientCost + inpatientCost;
        long sum = outpatientPaid - outpatient + inpatientPaid;
        long birthday =
                patient.birthdayMonth() ? Math.max(0, sum - own.household(cost, earlier)) : 0;
        return new Sums(
                disease,
                outpatientCost,
                outpatientPaid,
                outpatient,
                inpatientPaid,
                cost,
                inKind,
                birthday);
    }

    /**
     * 按分: by what each person had left; yen that don't divide go to who had most left, the first of
     * equals.
     */
    @LegalBasis("令14条7項")
    static List<Long> split(long over, List<Long> left) {
        long sum = left.stream().mapToLong(Long::longValue).sum();
        List<Long> shares = new ArrayList<>();
        long given = 0;
        int most = 0;
        for (int i = 0; i < left.size(); i++) {
            long share = sum == 0 ? 0 : Math.multiplyExact(over, left.get(i)) / sum;
            shares.add(share);
            given += share;
            most = left.get(i) > left.get(most) ? i : most;
        }
        if (over > given) {
            shares.set(most, shares.get(most) + over - given);
        }
        return shares;
    }

    /** Outpatient care after all payments; what the home got is taken from inpatient care first. */
    private static long outpatientLeft(Sums sums, long share) {
        long outpatient = sums.outpatientPaid() - sums.outpatient();
        return Math.max(
                0, outpatient - Math.max(0, share + sums.birthday() - sums.inpatientPaid()));
    }

    /** The steps behind {@link #of}, person by person. */
    public Explanation explain(List<Patient> home) {
        return new HighCostExplainer(this).explain(home);
    }
}
