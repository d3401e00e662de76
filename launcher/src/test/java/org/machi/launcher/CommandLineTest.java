package org.machi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir Path empty;

    @Test
    void help_lists_every_command() {
        CommandRun run = CommandRun.of("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        List.of(
                                "demo", "run", "premium", "law", "ledger", "audit", "bench",
                                "test"));
    }

    @Test
    void every_command_explains_itself() {
        explains(Machi.commandLine());
    }

    private static void explains(CommandLine command) {
        assertThat(command.getUsageMessage()).contains("--help");
        assertThat(
                        command.getCommandSpec().usageMessage().description().length
                                + command.getCommandSpec().usageMessage().header().length)
                .as(command.getCommandName())
                .isPositive();
        command.getSubcommands().values().forEach(CommandLineTest::explains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "",
                "demo --residents many",
                "demo --residents 5",
                "demo --union 48",
                "demo --nonsense",
                "premium no-such-file.csv",
                "premium - --union 0",
                "premium - --year 26",
                "law",
                "law parameters",
                "law parameters --at 2026-02-30 --union 13",
                "law parameters --at 2026-04-01 --union Tokyo",
                "ledger",
                "ledger verify --data no-such-folder",
                "audit verify --data no-such-folder",
                "run --data no-such-folder",
                "bench",
                "bench assessment --insured 1",
                "bench assessment --insured 1000 --rounds 0"
            })
    void wrong_words_give_one_line_and_exit_code_2(String words) {
        CommandRun run = CommandRun.of(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("machi: ");
    }

    @Test
    void a_folder_without_a_demo_is_named() {
        CommandRun run = CommandRun.of("run", "--data", empty.toString());
        assertThat(run.err()).contains("no demo in " + empty).contains("./machi demo");
    }

    @Test
    void law_parameters_show_what_applies_with_source_and_mark() {
        CommandRun run = CommandRun.of("law", "parameters", "--at", "2026-04-01", "--union", "13");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("東京都後期高齢者医療広域連合　令和8年4月1日に適用される値")
                .contains("所得割率（医療分）（medical.rate） = 9.88%　［13］2026-04-01から2028-03-31まで　確認済")
                .contains("賦課限度額（医療分）（medical.cap） = 850,000円　［国］")
                .doesNotContain("2024-04-01から2026-03-31");
    }

    @Test
    void law_parameters_name_known_gaps() {
        CommandRun run = CommandRun.of("law", "parameters", "--at", "R09.04.01", "--union", "13");
        assertThat(run.out()).contains("所得割率（子ども分）（child.rate） = なし（令和9年度の子ども分は未公表");
    }
}
