package org.machi.world.people;

/**
 * The pension from which a premium may be deducted.
 *
 * @param code 年金コード: 1150 old age, 1350 disability, 1450 survivor
 * @param annual yen a year of that pension
 * @param taxable yen a year of all taxable pensions (公的年金収入)
 * @param untaxed yen a year of survivor or disability pension beside it
 */
public record Pension(String code, long annual, long taxable, long untaxed) {
    public static final Pension NONE = new Pension("", 0, 0, 0);

    public boolean paid() {
        return annual > 0;
    }

    /** Yen of one payment (six a year, a part of a yen is dropped). */
    public long perPayment() {
        return annual / 6;
    }
}
