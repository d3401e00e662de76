package org.machi.world.offices;

import org.machi.world.people.Income;

/**
 * What the tax office makes of a person's income, in yen.
 *
 * @param pension 公的年金等の雑所得
 * @param salary 給与所得 after 所得金額調整控除
 * @param business 営業所得 after 専従者給与
 * @param total 総所得金額 after losses between kinds of income and losses brought forward
 * @param separate incomes taxed apart, after special deductions and losses brought forward
 * @param reduction 減額対象所得: without 専従者 and special deductions, 150,000 less for pensions
 */
record TaxFigures(
        long pension, long salary, long business, long total, long separate, long reduction) {
    private static final long BASIC_DEDUCTION = 430_000;
    private static final long PENSION_RELIEF = 150_000;

    /**
     * @param over65 65 or over on the 1 January of the levy year
     * @param levyYear 相当年度: the income is that of the year before
     */
    static TaxFigures of(Income i, boolean over65, int levyYear) {
        long pension = pensionIncome(i.pension(), over65);
        long salary = salaryIncome(i.salary(), levyYear);
        if (pension > 0 && salary > 0) {
            long both = Math.min(pension, 100_000) + Math.min(salary, 100_000);
            salary -= Math.max(0, both - 100_000);
        }
        long business = i.business() - i.familyWage();
        long rest = i.farming() + i.rent() + i.dividend();
        long misc = pension + i.other();
        long sum = salary + misc + business + rest;
        long total = Math.max(0, Math.max(0, sum) - i.lossBrought());
        long stocks = Math.max(0, i.stocks() - i.stockLossBrought());
        long separate = Math.max(0, i.land() - i.landDeduction()) + stocks;
        long relief = over65 ? Math.min(pension, PENSION_RELIEF) : 0;
        long reduction =
                Math.max(0, sum + i.familyWage() - relief - i.lossBrought()) + i.land() + stocks;
        return new TaxFigures(pension, salary, business, total, separate, reduction);
    }

    /** 旧ただし書所得. */
    long base() {
        return Math.max(0, total + separate - BASIC_DEDUCTION);
    }

    /** 所得税法35条: 公的年金等控除, other income up to 10,000,000. */
    private static long pensionIncome(long yen, boolean over65) {
        long least = over65 ? 1_100_000 : 600_000;
        long first = over65 ? 3_300_000 : 1_300_000;
        if (yen <= first) {
            return Math.max(0, yen - least);
        }
        if (yen <= 4_100_000) {
            return yen * 75 / 100 - 275_000;
        }
        if (yen <= 7_700_000) {
            return yen * 85 / 100 - 685_000;
        }
        return yen <= 10_000_000 ? yen * 95 / 100 - 1_455_000 : yen - 1_955_000;
    }

    /** 所得税法28条: 給与所得控除; its minimum is 650,000 from incomes of 2025 (R8 levy) on. */
    private static long salaryIncome(long yen, int levyYear) {
        long least = levyYear >= 2026 ? 650_000 : 550_000;
        long deduction;
        if (yen <= 1_800_000) {
            deduction = yen * 40 / 100 - 100_000;
        } else if (yen <= 3_600_000) {
            deduction = yen * 30 / 100 + 80_000;
        } else if (yen <= 6_600_000) {
            deduction = yen * 20 / 100 + 440_000;
        } else {
            deduction = yen <= 8_500_000 ? yen * 10 / 100 + 1_100_000 : 1_950_000;
        }
        return Math.max(0, yen - Math.max(least, deduction));
    }
}
