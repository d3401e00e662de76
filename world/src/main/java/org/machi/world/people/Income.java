package org.machi.world.people;

/**
 * What one person earned in a calendar year, in yen, before any deduction of the tax law unless
 * said otherwise.
 *
 * @param pension taxable public pensions (公的年金収入)
 * @param salary wages (給与収入)
 * @param business profit of a business (営業所得), may be negative
 * @param familyWage wages paid to family members who work in it (専従者給与控除)
 * @param farming profit of farming (農業所得)
 * @param rent profit from real estate (不動産所得)
 * @param dividend dividends declared (配当所得)
 * @param other other miscellaneous income (その他雑所得)
 * @param land long-term gain of land before the special deduction (分離長期譲渡一般)
 * @param landDeduction special deduction (特別控除), such as 30,000,000 for one's own home
 * @param stocks gain of listed stocks (上場株式譲渡所得)
 * @param stockLossBrought loss of stocks brought forward (繰越株式損失)
 * @param lossBrought net loss brought forward (繰越純損失)
 * @param declared false: nothing was declared (未申告)
 */
public record Income(
        long pension,
        long salary,
        long business,
        long familyWage,
        long farming,
        long rent,
        long dividend,
        long other,
        long land,
        long landDeduction,
        long stocks,
        long stockLossBrought,
        long lossBrought,
        boolean declared) {
    /** Wages only, or nothing. */
    static Income of(long pension, long salary, boolean declared) {
        return new Income(pension, salary, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, declared);
    }

    public Income withPension(long yen) {
        return changed(yen, salary, business, declared);
    }

    /** The same with other wages: what a tax correction changes most often. */
    public Income withSalary(long yen) {
        return changed(pension, yen, business, declared);
    }

    public Income withBusiness(long yen) {
        return changed(pension, salary, yen, declared);
    }

    public Income withDeclared(boolean now) {
        return changed(pension, salary, business, now);
    }

    private Income changed(long newPension, long newSalary, long newBusiness, boolean now) {
        return new Income(
                newPension,
                newSalary,
                newBusiness,
                familyWage,
                farming,
                rent,
                dividend,
                other,
                land,
                landDeduction,
                stocks,
                stockLossBrought,
                lossBrought,
                now);
    }
}
