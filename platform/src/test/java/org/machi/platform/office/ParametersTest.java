package org.machi.platform.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.proof.TestDatabase;
import org.machi.platform.time.BusinessDate;

class ParametersTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static Organisation city;

    @BeforeAll
    static void start() {
        city = TestDatabase.startCity(SampleApplication.class);
        city.get(Parameters.class)
                .add(
                        List.of(
                                value("督促手数料", "100", LocalDate.of(2025, 4, 1), APRIL),
                                value("督促手数料", "0", APRIL, LocalDate.MAX)));
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private static Parameter value(String code, String value, LocalDate from, LocalDate to) {
        return new Parameter(code, value, from, to, "条例第○条", 'D');
    }

    @Test
    void the_value_of_the_day_counts_from_the_first_day_of_its_validity() {
        Parameters parameters = city.get(Parameters.class);
        assertThat(parameters.number("督促手数料", APRIL.minusDays(1))).isEqualTo(100);
        assertThat(parameters.number("督促手数料", APRIL)).isZero();
        assertThat(parameters.on("督促手数料", APRIL).validTo()).isEqualTo(LocalDate.MAX);
    }

    @Test
    void a_day_without_a_value_is_an_error_that_names_both() {
        assertThatThrownBy(
                        () -> city.get(Parameters.class).number("督促手数料", LocalDate.of(2024, 4, 1)))
                .hasMessageContaining("督促手数料")
                .hasMessageContaining("2024-04-01");
    }

    @Test
    void two_values_for_one_day_are_refused_when_they_are_entered() {
        assertThatThrownBy(() ->
                        city.get(Parameters.class)
                                .add(
                                        List.of(
                                                value(
                                                        "督促手数料",
                                                        "50",
                                                        APRIL.minusDays(10),
                                                        APRIL.plusDays(10)))))
                .hasMessageContaining("parameter_pkey");
    }

    @Test
    void the_business_date_moves_forward_only() {
        BusinessDate date = city.get(BusinessDate.class);
        assertThatThrownBy(date::today).isInstanceOf(IllegalStateException.class);
        date.open(APRIL);
        date.open(APRIL.plusDays(1));
        assertThat(date.today()).isEqualTo(APRIL.plusDays(1));
        assertThatThrownBy(() -> date.open(APRIL)).hasMessageContaining("戻せません");
    }
}
