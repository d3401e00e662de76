package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.LawException;
import org.machi.law.premium.MunicipalShares.Share;
import org.machi.law.premium.MunicipalShares.Stay;

class MunicipalSharesTest {
    /** Nobody has a month, as after a loss in the month of acquisition: nothing to divide. */
    @Test
    void without_any_month_the_last_municipality_gets_what_there_is() {
        assertThat(MunicipalShares.divide(0, List.of(new Stay("a", 0), new Stay("b", 0))))
                .containsExactly(new Share("a", 0, 0), new Share("b", 0, 0));
    }

    /** Only the first has months, so all of it is its own. */
    @Test
    void the_last_with_months_takes_the_rest() {
        assertThat(MunicipalShares.divide(12_300, List.of(new Stay("a", 0b111), new Stay("b", 0))))
                .containsExactly(new Share("a", 3, 12_300), new Share("b", 0, 0));
    }

    @Test
    void one_month_in_two_municipalities_is_refused() {
        assertThatThrownBy(() ->
                        MunicipalShares.divide(
                                12_300, List.of(new Stay("a", 0b111), new Stay("b", 0b100))))
                .isInstanceOf(LawException.class)
                .hasMessageContaining("b");
    }
}
