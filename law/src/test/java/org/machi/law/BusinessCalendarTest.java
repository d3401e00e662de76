package org.machi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    @ParameterizedTest
    @CsvSource({
        "2020-02-24, 休日",
        "2020-07-23, 海の日",
        "2020-07-24, スポーツの日",
        "2020-08-10, 山の日",
        "2021-07-22, 海の日",
        "2021-08-08, 山の日",
        "2021-08-09, 休日",
        "2024-03-20, 春分の日",
        "2025-11-24, 休日",
        "2026-05-06, 休日",
        "2026-09-21, 敬老の日",
        "2026-09-22, 休日",
        "2026-09-23, 秋分の日",
        "2027-03-21, 春分の日",
        "2027-03-22, 休日"
    })
    void holidays_are_those_of_the_cabinet_office(LocalDate day, String name) {
        assertThat(calendar.holidayName(day)).contains(name);
        assertThat(calendar.isBusinessDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2020-10-12", "2021-07-19", "2021-10-11", "2021-08-11", "2026-12-28", "2027-01-04"})
    void ordinary_days_and_the_moved_holidays_old_days_are_open(LocalDate day) {
        assertThat(calendar.isBusinessDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-29", "2026-12-31", "2027-01-02", "2026-11-21", "2026-11-22"})
    void the_turn_of_the_year_and_weekends_are_closed(LocalDate day) {
        assertThat(calendar.isBusinessDay(day)).isFalse();
    }

    @Test
    void each_year_has_as_many_holidays_as_the_list() {
        int[] expected = {
            2020, 18, 2021, 17, 2022, 16, 2023, 17, 2024, 21, 2025, 19, 2026, 18, 2027, 17
        };
        for (int i = 0; i < expected.length; i += 2) {
            LocalDate first = LocalDate.of(expected[i], 1, 1);
            long count =
                    first.datesUntil(first.plusYears(1))
                            .filter(d -> calendar.holidayName(d).isPresent())
                            .count();
            assertThat(count).as("%d", expected[i]).isEqualTo(expected[i + 1]);
        }
    }

    /** T-8, 真狩村 R6. */
    @Test
    void pensions_are_paid_on_the_15th_or_the_open_day_before() {
        assertThat(
                        List.of(4, 6, 8, 10, 12).stream()
                                .map(m -> calendar.pensionPayDay(YearMonth.of(2024, m))))
                .containsExactly(
                        LocalDate.of(2024, 4, 15),
                        LocalDate.of(2024, 6, 14),
                        LocalDate.of(2024, 8, 15),
                        LocalDate.of(2024, 10, 15),
                        LocalDate.of(2024, 12, 13));
        assertThat(calendar.pensionPayDay(YearMonth.of(2025, 2)))
                .isEqualTo(LocalDate.of(2025, 2, 14));
    }

    @Test
    void next_and_previous_open_days_jump_over_the_holidays() {
        assertThat(calendar.next(LocalDate.of(2026, 12, 28))).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(calendar.previous(LocalDate.of(2026, 9, 24)))
                .isEqualTo(LocalDate.of(2026, 9, 18));
        assertThat(calendar.onOrAfter(LocalDate.of(2026, 9, 24)))
                .isEqualTo(LocalDate.of(2026, 9, 24));
        assertThat(calendar.plusBusinessDays(LocalDate.of(2026, 12, 25), 2))
                .isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(
                        calendar.businessDays(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31))
                                .count())
                .isEqualTo(241);
    }

    @Test
    void an_offices_own_closed_day_can_be_added() {
        BusinessCalendar own = calendar.closedAlsoOn(List.of(LocalDate.of(2026, 6, 1)));
        assertThat(own.onOrAfter(LocalDate.of(2026, 6, 1))).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 6, 1))).isTrue();
    }

    @Test
    void a_day_outside_the_table_is_refused() {
        assertThatThrownBy(() -> calendar.isBusinessDay(calendar.lastDay().plusDays(1)))
                .isInstanceOf(LawException.class)
                .hasMessageContaining("祝日表にない");
    }
}
