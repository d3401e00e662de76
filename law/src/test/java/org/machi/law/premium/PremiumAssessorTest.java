package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.law.LevyYear;
import org.machi.law.parameter.UnionCode;

class PremiumAssessorTest {
    private static final LocalDate BIRTH = LocalDate.of(1945, 5, 5);

    @Test
    void tokyo_pension_of_three_million_pays_what_the_union_publishes() {
        var assessor = PremiumAssessor.of(UnionCode.of("13"), new LevyYear(2026));
        var household = new Household();
        var person = household.add().head(true).insured(true).birth(BIRTH);
        assessor.income().pension(person.tax(), 3_000_000, BIRTH);

        var assessment =
                assessor.assess(
                        InsuredFacts.wholeYear(
                                assessor.income().base(person.tax()),
                                BIRTH,
                                BIRTH.plusYears(75),
                                assessor.judge(household)));

        assertThat(assessment.medical().premium()).isEqualTo(198_500);
        assertThat(assessment.childPremium()).isEqualTo(5_100);
        assertThat(assessment.premium()).isEqualTo(203_600);
    }
}
