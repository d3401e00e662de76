package org.machi.law.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.machi.law.LawException;

/** Whoever reads a value reads what it is called, in Japanese. */
class ParameterNameTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private final Parameters parameters = Parameters.withAssumptions();

    private static Set<String> known() {
        return ParameterName.all().stream()
                .map(ParameterName::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void no_value_and_no_gap_is_without_a_japanese_name() {
        Set<String> missing = new TreeSet<>(parameters.names().keySet());
        parameters.knownGaps().forEach(gap -> missing.add(gap.name()));
        parameters.conversions().forEach(row -> missing.add(row.name()));
        missing.removeAll(known());
        assertThat(missing).as("add it to parameter/names.tsv").isEmpty();
    }

    @Test
    void no_name_is_without_a_value_or_a_gap() {
        Set<String> unused = known();
        unused.removeAll(parameters.names().keySet());
        parameters.knownGaps().forEach(gap -> unused.remove(gap.name()));
        parameters.conversions().forEach(row -> unused.remove(row.name()));
        unused.removeIf(name -> name.startsWith("relief.income."));
        assertThat(unused).as("only an ordinance's own tiers of relief have no row").isEmpty();
    }

    @Test
    void names_are_japanese_and_no_two_values_share_one() {
        List<String> japanese = ParameterName.all().stream().map(ParameterName::japanese).toList();
        assertThat(japanese)
                .doesNotHaveDuplicates()
                .allMatch(name -> !name.matches(".*[a-zA-Z].*"));
        assertThat(ParameterName.all()).noneMatch(name -> name.area().isBlank());
        assertThat(parameters.require("medical.rate", "27", DAY).japanese()).isEqualTo("所得割率（医療分）");
    }

    @Test
    void values_are_shown_in_words() {
        assertThat(parameters.require("rounding.reductionMode", "31", DAY).display())
                .isEqualTo("軽減する額を切り捨てる");
        assertThat(parameters.require("rounding.reductionMode", "27", DAY).display())
                .isEqualTo("軽減後の額を切り捨てる");
        assertThat(parameters.require("rounding.monthBase", "27", DAY).display())
                .isEqualTo("切り捨てる前の年額に月数を掛ける");
        assertThat(parameters.require("reduction.ratio.medical.seven", "27", DAY).display())
                .isEqualTo("72%");
        assertThat(parameters.require("decision.adjustment", "27", DAY).display()).isEqualTo("できる");
        assertThat(parameters.conversion("salary", LocalDate.of(2025, 4, 1)).rows())
                .extracting(ParameterRow::display)
                .contains(
                        "1,619,000円以上1,620,000円未満は1,069,000円",
                        "1,628,000円以上1,800,000円未満は収入（4,000円未満切捨て） × 60% ＋ 100,000円",
                        "8,500,000円以上は収入 − 1,950,000円");
    }

    @Test
    void a_row_that_nobody_has_named_is_refused() {
        ParameterRow stray =
                new ParameterRow("no.such", "JP", DAY, DAY.plusYears(1), "1", "円", Mark.U, "試験");
        assertThatThrownBy(() -> parameters.with(List.of(stray)))
                .isInstanceOf(LawException.class)
                .hasMessageContaining("no.such");
    }
}
