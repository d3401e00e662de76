package org.machi.platform.characters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {
    private static final String KATSURAGI = "葛\uDB40\uDD00城𠮷";

    @Test
    void a_kanji_and_its_selector_count_as_one() {
        assertThat(CodePoints.graphemeLength(KATSURAGI)).isEqualTo(3);
        assertThat(CodePoints.graphemes(KATSURAGI)).containsExactly("葛\uDB40\uDD00", "城", "𠮷");
        assertThat(CodePoints.graphemeLength("か\u3099")).isEqualTo(1);
        assertThat(CodePoints.graphemeLength("")).isZero();
    }

    @Test
    void a_sequence_can_be_written_down_and_read_again() {
        assertThat(CodePoints.describe(KATSURAGI)).isEqualTo("U+845B U+E0100 U+57CE U+20BB7");
        assertThat(CodePoints.parse("U+845B U+E0100 57CE U+20BB7")).isEqualTo(KATSURAGI);
    }
}
