package org.machi.law.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.machi.law.LawException;
import org.machi.law.late.DemandRule.Fee;
import org.machi.law.late.DemandRule.Hold;

class DemandRuleTest {
    private static final LocalDate DUE = LocalDate.of(2026, 7, 31);

    /** 朝来市 規則6条: within 20 days of the due date. */
    @Test
    void a_demand_goes_out_within_twenty_days() {
        DemandRule rule = DemandRule.withoutFee();
        assertThat(rule.sendBy(DUE)).isEqualTo("2026-08-20");
        assertThat(rule.payBy(LocalDate.of(2026, 8, 20))).isEqualTo("2026-08-30");
        assertThat(rule.isDue(1, DUE, false, Set.of(), DUE.plusDays(1))).isTrue();
        assertThat(rule.isDue(1, DUE, false, Set.of(), DUE)).isFalse();
        assertThat(rule.isDue(0, DUE, false, Set.of(), DUE.plusDays(1))).isFalse();
        assertThat(rule.isDue(1, DUE, true, Set.of(), DUE.plusDays(1))).isFalse();
        assertThat(rule.isDue(1, DUE, false, EnumSet.of(Hold.GRACE), DUE.plusDays(1))).isFalse();
    }

    @Test
    void the_first_hold_is_the_reason_that_is_shown() {
        assertThat(DemandRule.reason(EnumSet.of(Hold.SMALL, Hold.DEATH))).contains(Hold.DEATH);
        assertThat(DemandRule.reason(Set.of())).isEmpty();
        assertThat(Hold.values()).allMatch(hold -> !hold.japanese().isBlank());
    }

    /** 甲斐市: 100 yen for what was due up to 令和6年3月31日, nothing since. */
    @Test
    void the_fee_follows_the_due_date() {
        Fee old = new Fee(LocalDate.of(2008, 4, 1), LocalDate.of(2024, 4, 1), 100);
        DemandRule kai = new DemandRule(20, 10, List.of(old));
        assertThat(kai.fee(LocalDate.of(2024, 3, 31))).isEqualTo(100);
        assertThat(kai.fee(LocalDate.of(2024, 4, 1))).isZero();
        assertThat(kai.fee(LocalDate.of(2008, 4, 1))).isEqualTo(100);
        assertThat(kai.fee(LocalDate.of(2008, 3, 31))).isZero();
        Fee same = new Fee(LocalDate.of(2024, 3, 31), LocalDate.of(2025, 4, 1), 50);
        assertThatThrownBy(() -> new DemandRule(20, 10, List.of(old, same)))
                .isInstanceOf(LawException.class);
        Fee next = new Fee(LocalDate.of(2024, 4, 1), LocalDate.of(2025, 4, 1), 50);
        assertThat(new DemandRule(20, 10, List.of(old, next)).fee(DUE)).isZero();
        assertThatThrownBy(() -> new DemandRule(0, 10, List.of())).isInstanceOf(LawException.class);
        assertThatThrownBy(() -> new DemandRule(20, 0, List.of())).isInstanceOf(LawException.class);
    }
}
