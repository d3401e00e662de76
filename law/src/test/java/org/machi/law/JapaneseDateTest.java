package org.machi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseDateTest {
    @ParameterizedTest
    @CsvSource({
        "2026-07-15, R08.07.15, 令和8年7月15日",
        "2019-05-01, R01.05.01, 令和元年5月1日",
        "2019-04-30, H31.04.30, 平成31年4月30日",
        "1989-01-08, H01.01.08, 平成元年1月8日",
        "1989-01-07, S64.01.07, 昭和64年1月7日",
        "1926-12-25, S01.12.25, 昭和元年12月25日",
        "1926-12-24, T15.12.24, 大正15年12月24日",
        "1912-07-30, T01.07.30, 大正元年7月30日",
        "1912-07-29, M45.07.29, 明治45年7月29日",
        "1890-02-28, M23.02.28, 明治23年2月28日"
    })
    void a_day_is_written_and_read_in_both_forms(LocalDate day, String shortForm, String longForm) {
        assertThat(JapaneseDate.shortForm(day)).isEqualTo(shortForm);
        assertThat(JapaneseDate.longForm(day)).isEqualTo(longForm);
        assertThat(JapaneseDate.parse(shortForm)).isEqualTo(day);
        assertThat(JapaneseDate.parse(longForm)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S64.01.08",
                "R01.04.30",
                "R08.02.30",
                "X01.01.01",
                "令和0年1月1日",
                "2026-07-15",
                ""
            })
    void a_day_that_does_not_exist_is_refused(String text) {
        assertThatThrownBy(() -> JapaneseDate.parse(text)).isInstanceOf(LawException.class);
    }

    @Test
    void days_before_meiji_are_refused() {
        assertThatThrownBy(() -> JapaneseDate.longForm(LocalDate.of(1868, 1, 24)))
                .isInstanceOf(LawException.class);
    }

    @Test
    void any_day_from_1873_survives_writing_and_reading() {
        Seeded.check(
                41,
                2_000,
                random -> {
                    LocalDate day = LocalDate.of(1873, 1, 1).plusDays(random.nextInt(60_000));
                    assertThat(JapaneseDate.parse(JapaneseDate.shortForm(day))).isEqualTo(day);
                    assertThat(JapaneseDate.parse(JapaneseDate.longForm(day))).isEqualTo(day);
                });
    }
}
