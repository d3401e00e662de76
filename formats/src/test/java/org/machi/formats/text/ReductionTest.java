package org.machi.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionTest {

    @ParameterizedTest
    @CsvSource({
        "ヤマダ　タロウ, ﾔﾏﾀﾞ ﾀﾛｳ",
        "キョウトシ, ｷﾖｳﾄｼ",
        "ウォーカー　ジョン, ｳｵ-ｶ- ｼﾞﾖﾝ",
        "ﾊﾟｰｸ ﾊｲﾂ, ﾊﾟ-ｸ ﾊｲﾂ",
        "ヴァンヒョウタン, ｳﾞｱﾝﾋﾖｳﾀﾝ",
        "ａｂｃ１２３, ABC123",
        "やまだ, ﾔﾏﾀﾞ",
        "サカイシ（カブ）, ｻｶｲｼ(ｶﾌﾞ)"
    })
    void kana_become_the_banks_kana(String from, String to) {
        Reduced reduced = BankKana.reduce(from, 40);
        assertThat(reduced.text()).isEqualTo(to);
        assertThat(reduced.whole()).isTrue();
    }

    @Test
    void what_a_bank_file_does_not_know_is_listed_not_replaced() {
        Reduced reduced = BankKana.reduce("ヤマ＠ダ𠮷", 30);
        assertThat(reduced.text()).isEqualTo("ﾔﾏﾀﾞ");
        assertThat(reduced.lost()).containsExactly("@", "𠮷");
        assertThat(reduced.whole()).isFalse();
    }

    @Test
    void a_name_longer_than_the_field_is_cut_and_says_so() {
        Reduced reduced = BankKana.reduce("ガギグゲゴガギグゲゴガギグゲゴガ", 30);
        assertThat(reduced.text()).hasSize(30);
        assertThat(reduced.cut()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "髙橋, 高橋",
        "山﨑, 山崎",
        "𠮷田, 吉田",
        "山田 太郎, 山田　太郎",
        "１－２, １－２",
        "1-2, １－２",
        "ﾊﾟｰｸ, パーク",
        "神戸, 神戸",
        "～, ～",
        "−, －"
    })
    void forms_of_a_character_become_the_character_of_jis_x_0208(String from, String to) {
        Reduced reduced = JisX0208.reduce(from, 80);
        assertThat(reduced.text()).isEqualTo(to);
        assertThat(reduced.whole()).isTrue();
    }

    @Test
    void a_variant_loses_its_selector_and_stays_one_character() {
        Reduced reduced = JisX0208.reduce("葛\uDB40\uDD00城", 2);
        assertThat(reduced.text()).isEqualTo("葛城");
        assertThat(reduced.whole()).isTrue();
    }

    @Test
    void a_character_without_any_form_becomes_geta_and_is_listed_whole() {
        Reduced reduced = JisX0208.reduce("𩸽\uDB40\uDD00①", 80);
        assertThat(reduced.text()).isEqualTo("〓〓");
        assertThat(reduced.lost()).containsExactly("𩸽\uDB40\uDD00", "①");
        assertThat(reduced.text()).doesNotContain("?", "？");
    }

    /**
     * JIS X 0208: 亜 is row 16 cell 1 (0x3021), 、 row 1 cell 2, 熙 row 84 cell 6, Ａ row 3 cell 33.
     */
    @Test
    void the_bytes_are_row_and_cell_plus_32() {
        byte[] bytes = JisX0208.encode("亜、熙Ａ");
        assertThat(bytes).isEqualTo(new byte[] {0x30, 0x21, 0x21, 0x22, 0x74, 0x26, 0x23, 0x41});
        assertThat(JisX0208.decode(bytes)).isEqualTo("亜、熙Ａ");
    }

    @Test
    void every_character_of_the_set_comes_back_as_itself() {
        int found = 0;
        for (int c = 0; c < 0x10000; c++) {
            String text = Character.toString(c);
            if (JisX0208.isWritable(text)) {
                found++;
                assertThat(JisX0208.decode(JisX0208.encode(text))).isEqualTo(text);
            }
        }
        assertThat(found).as("characters of JIS X 0208:1990").isEqualTo(6879);
    }

    @Test
    void agrees_with_the_platforms_own_iso_2022_jp() {
        String text = "大阪府堺市堺区南瓦町３番１号　亜熙";
        byte[] own = JisX0208.encode(text);
        byte[] iso = text.getBytes(Charset.forName("ISO-2022-JP"));
        byte[] middle = Arrays.copyOfRange(iso, 3, 3 + own.length);
        assertThat(own).isEqualTo(middle);
        assertThat(new String(iso, 0, 3, StandardCharsets.US_ASCII)).isEqualTo("\u001B$B");
    }
}
