package org.machi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LevyYearTest {
    @Test
    void a_fiscal_year_runs_from_april_to_march() {
        assertThat(LevyYear.containing(LocalDate.of(2027, 3, 31))).isEqualTo(new LevyYear(2026));
        assertThat(LevyYear.containing(LocalDate.of(2027, 4, 1))).isEqualTo(new LevyYear(2027));
        assertThat(new DecisionYear(2026).start()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(new AccountYear(2027).end()).isEqualTo(LocalDate.of(2028, 3, 31));
        assertThat(new LevyYear(2026).next()).isGreaterThan(new LevyYear(2026));
        assertThat(new LevyYear(2026).contains(LocalDate.of(2026, 3, 31))).isFalse();
    }

    @Test
    void years_are_shown_in_japanese_with_the_first_as_gannen() {
        assertThat(new LevyYear(2026).japanese()).isEqualTo("令和8年度");
        assertThat(new AccountYear(2019)).hasToString("令和元年度");
        assertThat(new DecisionYear(2018).previous()).hasToString("平成29年度");
    }

    @Test
    void an_account_year_is_open_until_the_end_of_may() {
        assertThat(new AccountYear(2026).closesOn()).isEqualTo("2027-05-31");
        assertThat(new AccountYear(2026).carriedOverOn()).isEqualTo("2027-06-01");
    }

    @Test
    void a_year_far_off_is_refused() {
        assertThatThrownBy(() -> new LevyYear(26))
                .isInstanceOf(LawException.class)
                .hasMessageContaining("26");
    }
}
