package org.machi.formats.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machi.formats.layout.ResidentFile;

class ColumnTest {
    private static final String KATSURAGI = "葛\uDB40\uDD00城";

    @Test
    void characters_are_counted_as_the_clerk_sees_them() {
        assertThat(Characters.count("山田太郎")).isEqualTo(4);
        assertThat(Characters.count("𠮷田")).isEqualTo(2);
        assertThat(KATSURAGI.length()).isEqualTo(4);
        assertThat(Characters.count(KATSURAGI)).isEqualTo(2);
        assertThat(Characters.count("カ\u309A")).isEqualTo(1);
        assertThat(Characters.count("")).isZero();
    }

    @Test
    void a_name_of_rare_characters_fits_a_column_of_as_many_characters() {
        Column<String> two = Column.text("name", "氏名", 2);
        assertThat(two.misfit(KATSURAGI)).isNull();
        assertThat(two.misfit("𠮷田")).isNull();
        assertThat(two.misfit(KATSURAGI + "𠮷")).isEqualTo("長すぎます（3文字、上限は2文字）");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-29, 暦にない日付です",
        "2026-7-1, 日付（yyyy-MM-dd）ではありません",
        "1935-04-00, 暦にない日付です",
        "1867-12-31, 日付の範囲の外です（1868年から2199年まで）",
        "２０２６-07-01, 日付（yyyy-MM-dd）ではありません"
    })
    void a_date_must_be_a_day_of_the_calendar(String text, String reason) {
        assertThat(Column.date("d", "日").misfit(text)).isEqualTo(reason);
    }

    @Test
    void a_birth_day_may_be_unknown_in_part_but_not_nonsense() {
        Column<String> birth = Column.uncertainDate("birth_on", "生年月日");
        assertThat(birth.misfit("1935-00-00")).isNull();
        assertThat(birth.misfit("1935-04-00")).isNull();
        assertThat(birth.misfit("0000-00-00")).isNull();
        assertThat(birth.misfit("1935-00-12")).isEqualTo("月が不詳のときは日も00です");
        assertThat(birth.misfit("0000-04-00")).isEqualTo("年が不詳のときは月日も00です");
        assertThat(birth.misfit("1935-13-01")).isEqualTo("暦にない日付です");
    }

    @ParameterizedTest
    @CsvSource({
        "007, 先頭に余分なゼロがあります",
        "-1, 範囲の外です（0 から 99999999999 まで）",
        "'1,000', 数字ではありません",
        "１２, 数字ではありません",
        "100000000000, 範囲の外です（0 から 99999999999 まで）",
        "99999999999999999999, 数字ではありません"
    })
    void an_amount_is_plain_digits_within_its_bounds(String text, String reason) {
        assertThat(Column.yen("a", "金額").misfit(text)).isEqualTo(reason);
    }

    @Test
    void a_padded_number_needs_all_its_digits() {
        Column<Long> no = Column.padded("person_no", "宛名番号", 15);
        assertThat(no.misfit("000000000000123")).isNull();
        assertThat(no.type().parse("000000000000123")).isEqualTo(123L);
        assertThat(no.type().render(123L)).isEqualTo("000000000000123");
        assertThat(no.misfit("123")).isEqualTo("15桁の数字ではありません");
    }

    @Test
    void broken_control_and_private_characters_are_named() {
        Column<String> name = Column.text("name", "氏名", 10);
        assertThat(name.misfit("山\uFFFD")).contains("壊れています");
        assertThat(name.misfit("山\r\n田")).isEqualTo("制御文字 U+000D が含まれています");
        assertThat(name.misfit("山\uE001")).isEqualTo("外字（私用領域 U+E001）が含まれています");
        assertThat(name.misfit("\uDB40\uDD00山")).isEqualTo("先頭の文字に基底文字がありません");
        assertThat(Column.legacyText("name", "氏名", 10).misfit("山\uE001")).isNull();
    }

    @Test
    void a_wrong_personal_number_is_refused_without_being_shown() {
        Column<String> number = Column.myNumber("my_number", "個人番号");
        assertThat(number.misfit("123456789018")).isNull();
        assertThat(number.misfit("123456789019")).isNotNull();
        assertThat(number.shown("123456789019")).isEqualTo("＊＊＊");
        assertThatThrownBy(
                        () -> ResidentFile.LAYOUT.row().set(ResidentFile.MY_NUMBER, "123456789019"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("個人番号")
                .hasMessageNotContaining("123456789019");
    }

    @Test
    void a_row_does_not_print_what_it_holds() {
        Row row = new SampleRows(1).next(ResidentFile.LAYOUT);
        assertThat(row.toString()).isEqualTo("住民基本台帳 line 0");
    }

    @Test
    void a_row_without_a_required_value_is_not_built() {
        assertThatThrownBy(() -> ResidentFile.LAYOUT.row().build())
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("宛名番号")
                .hasMessageContaining("必須項目が空です");
    }

    @Test
    void a_mapping_reads_its_typed_value() {
        Row row =
                new SampleRows(1)
                        .next(ResidentFile.LAYOUT)
                        .copy()
                        .set(ResidentFile.PERSON_NO, 42L)
                        .set(ResidentFile.ALIAS, null)
                        .build();
        assertThat(row.get(ResidentFile.PERSON_NO)).isEqualTo(42L);
        assertThat(row.text(ResidentFile.PERSON_NO)).isEqualTo("000000000000042");
        assertThat(row.orNull(ResidentFile.ALIAS)).isNull();
        assertThat(row.find(ResidentFile.ALIAS)).isEmpty();
        assertThatThrownBy(() -> row.get(ResidentFile.ALIAS))
                .isInstanceOf(IllegalStateException.class);
    }
}
