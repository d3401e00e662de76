package org.machi.calculators.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;
import org.machi.platform.desk.ParameterSource.Row;

/** On each day one value for each name, the union's own before the national one. */
class LawValuesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static List<Row> rows(String union, String name, LocalDate day) {
        return LawValues.books(UnionCode.of(union), Parameters.standard()).stream()
                .flatMap(book -> book.rows().stream())
                .filter(row -> row.name().equals(name) && row.on(day))
                .toList();
    }

    @Test
    void a_unions_own_value_stands_in_the_place_of_the_national_one() {
        assertThat(rows("45", "7割軽減の割合（医療分）", DAY))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.mark()).isEqualTo('U');
                    assertThat(row.source()).contains("宮崎県");
                });
        assertThat(rows("45", "7割軽減の割合（医療分）", DAY.minusYears(1)))
                .singleElement()
                .satisfies(row -> assertThat(row.value()).isEqualTo("70%"));
        assertThat(rows("27", "7割軽減の割合（医療分）", DAY))
                .singleElement()
                .satisfies(row -> assertThat(row.mark()).isEqualTo('V'));
    }

    @Test
    void what_is_missing_is_said_with_its_reason() {
        LocalDate past = LocalDate.of(2022, 7, 1);
        assertThat(rows("02", "所得割率（医療分）", past))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.value()).isEqualTo("値がありません");
                    assertThat(row.source()).contains("確認していない");
                });
    }
}
