package org.machi.launcher.bench;

import java.time.LocalDate;
import org.machi.law.Rate;
import org.machi.law.parameter.Parameters;

/**
 * What a programmer would write who needs one answer once: arrays in, a sum out, the values of one
 * union and year read beforehand. The limit that the rules are measured by.
 */
final class ArrayLoop {
    private static final int CLASSES = 4;
    private static final int NONE = 3;

    private final long[] revenue;
    private final long[] pension;
    private final long[] business;
    private final Values values = new Values();

    ArrayLoop(long[] revenue, long[] pension, long[] business) {
        this.revenue = revenue;
        this.pension = pension;
        this.business = business;
    }

    /** The year's values of the union, per part 0 医療分 and 1 子ども分. */
    private static final class Values {
        private final LocalDate day = LawBench.YEAR.start();
        private final long deduction = amount("base.deduction.1");
        private final long limit = amount("reduction.base");
        private final long addition = amount("reduction.earnerAddition");
        private final long five = amount("reduction.perInsured.five");
        private final long two = amount("reduction.perInsured.two");
        private final long earner = amount("earner.pension.from65");
        private final long special = amount("judgement.pensionDeduction");
        private final long[] cap = {amount("medical.cap"), amount("child.cap")};
        private final Rate[] rate = {rate("medical.rate"), rate("child.rate")};
        private final long[][] perCapita = {perCapita("medical"), perCapita("child")};

        private long[] perCapita(String part) {
            long full = amount(part + ".perCapita");
            long[] reduced = new long[CLASSES];
            String[] names = {"seven", "five", "two"};
            for (int i = 0; i < names.length; i++) {
                Rate ratio = rate("reduction.ratio." + part + "." + names[i]);
                reduced[i] = full * (ratio.denominator() - ratio.units()) / ratio.denominator();
            }
            reduced[NONE] = full;
            return reduced;
        }

        private long amount(String name) {
            return Parameters.standard().require(name, LawBench.UNION.code(), day).amount();
        }

        private Rate rate(String name) {
            return Parameters.standard().require(name, LawBench.UNION.code(), day).rate();
        }
    }

    /** Σ premiums of both parts. */
    long sum() {
        long sum = 0;
        for (int first = 0; first < revenue.length; first += 3) {
            sum += household(first, 2) + household(first + 2, 1);
        }
        return sum;
    }

    private long household(int first, int size) {
        long income = 0;
        int earners = 0;
        for (int i = first; i < first + size; i++) {
            income += pension[i] + business[i] - Math.min(values.special, pension[i]);
            earners += revenue[i] > values.earner ? 1 : 0;
        }
        int reduction = reduction(income, size, earners);
        long sum = 0;
        for (int i = first; i < first + size; i++) {
            long base = Math.max(0, pension[i] + business[i] - values.deduction);
            sum += premium(0, base, reduction) + premium(1, base, reduction);
        }
        return sum;
    }

    private int reduction(long income, int insured, int earners) {
        long seven = values.limit + values.addition * Math.max(0, earners - 1);
        if (income <= seven) {
            return 0;
        }
        if (income <= seven + values.five * insured) {
            return 1;
        }
        return income <= seven + values.two * insured ? 2 : NONE;
    }

    private long premium(int part, long base, int reduction) {
        Rate rate = values.rate[part];
        long income = base * rate.units() / rate.denominator();
        long annual = Math.min(income + values.perCapita[part][reduction], values.cap[part]);
        return annual / 100 * 100;
    }
}
