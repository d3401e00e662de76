package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relief in yen of the whole premium, divided between its parts. */
class ReliefTest {
    /**
     * 10,000 of 90,000 + 3,000: 10,000 × 3,000 ÷ 93,000 = 322.58 → 322 for the child part, the rest
     * for the medical part.
     */
    @ParameterizedTest
    @CsvSource({
        "10000, 90000, 3000, 9678, 322",
        "93000, 90000, 3000, 90000, 3000",
        "100, 50, 50, 50, 50",
        "101, 50, 50, 51, 50",
        "500, 20000, 0, 500, 0",
        "500, 0, 0, 500, 0"
    })
    void a_fraction_of_a_yen_falls_to_the_medical_part(
            long yen, long medical, long child, long ofMedical, long ofChild) {
        assertThat(Relief.divided(yen, medical, child))
                .isEqualTo(Relief.ofAmount(ofMedical, ofChild));
    }
}
