package org.machi.law.instalment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.machi.law.BusinessCalendar;
import org.machi.law.LawException;
import org.machi.law.LevyYear;

class DueDatesTest {
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }

    /** D-1 茅ヶ崎市 R5: 9/30 土, 12/31 日, 3/31 日. */
    @Test
    void nine_periods_end_with_the_month_or_the_next_open_day_even_in_the_next_april() {
        assertThat(DueDates.of(CollectionPolicy.nine(), new LevyYear(2023), calendar))
                .isEqualTo(
                        days(
                                "2023-07-31",
                                "2023-08-31",
                                "2023-10-02",
                                "2023-10-31",
                                "2023-11-30",
                                "2024-01-04",
                                "2024-01-31",
                                "2024-02-29",
                                "2024-04-01"));
    }

    /** D-2 真狩村 R6. */
    @Test
    void five_periods_of_the_village_are_what_it_published() {
        assertThat(DueDates.of(CollectionPolicy.five(), new LevyYear(2024), calendar))
                .isEqualTo(
                        days("2024-07-31", "2024-09-02", "2024-10-31", "2025-01-06", "2025-02-28"));
    }

    /** D-3 香芝市, in 令和8年度. */
    @Test
    void eight_periods_have_december_on_the_25th() {
        assertThat(DueDates.of(CollectionPolicy.eight(), new LevyYear(2026), calendar))
                .isEqualTo(
                        days(
                                "2026-07-31",
                                "2026-08-31",
                                "2026-09-30",
                                "2026-11-02",
                                "2026-11-30",
                                "2026-12-25",
                                "2027-02-01",
                                "2027-03-01"));
    }

    /** D-4 大田区. */
    @Test
    void twelve_periods_run_from_april_to_march() {
        List<LocalDate> due = DueDates.of(CollectionPolicy.twelve(), new LevyYear(2026), calendar);
        assertThat(due).hasSize(12).isSorted();
        assertThat(due.getFirst()).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(due.getLast()).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    @Test
    void an_extra_period_is_due_at_the_end_of_the_month_after_the_notice() {
        assertThat(DueDates.extraDueOn(LocalDate.of(2027, 3, 15), calendar))
                .isEqualTo(LocalDate.of(2027, 4, 30));
    }

    @Test
    void a_policy_with_months_out_of_order_is_refused() {
        CollectionPolicy nine = CollectionPolicy.nine();
        assertThatThrownBy(() ->
                        new CollectionPolicy(
                                "誤り",
                                nine.from(),
                                nine.to(),
                                List.of(7, 9, 8),
                                0,
                                100,
                                nine.remainder(),
                                nine.increase(),
                                nine.decrease(),
                                true))
                .isInstanceOf(LawException.class);
        assertThatThrownBy(() -> nine.withUnit(0)).isInstanceOf(LawException.class);
    }

    /**
     * 香芝市's December of the 25th on nine periods; the policy holds from 2008-04-01 to before
     * 2100-04-01.
     */
    @Test
    void an_ordinance_may_have_a_day_of_its_own_in_december_and_holds_for_its_time() {
        CollectionPolicy nine = CollectionPolicy.nine().withDecemberDay(25);
        assertThat(DueDates.nominalOn(nine, new LevyYear(2026), 12)).isEqualTo("2026-12-25");
        assertThat(nine.holdsOn(LocalDate.of(2008, 3, 31))).isFalse();
        assertThat(nine.holdsOn(LocalDate.of(2008, 4, 1))).isTrue();
        assertThat(nine.holdsOn(LocalDate.of(2100, 4, 1))).isFalse();
        assertThatThrownBy(() -> nine.withDecemberDay(32)).isInstanceOf(LawException.class);
        assertThat(nine.withDecemberDay(31).decemberDay()).isEqualTo(31);
    }
}
