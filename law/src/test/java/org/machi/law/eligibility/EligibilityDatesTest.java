package org.machi.law.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;

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

    /** 法55条: from Osaka into a home in Nara, on to one in Kyoto, then out of it into a house. */
    @Test
    void who_moves_into_a_home_stays_with_the_former_union() {
        UnionCode osaka = UnionCode.of("27");
        UnionCode nara = UnionCode.of("29");
        UnionCode kyoto = UnionCode.of("26");
        UnionCode first = EligibilityDates.insurerAfterMoving(osaka, nara, true);
        assertThat(first).isEqualTo(osaka);
        UnionCode second = EligibilityDates.insurerAfterMoving(first, kyoto, true);
        assertThat(second).isEqualTo(osaka);
        assertThat(EligibilityDates.insurerAfterMoving(second, kyoto, false)).isEqualTo(kyoto);

        LocalDate first75 = LocalDate.of(2018, 4, 1);
        assertThat(EligibilityDates.takesOverException(true, first75)).isTrue();
        assertThat(EligibilityDates.takesOverException(true, first75.minusDays(1))).isFalse();
        assertThat(EligibilityDates.takesOverException(false, first75)).isFalse();
    }

    /** 法160条の2: for one who became leviable after the first due date, from the day after. */
    @Test
    void who_became_leviable_after_the_first_due_date_has_two_years_from_that_day() {
        Parameters parameters = Parameters.standard();
        LocalDate due = LocalDate.of(2025, 7, 31);
        assertThat(DecisionLimit.firstForbiddenDay(parameters, due, LocalDate.of(2025, 11, 20)))
                .isEqualTo("2027-11-21");
        assertThat(DecisionLimit.firstForbiddenDay(parameters, due, LocalDate.of(2025, 4, 1)))
                .isEqualTo("2027-08-01");
        assertThat(DecisionLimit.firstForbiddenDay(parameters, due, due)).isEqualTo("2027-08-01");
        assertThat(DecisionLimit.explain(parameters, due, LocalDate.of(2025, 11, 20)).toText())
                .contains("納期 令和7年7月31日 の後に賦課できることとなった ＝ 令和7年11月20日")
                .contains("令和7年11月21日 から起算して2年を経過した日 ＝ 令和9年11月21日")
                .contains("法160条の2");
        assertThat(DecisionLimit.explain(parameters, due, LocalDate.of(2025, 4, 1)).toText())
                .contains("その年度の最初の納期 ＝ 令和7年7月31日");
    }
}
