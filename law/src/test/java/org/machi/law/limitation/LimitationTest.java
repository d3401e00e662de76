package org.machi.law.limitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.limitation.Limitation.Entry;
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

    /** 民法150条: 2026-06-01 and six months, to 2026-12-01. */
    @Test
    void a_call_postpones_the_end_by_six_months_once() {
        Event call = new Event(Kind.CALL, LocalDate.of(2026, 6, 1), null);
        Event second = new Event(Kind.CALL, LocalDate.of(2026, 9, 1), null);
        assertThat(rule.ofPremium(DUE, List.of(call)).lastDay())
                .contains(LocalDate.of(2026, 12, 1));
        assertThat(rule.ofPremium(DUE, List.of(call, second)).lastDay())
                .contains(LocalDate.of(2026, 12, 1));
        Event early = new Event(Kind.CALL, LocalDate.of(2025, 1, 1), null);
        assertThat(rule.ofPremium(DUE, List.of(early)).lastDay())
                .as("six months end before the two years")
                .contains(LocalDate.of(2026, 7, 31));
        assertThat(rule.ofPremium(DUE, List.of(early, call)).lastDay())
                .as("the first call's six months are over")
                .contains(LocalDate.of(2026, 12, 1));
        assertThat(rule.ofPremium(DUE, List.of(call)).runsFrom())
                .isEqualTo(LocalDate.of(2024, 8, 1));
    }

    /** 民法148条: withdrawn on 2026-05-10, so not complete before 2026-11-10. */
    @Test
    void a_withdrawn_seizure_postpones_but_does_not_renew() {
        Event withdrawn =
                new Event(
                        Kind.SEIZURE_WITHDRAWN,
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 5, 10));
        State state = rule.ofPremium(DUE, List.of(withdrawn));
        assertThat(state.runsFrom()).isEqualTo(LocalDate.of(2024, 8, 1));
        assertThat(state.lastDay()).contains(LocalDate.of(2026, 11, 10));
        Event lasting = new Event(Kind.SEIZURE_WITHDRAWN, LocalDate.of(2026, 3, 1), null);
        assertThat(rule.ofPremium(DUE, List.of(lasting)).lastDay()).isEmpty();
    }

    /** 法128条2項. */
    @Test
    void an_appeal_counts_as_a_suit() {
        LocalDate filed = LocalDate.of(2025, 3, 1);
        Event decided = new Event(Kind.APPEAL, filed, LocalDate.of(2025, 9, 15));
        State state = rule.ofPremium(DUE, List.of(decided));
        assertThat(state.runsFrom()).isEqualTo(LocalDate.of(2025, 9, 16));
        assertThat(state.lastDay()).contains(LocalDate.of(2027, 9, 15));
        assertThat(rule.ofPremium(DUE, List.of(new Event(Kind.APPEAL, filed, null))).lastDay())
                .isEmpty();
    }

    @Test
    void a_timeline_tells_what_counted_and_what_did_not() {
        List<Entry> entries =
                rule.timeline(
                        DUE,
                        List.of(
                                new Event(Kind.ACKNOWLEDGEMENT, LocalDate.of(2027, 1, 5), null),
                                new Event(Kind.NOTICE, LocalDate.of(2024, 7, 16), null),
                                new Event(Kind.DEMAND, LocalDate.of(2024, 8, 30), null),
                                new Event(Kind.STAY, LocalDate.of(2025, 2, 1), null),
                                new Event(Kind.DEMAND, LocalDate.of(2025, 8, 30), null)));
        assertThat(entries)
                .extracting(Entry::what, Entry::effect)
                .containsExactly(
                        tuple("起算", "権利を行使できる日"),
                        tuple("納入の告知", "後の更新があるため変わらない"),
                        tuple("督促", "更新"),
                        tuple("執行停止", "進行を止めない"),
                        tuple("督促", "二度目のため効力なし"),
                        tuple("承認", "時効完成後のため効力なし"));
        assertThat(entries.getLast().state().lastDay()).contains(LocalDate.of(2026, 8, 30));
        assertThat(rule.explain(DUE, entries).toText())
                .contains("令和6年8月30日 更新（起算日 令和6年8月31日、法160条2項） ＝ 令和8年8月30日の経過で完成");
    }

    @Test
    void while_a_seizure_lasts_nothing_else_counts() {
        List<Entry> entries =
                rule.timeline(
                        DUE,
                        List.of(
                                new Event(Kind.SEIZURE, LocalDate.of(2025, 3, 1), null),
                                new Event(Kind.ACKNOWLEDGEMENT, LocalDate.of(2025, 5, 1), null)));
        assertThat(entries.getLast().effect()).isEqualTo("完成しない間のため変わらない");
        assertThat(rule.explain(DUE, entries).toText()).contains("完成しない（継続中）");
    }

    /**
     * Grace 2025-01-01 to 06-30; acknowledged on 03-01, so anew from 03-02 but only from 07-01 on.
     */
    @Test
    void what_begins_anew_within_a_grace_runs_after_it() {
        Event grace = new Event(Kind.GRACE, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30));
        Event promise = new Event(Kind.ACKNOWLEDGEMENT, LocalDate.of(2025, 3, 1), null);
        assertThat(rule.ofPremium(DUE, List.of(grace, promise)).lastDay())
                .as("2027-03-01 and the 121 days of 2025-03-02 to 06-30")
                .contains(LocalDate.of(2027, 6, 30));
    }

    /** 地18条の3: five years. */
    @Test
    void interest_on_a_refund_lapses_after_five_years() {
        State state = rule.ofRefundInterest(LocalDate.of(2020, 4, 10));
        assertThat(state.runsFrom()).isEqualTo(LocalDate.of(2020, 4, 11));
        assertThat(state.lastDay()).contains(LocalDate.of(2025, 4, 10));
    }

    /** 地15条の7第4項. */
    @Test
    void a_stay_of_three_years_extinguishes() {
        assertThat(Limitation.extinguishedOn(LocalDate.of(2024, 5, 20))).isEqualTo("2027-05-20");
    }
}
