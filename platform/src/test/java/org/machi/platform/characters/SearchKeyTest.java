package org.machi.platform.characters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {
    @ParameterizedTest
    @CsvSource({
        "髙橋, 高橋",
        "宮﨑, 宮崎",
        "渡邊, 渡辺",
        "渡邉, 渡辺",
        "齋藤, 斉藤",
        "齊藤, 斉藤",
        "斎藤, 斉藤",
        "𠮷田, 吉田",
        "濵田, 浜田",
        "ＳＭＩＴＨ　Ｊｏｈｎ, SMITHJOHN",
        "冨士 太郎, 富士太郎"
    })
    void a_clerk_finds_a_name_whatever_shape_was_registered(String registered, String typed) {
        assertThat(SearchKey.name(registered)).isEqualTo(SearchKey.name(typed));
    }

    @Test
    void a_variation_selector_makes_no_difference_in_a_search() {
        assertThat(SearchKey.name("葛\uDB40\uDD00城")).isEqualTo("葛城");
        assertThat(SearchKey.name("邉\uDB40\uDD13")).isEqualTo("辺");
    }

    @ParameterizedTest
    @CsvSource({
        "ﾀｶﾊｼ, たかはし",
        "ﾜﾀﾅﾍﾞ ｼﾞｭﾝｲﾁ, わたなべじゅんいち",
        "キヨウコ, キョウコ",
        "シヨウーヘイ, しょう－へい",
        "マツヅル, マツズル",
        "ヂ, ジ",
        "マリア・ロペス, マリアロペス",
        "カヲル, カオル"
    })
    void readings_meet_however_they_are_written(String registered, String typed) {
        assertThat(SearchKey.kana(registered)).isEqualTo(SearchKey.kana(typed));
    }

    @Test
    void different_names_keep_different_keys() {
        assertThat(SearchKey.name("大田")).isNotEqualTo(SearchKey.name("太田"));
        assertThat(SearchKey.kana("オオタ")).isNotEqualTo(SearchKey.kana("オタ"));
        assertThat(SearchKey.kana("ハシ")).isNotEqualTo(SearchKey.kana("バシ"));
    }

    @Test
    void the_usual_shape_changes_variants_only() {
        assertThat(SearchKey.usualShape("髙橋\uDB40\uDD00 Ａ１ﾀ")).isEqualTo("高橋 Ａ１ﾀ");
    }
}
