package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.machi.law.LevyYear;
import org.machi.law.Seeded;
import org.machi.law.parameter.UnionCode;

/**
 * More income in a household never makes anybody's premium smaller, through the judgement of the
 * reduction as well; except at the one step that the law has: a second 給与所得者等 raises the limits by
 * 100,000 yen.
 */
class JudgedIncomeTest {
    private static final PremiumAssessor[] UNIONS =
            UnionCode.all().stream()
                    .map(union -> PremiumAssessor.of(union, new LevyYear(2026)))
                    .toArray(PremiumAssessor[]::new);

    /** What a household pays, and how many count as 給与所得者等. */
    private record Paid(long premium, int earners) {}

    /** One household to fill twice with the same people but for one income. */
    private record Home(PremiumAssessor union, long[] pensions, boolean headInsured) {
        static Home any(RandomGenerator random) {
            long[] pensions = new long[1 + random.nextInt(3)];
            for (int i = 0; i < pensions.length; i++) {
                pensions[i] = random.nextLong(2_500_000);
            }
            return new Home(
                    UNIONS[random.nextInt(UNIONS.length)],
                    pensions,
                    pensions.length == 1 || random.nextBoolean());
        }

        Paid paid(int person, TaxItem item, long yen) {
            Household household = new Household();
            for (int i = 0; i < pensions.length; i++) {
                Member member =
                        household
                                .add()
                                .head(i == 0)
                                .insured(i > 0 || headInsured)
                                .birth(Examples.BIRTH);
                union.income().pension(member.tax(), pensions[i], Examples.BIRTH);
                if (i == person && item == TaxItem.SALARY_REVENUE) {
                    union.income().salary(member.tax(), yen);
                } else if (i == person) {
                    member.tax().set(item, yen);
                }
            }
            Judgement judgement = union.judge(household);
            long sum = 0;
            for (int i = 0; i < pensions.length; i++) {
                if (household.member(i).isInsured()) {
                    long base = union.income().base(household.member(i).tax());
                    sum +=
                            union.assess(
                                            InsuredFacts.wholeYear(
                                                    base,
                                                    Examples.BIRTH,
                                                    Examples.LONG_AGO,
                                                    judgement))
                                    .premium();
                }
            }
            return new Paid(sum, judgement.earners());
        }
    }

    @Test
    void more_business_income_never_makes_a_household_pay_less() {
        Seeded.check(
                21,
                4_000,
                random -> {
                    Home home = Home.any(random);
                    int person = random.nextInt(home.pensions().length);
                    long yen = random.nextLong(27_000_000);
                    Paid before = home.paid(person, TaxItem.BUSINESS, yen);
                    Paid after =
                            home.paid(person, TaxItem.BUSINESS, yen + random.nextLong(900_000));
                    assertThat(after.premium()).isGreaterThanOrEqualTo(before.premium());
                });
    }

    @Test
    void more_salary_never_makes_a_household_pay_less_unless_one_more_counts_as_an_earner() {
        int[] steps = new int[1];
        Seeded.check(
                22,
                4_000,
                random -> {
                    Home home = Home.any(random);
                    int person = random.nextInt(home.pensions().length);
                    long yen = random.nextLong(1_500_000);
                    Paid before = home.paid(person, TaxItem.SALARY_REVENUE, yen);
                    Paid after =
                            home.paid(
                                    person, TaxItem.SALARY_REVENUE, yen + random.nextLong(300_000));
                    if (after.earners() == before.earners()) {
                        assertThat(after.premium()).isGreaterThanOrEqualTo(before.premium());
                    } else if (after.premium() < before.premium()) {
                        assertThat(after.earners()).isGreaterThan(1);
                        steps[0]++;
                    }
                });
        assertThat(steps[0]).as("the law's step is met and named").isPositive();
    }
}
