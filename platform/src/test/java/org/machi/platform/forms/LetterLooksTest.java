package org.machi.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LetterLooksTest {
    private static final FontSet FONTS = FontSet.find(Path.of("target"));

    @Test
    void decisionNoticeIsTwoPages() throws IOException {
        byte[] pdf =
                PrintRun.single(
                                FONTS,
                                SampleLetters.decision(
                                        1, "髙橋　邊\uDB40\uDD0F葛\uDB40\uDD00𠮷丑\uDB40\uDD03"))
                        .pdf();
        Path file = Path.of("target/letters/decision.pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, pdf);
        assertThat(pdf).isNotEmpty();
    }
}
