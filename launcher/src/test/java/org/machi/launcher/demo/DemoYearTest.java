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
    void after_a_whole_year_the_cities_the_union_and_the_ledger_tell_the_same(@TempDir Path data)
            throws IOException {
        DemoSettings settings = new DemoSettings(data, 3, 1_000, new UnionCode(11), 2026);
        settings.write();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        boolean agreed;
        try (Demo demo = Demo.open(settings, 0, out)) {
            demo.play();
            agreed = demo.summarise();
        }
        String summary = told.toString(StandardCharsets.UTF_8);
        assertThat(summary).contains("送 PRINT_INDEX").contains("受 Z34 APPLIED");
        assertThat(agreed).as(summary).isTrue();
    }
}
