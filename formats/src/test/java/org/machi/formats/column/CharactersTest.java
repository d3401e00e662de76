package org.machi.formats.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharactersTest {

    @Test
    void each_character_of_a_name_counts_as_unicode_has_it() {
        for (int c = 0x20; c < 0xD800; c++) {
            assertThat(Characters.count("あ" + (char) c))
                    .as("U+%04X", c)
                    .isEqualTo(Characters.joinsPrevious(c) ? 1 : 2);
        }
        assertThat(Characters.count("葛\uDB40\uDD00飾\uD842\uDFB7")).isEqualTo(3);
    }

    @Test
    void no_control_or_unknown_character_stands_in_a_value() {
        for (int c = 0; c < 0x10000; c++) {
            boolean fits =
                    Character.isDefined(c)
                            && !Character.isISOControl(c)
                            && !Character.isSurrogate((char) c)
                            && !Characters.isPrivateUse(c)
                            && c != 0x2028
                            && c != 0x2029
                            && c != 0xFFFD;
            assertThat(Characters.flaw("あ" + (char) c, false) == null)
                    .as("U+%04X", c)
                    .isEqualTo(fits);
        }
    }
}
