package org.machi.law.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.law.DecisionYear;
import org.machi.law.LevyYear;
import org.machi.law.eligibility.Correction.Way;
import org.machi.law.parameter.Mark;
import org.machi.law.parameter.Parameters;

/** 令和7年度, first due date 2025-07-31. */
class CorrectionTest {
    private static final LevyYear R7 = new LevyYear(2025);
    private static final LocalDate DUE = LocalDate.of(2025, 7, 31);
    private static final LocalDate START = LocalDate.of(2025, 4, 1);

    private static Correction decide(long before, long after, String decidedOn) {
        return decide(before, after, decidedOn, false);
    }

    private static Correction decide(
            long before, long after, String decidedOn, boolean adjustment) {
        return Correction.decide(
                Parameters.standard(),
                new Correction.Change(R7, before, after, DUE, START, adjustment),
                LocalDate.parse(decidedOn));
    }

    @Test
    void a_difference_of_this_year_and_one_of_the_past_go_different_ways() {
        assertThat(decide(50_000, 60_000, "2026-03-31"))
                .isEqualTo(
                        new Correction(R7, new DecisionYear(2025), 10_000, Way.THIS_YEAR_INCREASE));
        assertThat(decide(60_000, 50_000, "2026-03-31").way()).isEqualTo(Way.THIS_YEAR_DECREASE);
        assertThat(decide(50_000, 60_000, "2026-04-01"))
                .isEqualTo(
                        new Correction(R7, new DecisionYear(2026), 10_000, Way.PAST_YEAR_INCREASE));
        assertThat(decide(60_000, 50_000, "2026-04-01"))
                .isEqualTo(
                        new Correction(
                                R7, new DecisionYear(2026), -10_000, Way.PAST_YEAR_DECREASE));
        assertThat(decide(50_000, 50_000, "2030-01-01").way()).isEqualTo(Way.NOTHING);
    }

    /** 則95条4号: nothing of a past year is taken from a pension. */
    @Test
    void only_an_increase_of_this_year_may_come_from_a_pension() {
        for (Way way : Way.values()) {
            assertThat(way.mayBeDeducted()).isEqualTo(way == Way.THIS_YEAR_INCREASE);
            assertThat(way.japanese()).isNotBlank();
        }
    }

    /** D-5 福井県広域連合; 令和7年度 with July 31 first: nothing from 2027-08-01 on. */
    @Test
    void after_two_years_nothing_is_decided() {
        assertThat(decide(50_000, 60_000, "2027-07-31").way()).isEqualTo(Way.PAST_YEAR_INCREASE);
        assertThat(decide(50_000, 60_000, "2027-08-01").way()).isEqualTo(Way.FORBIDDEN);
        assertThat(decide(60_000, 50_000, "2027-08-01").way()).isEqualTo(Way.FORBIDDEN);
    }

    /** 法160条の2第2項, marked [U]. */
    @Test
    void an_adjustment_between_insurers_may_still_lower_a_premium() {
        assertThat(decide(60_000, 50_000, "2027-08-01", true).way())
                .isEqualTo(Way.PAST_YEAR_DECREASE);
        assertThat(decide(50_000, 60_000, "2027-08-01", true).way()).isEqualTo(Way.FORBIDDEN);
        assertThat(DecisionLimit.mayLowerLate(Parameters.standard(), LocalDate.of(2027, 8, 1)))
                .hasValueSatisfying(row -> assertThat(row.mark()).isEqualTo(Mark.U));
    }
}
