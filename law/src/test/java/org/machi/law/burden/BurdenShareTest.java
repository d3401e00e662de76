package org.machi.law.burden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.burden.BurdenShare.Person;
import org.machi.law.burden.BurdenShare.Share;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** 取手市, 滝沢市, 西宮市. */
class BurdenShareTest {
    private static final LocalDate OLD = LocalDate.of(1940, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private final BurdenShare rule = new BurdenShare(Parameters.standard());

    private Share share(Person... persons) {
        return rule.of(List.of(persons), 0, DAY);
    }

    private static Person person(long taxable, long revenue, long pensionAndOthers) {
        return new Person(OLD, taxable, 5_000_000, revenue, pensionAndOthers);
    }

    @Test
    void one_rich_person_makes_three_tenths_for_the_whole_household() {
        assertThat(share(person(1_450_000, 5_000_000, 0), person(0, 300_000, 0)))
                .isEqualTo(Share.THREE);
        assertThat(share(person(1_449_999, 5_000_000, 1_000_000))).isEqualTo(Share.ONE);
        assertThat(Share.THREE.tenths()).isEqualTo(3);
    }

    @Test
    void revenue_below_the_limit_lifts_three_tenths() {
        assertThat(share(person(1_500_000, 3_830_000, 0))).isEqualTo(Share.THREE);
        assertThat(share(person(1_500_000, 3_829_999, 3_829_999))).isEqualTo(Share.TWO);
        assertThat(share(person(1_500_000, 4_000_000, 1_000_000), person(0, 1_200_000, 900_000)))
                .isEqualTo(Share.THREE);
        assertThat(share(person(1_500_000, 4_000_000, 1_000_000), person(0, 1_199_999, 900_000)))
                .isEqualTo(Share.ONE);
        assertThat(rule.of(List.of(person(1_500_000, 4_000_000, 2_500_000)), 1_000_000, DAY))
                .isEqualTo(Share.TWO);
        assertThat(rule.of(List.of(person(1_500_000, 4_200_000, 2_500_000)), 1_000_000, DAY))
                .isEqualTo(Share.THREE);
    }

    @Test
    void small_bases_lift_three_tenths_for_those_born_from_1945_01_02() {
        Person young =
                new Person(LocalDate.of(1945, 1, 2), 1_500_000, 2_100_000, 9_000_000, 1_000_000);
        assertThat(share(young)).isEqualTo(Share.ONE);
        Person old =
                new Person(LocalDate.of(1945, 1, 1), 1_500_000, 2_100_000, 9_000_000, 1_000_000);
        assertThat(share(old)).isEqualTo(Share.THREE);
    }

    @Test
    void two_tenths_need_taxable_income_and_pension_with_other_income() {
        assertThat(share(person(280_000, 0, 2_000_000))).isEqualTo(Share.TWO);
        assertThat(share(person(279_999, 0, 2_000_000))).isEqualTo(Share.ONE);
        assertThat(share(person(280_000, 0, 1_999_999))).isEqualTo(Share.ONE);
        assertThat(share(person(280_000, 0, 2_000_000), person(0, 0, 1_200_000)))
                .isEqualTo(Share.TWO);
        assertThat(share(person(280_000, 0, 2_000_000), person(0, 0, 1_199_999)))
                .isEqualTo(Share.ONE);
    }

    @Test
    void two_tenths_began_in_october_2022() {
        List<Person> one = List.of(person(280_000, 0, 2_000_000));
        LocalDate began = LocalDate.of(2022, 10, 1);
        assertThat(rule.of(one, 0, began.minusDays(1))).isEqualTo(Share.ONE);
        assertThat(rule.of(one, 0, began)).isEqualTo(Share.TWO);

        assertThat(BurdenShare.isEased(Share.TWO, began.minusDays(1))).isFalse();
        assertThat(BurdenShare.isEased(Share.TWO, began)).isTrue();
        assertThat(BurdenShare.isEased(Share.TWO, LocalDate.of(2025, 9, 30))).isTrue();
        assertThat(BurdenShare.isEased(Share.TWO, LocalDate.of(2025, 10, 1))).isFalse();
        assertThat(BurdenShare.isEased(Share.ONE, began)).isFalse();
        assertThat(BurdenShare.isEased(Share.THREE, began)).isFalse();
    }

    /** 1,500,000 + (900,000 − 400,000 − 100,000) = 1,900,000. */
    @Test
    void other_incomes_are_counted_without_the_pensions_and_with_a_lower_salary() {
        assertThat(rule.pensionAndOthers(1_500_000, 900_000, 400_000, 300_000, DAY))
                .isEqualTo(1_900_000);
        assertThat(rule.pensionAndOthers(1_500_000, 450_000, 400_000, 50_000, DAY))
                .as("a salary of 50,000 yen can't take off more")
                .isEqualTo(1_500_000);
        assertThat(rule.pensionAndOthers(1_500_000, 900_000, 400_000, -20_000, DAY))
                .isEqualTo(2_000_000);
        assertThat(rule.pensionAndOthers(1_500_000, 300_000, 400_000, 0, DAY))
                .as("a loss elsewhere")
                .isEqualTo(1_500_000);
    }

    @Test
    void from_august_on_the_income_of_the_last_year_counts() {
        assertThat(BurdenShare.incomeYear(LocalDate.of(2026, 7, 31))).isEqualTo(2024);
        assertThat(BurdenShare.incomeYear(LocalDate.of(2026, 8, 1))).isEqualTo(2025);
        assertThat(BurdenShare.incomeYear(LocalDate.of(2027, 1, 1))).isEqualTo(2025);
    }

    /** 西宮市: 1,600,000 − 330,000 − 2 × 120,000 = 1,030,000. */
    @Test
    void a_head_takes_off_an_amount_for_each_child() {
        assertThat(rule.taxable(1_600_000, true, 1, 2, DAY)).isEqualTo(1_030_000);
        assertThat(rule.taxable(1_600_000, false, 1, 2, DAY)).isEqualTo(1_600_000);
        assertThat(rule.taxable(300_000, true, 1, 0, DAY)).isZero();
    }

    @Test
    void the_steps_name_incomes_limits_and_the_share() {
        List<Person> lifted = List.of(person(1_500_000, 3_829_999, 3_829_999));
        assertThat(rule.explain(lifted, 0, DAY).toText())
                .contains("課税所得の最高額")
                .contains("1,500,000円")
                .contains("収入の合計 3,829,999円")
                .contains("該当する")
                .contains("2割の基準以上")
                .contains("2025年中の所得による ＝ 2割");
        List<Person> active = List.of(person(1_500_000, 3_830_000, 0), person(0, 1_370_000, 0));
        assertThat(rule.explain(active, 0, DAY).toText())
                .contains("世帯の被保険者2人")
                .contains("収入の合計 5,200,000円")
                .contains("該当しない")
                .contains("3割")
                .doesNotContain("年金収入＋その他");
        assertThat(rule.explain(List.of(person(0, 0, 1_000_000)), 0, DAY).toText())
                .contains("2割の基準に当たらない")
                .contains("＝ 1割")
                .doesNotContain("3割の除外");
    }

    @Test
    void each_step_shows_the_limits_that_it_used() {
        List<Person> one = List.of(person(1_450_000, 3_829_999, 2_000_000));
        assertThat(
                        rule.explain(one, 0, DAY).steps().stream()
                                .map(step ->
                                        step.parameters().stream()
                                                .map(ParameterRow::name)
                                                .toList()))
                .containsExactly(
                        List.of("burden.taxable.three"),
                        List.of("burden.revenue.single", "burden.revenue.many", "burden.baseTotal"),
                        List.of("burden.taxable.two", "burden.income.two.single"),
                        List.of());
    }
}
