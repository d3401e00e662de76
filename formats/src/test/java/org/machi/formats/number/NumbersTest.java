package org.machi.formats.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    /** Published codes: 札幌市, 千代田区, 熊谷市, 堺市, 岸和田市, 和泉市, 那覇市. */
    @ParameterizedTest
    @ValueSource(strings = {"011002", "131016", "112020", "271403", "272027", "272191", "472018"})
    void published_municipality_codes_have_right_check_digits(String code) {
        assertThat(MunicipalityCode.isValid(code)).isTrue();
        assertThat(MunicipalityCode.ofFive(code.substring(0, 5)).text()).isEqualTo(code);
        char wrong = code.charAt(5) == '9' ? '0' : (char) (code.charAt(5) + 1);
        assertThat(MunicipalityCode.isValid(code.substring(0, 5) + wrong)).isFalse();
    }

    @Test
    void the_insurer_number_of_chiyoda_in_tokyo_union_is_39131016() {
        assertThat(InsurerNumber.of("13", "101").text()).isEqualTo("39131016");
        assertThat(InsurerNumber.isValid("39131015")).isFalse();
        assertThat(InsurerNumber.isValid("06131016")).isFalse();
        assertThat(new InsurerNumber("39131016").prefecture()).isEqualTo("13");
    }

    @Test
    void an_insured_number_notices_any_single_wrong_digit() {
        String number = InsuredNumber.of(1_234_567).text();
        for (int i = 0; i < 8; i++) {
            for (char c = '0'; c <= '9'; c++) {
                String changed = number.substring(0, i) + c + number.substring(i + 1);
                assertThat(InsuredNumber.isValid(changed)).isEqualTo(changed.equals(number));
            }
        }
    }

    @Test
    void the_personal_number_follows_the_ministry_order() {
        assertThat(MyNumber.isValid("123456789018")).isTrue();
        assertThat(MyNumber.isValid("123456789010")).isFalse();
        assertThat(MyNumber.isValid("12345678901")).isFalse();
        // Σ = 0 gives a remainder of 0, and with it the check digit 0.
        assertThat(MyNumber.checkDigit("00000000000")).isZero();
    }

    @Test
    void a_person_number_has_fifteen_digits_and_is_not_zero() {
        assertThat(new PersonNumber(17).text()).isEqualTo("000000000000017");
        assertThatThrownBy(() -> new PersonNumber(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
