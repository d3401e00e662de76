package org.machi.law.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.law.parameter.Parameters;

class EligibilityDatesTest {
    private static final LocalDate BIRTH = LocalDate.of(1951, 10, 15);

    @Test
    void a_person_is_insured_from_the_75th_birthday_itself() {
        assertThat(EligibilityDates.turns75(BIRTH)).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(EligibilityDates.isOfAge(BIRTH, LocalDate.of(2026, 10, 14))).isFalse();
        assertThat(EligibilityDates.isOfAge(BIRTH, LocalDate.of(2026, 10, 15))).isTrue();
        assertThat(EligibilityDates.turns75(LocalDate.of(1952, 2, 29)))
                .isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void who_moves_in_is_insured_from_that_day_or_the_birthday() {
        assertThat(EligibilityDates.acquiredByMovingIn(BIRTH, LocalDate.of(2027, 1, 5)))
                .isEqualTo("2027-01-05");
        assertThat(EligibilityDates.acquiredByMovingIn(BIRTH, LocalDate.of(2026, 1, 5)))
                .isEqualTo("2026-10-15");
        assertThat(EligibilityDates.acquiredByEndOfAssistance(BIRTH, LocalDate.of(2027, 1, 1)))
                .isEqualTo("2027-01-01");
        assertThat(EligibilityDates.acquiredByDisability(BIRTH, LocalDate.of(2020, 1, 5)))
                .isEqualTo("2020-01-05");
        assertThat(EligibilityDates.acquiredByDisability(BIRTH, LocalDate.of(2010, 1, 5)))
                .isEqualTo("2016-10-15");
    }

    /** 法53条: 3/31死亡 → 4/1喪失; 3/30死亡 → 3/31喪失. */
    @Test
    void a_person_ceases_to_be_insured_the_day_after_but_with_public_assistance_on_the_day() {
        LocalDate day = LocalDate.of(2027, 3, 31);
        assertThat(EligibilityDates.lostByDeath(day)).isEqualTo("2027-04-01");
        assertThat(EligibilityDates.lostByMovingOut(day, null)).isEqualTo("2027-04-01");
        assertThat(EligibilityDates.lostByMovingOut(day, day)).isEqualTo(day);
        assertThat(EligibilityDates.lostByMovingOut(day, day.plusDays(1))).isEqualTo("2027-04-01");
        assertThat(EligibilityDates.lostByPublicAssistance(day)).isEqualTo(day);
        assertThat(EligibilityDates.lostByEndOfDisability(day)).isEqualTo("2027-04-01");
    }

    /** D-5 福井県広域連合. */
    @Test
    void after_two_years_from_the_first_due_date_nothing_may_be_decided() {
        Parameters parameters = Parameters.standard();
        LocalDate deducted = DecisionLimit.dueDateOfDeduction(LocalDate.of(2023, 4, 14));
        assertThat(deducted).isEqualTo("2023-05-10");
        assertThat(DecisionLimit.firstForbiddenDay(parameters, deducted)).isEqualTo("2025-05-11");
        LocalDate ordinary = LocalDate.of(2023, 7, 31);
        assertThat(DecisionLimit.firstForbiddenDay(parameters, ordinary)).isEqualTo("2025-08-01");
        assertThat(DecisionLimit.mayDecide(parameters, ordinary, LocalDate.of(2025, 7, 31)))
                .isTrue();
        assertThat(DecisionLimit.mayDecide(parameters, ordinary, LocalDate.of(2025, 8, 1)))
                .isFalse();
    }
}
