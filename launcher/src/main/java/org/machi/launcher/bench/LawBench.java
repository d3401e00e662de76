package org.machi.launcher.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.machi.law.LevyYear;
import org.machi.law.explanation.Explanation;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.Assessment;
import org.machi.law.premium.Explainer;
import org.machi.law.premium.Household;
import org.machi.law.premium.InsuredFacts;
import org.machi.law.premium.Judgement;
import org.machi.law.premium.PremiumAssessor;
import org.machi.law.premium.TaxFacts;
import org.machi.law.premium.TaxItem;

/**
 * The rules of the premium alone, for people in memory, beside a loop over arrays that knows only
 * this year, this union and pensioners with a business, and must come to the same sum.
 */
public final class LawBench {
    static final UnionCode UNION = UnionCode.of("27");
    static final LevyYear YEAR = new LevyYear(2026);
    private static final LocalDate BIRTH = LocalDate.of(1945, 5, 5);
    private static final LocalDate SINCE = LocalDate.of(2020, 5, 5);
    private static final int WARM_UP = 4;

    /**
     * Nanoseconds a person, medians.
     *
     * @param rules from tax facts to the premium of both parts
     * @param steps the same, and the explanation's steps
     * @param text the same, and the explanation written as text
     * @param arrays the loop over arrays
     * @param sum Σ premiums, yen
     * @param same whether rules and loop came to the same sum
     */
    record Result(
            int people, long rules, long steps, long text, long arrays, long sum, boolean same) {
        void print(PrintStream out) {
            out.printf("保険料の規則（%s 令和8年度） %,d人　合計 %,d円%n", UNION.japanese(), people, sum);
            line(out, "規則（税情報から保険料まで）", rules);
            line(out, "計算根拠の構造まで", steps);
            line(out, "計算根拠の文章まで", text);
            line(out, "限界（配列のループ）", arrays);
            out.printf("規則 ÷ 限界 %.1f　%s%n", (double) rules / arrays, same ? "合計は同じ" : "合計が違います");
        }

        private static void line(PrintStream out, String name, long nanos) {
            out.printf("  %s %,d.%03d µs/人%n", name, nanos / 1000, nanos % 1000);
        }
    }

    private final PremiumAssessor assessor = PremiumAssessor.of(UNION, YEAR);
    private final Explainer explainer = new Explainer(assessor);
    private final Household household = new Household();
    private final int people;
    private final long[] revenue;
    private final long[] pension;
    private final long[] business;
    private final ArrayLoop loop;
    private long kernelSum;

    /** Couples and singles by turns: persons 0 and 1 live together, 2 alone, 3 and 4 together … */
    public LawBench(int people) {
        this.people = people - people % 3;
        this.revenue = new long[this.people];
        this.pension = new long[this.people];
        this.business = new long[this.people];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < this.people; i++) {
            revenue[i] = random.nextLong(3_200_000);
            pension[i] = Math.max(0, revenue[i] - 1_100_000);
            business[i] = random.nextInt(10) == 0 ? random.nextLong(12_000_000) : 0;
        }
        this.loop = new ArrayLoop(revenue, pension, business);
    }

    Result measure(int rounds) {
        long rules = median(rounds, people, () -> kernelSum = rules());
        long arrays = median(rounds, people, this::arrays);
        long steps = median(rounds, people, this::steps);
        long text = median(rounds, people, this::text);
        return new Result(people, rules, steps, text, arrays, kernelSum, kernelSum == arrays());
    }

    /** Σ premiums of both parts by the loop over arrays. */
    public long arrays() {
        return loop.sum();
    }

    private static long median(int rounds, int persons, LongSupplier work) {
        long[] nanos = new long[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            long start = System.nanoTime();
            long check = work.getAsLong();
            long took = System.nanoTime() - start;
            if (check < 0) {
                throw new IllegalStateException("a sum of premiums below zero");
            }
            if (round >= 0) {
                nanos[round] = took / persons;
            }
        }
        Arrays.sort(nanos);
        return nanos[rounds / 2];
    }

    /** Σ premiums of both parts by the rules. */
    public long rules() {
        long sum = 0;
        for (int first = 0; first < people; first += 3) {
            sum += household(first, 2) + household(first + 2, 1);
        }
        return sum;
    }

    private long household(int first, int size) {
        Judgement judgement = judge(first, size);
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += assessor.assess(facts(i, judgement)).premium();
        }
        return sum;
    }

    private Judgement judge(int first, int size) {
        household.clear();
        for (int i = first; i < first + size; i++) {
            household
                    .add()
                    .head(i == first)
                    .insured(true)
                    .birth(BIRTH)
                    .tax()
                    .set(TaxItem.PENSION_REVENUE, revenue[i])
                    .set(TaxItem.MISC_TOTAL, pension[i])
                    .set(TaxItem.BUSINESS, business[i]);
        }
        return assessor.judge(household);
    }

    private InsuredFacts facts(int index, Judgement judgement) {
        long base = assessor.income().base(household.member(index).tax());
        return InsuredFacts.wholeYear(base, BIRTH, SINCE, judgement);
    }

    /** The rules with the steps of everybody's explanation: how many. */
    public long steps() {
        long steps = 0;
        for (int i = 0; i < people; i++) {
            steps += explained(i).steps().size();
        }
        return steps;
    }

    /** The rules with everybody's explanation as text: how many characters. */
    public long text() {
        long length = 0;
        for (int i = 0; i < people; i++) {
            length += explained(i).toText().length();
        }
        return length;
    }

    /** Everybody a household of one. */
    private Explanation explained(int person) {
        InsuredFacts facts = facts(0, judge(person, 1));
        TaxFacts tax = household.member(0).tax();
        Assessment assessment = assessor.assess(facts);
        return explainer.explain(facts, tax, assessment);
    }
}
