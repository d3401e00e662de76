package org.machi.law.instalment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.machi.law.BusinessCalendar;
import org.machi.law.LawException;
import org.machi.law.LevyYear;
import org.machi.law.Seeded;
import org.machi.law.instalment.CollectionPolicy.Decrease;
import org.machi.law.instalment.CollectionPolicy.Increase;
import org.machi.law.instalment.CollectionPolicy.Remainder;
import org.machi.law.instalment.OrdinarySplit.Plan;

class OrdinarySplitTest {
    private static final CollectionPolicy NINE = CollectionPolicy.nine();

    /** 能美市: 端数は最初の期. */
    @Test
    void the_remainder_goes_into_the_first_period() {
        assertThat(OrdinarySplit.split(203_600, NINE))
                .containsExactly(
                        22_800, 22_600, 22_600, 22_600, 22_600, 22_600, 22_600, 22_600, 22_600);
        assertThat(OrdinarySplit.split(203_600, NINE.withRemainder(Remainder.LAST)))
                .containsExactly(
                        22_600, 22_600, 22_600, 22_600, 22_600, 22_600, 22_600, 22_600, 22_800);
        assertThat(OrdinarySplit.split(203_600, NINE.withUnit(1_000))[0]).isEqualTo(27_600);
    }

    @Test
    void a_small_premium_is_charged_at_once() {
        assertThat(OrdinarySplit.split(800, NINE)).containsExactly(800, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(OrdinarySplit.split(800, NINE.withRemainder(Remainder.LAST)))
                .containsExactly(800, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(OrdinarySplit.split(0, NINE)).containsOnly(0);
    }

    @Test
    void somebody_new_pays_over_the_periods_that_are_left() {
        assertThat(OrdinarySplit.splitFrom(50_000, NINE, 5))
                .containsExactly(0, 0, 0, 0, 0, 12_500, 12_500, 12_500, 12_500);
        assertThatThrownBy(() -> OrdinarySplit.splitFrom(50_000, NINE, 9))
                .isInstanceOf(LawException.class);
    }

    @Test
    void an_increase_leaves_past_periods_alone() {
        long[] current = OrdinarySplit.split(90_000, NINE);
        Plan plan = OrdinarySplit.replan(100_000, current, new long[9], 5, NINE);
        assertThat(plan.amounts())
                .containsExactly(
                        10_000, 10_000, 10_000, 10_000, 10_000, 12_500, 12_500, 12_500, 12_500);
        Plan next =
                OrdinarySplit.replan(
                        100_000, current, new long[9], 5, NINE.withIncrease(Increase.NEXT_PERIOD));
        assertThat(next.amounts()[5]).isEqualTo(20_000);
        Plan late = OrdinarySplit.replan(100_000, current, new long[9], 9, NINE);
        assertThat(late.amounts()).isEqualTo(current);
        assertThat(late.extra()).isEqualTo(10_000);
    }

    @Test
    void a_decrease_takes_the_last_period_first_or_all_equally() {
        long[] current = OrdinarySplit.split(90_000, NINE);
        Plan last = OrdinarySplit.replan(75_000, current, new long[9], 5, NINE);
        assertThat(last.amounts())
                .containsExactly(10_000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000, 5_000, 0);
        Plan equal =
                OrdinarySplit.replan(
                        75_000, current, new long[9], 5, NINE.withDecrease(Decrease.EQUAL));
        assertThat(equal.amounts())
                .containsExactly(
                        10_000, 10_000, 10_000, 10_000, 10_000, 6_400, 6_200, 6_200, 6_200);
        assertThat(equal.total()).isEqualTo(75_000);
    }

    @Test
    void what_was_paid_above_the_new_amounts_is_overpaid() {
        long[] current = OrdinarySplit.split(90_000, NINE);
        long[] paid = {10_000, 10_000, 10_000, 10_000, 10_000, 0, 0, 0, 0};
        Plan plan = OrdinarySplit.replan(42_000, current, paid, 5, NINE);
        assertThat(plan.amounts())
                .containsExactly(10_000, 10_000, 10_000, 10_000, 2_000, 0, 0, 0, 0);
        assertThat(plan.overpaid()).isEqualTo(8_000);
        assertThat(OrdinarySplit.replan(0, current, paid, 5, NINE).overpaid()).isEqualTo(50_000);
    }

    @Test
    void provisional_months_charge_a_twelfth_of_last_year_each() {
        assertThat(OrdinarySplit.provisional(100_000, CollectionPolicy.twelve()))
                .containsExactly(8_300, 8_300, 8_300, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void instalments_always_add_up_to_the_premium() {
        CollectionPolicy[] policies = {
            NINE,
            CollectionPolicy.eight(),
            CollectionPolicy.twelve().withUnit(1_000),
            CollectionPolicy.five()
        };
        Seeded.check(
                2026,
                5_000,
                random -> {
                    CollectionPolicy policy =
                            policies[random.nextInt(policies.length)]
                                    .withRemainder(
                                            random.nextBoolean() ? Remainder.FIRST : Remainder.LAST)
                                    .withDecrease(
                                            random.nextBoolean()
                                                    ? Decrease.EQUAL
                                                    : Decrease.LAST_FIRST);
                    long premium = random.nextLong(9_000) * 100;
                    int from = random.nextInt(policy.periods());
                    long[] plan = OrdinarySplit.splitFrom(premium, policy, from);
                    assertThat(Arrays.stream(plan).sum()).isEqualTo(premium);
                    assertThat(Arrays.stream(plan).allMatch(yen -> yen >= 0)).isTrue();

                    long changed = random.nextLong(9_000) * 100;
                    int open = random.nextInt(policy.periods() + 1);
                    long[] paid = Arrays.copyOf(plan, plan.length);
                    Arrays.fill(paid, open, paid.length, 0);
                    Plan after = OrdinarySplit.replan(changed, plan, paid, open, policy);
                    assertThat(after.total()).isEqualTo(changed);
                    assertThat(Arrays.stream(after.amounts()).allMatch(yen -> yen >= 0)).isTrue();
                    assertThat(after.overpaid())
                            .isEqualTo(Math.max(0, Arrays.stream(paid).sum() - changed));
                });
    }

    /** D-4 大田区: 8,300 × 3 = 24,900; 120,000 − 24,900 = 95,100 = 11,100 + 8 × 10,500. */
    @Test
    void what_provisional_months_left_goes_over_the_rest_of_the_year() {
        CollectionPolicy twelve = CollectionPolicy.twelve();
        long[] spring = OrdinarySplit.provisional(100_000, twelve);
        Plan plan = OrdinarySplit.afterProvisional(120_000, spring, twelve);
        assertThat(plan.amounts())
                .containsExactly(
                        8_300, 8_300, 8_300, 11_100, 10_500, 10_500, 10_500, 10_500, 10_500, 10_500,
                        10_500, 10_500);
        assertThat(plan.overpaid()).isZero();
        Plan less = OrdinarySplit.afterProvisional(20_000, spring, twelve);
        assertThat(less.amounts()).containsExactly(8_300, 8_300, 3_400, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(less.overpaid()).isEqualTo(4_900);
        Plan exact = OrdinarySplit.afterProvisional(24_900, spring, twelve);
        assertThat(exact.total()).isEqualTo(24_900);
        assertThat(exact.overpaid()).isZero();
    }

    /** 70,000 over seven periods from July to January. */
    @Test
    void seven_periods_end_in_january() {
        CollectionPolicy seven = CollectionPolicy.seven();
        assertThat(OrdinarySplit.split(70_000, seven)).hasSize(7).containsOnly(10_000);
        assertThat(DueDates.of(seven, new LevyYear(2025), BusinessCalendar.standard()))
                .containsExactly(
                        LocalDate.of(2025, 7, 31),
                        LocalDate.of(2025, 9, 1),
                        LocalDate.of(2025, 9, 30),
                        LocalDate.of(2025, 10, 31),
                        LocalDate.of(2025, 12, 1),
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 2, 2));
    }
}
