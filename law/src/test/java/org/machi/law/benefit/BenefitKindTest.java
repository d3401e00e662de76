package org.machi.law.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.law.LawException;
import org.machi.law.parameter.Parameters;

/** 起算日: 半田市「お忘れの申請はありませんか」. */
class BenefitKindTest {
    private static final LocalDate CARE = LocalDate.of(2026, 4, 1);

    private static LocalDate last(BenefitKind kind, LocalDate occurred, LocalDate paid) {
        return kind.lastDay(occurred, paid, Parameters.standard());
    }

    @Test
    void a_claim_lives_two_years_from_the_day_that_its_kind_names() {
        assertThat(last(BenefitKind.HIGH_COST, CARE, CARE)).isEqualTo(LocalDate.of(2028, 4, 30));
        assertThat(last(BenefitKind.HIGH_COST, CARE, LocalDate.of(2026, 6, 10)))
                .as("paid after the month of care")
                .isEqualTo(LocalDate.of(2028, 6, 10));
        assertThat(last(BenefitKind.FUNERAL, CARE, CARE)).isEqualTo(LocalDate.of(2028, 4, 1));
        assertThat(last(BenefitKind.COMBINED, LocalDate.of(2026, 7, 31), CARE))
                .isEqualTo(LocalDate.of(2028, 7, 31));
        assertThat(BenefitKind.of("37").japanese()).isEqualTo("葬祭費");
        assertThatThrownBy(() -> BenefitKind.of("99")).isInstanceOf(LawException.class);
    }
}
