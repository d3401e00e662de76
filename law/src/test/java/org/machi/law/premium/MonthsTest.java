package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months as people read them; bit 0 is April. */
class MonthsTest {
    @ParameterizedTest
    @CsvSource({
        "0, なし",
        "1, 4月",
        "4095, 4月から3月まで",
        "15, 4月から7月まで",
        "2048, 3月",
        "3840, 12月から3月まで",
        "65, 4月、10月",
        "3075, 4月から5月まで、2月から3月まで"
    })
    void months_are_read_from_april_on(int mask, String text) {
        assertThat(Months.japanese(mask)).isEqualTo(text);
    }
}
