package org.machi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PremiumCommandTest {

    private static final Path EXAMPLES =
            Path.of("..", "law", "src", "test", "resources", "org", "machi", "law")
                    .resolve("premium-examples.tsv");

    @TempDir Path folder;

    static Stream<List<String>> publishedExamples() throws IOException {
        return Files.readAllLines(EXAMPLES).stream()
                .skip(1)
                .map(line -> List.of(line.split("\t", -1)));
    }

    /** The published examples' household notation as a clerk would write it down. */
    private static String csv(List<String> example) {
        StringBuilder csv = new StringBuilder("氏名,生年月日,世帯主,資格取得日,元被扶養者の資格取得日,公的年金収入額,給与収入額\r\n");
        String year = example.get(2);
        int number = 0;
        for (String member : example.get(3).split("\\|")) {
            String flags = member.split(" ")[0];
            csv.append(number++).append(",昭和20年5月5日,").append(flags.contains("H") ? "1" : "0");
            csv.append(',').append(flags.contains("I") ? "2020-03-01" : "");
            csv.append(',').append(flags.contains("D") ? year + "-04-01" : "");
            csv.append(',').append(revenue(member, "pension"));
            csv.append(',').append(revenue(member, "salary")).append("\r\n");
        }
        return csv.toString();
    }

    private static String revenue(String member, String kind) {
        return Stream.of(member.split(" "))
                .filter(word -> word.startsWith(kind + "="))
                .map(word -> word.substring(kind.length() + 1))
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("publishedExamples")
    void a_published_example_comes_out_of_the_command_as_published(List<String> example)
            throws IOException {
        Path file = Files.writeString(folder.resolve("household.csv"), csv(example));
        CommandRun run =
                CommandRun.of(
                        "premium",
                        file.toString(),
                        "--json",
                        "--union",
                        example.get(1),
                        "--year",
                        example.get(2));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        JsonNode person = JsonMapper.shared().readTree(run.out()).get(0).get("insured");
        JsonNode insured = person.get(Integer.parseInt(example.get(4)));
        JsonNode medical = insured.get("medical");
        JsonNode segment = medical.get("segments").get(0);
        boolean mismatch = example.get(10).startsWith("不一致");

        assertThat(segment.get("reduction").stringValue()).isEqualTo(example.get(5));
        List<String> published = new ArrayList<>();
        List<Long> ours = new ArrayList<>();
        if (!mismatch) {
            add(published, ours, example.get(6), reducedPerCapita(medical, segment));
        }
        add(published, ours, example.get(7), medical.get("incomePart").longValue());
        add(published, ours, example.get(8), medical.get("premium").longValue());
        if (insured.has("child")) {
            add(published, ours, example.get(9), insured.get("child").get("premium").longValue());
        }
        List<String> expected =
                mismatch ? List.of(example.get(10).split(" ")[1]) : List.copyOf(published);
        assertThat(ours.stream().map(String::valueOf)).isEqualTo(expected).isNotEmpty();
    }

    private static long reducedPerCapita(JsonNode medical, JsonNode segment) {
        return medical.get("perCapita").longValue() - segment.get("perCapitaReduction").longValue();
    }

    private static void add(List<String> published, List<Long> ours, String value, long our) {
        if (!value.isEmpty()) {
            published.add(value);
            ours.add(our);
        }
    }

    @Test
    void the_answer_explains_every_step_with_its_article_and_source() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("couple.json"),
                        """
                        {
                          "union": "13", "levyYear": 2026,
                          "members": [
                            {"name": "夫", "birth": "1945-05-05", "head": true,
                             "acquiredOn": "2020-05-05", "公的年金収入額": 3000000},
                            {"name": "妻", "birth": "1946-01-01", "acquiredOn": "2021-01-01"}
                          ]
                        }
                        """);
        CommandRun run = CommandRun.of("premium", file.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("■ 夫　保険料 203,600円（医療分 198,500円、子ども分 5,100円）")
                .contains("■ 妻")
                .contains("総所得金額等 1,900,000円 − 基礎控除 430,000円 ＝ 1,470,000円")
                .contains("［令18条1項2号、令18条1項3号、地314条の2第2項］");
    }

    @Test
    void facts_may_come_from_standard_input() {
        InputStream before = System.in;
        String csv = "union,levyYear,birth,head,acquiredOn\n13,2026,S20.05.05,1,R02.05.05\n";
        System.setIn(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        try {
            CommandRun run = CommandRun.of("premium");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("東京都後期高齢者医療広域連合　令和8年度");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void everything_wrong_is_named_at_once_by_line_item_value_and_reason() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("wrong.csv"),
                        """
                        世帯,広域連合,相当年度,氏名,生年月日,世帯主,資格取得日,公的年金収入額,年金
                        1,48,2026,甲,昭和64年1月8日,1,2020-03-01,abc,
                        1,48,2026,乙,,たぶん,,-1,800000
                        2,13,26,丙,1945-05-05,0,,,
                        """);
        CommandRun run = CommandRun.of("premium", file.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("2行目 広域連合「48」: 01から47です")
                .contains("2行目 生年月日「昭和64年1月8日」: 日付ではありません")
                .contains("2行目 公的年金収入額「abc」: 円単位の数字ではありません")
                .contains("3行目 生年月日「」: 生年月日を書いてください")
                .contains("3行目 世帯主「たぶん」: 1（はい）か0（いいえ）です")
                .contains("3行目 公的年金収入額「-1」: 0から")
                .contains("3行目 年金「800000」: この名前の項目はありません")
                .contains("4行目 相当年度「26」")
                .contains("4行目 世帯主「0人」: 世帯主はちょうど1人です")
                .contains("4行目 資格取得日「」: 資格取得日のある人がいません");
    }

    @Test
    void broken_files_are_refused_with_their_line() throws IOException {
        assertRefused("{\"union\": \"13\",\n \"members\": [}", "2行目 JSON");
        assertRefused("{\"union\": \"13\", \"members\": []}", "世帯員（members）がいません");
        assertRefused("{\"members\": [{\"birth\": {\"年\": 1945}}]}", "ここには値を書きます");
        assertRefused("氏名,生年月日\n甲\n", "2行目 行「甲」: 見出しは2項目、この行は1項目です");
        assertRefused("氏名,氏名\n", "見出し「氏名」: 同じ項目が二度あります");
        assertRefused("", "人の行がありません");
        Path file = folder.resolve("sjis.csv");
        Files.write(file, "氏名,生年月日\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(CommandRun.of("premium", file.toString()).exitCode()).isEqualTo(2);
    }

    private void assertRefused(String text, String says) throws IOException {
        Path file = Files.writeString(folder.resolve("facts"), text);
        CommandRun run =
                CommandRun.of("premium", file.toString(), "--union", "13", "--year", "2026");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(says);
    }

    @Test
    void a_year_without_published_values_is_refused_with_the_reason() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("f.csv"), "生年月日,世帯主,資格取得日\n1945-05-05,1,2020-05-05\n");
        CommandRun run =
                CommandRun.of("premium", file.toString(), "--union", "13", "--year", "2027");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("令和9年度");
    }

    @Test
    void the_examples_of_the_document_run() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "premium-input.md"));
        int ran = 0;
        for (String block : document.split("```")) {
            String kind = block.lines().findFirst().orElse("");
            if (kind.equals("csv") || kind.equals("json")) {
                Path file =
                        Files.writeString(folder.resolve("f"), block.substring(kind.length() + 1));
                CommandRun run = CommandRun.of("premium", file.toString());
                assertThat(run.err()).isEmpty();
                assertThat(run.exitCode()).isZero();
                ran++;
            }
        }
        assertThat(ran).isGreaterThanOrEqualTo(3);
    }

    /** P-19 and P-20 of Tokyo: 203,600 and 249,100, in one file out. */
    @Test
    void many_households_are_written_as_a_table() throws IOException {
        Path facts = folder.resolve("facts.csv");
        Files.writeString(
                facts,
                """
                世帯,氏名,生年月日,世帯主,資格取得日,公的年金収入額
                1,山田,1945-05-05,1,2020-05-05,3000000
                2,"鈴木, 一郎",1945-05-05,1,2020-05-05,3500000
                """);
        Path table = folder.resolve("premiums.csv");
        CommandRun run =
                CommandRun.of(
                        "premium",
                        facts.toString(),
                        "--union",
                        "13",
                        "--year",
                        "2026",
                        "--out",
                        table.toString());
        assertThat(run.err()).contains("2世帯、被保険者2人を計算しました（誤り 0世帯）");
        assertThat(run.exitCode()).isZero();
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.getFirst()).startsWith("世帯,氏名,広域連合,相当年度,賦課のもととなる所得金額");
        assertThat(lines.get(1))
                .isEqualTo("1,山田,13,2026,1470000,なし,12,145236,53300,198500,5100,203600,公表額から逆算,");
        assertThat(lines.get(2)).startsWith("2,\"鈴木, 一郎\",13,2026,").contains(",249100,");
    }

    /**
     * One household with a mistake and one of a year not yet announced leave the others answered.
     */
    @Test
    void a_household_without_an_answer_says_why_and_leaves_the_others_alone() throws IOException {
        Path facts = folder.resolve("facts.csv");
        Files.writeString(
                facts,
                """
                世帯,相当年度,氏名,生年月日,世帯主,資格取得日,公的年金収入額
                A-1,2026,山田,1945-05-05,1,2020-05-05,たくさん
                A-2,2027,佐藤,1945-05-05,1,2020-05-05,3000000
                A-3,2026,鈴木,1945-05-05,1,2020-05-05,3000000
                """);
        Path table = folder.resolve("premiums.csv");
        CommandRun run =
                CommandRun.of(
                        "premium", facts.toString(), "--union", "13", "--out", table.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("2行目 公的年金収入額「たくさん」: 円単位の数字ではありません")
                .contains("世帯A-2: ")
                .contains("3世帯、被保険者1人を計算しました（誤り 2世帯）");
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("A-1,").contains("円単位の数字ではありません");
        assertThat(lines.get(2)).startsWith("A-2,,13,2027,").contains("令和9年度");
        assertThat(lines.get(3)).startsWith("A-3,鈴木,13,2026,").contains(",203600,");
    }
}
