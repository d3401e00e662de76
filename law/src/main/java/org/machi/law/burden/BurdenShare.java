package org.machi.law.burden;

import java.time.LocalDate;
import java.util.List;
import org.machi.law.LegalBasis;
import org.machi.law.parameter.Parameters;

/**
 * 1割, 2割 or 3割 for all insured of a household, judged each August 1 on the income of the year
 * before.
 */
@LegalBasis({"法67条", "令7条"})
public final class BurdenShare {
    /** Born from this day on: the sum of bases may lift 3割 (令7条). */
    private static final LocalDate BASE_RULE_FROM = LocalDate.of(1945, 1, 2);

    /** The share. */
    public enum Share {
        ONE(1),
        TWO(2),
        THREE(3);

        private final int tenths;

        Share(int tenths) {
            this.tenths = tenths;
        }

        public int tenths() {
            return tenths;
        }
    }

    /**
     * One insured person.
     *
     * @param taxable 課税所得 (住民税), yen
     * @param base 旧ただし書所得, yen
     * @param revenue 収入 (基準収入額), yen
     * @param pensionAndOthers 年金収入 + その他の合計所得金額, yen
     */
    public record Person(
            LocalDate birth, long taxable, long base, long revenue, long pensionAndOthers) {}

    private final Parameters parameters;

    public BurdenShare(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * The share of all insured of one household.
     *
     * @param insured the insured of the household
     * @param revenueOf70To74 revenue of members of 70 to 74 who are not insured, 0 when there are
     *     none
     * @param day a day on which the share holds
     */
    public Share of(List<Person> insured, long revenueOf70To74, LocalDate day) {
        long three = parameters.amount("burden.taxable.three", day);
        if (insured.stream().anyMatch(p -> p.taxable() >= three)
                && !lifted(insured, revenueOf70To74, day)) {
            return Share.THREE;
        }
        long two = parameters.amount("burden.taxable.two", day);
        if (insured.stream().noneMatch(p -> p.taxable() >= two)) {
            return Share.ONE;
        }
        String limit = insured.size() == 1 ? "burden.income.two.single" : "burden.income.two.many";
        long sum = insured.stream().mapToLong(Person::pensionAndOthers).sum();
        return sum >= parameters.amount(limit, day) ? Share.TWO : Share.ONE;
    }

    /** 3割 does not apply: small bases, or a revenue below the limits (基準収入額適用). */
    @LegalBasis({"令7条2項", "令7条3項"})
    private boolean lifted(List<Person> insured, long revenueOf70To74, LocalDate day) {
        boolean young = insured.stream().anyMatch(p -> !p.birth().isBefore(BASE_RULE_FROM));
        long bases = insured.stream().mapToLong(Person::base).sum();
        if (young && bases <= parameters.amount("burden.baseTotal", day)) {
            return true;
        }
        long revenue = insured.stream().mapToLong(Person::revenue).sum();
        long many = parameters.amount("burden.revenue.many", day);
        if (insured.size() > 1) {
            return revenue < many;
        }
        boolean with70To74 = revenueOf70To74 > 0 && revenue + revenueOf70To74 < many;
        return revenue < parameters.amount("burden.revenue.single", day) || with70To74;
    }
}
