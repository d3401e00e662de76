package org.machi.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private final LineBreaker breaker = new LineBreaker(FontSet.withoutVariants());

    /** Ten kanji fit into 100 points at 10 points. */
    private List<String> lines(String text) {
        return breaker.lines(text, 100, 10);
    }

    @Test
    void a_full_stop_hangs_instead_of_beginning_a_line() {
        assertThat(lines("一二三四五六七八九十。次の行")).containsExactly("一二三四五六七八九十。", "次の行");
    }

    @Test
    void small_kana_and_closing_brackets_do_not_begin_a_line() {
        assertThat(lines("一二三四五六七八九やっと")).containsExactly("一二三四五六七八九", "やっと");
        assertThat(lines("一二三四五六七八「九」と")).containsExactly("一二三四五六七八", "「九」と");
    }

    @Test
    void an_opening_bracket_does_not_end_a_line() {
        assertThat(lines("一二三四五六七八九（十）")).containsExactly("一二三四五六七八九", "（十）");
    }

    @Test
    void a_number_stays_whole_with_its_unit() {
        assertThat(lines("一二三四五六七八12,300円を")).containsExactly("一二三四五六七八", "12,300円を");
    }

    @Test
    void nothing_is_lost_and_no_line_is_wider_than_the_room_and_a_hanging_mark() {
        String text = "納期限までに納付されないときは、督促状を発送し、延滞金を加算することがあります。".repeat(5);
        var lines = lines(text);
        assertThat(String.join("", lines)).isEqualTo(text);
        assertThat(lines).allMatch(line -> line.length() <= 11 && !line.isEmpty());
    }
}
