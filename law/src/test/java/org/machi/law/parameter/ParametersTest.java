package org.machi.law.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machi.law.LawException;

class ParametersTest {
    private final Parameters parameters = Parameters.standard();

    @Test
    void a_question_without_a_row_is_an_error_that_names_the_reviewed_reason() {
        assertThatThrownBy(() -> parameters.amount("reduction.base", LocalDate.of(2027, 4, 1)))
                .isInstanceOf(NoParameterException.class)
                .hasMessageContaining("no parameter for reduction.base")
                .hasMessageStartingWith("均等割軽減の基準額の値がありません")
                .hasMessageContaining("令和9年度");
        assertThatThrownBy(() -> parameters.amount("no.such.thing", LocalDate.of(2026, 4, 1)))
                .hasMessageContaining("no parameter for no.such.thing");
    }

    @Test
    void two_rows_for_one_day_are_refused() {
        ParameterRow second =
                new ParameterRow(
                        "medical.cap",
                        "JP",
                        LocalDate.of(2027, 3, 31),
                        LocalDate.of(2029, 4, 1),
                        "1",
                        "円",
                        Mark.U,
                        "試験");
        assertThatThrownBy(() -> parameters.with(List.of(second)))
                .isInstanceOf(LawException.class)
                .hasMessageContaining("two rows for medical.cap");
    }

    @Test
    void a_value_holds_until_the_day_before_its_end() {
        assertThat(parameters.amount("medical.cap", LocalDate.of(2026, 3, 31))).isEqualTo(800_000);
        assertThat(parameters.amount("medical.cap", LocalDate.of(2026, 4, 1))).isEqualTo(850_000);
    }

    @Test
    void a_unions_own_row_goes_before_the_national_one() {
        ParameterRow own =
                new ParameterRow(
                        "medical.cap",
                        "13",
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2027, 4, 1),
                        "700000",
                        "円",
                        Mark.U,
                        "試験");
        Parameters more = parameters.with(List.of(own));
        assertThat(more.require("medical.cap", "13", LocalDate.of(2026, 5, 1)).amount())
                .isEqualTo(700_000);
        assertThat(more.require("medical.cap", "14", LocalDate.of(2026, 5, 1)).amount())
                .isEqualTo(850_000);
    }

    @Test
    void assumptions_are_only_there_when_asked_for_and_are_marked_unverified() {
        LocalDate day = LocalDate.of(2027, 2, 1);
        assertThatThrownBy(() -> parameters.rate("late.lowRate", day)).hasMessageContaining("未告示");
        ParameterRow assumed = Parameters.withAssumptions().require("late.lowRate", "JP", day);
        assertThat(assumed.mark()).isEqualTo(Mark.U);
        assertThat(assumed.source()).contains("仮");
    }

    @Test
    void unions_are_47_in_the_order_of_the_prefectures() {
        assertThat(UnionCode.all()).hasSize(47);
        assertThat(UnionCode.of("01").prefecture()).isEqualTo("北海道");
        assertThat(UnionCode.of("13").japanese()).isEqualTo("東京都後期高齢者医療広域連合");
        assertThat(UnionCode.of("47").prefecture()).isEqualTo("沖縄県");
        assertThatThrownBy(() -> UnionCode.of("48")).isInstanceOf(LawException.class);
        assertThatThrownBy(() -> UnionCode.of("x")).isInstanceOf(LawException.class);
    }

    /** 入間市, 深川市, 北本市. */
    @ParameterizedTest
    @CsvSource({
        "2026, pension.from65, 1100000, 0",
        "2026, pension.from65, 1100001, 1",
        "2026, pension.from65, 3299999, 2199999",
        "2026, pension.from65, 3300000, 2200000",
        "2026, pension.from65, 4100000, 2800000",
        "2026, pension.from65, 7700000, 5860000",
        "2026, pension.from65, 10000000, 8045000",
        "2026, pension.under65, 1299999, 699999",
        "2026, pension.under65, 1300000, 700000",
        "2020, pension.from65, 3600000, 2325000",
        "2025, salary, 550000, 0",
        "2025, salary, 1624000, 1074000",
        "2025, salary, 1800000, 1180000",
        "2025, salary, 8500000, 6550000",
        "2026, salary, 650000, 0",
        "2026, salary, 1900000, 1250000",
        "2026, salary, 3600000, 2440000",
        "2026, salary, 0, 0"
    })
    void revenue_becomes_income_by_the_table_of_its_year(
            int year, String table, long revenue, long income) {
        assertThat(parameters.conversion(table, LocalDate.of(year, 4, 1)).income(revenue))
                .isEqualTo(income);
    }
}
