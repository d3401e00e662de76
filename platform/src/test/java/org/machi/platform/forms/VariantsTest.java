package org.machi.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class VariantsTest {
    /** 邉 with a selector that BIZ UDGothic doesn't know, 𠮷 and 丑 with a high glyph number. */
    private static final String WATANABE = "邉\uDB40\uDD13";

    private static final String USHI = "丑\uDB40\uDD03";

    private static FontSet fontsWithVariants() {
        var file = FontSet.findVariants(Path.of("target"));
        Assumptions.assumeTrue(
                file.isPresent(), "IPAmj Mincho is not installed (scripts/fetch-fonts)");
        return FontSet.with(file.orElseThrow());
    }

    @Test
    void a_letter_whose_name_cannot_be_drawn_is_set_aside_and_says_why() {
        var target = new ByteArrayOutputStream();
        var result =
                PrintRun.into(FontSet.withoutVariants(), n -> target)
                        .print(
                                List.of(
                                                SampleLetters.provisional(1, "高橋　太郎"),
                                                SampleLetters.provisional(2, "𠮷田　" + WATANABE),
                                                SampleLetters.provisional(3, "鈴木　花子"))
                                        .iterator());
        assertThat(result.index())
                .extracting(entry -> entry.letter().letterNo(), IndexEntry::firstPage)
                .containsExactly(tuple("00000001", 1), tuple("00000003", 3));
        assertThat(result.setAside()).isEqualTo(1);
        assertThat(result.undrawable())
                .contains(
                        new Undrawable("00000002", 100_000_002, "氏名", "𠮷", "U+20BB7"),
                        new Undrawable(
                                "00000002", 100_000_002, "送付先氏名", WATANABE, "U+9089 U+E0113"));
    }

    @Test
    void a_text_that_no_item_names_is_still_caught_when_it_is_drawn() {
        var letter =
                new Letter() {
                    @Override
                    public LetterId id() {
                        return new LetterId("1", 7, "試験");
                    }

                    @Override
                    public List<Field> fields() {
                        return List.of();
                    }

                    @Override
                    public List<Page> pages() {
                        var template = new Template("空", sheet -> {});
                        return List.of(
                                new Page(template, sheet -> sheet.text(20, 20, Type.BODY, "𠮷")));
                    }
                };
        var single = PrintRun.single(FontSet.withoutVariants(), letter);
        assertThat(single.pdf()).isEmpty();
        assertThat(single.undrawable())
                .containsExactly(new Undrawable("1", 7, "本文", "𠮷", "U+20BB7"));
    }

    @Test
    void even_with_all_fonts_a_private_character_is_never_a_box() {
        assertThat(fontsWithVariants().undrawable("高橋\uE000外字")).containsExactly("\uE000");
    }

    @Test
    void each_variant_is_drawn_in_its_own_shape() throws Exception {
        var fonts = fontsWithVariants();
        for (String pair : List.of("邉|" + WATANABE, "葛|葛\uDB40\uDD00", "丑|" + USHI, "口|𠮷")) {
            String[] shapes = pair.split("\\|");
            assertThat(picture(fonts, shapes[1]))
                    .as(pair)
                    .isNotEqualTo(picture(fonts, shapes[0]))
                    .isNotEqualTo(picture(fonts, " "));
        }
    }

    @Test
    void a_selector_that_asks_for_the_usual_shape_changes_nothing_on_paper() throws Exception {
        var fonts = FontSet.withoutVariants();
        assertThat(picture(fonts, "葛\uDB40\uDD01")).isEqualTo(picture(fonts, "葛"));
    }

    /** A hash of the page's pixels. */
    private static int picture(FontSet fonts, String name) throws Exception {
        byte[] pdf = PrintRun.single(fonts, SampleLetters.provisional(1, name)).pdf();
        var image = PdfPages.render(pdf, 1, 100).getSubimage(60, 150, 300, 60);
        return Arrays.hashCode(image.getRGB(0, 0, 300, 60, null, 0, 300));
    }
}
