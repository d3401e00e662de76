package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.LevyYear;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.InsuredFacts.Disability;

class PersonFactsTest {
    private static final LocalDate BIRTH = LocalDate.of(1945, 5, 5);
    private static final LocalDate SINCE = LocalDate.of(2020, 5, 5);

    private static PersonFacts person() {
        return PersonFacts.born(BIRTH).insuredFrom(SINCE).asHead();
    }

    private static long base(int year, PersonFacts person) {
        return new PremiumFacts(UnionCode.of("27"), new LevyYear(year), List.of(person))
                .premiums()
                .getFirst()
                .assessment()
                .base();
    }

    @Test
    void a_person_is_told_as_it_was_written() {
        PersonFacts person = person().named("夫");
        assertThat(person.name()).isEqualTo("夫");
        assertThat(person.birth()).isEqualTo(BIRTH);
        assertThat(person.isHead()).isTrue();
        assertThat(PersonFacts.born(BIRTH).isHead()).isFalse();
    }

    /**
     * 2,000,000 × 70% − 80,000 = 1,320,000 and 2,000,000 − 1,100,000 = 900,000; both above 10万, so
     * 10万 less: 2,120,000 − 430,000.
     */
    @Test
    void salary_and_pension_are_converted_and_adjusted() {
        PersonFacts both =
                person().with(TaxItem.SALARY_REVENUE, 2_000_000)
                        .with(TaxItem.PENSION_REVENUE, 2_000_000);
        assertThat(base(2021, both)).isEqualTo(1_690_000);
        assertThat(base(2026, both)).isEqualTo(1_690_000);
        assertThat(base(2026, person().with(TaxItem.SALARY_REVENUE, 2_000_000)))
                .isEqualTo(1_320_000 - 430_000);
    }

    /** 令和2年度: 2,000,000 − 1,200,000 = 800,000 and 2,000,000 × 70% − 180,000 = 1,220,000. */
    @Test
    void in_reiwa_2_nothing_was_adjusted() {
        PersonFacts both =
                person().with(TaxItem.SALARY_REVENUE, 2_000_000)
                        .with(TaxItem.PENSION_REVENUE, 2_000_000);
        assertThat(base(2020, both)).isEqualTo(2_020_000 - 330_000);
    }

    @Test
    void an_income_that_is_written_goes_before_its_revenue() {
        assertThat(
                        base(
                                2026,
                                person().with(TaxItem.SALARY_REVENUE, 2_000_000)
                                        .with(TaxItem.SALARY, 500_000)))
                .isEqualTo(70_000);
        assertThat(
                        base(
                                2026,
                                person().with(TaxItem.PENSION_REVENUE, 2_000_000)
                                        .with(TaxItem.MISC_TOTAL, 600_000)))
                .isEqualTo(170_000);
    }

    /** 静岡県広域連合: by disability before 令和7年4月, so 73万. */
    @Test
    void a_disability_decides_the_cap_of_reiwa_6() {
        PersonFacts young =
                PersonFacts.born(LocalDate.of(1955, 1, 1))
                        .insuredFrom(LocalDate.of(2022, 4, 1))
                        .byDisability(Disability.RECOGNISED)
                        .with(TaxItem.PENSION_REVENUE, 30_000_000);
        assertThat(
                        new PremiumFacts(UnionCode.of("11"), new LevyYear(2024), List.of(young))
                                .premiums()
                                .getFirst()
                                .assessment()
                                .premium())
                .isEqualTo(730_000);
    }

    /** Lost on April 1, so on April 1 only one is insured; lost on April 2, still two. */
    @Test
    void who_lost_the_right_before_the_day_of_judgement_is_not_counted() {
        assertThat(insured(LocalDate.of(2026, 4, 1))).isEqualTo(1);
        assertThat(insured(LocalDate.of(2026, 4, 2))).isEqualTo(2);
    }

    private static int insured(LocalDate lostOn) {
        PersonFacts wife = PersonFacts.born(BIRTH).insuredFrom(SINCE).lostOn(lostOn);
        return new PremiumFacts(UnionCode.of("27"), new LevyYear(2026), List.of(person(), wife))
                .premiums()
                .getFirst()
                .facts()
                .periods()
                .getFirst()
                .judgement()
                .insured();
    }
}
