package org.machi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorCommandTest {

    @TempDir Path folder;

    @Test
    void one_case_by_options_is_answered_with_its_steps() {
        CommandRun run =
                CommandRun.of(
                        "late-charge",
                        "--principal",
                        "152500",
                        "--納期限",
                        "令和7年9月1日",
                        "--paid-on",
                        "2026-02-05");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("延滞金　4,900円", "4,661円", "延滞金の割合（その後の期間） = 9.1%");
    }

    @Test
    void many_cases_from_a_file_are_written_to_a_file_and_a_bad_one_is_named() throws IOException {
        Path cases =
                Files.writeString(
                        folder.resolve("cases.csv"),
                        "滞納額,納期限\r\n152500,2025-09-01\r\n152500,2025-13-01\r\n");
        Path answers = folder.resolve("answers.csv");
        CommandRun run =
                CommandRun.of(
                        "late-charge",
                        cases.toString(),
                        "--paid-on",
                        "2026-02-05",
                        "--out",
                        answers.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("3行目 納期限「2025-13-01」: 日付ではありません。", "2件を計算しました（誤り 1件）");
        List<String> lines = Files.readAllLines(answers);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).isEqualTo("152500,2025-09-01,4900,4960,2025-10-01,");
    }

    @Test
    void json_in_and_out_is_for_programs() throws IOException {
        Path cases =
                Files.writeString(
                        folder.resolve("cases.json"),
                        "[{\"相当年度\": 2023}, {\"levy-year\": \"2024\"}, {\"相当年度\": \"来年\"}]");
        CommandRun run = CommandRun.of("due-dates", cases.toString(), "--json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).startsWith("[{\"calculator\":\"due-dates\"").contains("2023-10-02");
        assertThat(run.err()).contains("3件目 相当年度「来年」: 数字ではありません。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "late-charge",
                "refund-interest",
                "instalments",
                "pension-deduction",
                "due-dates",
                "limitation",
                "burden-ratio"
            })
    void a_question_without_facts_ends_with_what_is_missing(String command) {
        CommandRun run = CommandRun.of(command);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("書かれていません");
        assertThat(CommandRun.of(command, "--help").out()).contains("docs/calculators.md");
    }

    @Test
    void a_file_that_is_not_there_or_not_utf8_is_said_in_one_line() throws IOException {
        assertThat(CommandRun.of("limitation", "nowhere.csv").exitCode()).isEqualTo(2);
        Path wrong = Files.write(folder.resolve("sjis.csv"), new byte[] {(byte) 0x8B, (byte) 0x4E});
        CommandRun run = CommandRun.of("limitation", wrong.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("UTF-8");
    }
}
