package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.LawException;
import org.machi.law.LevyYear;
import org.machi.law.parameter.Mark;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;

/** 法104条2項 allows areas with rates of their own; no such area is known, so these are made up. */
class AreaRatesTest {
    private static final LevyYear R8 = new LevyYear(2026);
    private static final UnionCode OSAKA = UnionCode.of("27");

    private static PremiumAssessor area(String perCapita, String rate) {
        Parameters parameters =
                Parameters.standard()
                        .with(
                                List.of(
                                        row("medical.perCapita", perCapita, "円"),
                                        row("medical.rate", rate, "%"),
                                        row("child.perCapita", "1000", "円"),
                                        row("child.rate", "0.15", "%")));
        return PremiumAssessor.ofArea(parameters, OSAKA, "01", R8);
    }

    private static ParameterRow row(String name, String value, String unit) {
        LocalDate from = LocalDate.of(2026, 4, 1);
        return new ParameterRow(
                name, "27-01", from, from.plusYears(1), value, unit, Mark.U, "試験の条例");
    }

    /** 1,000,000 × 8% + 40,000 = 120,000; 1,000,000 × 0.15% + 1,000 = 2,500. */
    @Test
    void an_area_pays_its_own_rates_but_not_less_than_half() {
        Judgement none = new Judgement(9_000_000, 1, 0, ReductionClass.NONE, false, false);
        InsuredFacts facts =
                InsuredFacts.wholeYear(1_000_000, Examples.BIRTH, Examples.LONG_AGO, none);
        PremiumAssessor area = area("40000", "8.00");
        Assessment assessment = area.assess(facts);
        assertThat(assessment.medical().premium()).isEqualTo(120_000);
        assertThat(assessment.childPremium()).isEqualTo(2_500);
        assertThat(new Explainer(area).explain(facts, null, assessment).toText())
                .contains("1,000,000円 × 8.00%")
                .contains("40,000円")
                .contains("試験の条例")
                .contains("未確認");

        assertThatThrownBy(() -> area("32465", "8.00"))
                .as("half of 64,931 is 32,465.5")
                .isInstanceOf(LawException.class)
                .hasMessageContaining("50%");
        assertThat(area("32466", "8.00").assess(facts).medical().perCapita()).isEqualTo(32_466);
        assertThatThrownBy(() -> area("40000", "5.75"))
                .as("half of 11.51% is 5.755%")
                .isInstanceOf(LawException.class);
    }
}
