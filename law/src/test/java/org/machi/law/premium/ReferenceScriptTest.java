package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.machi.law.LevyYear;
import org.machi.law.Seeded;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;

/**
 * The plain formula with which the published examples were first recomputed, in decimals and
 * without the kernel, against the kernel for random pensioners of all unions in 令和7 and 8年度.
 */
class ReferenceScriptTest {
    private static final Parameters TABLE = Parameters.standard();

    @Test
    void the_kernel_agrees_with_the_plain_formula() {
        Seeded.check(20_260_401, 4_000, ReferenceScriptTest::compare);
    }

    private static void compare(RandomGenerator random) {
        int year = 2025 + random.nextInt(2);
        UnionCode union = new UnionCode(1 + random.nextInt(47));
        long pension = random.nextLong(14_000_000);
        PremiumAssessor assessor = PremiumAssessor.of(union, new LevyYear(year));
        Assessment assessment = Examples.assess(assessor, "HI pension=" + pension, 0);

        assertThat(assessment.medical().premium())
                .isEqualTo(plain(year, union, pension, "medical"));
        if (year == 2026) {
            assertThat(assessment.childPremium()).isEqualTo(plain(year, union, pension, "child"));
        }
    }

    private static long plain(int year, UnionCode union, long pension, String part) {
        long income = pensionIncome(pension);
        long base = Math.max(0, income - 430_000);
        long judged = income - Math.min(150_000, income);
        long five = year == 2025 ? 305_000 : 310_000;
        long two = year == 2025 ? 560_000 : 570_000;
        boolean r8medical = year == 2026 && part.equals("medical");
        String kept =
                judged <= 430_000
                        ? r8medical ? "0.28" : "0.3"
                        : judged <= 430_000 + five ? "0.5" : judged <= 430_000 + two ? "0.8" : "1";
        LocalDate day = LocalDate.of(year, 4, 1);
        BigDecimal perCapita = value(part + ".perCapita", union, day);
        BigDecimal unit = value("rounding.componentUnit", union, day);
        BigDecimal reduced =
                union.number() == 31
                        ? perCapita.subtract(
                                cut(
                                        perCapita.multiply(
                                                BigDecimal.ONE.subtract(new BigDecimal(kept))),
                                        unit))
                        : cut(perCapita.multiply(new BigDecimal(kept)), unit);
        String own =
                union.number() != 13 || base > 200_000 ? "1" : base <= 150_000 ? "0.5" : "0.75";
        BigDecimal incomePart =
                cut(
                        BigDecimal.valueOf(base)
                                .multiply(value(part + ".rate", union, day).movePointLeft(2))
                                .multiply(new BigDecimal(own)),
                        unit);
        BigDecimal cap =
                BigDecimal.valueOf(
                        part.equals("child") ? 21_000 : year == 2025 ? 800_000 : 850_000);
        BigDecimal annual = reduced.add(incomePart).min(cap);
        return cut(annual, value("rounding.finalUnit", union, day)).longValueExact();
    }

    private static long pensionIncome(long p) {
        String[] band =
                p < 3_300_000
                        ? new String[] {"1", "1100000"}
                        : p < 4_100_000
                                ? new String[] {"0.75", "275000"}
                                : p < 7_700_000
                                        ? new String[] {"0.85", "685000"}
                                        : p < 10_000_000
                                                ? new String[] {"0.95", "1455000"}
                                                : new String[] {"1", "1955000"};
        BigDecimal income =
                BigDecimal.valueOf(p)
                        .multiply(new BigDecimal(band[0]))
                        .setScale(0, RoundingMode.FLOOR);
        return Math.max(0, income.longValueExact() - Long.parseLong(band[1]));
    }

    private static BigDecimal value(String name, UnionCode union, LocalDate day) {
        return new BigDecimal(TABLE.require(name, union.code(), day).value());
    }

    private static BigDecimal cut(BigDecimal yen, BigDecimal unit) {
        return yen.divide(unit, 0, RoundingMode.FLOOR).multiply(unit);
    }
}
