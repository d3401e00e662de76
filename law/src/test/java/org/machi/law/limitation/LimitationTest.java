package org.machi.law.limitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.limitation.Limitation.Event;
import org.machi.law.limitation.Limitation.Kind;
import org.machi.law.limitation.Limitation.State;
import org.machi.law.parameter.Parameters;

class LimitationTest {
    private static final LocalDate DUE = LocalDate.of(2024, 7, 31);
    private final Limitation rule = new Limitation(Parameters.standard());

    @Test
    void a_claim_lives_two_years_from_the_day_after_its_due_date() {
        State state = rule.ofPremium(DUE, List.of());
        assertThat(state.runsFrom()).isEqualTo(LocalDate.of(2024, 8, 1));
        assertThat(state.lastDay()).contains(LocalDate.of(2026, 7, 31));
        assertThat(state.writeOffOn()).contains(LocalDate.of(2026, 8, 1));
        assertThat(state.isGoneOn(LocalDate.of(2026, 7, 31))).isFalse();
        assertThat(state.isGoneOn(LocalDate.of(2026, 8, 1))).isTrue();
    }

    @Test
    void the_first_demand_begins_it_anew_and_a_second_does_not() {
        State state =
                rule.ofPremium(
                        DUE,
                        List.of(
                                new Event(Kind.DEMAND, LocalDate.of(2024, 8, 30), null),
                                new Event(Kind.DEMAND, LocalDate.of(2025, 8, 30), null)));
        assertThat(state.runsFrom()).isEqualTo(LocalDate.of(2024, 8, 31));
        assertThat(state.lastDay()).contains(LocalDate.of(2026, 8, 30));
    }

    @Test
    void an_acknowledgement_begins_it_anew_but_not_after_the_end() {
        Event promise = new Event(Kind.ACKNOWLEDGEMENT, LocalDate.of(2026, 5, 10), null);
        assertThat(rule.ofPremium(DUE, List.of(promise)).lastDay())
                .contains(LocalDate.of(2028, 5, 10));
        Event late = new Event(Kind.ACKNOWLEDGEMENT, LocalDate.of(2026, 8, 1), null);
        assertThat(rule.ofPremium(DUE, List.of(late)).lastDay())
                .contains(LocalDate.of(2026, 7, 31));
    }

    @Test
    void a_seizure_stops_it_and_begins_it_anew_when_lifted() {
        Event lasting = new Event(Kind.SEIZURE, LocalDate.of(2025, 3, 1), null);
        State open = rule.ofPremium(DUE, List.of(lasting));
        assertThat(open.lastDay()).isEmpty();
        assertThat(open.isGoneOn(LocalDate.of(2040, 1, 1))).isFalse();
        Event lifted = new Event(Kind.SEIZURE, LocalDate.of(2025, 3, 1), LocalDate.of(2025, 6, 30));
        assertThat(rule.ofPremium(DUE, List.of(lifted)).lastDay())
                .contains(LocalDate.of(2027, 6, 30));
    }

    @Test
    void grace_adds_its_days() {
        Event grace = new Event(Kind.GRACE, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30));
        assertThat(rule.ofPremium(DUE, List.of(grace)).lastDay())
                .contains(LocalDate.of(2026, 7, 31).plusDays(181));
        Event lasting = new Event(Kind.GRACE, LocalDate.of(2025, 1, 1), null);
        assertThat(rule.ofPremium(DUE, List.of(lasting)).lastDay()).isEmpty();
    }

    @Test
    void a_refund_lapses_after_two_years_too() {
        assertThat(rule.ofRefund(LocalDate.of(2025, 10, 10), List.of()).writeOffOn())
                .contains(LocalDate.of(2027, 10, 11));
    }

    @Test
    void reasons_for_writing_off_have_stable_codes() {
        for (WriteOffReason reason : WriteOffReason.values()) {
            assertThat(WriteOffReason.ofCode(reason.code())).isEqualTo(reason);
            assertThat(reason.japanese()).isNotBlank();
        }
    }

    @Test
    void kinds_name_their_article() {
        assertThat(Kind.values())
                .allMatch(kind -> !kind.article().isBlank() && !kind.japanese().isBlank());
    }
}
