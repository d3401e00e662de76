package org.machi.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.NotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.platform.forms.letters.Slip;

class SlipTest {
    private static final FontSet FONTS = FontSet.withoutVariants();

    private final byte[] pdf = PrintRun.single(FONTS, SampleLetters.paymentSlip(1, "高橋　太郎")).pdf();

    @Test
    void the_till_of_a_store_reads_the_44_digits_from_the_printed_page() throws Exception {
        var page = PdfPages.render(pdf, 1, 600);
        var part =
                page.getSubimage(
                        0, page.getHeight() / 2, page.getWidth() / 3, page.getHeight() / 2);
        var found = PdfPages.scan(part);
        // ]C1 says that the symbol began with FNC1, which makes it GS1-128.
        assertThat(found.getText()).isEqualTo("]C1" + SampleLetters.barcode(7_800));
        float width = found.getResultPoints()[1].getX() - found.getResultPoints()[0].getX();
        // Bars within 60 mm together with both quiet zones
        assertThat(width * 25.4 / 600).isBetween(45.0, 60 - 2 * 2.54);
    }

    @Test
    void above_300_000_yen_there_is_no_barcode() throws Exception {
        var page = PdfPages.render(pdf, 2, 300);
        assertThatThrownBy(() -> PdfPages.scan(page)).isInstanceOf(NotFoundException.class);
        assertThat(PdfPages.text(pdf, 2)).contains("コンビニエンスストアではお使いになれません").contains("¥310,000");
    }

    @Test
    void all_three_parts_show_the_amount_and_the_payer() throws IOException {
        String text = PdfPages.text(pdf, 1);
        assertThat(text)
                .contains("納入済通知書", "納付書・控", "領収証書")
                .contains("(91)912345-1120208260100012345670")
                .contains("270331-0-007800-");
        assertThat(text.split("¥7,800", -1)).hasSize(2 * 3 + 1);
        assertThat(text.split("高橋太郎様", -1)).hasSize(1 + 3 + 1);
    }

    @Test
    void a_barcode_with_another_amount_than_the_slip_is_refused() {
        assertThatThrownBy(() ->
                        new Slip(
                                "26-1",
                                "令和8年度",
                                "第1期",
                                new Slip.Amounts(7_800, 100, 0),
                                LocalDate.of(2026, 7, 31),
                                LocalDate.of(2027, 3, 31),
                                new Slip.Symbols(SampleLetters.barcode(7_800), List.of())))
                .hasMessageContaining("バーコードの金額 7800 と合計額 7900 が違います");
    }
}
