package org.machi.law.burden;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.machi.law.LegalBasis;
import org.machi.law.explanation.Explanation;
import org.machi.law.parameter.Parameters;

/**
 * 1割, 2割 or 3割 for all insured of a household, judged each August 1 on the income of the year
 * before.
 */
@LegalBasis({"法67条", "令7条"})
public final class BurdenShare {
    /** Born from this day on: the sum of bases may lift 3割 (令7条). */
    private static final LocalDate BASE_RULE_FROM = LocalDate.of(1945, 1, 2);

    private static final LocalDate TWO_FROM = LocalDate.of(2022, 10, 1);
    private static final LocalDate EASED_UNTIL = LocalDate.of(2025, 10, 1);

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
        return isTwo(insured, day) ? Share.TWO : Share.ONE;
    }

    /** 2割 since 2022-10-01: somebody's taxable income, and all pensions with other incomes. */
    @LegalBasis({"法67条1項2号", "令7条1項"})
    private boolean isTwo(List<Person> insured, LocalDate day) {
        if (day.isBefore(TWO_FROM)) {
            return false;
        }
        long two = parameters.amount("burden.taxable.two", day);
        if (insured.stream().noneMatch(p -> p.taxable() >= two)) {
            return false;
        }
        String limit = insured.size() == 1 ? "burden.income.two.single" : "burden.income.two.many";
        long sum = insured.stream().mapToLong(Person::pensionAndOthers).sum();
        return sum >= parameters.amount(limit, day);
    }

    /** 配慮措置: until 2025-09-30 the turn from 1割 to 2割 cost at most 3,000 yen a month more. */
    @LegalBasis("令3改正附則")
    public static boolean isEased(Share share, LocalDate day) {
        return share == Share.TWO && !day.isBefore(TWO_FROM) && day.isBefore(EASED_UNTIL);
    }

    /**
     * The calendar year whose income counts: from August on the last one, before that the one
     * before.
     */
    @LegalBasis("令7条")
    public static int incomeYear(LocalDate day) {
        return day.getMonthValue() >= Month.AUGUST.getValue()
                ? day.getYear() - 1
                : day.getYear() - 2;
    }

    /**
     * 課税所得 for the share: the head of the household takes off an amount for each child.
     *
     * @param head head of the household on December 31 of the income year
     * @param under16 children below 16 with small income on that day
     * @param from16To18 those of 16 to 18
     */
    @LegalBasis("令7条2項")
    public long taxable(long taxable, boolean head, int under16, int from16To18, LocalDate day) {
        if (!head) {
            return taxable;
        }
        long off =
                parameters.amount("burden.child.under16", day) * under16
                        + parameters.amount("burden.child.from16", day) * from16To18;
        return Math.max(0, taxable - off);
    }

    /**
     * 年金収入＋その他の合計所得金額: total income without the pension's, the salary's income less 100,000 yen,
     * plus the pension revenue.
     *
     * @param total 合計所得金額
     * @param pensionIncome the pension's part of it
     * @param salaryIncome the salary's part of it, before 所得金額調整控除
     */
    @LegalBasis("令7条1項")
    public long pensionAndOthers(
            long pensionRevenue, long total, long pensionIncome, long salaryIncome, LocalDate day) {
        long off = Math.min(salaryIncome, parameters.amount("burden.salaryDeduction", day));
        return pensionRevenue + Math.max(0, total - pensionIncome - Math.max(0, off));
    }

    /** The steps behind a share. */
    public Explanation explain(List<Person> insured, long revenueOf70To74, LocalDate day) {
        return BurdenExplainer.explain(this, insured, revenueOf70To74, day);
    }

    Parameters parameters() {
        return parameters;
    }

    /** 3割 does not apply: small bases, or a revenue below the limits (基準収入額適用). */
    @LegalBasis({"令7条2項", "令7条3項"})
    boolean lifted(List<Person> insured, long revenueOf70To74, LocalDate day) {
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
