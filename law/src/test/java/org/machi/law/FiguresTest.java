package org.machi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                7,
                -7,
                999,
                1_000,
                -999,
                -1_000,
                12_345,
                100_000,
                1_000_000,
                -1_234_567,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void numbers_are_grouped_by_three_as_java_does(long number) {
        assertThat(Figures.grouped(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number));
    }
}
