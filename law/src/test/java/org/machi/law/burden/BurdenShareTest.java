package org.machi.law.burden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.burden.BurdenShare.Person;
import org.machi.law.burden.BurdenShare.Share;
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
}
