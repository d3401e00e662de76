package org.machi.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ShowTest {
    private final Show show = new Show();

    @Test
    void dates_stand_in_the_era_of_their_day() {
        assertThat(show.date(LocalDate.of(2026, 7, 15))).isEqualTo("令和8年7月15日");
        assertThat(show.date(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
        assertThat(show.date(LocalDate.of(2019, 4, 30))).isEqualTo("平成31年4月30日");
        assertThat(show.date(LocalDate.of(1926, 12, 25))).isEqualTo("昭和元年12月25日");
        assertThat(show.date(LocalDate.of(1912, 7, 30))).isEqualTo("大正元年7月30日");
        assertThat(show.date(LocalDate.of(1872, 12, 31))).isEqualTo("1872-12-31");
        assertThat(show.date(null)).isEmpty();
    }

    @Test
    void short_dates_and_fiscal_years_fit_into_columns() {
        assertThat(show.shortDate(LocalDate.of(2026, 7, 15))).isEqualTo("R8.7.15");
        assertThat(show.shortDate(LocalDate.of(1940, 1, 2))).isEqualTo("S15.1.2");
        assertThat(show.fiscalYear(2026)).isEqualTo("令和8年度");
        assertThat(show.fiscalYear(2019)).isEqualTo("令和元年度");
        assertThat(show.day(LocalDate.of(2026, 7, 15))).isEqualTo("令和8年7月15日（水）");
        assertThat(show.second(Instant.parse("2026-07-15T00:05:09Z"))).isEqualTo("R8.7.15 9:05:09");
    }

    @Test
    void amounts_have_commas_and_negatives_the_office_triangle() {
        assertThat(show.yen(1_234_500L)).isEqualTo("1,234,500円");
        assertThat(show.money(-1_200L)).isEqualTo("△1,200");
        assertThat(show.money(0L)).isEqualTo("0");
        assertThat(show.yen(null)).isEmpty();
    }

    @Test
    void a_masked_number_shows_its_last_three_characters_at_most() {
        assertThat(show.masked("1234567")).isEqualTo("＊＊＊＊567");
        assertThat(show.masked("12")).isEqualTo("＊2");
        assertThat(show.masked("")).isEmpty();
    }

    @Test
    void lasting_is_told_in_the_unit_that_matters() {
        assertThat(show.lasting(Duration.ofMillis(12))).isEqualTo("12ミリ秒");
        assertThat(show.lasting(Duration.ofMillis(4_560))).isEqualTo("4.5秒");
        assertThat(show.lasting(Duration.ofSeconds(123))).isEqualTo("2分3秒");
        assertThat(show.lasting(Duration.ofMinutes(62))).isEqualTo("1時間2分");
    }

    @Test
    void a_list_tells_which_part_of_it_one_sees() {
        assertThat(new Listing<>(java.util.List.of(1, 2), 2, 50, 52).words())
                .isEqualTo("全52件中 51〜52件目");
        assertThat(new Listing<>(java.util.List.of(), 1, 50, 0).words()).isEqualTo("0件");
        assertThat(new Listing<>(java.util.List.of(), 3, 10, 60).near())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_value_that_a_spreadsheet_would_calculate_is_kept_as_text() {
        assertThat(SpreadsheetCsv.cell("=cmd|' /C calc'!A0")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(SpreadsheetCsv.cell("町田,花子")).isEqualTo("\"町田,花子\"");
        assertThat(SpreadsheetCsv.cell("\"")).isEqualTo("\"\"\"\"");
        assertThat(SpreadsheetCsv.cell("－1")).isEqualTo("－1");
    }
}
