package org.machi.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of 日本郵便「郵便番号・バーコードマニュアル」 (zipmanual p17–p20). */
class PostalBarcodeTest {
    @ParameterizedTest
    @CsvSource({
        "1丁目3番2号 郵便プラザ503室, 1-3-2-503",
        "6丁目7-14 ABCビル2F, 6-7-14-2",
        "29丁目1524-23 第2郵便ハウス501, 29-1524-23-2-501",
        "3丁目80-25 J1ビル2-B, 3-80-25J1-2B",
        "３丁目３０－８　郵便ビル４０３号, 3-30-8-403",
        "六丁目七番十四号, 6-7-14",
        "二十一丁目百五番地, 21-105"
    })
    void house_numbers_are_taken_out_by_the_rules_of_the_manual(String rest, String expected) {
        assertThat(PostalBarcode.houseNumber(rest)).isEqualTo(expected);
    }

    @Test
    void the_manuals_example_has_check_digit_9() {
        String bars = PostalBarcode.bars("100-0013", "1-3-2-503");
        assertThat(bars).hasSize(67).startsWith("13" + "114" + "144").endsWith("31");
        assertThat(bars.substring(62, 65)).isEqualTo("411");
    }

    @Test
    void what_does_not_fit_into_20_places_is_cut_even_within_a_letter() {
        String full = PostalBarcode.bars("0640804", "29-1524-23-2-501");
        assertThat(full).isEqualTo(PostalBarcode.bars("0640804", "29-1524-23-2-"));
        String letter = PostalBarcode.bars("9100067", "3-80-25J1-2B");
        // 20th place: CC1, the first half of B
        assertThat(letter.substring(2 + 19 * 3, 2 + 20 * 3)).isEqualTo("324");
    }

    @Test
    void a_postcode_of_other_than_seven_digits_is_refused() {
        assertThatThrownBy(() -> PostalBarcode.bars("360-00", "")).hasMessageContaining("郵便番号は7桁");
    }
}
