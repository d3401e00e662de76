package org.machi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machi.law.parameter.UnionCode;

class DemoYearTest {

    @Test
    void
            after_a_whole_year_all_sides_tell_the_same_and_a_second_start_plays_nothing_again_and_every_page_opens(
                    @TempDir Path data) throws IOException {
        DemoSettings settings = new DemoSettings(data, 3, 1_000, new UnionCode(11), 2026);
        settings.write();
        String summary = played(settings);
        assertThat(summary).contains("送 PRINT_INDEX").contains("受 Z34 APPLIED").contains("一致しています");
        assertThat(summary)
                .as("receipts of 国保連, whom they called, who applied, and the money")
                .containsPattern("レセプト [1-9].*申請のお知らせ [1-9].*振込 [1-9]")
                .containsPattern("高額療養費  決定 [1-9]");
        assertThat(played(settings)).isEqualTo(summary);
        assertThat(PageWalk.faults(settings)).isEmpty();
    }

    private static String played(DemoSettings settings) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        try (Demo demo = Demo.open(settings, 0, out)) {
            demo.play();
            demo.summarise();
        }
        String all = told.toString(StandardCharsets.UTF_8);
        return all.substring(all.indexOf("のまとめ"));
    }
}
