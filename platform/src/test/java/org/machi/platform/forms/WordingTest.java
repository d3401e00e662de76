package org.machi.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void dates_show_in_the_era_and_its_first_year_is_gannen() {
        assertThat(Wording.date(LocalDate.of(2026, 7, 15))).isEqualTo("令和8年7月15日");
        assertThat(Wording.date(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
        assertThat(Wording.date(LocalDate.of(2019, 4, 30))).isEqualTo("平成31年4月30日");
        assertThat(Wording.date(LocalDate.of(1926, 12, 25))).isEqualTo("昭和元年12月25日");
        assertThat(Wording.shortDate(LocalDate.of(2027, 2, 1))).isEqualTo("R9.2.1");
        assertThat(Wording.fiscalYear(2026)).isEqualTo("令和8年度");
    }

    @Test
    void money_shows_with_separators_and_a_triangle_for_minus() {
        assertThat(Wording.yen(1_234_567)).isEqualTo("¥1,234,567");
        assertThat(Wording.amount(-12_300)).isEqualTo("▲12,300");
        assertThat(Wording.yenInText(0)).isEqualTo("0円");
        assertThat(Wording.amount(999)).isEqualTo("999");
    }

    @Test
    void rates_show_as_the_ordinance_writes_them() {
        assertThat(Wording.percent(9_410)).isEqualTo("9.41%");
        assertThat(Wording.percent(9_675)).isEqualTo("9.675%");
        assertThat(Wording.percent(180)).isEqualTo("0.18%");
    }
}
