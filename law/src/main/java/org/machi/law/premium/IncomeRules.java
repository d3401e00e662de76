package org.machi.law.premium;

import static org.machi.law.premium.TaxItem.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.explanation.UsedValues;
import org.machi.law.parameter.Conversion;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/**
 * From one person's tax facts to the amounts that the premium asks for. One instance for a levy
 * year, safe to share.
 */
public final class IncomeRules {
    private static final TaxItem[] COMPREHENSIVE = {
        BUSINESS,
        AGRICULTURE,
        REAL_ESTATE,
        INTEREST,
        DIVIDEND,
        DIVIDEND_FUND,
        DIVIDEND_FOREIGN,
        DIVIDEND_NO_CREDIT,
        SALARY,
        MISC_TOTAL,
        TRANSFER_TEMPORARY_TOTAL
    };
    private static final TaxItem[] SEPARATE = {
        SEPARATE_SHORT_GENERAL,
        SEPARATE_SHORT_REDUCED,
        SEPARATE_LONG_GENERAL,
        SEPARATE_LONG_SPECIFIC,
        SEPARATE_LONG_REDUCED
    };
    private static final TaxItem[] SPECIAL = {
        SPECIAL_SHORT_GENERAL,
        SPECIAL_SHORT_REDUCED,
        SPECIAL_LONG_GENERAL,
        SPECIAL_LONG_SPECIFIC,
        SPECIAL_LONG_REDUCED
    };
    private static final TaxItem[] OTHER_SEPARATE = {
        FOREST, STOCK_UNLISTED, TREATY_INTEREST, TREATY_DIVIDEND
    };

    private static final int ADJUSTED_FROM = 2021;

    private final BaseDeduction deduction;
    private final EarnerLimits earner;
    private final long pensionDeduction;
    private final LocalDate lastBirthOf65;
    private final LevyYear year;
    private final Parameters parameters;
    private final List<UsedValues> deductionRows;

    public IncomeRules(Parameters parameters, LevyYear year) {
        this.parameters = parameters;
        this.year = year;
        this.deduction = BaseDeduction.of(parameters, year);
        this.earner = EarnerLimits.of(parameters, year);
        this.pensionDeduction = parameters.amount("judgement.pensionDeduction", year.start());
        this.lastBirthOf65 = LocalDate.of(year.year() - 65, 1, 1);
        this.deductionRows =
                IntStream.rangeClosed(1, BaseDeduction.STEPS).mapToObj(this::deduction).toList();
    }

    /**
     * 65 or over on December 31 before the levy year; an age is completed on the day before the
     * birthday.
     */
    @LegalBasis({"所税35条4項", "年齢計算ニ関スル法律"})
    public boolean isFrom65(LocalDate birth) {
        return !birth.isAfter(lastBirthOf65);
    }

    /** 合計所得金額: before losses carried over and before special deductions of separate transfers. */
    @LegalBasis("地292条1項13号")
    public long totalIncome(TaxFacts tax) {
        long sum = comprehensive(tax);
        for (TaxItem item : SEPARATE) {
            sum += tax.get(item);
        }
        return Math.max(0, sum + otherSeparate(tax) + tax.get(STOCK_LISTED) + tax.get(FUTURES));
    }

    /**
     * 賦課のもととなる所得金額: all incomes after special deductions and losses carried over, but not casualty
     * losses, less the base deduction; not below zero.
     */
    @LegalBasis({"令18条1項2号", "令18条1項3号", "地314条の2第2項"})
    public long base(TaxFacts tax) {
        if (tax.declaration() == TaxFacts.Declaration.INQUIRING) {
            return 0;
        }
        if (tax.hasFixedBase()) {
            return Math.max(0, tax.fixedBase());
        }
        return Math.max(0, incomeForBase(tax) - deduction.of(totalIncome(tax)));
    }

    /** 総所得金額等 without the casualty loss carried over. */
    long incomeForBase(TaxFacts tax) {
        long transfers = 0;
        for (int i = 0; i < SEPARATE.length; i++) {
            transfers += Math.max(0, tax.get(SEPARATE[i]) - tax.get(SPECIAL[i]));
        }
        return afterLosses(tax, comprehensive(tax), transfers);
    }

    /** The amount that the base deduction takes away. */
    long baseDeduction(TaxFacts tax) {
        return deduction.of(totalIncome(tax));
    }

    /** The rows behind {@link #baseDeduction}; none where nothing is taken away. */
    UsedValues baseDeductionRows(TaxFacts tax) {
        int step = deduction.step(totalIncome(tax));
        return step < BaseDeduction.STEPS ? deductionRows.get(step) : UsedValues.of(List.of());
    }

    private UsedValues deduction(int step) {
        List<ParameterRow> rows =
                Stream.of(row("base.deduction." + step), row("base.deduction.limit." + step))
                        .flatMap(Optional::stream)
                        .toList();
        return UsedValues.of(rows);
    }

    private Optional<ParameterRow> row(String name) {
        return parameters.find(name, ParameterRow.NATIONAL, year.start());
    }

    /**
     * 軽減判定所得 of one person: special deductions of transfers not applied, the family business'
     * salaries put back to the owner and taken from the employee, casualty losses applied, 150,000
     * yen off pension income from 65 on.
     */
    @LegalBasis({"令18条4項1号", "令18条4項2号", "令附則11条"})
    public long judgementIncome(TaxFacts tax, LocalDate birth) {
        if (tax.hasFixedJudgement()) {
            return tax.fixedJudgement();
        }
        long whole = comprehensive(tax) - tax.get(SALARY) + salaryWithoutFamilyPay(tax);
        whole += tax.get(FAMILY_SALARY_DEDUCTION);
        if (isFrom65(birth)) {
            whole -= Math.min(pensionDeduction, pensionIncome(tax));
        }
        long transfers = 0;
        for (TaxItem item : SEPARATE) {
            transfers += Math.max(0, tax.get(item));
        }
        return Math.max(0, afterLosses(tax, whole, transfers) - tax.get(LOSS_CASUALTY));
    }

    /** 給与所得者等: a salary or a pension above the limits. */
    @LegalBasis({"令18条4項1号", "地314条の2第2項"})
    public boolean isEarner(TaxFacts tax, LocalDate birth) {
        return earner.reached(earnedSalary(tax), tax.get(PENSION_REVENUE), isFrom65(birth));
    }

    /** Salary revenue without what a family business paid. */
    static long earnedSalary(TaxFacts tax) {
        return tax.get(SALARY_REVENUE) - tax.get(FAMILY_SALARY_REVENUE);
    }

    /** Pension income within the miscellaneous incomes. */
    static long pensionIncome(TaxFacts tax) {
        return Math.max(0, tax.get(MISC_TOTAL) - tax.get(OTHER_MISC));
    }

    /**
     * Enters a pension revenue and the income that follows from it, when only the revenue is known.
     */
    public TaxFacts pension(TaxFacts tax, long revenue, LocalDate birth) {
        long income = pensionIncome(revenue, isFrom65(birth), 0);
        return tax.set(PENSION_REVENUE, revenue).set(MISC_TOTAL, tax.get(OTHER_MISC) + income);
    }

    /** Enters a salary revenue and the income that follows from it. */
    public TaxFacts salary(TaxFacts tax, long revenue) {
        return tax.set(SALARY_REVENUE, revenue).set(SALARY, salaryIncome(revenue));
    }

    /**
     * 公的年金等に係る雑所得.
     *
     * @param others 合計所得金額 without the pension; above 10 and 20 million yen the deduction shrinks
     */
    @LegalBasis("所税35条4項")
    public long pensionIncome(long revenue, boolean from65, long others) {
        return pensionTable(from65, others).income(revenue);
    }

    Conversion pensionTable(boolean from65, long others) {
        String age = from65 ? "pension.from65" : "pension.under65";
        String over = others > 20_000_000 ? ".over20m" : others > 10_000_000 ? ".over10m" : "";
        return parameters.conversion(age + over, year.start());
    }

    /** 給与所得. */
    @LegalBasis({"所税28条", "所税別表第五"})
    public long salaryIncome(long revenue) {
        return salaryTable().income(revenue);
    }

    Conversion salaryTable() {
        return parameters.conversion("salary", year.start());
    }

    /** 所得金額調整控除 exists for incomes from 令和2年 on. */
    boolean hasAdjustment() {
        return year.year() >= ADJUSTED_FROM;
    }

    /** 所得金額調整控除 of a person with both salary and pension income. */
    @LegalBasis("措法41条の3の11第2項")
    public static long incomeAdjustment(long salaryIncome, long pensionIncome) {
        long both = Math.min(salaryIncome, 100_000) + Math.min(pensionIncome, 100_000);
        return salaryIncome > 0 && pensionIncome > 0 ? Math.max(0, both - 100_000) : 0;
    }

    /**
     * 所得金額調整控除 of a person with a child or a special disability: a tenth of the salary above
     * 8,500,000 yen, up to 10,000,000 yen; fractions are rounded up.
     */
    @LegalBasis("措法41条の3の11第1項")
    public static long childAdjustment(long salaryRevenue) {
        long above = Math.min(salaryRevenue, 10_000_000) - 8_500_000;
        return Math.ceilDiv(Math.max(0, above), 10L);
    }

    private long salaryWithoutFamilyPay(TaxFacts tax) {
        long family = tax.get(FAMILY_SALARY_REVENUE);
        if (family == 0) {
            return tax.get(SALARY);
        }
        long others = tax.get(SALARY_REVENUE) - family;
        return others <= 0 ? 0 : Math.min(tax.get(SALARY), salaryIncome(others));
    }

    private static long comprehensive(TaxFacts tax) {
        long sum = -tax.get(RESIDENCE_LOSS_OF_YEAR);
        for (TaxItem item : COMPREHENSIVE) {
            sum += tax.get(item);
        }
        return sum;
    }

    private static long otherSeparate(TaxFacts tax) {
        long sum = 0;
        for (TaxItem item : OTHER_SEPARATE) {
            sum += tax.get(item);
        }
        return sum;
    }

    /**
     * Net losses meet the comprehensive and the forest income, never separate transfers; losses on
     * a home meet these too; stock and futures losses only their own kind.
     */
    @LegalBasis({"地313条8項", "地313条9項", "地附則4条の2", "地附則35条の2の6"})
    private static long afterLosses(TaxFacts tax, long comprehensive, long transfers) {
        long stock = Math.max(0, tax.get(STOCK_LISTED) - tax.get(LOSS_STOCK));
        long futures = Math.max(0, tax.get(FUTURES) - tax.get(LOSS_FUTURES));
        long afterNetLoss = comprehensive - tax.get(LOSS_NET);
        long forest = Math.max(0, tax.get(FOREST) + Math.min(0, afterNetLoss));
        long common = Math.max(0, afterNetLoss) + transfers - tax.get(LOSS_RESIDENCE);
        return Math.max(0, common)
                + forest
                + otherSeparate(tax)
                - tax.get(FOREST)
                + stock
                + futures;
    }
}
