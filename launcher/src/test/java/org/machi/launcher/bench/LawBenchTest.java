package org.machi.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LawBenchTest {
    /** A comparison of speed says something only when both come to the same premiums. */
    @Test
    void the_rules_and_the_loop_over_arrays_come_to_the_same_sum() {
        LawBench.Result result = new LawBench(9_000).measure(1);
        assertThat(result.same()).isTrue();
        assertThat(result.people()).isEqualTo(9_000);
        assertThat(result.sum()).isPositive();
    }

    /** 大阪府 令和8年度, 7割: 64,931 × 28% = 18,180 → 18,100 and 1,373 × 30% = 411 → 400. */
    @Test
    void the_loop_is_right_for_one_whose_premium_is_known() {
        long[] none = {0, 0, 0};
        assertThat(new ArrayLoop(new long[] {0, 0, 840_000}, none, none).sum())
                .as("three persons of 7割: 18,100 + 400 each")
                .isEqualTo(55_500);
    }
}
