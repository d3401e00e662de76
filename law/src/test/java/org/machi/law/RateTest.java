package org.machi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void a_rate_is_exact_where_binary_fractions_are_not() {
        assertThat(Rate.ofPercent("9.41").floorOf(1_090_000, 1)).isEqualTo(102_569);
        assertThat(Rate.ofPercent("11.61")).isEqualTo(new Rate(1161, 4));
        assertThat(Rate.ofDecimal("0.72").complement()).isEqualTo(new Rate(28, 2));
        assertThat(Rate.ofPercent("9.40").percent()).isEqualTo("9.40%");
    }

    @Test
    void amounts_are_cut_to_the_unit() {
        assertThat(Rate.ofPercent("8.42").floorOf(440_000, 10)).isEqualTo(37_040);
        assertThat(Rounding.floor(124_499, 100)).isEqualTo(124_400);
        assertThat(Rounding.ceil(124_401, 100)).isEqualTo(124_500);
        assertThat(Rounding.half(5, 2)).isEqualTo(3);
        assertThat(Rounding.half(7, 3)).isEqualTo(2);
    }

    @Test
    void a_product_that_does_not_fit_is_an_error_not_a_wrong_amount() {
        assertThatThrownBy(() -> Rate.ofPercent("9.99").floorOf(Long.MAX_VALUE / 2, 1))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Rate(-1, 2)).isInstanceOf(LawException.class);
    }

    @Test
    void any_product_agrees_with_big_decimals() {
        Seeded.check(
                7,
                5_000,
                random -> {
                    long yen = random.nextLong(100_000_000);
                    Rate rate = new Rate(random.nextLong(2_000), 4);
                    long exact =
                            BigDecimal.valueOf(rate.units(), 4)
                                    .multiply(BigDecimal.valueOf(yen))
                                    .setScale(0, RoundingMode.FLOOR)
                                    .longValueExact();
                    assertThat(rate.floorOf(yen, 1)).isEqualTo(exact);
                });
    }
}
