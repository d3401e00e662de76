package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.law.LevyYear;
import org.machi.law.deduction.DeductionAmounts.Repayee;
import org.machi.law.deduction.DeductionDecision.Reason;
import org.machi.law.parameter.NoParameterException;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;

/** Words that notices and lists show, and what is said where nothing is known. */
class WordsTest {
    @Test
    void classes_and_reasons_have_their_words() {
        assertThat(ReductionClass.FIVE.japanese()).isEqualTo("5割");
        assertThat(SpecialReduction.values())
                .extracting(SpecialReduction::japanese)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(TaxFacts.Declaration.UNDECLARED.japanese()).isEqualTo("未申告");
        assertThat(TaxItem.LOSS_CASUALTY.japanese()).isEqualTo("繰越雑損失額");
        assertThat(Repayee.values()).extracting(Repayee::japanese).doesNotContain("");
        assertThat(Reason.MORE_THAN_HALF.japanese()).contains("2分の1");
        assertThat(Reason.MORE_THAN_HALF.article()).isEqualTo("令23条");
        assertThat(Reason.values())
                .extracting(Reason::code)
                .containsExactly("01", "02", "03", "04", "05");
    }

    @Test
    void a_year_without_a_cap_and_a_class_without_a_share_are_named() {
        assertThatThrownBy(() -> PremiumAssessor.of(UnionCode.of("27"), new LevyYear(2030)))
                .isInstanceOf(NoParameterException.class);
        PartRates rates =
                PartRates.of(
                                Parameters.standard(),
                                UnionCode.of("27"),
                                "",
                                new LevyYear(2026),
                                Part.MEDICAL)
                        .orElseThrow();
        assertThatThrownBy(() -> rates.ratio(ReductionClass.SEVEN_SPECIAL))
                .isInstanceOf(NoParameterException.class)
                .hasMessageContaining("sevenSpecial");
        assertThat(rates.usesLowRate(0)).isFalse();
        assertThat(rates.hasTransitionalCap()).isFalse();
    }

    @Test
    void a_household_is_filled_and_emptied() {
        Household household = new Household();
        household.add().head(true).birth(LocalDate.of(1940, 1, 1));
        assertThat(household.member(0).isHead()).isTrue();
        assertThatThrownBy(() -> household.member(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(household.clear().size()).isZero();
        assertThat(household.add().isHead()).isFalse();
    }
}
