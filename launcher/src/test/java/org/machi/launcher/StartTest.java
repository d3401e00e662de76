package org.machi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a demo from starting is said in one line, and nothing of the folder is lost. */
class StartTest {

    @TempDir Path folder;

    private static void saysOneLine(CommandRun run, String... words) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("machi: ");
        assertThat(run.err()).contains(words);
    }

    @Test
    void a_port_in_use_is_said_before_a_year_is_played() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            saysOneLine(
                    CommandRun.of("demo", "--data", folder.toString(), "--port", port),
                    "port " + port + " is in use",
                    "--port");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_with_other_files_is_left_alone_even_with_fresh() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "大切な手紙");
        saysOneLine(
                CommandRun.of("demo", "--no-serve", "--data", folder.toString()),
                "no demo",
                "--data");
        saysOneLine(
                CommandRun.of("demo", "--no-serve", "--fresh", "--data", folder.toString()),
                "no demo");
        assertThat(letter).hasContent("大切な手紙");
        assertThat(folder).isDirectoryContaining(path -> path.equals(letter));
    }

    @Test
    void a_demo_whose_settings_are_damaged_is_named() throws IOException {
        Files.writeString(folder.resolve("demo.properties"), "seed=\nresidents=many\n");
        saysOneLine(
                CommandRun.of("run", "--data", folder.toString()),
                "demo.properties is damaged",
                "--fresh");
    }

    @Test
    void another_demo_in_the_folder_is_named_with_its_size() throws IOException {
        Files.writeString(
                folder.resolve("demo.properties"), "seed=7\nresidents=2000\nunion=13\nyear=2025\n");
        saysOneLine(
                CommandRun.of("demo", "--no-serve", "--data", folder.toString()),
                "another demo",
                "2000 residents",
                "--fresh");
    }
}
