package org.machi.formats.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.machi.formats.column.FormatException;
import org.machi.formats.number.CheckDigits;

class SlipCodesTest {
    private static final Gs1Payment JULY =
            new Gs1Payment(
                    "912345",
                    "27140",
                    "39",
                    2026,
                    1,
                    "0000000123",
                    0,
                    LocalDate.of(2026, 7, 31),
                    false,
                    10_800);

    /**
     * Digits put together by hand; sum of 3-1 weights from the right = 142, so the check digit is
     * 8.
     */
    @Test
    void the_barcode_has_its_44_digits_in_the_guidelines_order() {
        assertThat(JULY.text())
                .isEqualTo(
                        "91"
                                + "912345"
                                + "27140"
                                + "39"
                                + "26"
                                + "01"
                                + "0000000123"
                                + "0"
                                + "260731"
                                + "0"
                                + "010800"
                                + weight31("9191234527140392601000000012302607310010800"));
        assertThat(JULY.text()).hasSize(44);
        assertThat(Gs1Payment.parse(JULY.text())).isEqualTo(JULY);
    }

    /** The check digit once more, plainly: positions from the right times 3, 1, 3, 1 … */
    private static int weight31(String digits) {
        int sum = 0;
        int weight = 3;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    /** EAN 4901234567894 is the GS1 manual's example of the same check digit. */
    @Test
    void the_weights_are_those_of_gs1() {
        assertThat(CheckDigits.mod10Weight31("490123456789")).isEqualTo(4);
    }

    @Test
    void no_store_takes_more_than_300000_yen() {
        assertThat(Gs1Payment.allows(300_000)).isTrue();
        assertThat(Gs1Payment.allows(300_001)).isFalse();
        assertThatThrownBy(() ->
                        new Gs1Payment(
                                "912345",
                                "27140",
                                "39",
                                2026,
                                1,
                                "0000000123",
                                0,
                                null,
                                false,
                                300_001))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("支払金額");
    }

    @ParameterizedTest
    @CsvSource({"43, チェックディジット", "20, チェックディジット", "0, 識別子"})
    void a_misread_digit_is_refused(int at, String reason) {
        String text = JULY.text();
        char other = text.charAt(at) == '9' ? '0' : (char) (text.charAt(at) + 1);
        String misread = text.substring(0, at) + other + text.substring(at + 1);
        assertThatThrownBy(() -> Gs1Payment.parse(misread))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_use_by_day_that_no_calendar_has_is_refused() {
        String digits = JULY.text().substring(0, 30) + "260231" + JULY.text().substring(36, 43);
        assertThatThrownBy(() -> Gs1Payment.parse(digits + weight31(digits)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("暦にない");
    }

    @Test
    void any_text_is_either_a_payment_or_refused() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("91");
            while (text.length() < 43) {
                text.append((char) ('0' + random.nextInt(10)));
            }
            text.append(weight31(text.toString()));
            try {
                assertThat(Gs1Payment.parse(text.toString()).text()).isEqualTo(text.toString());
            } catch (FormatException refused) {
                assertThat(refused.finding().item()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_bank_reads_back_what_the_slip_says(OcrLine.Check check) {
        OcrLine line = new OcrLine("27140", "39", 2026, 9, "0000000123", 1, 1_234_500);
        String text = line.text(check);
        assertThat(text)
                .startsWith("27140" + "39" + "26" + "09" + "0000000123" + "1" + "00001234500");
        assertThat(text).hasSize(OcrLine.LENGTH);
        assertThat(OcrLine.parse(text, check)).isEqualTo(line);
        String misread =
                text.substring(0, 20)
                        + (char) ('0' + (text.charAt(20) - '0' + 1) % 10)
                        + text.substring(21);
        assertThatThrownBy(() -> OcrLine.parse(misread, check)).isInstanceOf(FormatException.class);
    }
}
