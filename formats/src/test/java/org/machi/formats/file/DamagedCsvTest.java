package org.machi.formats.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Finding.Severity;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Row;
import org.machi.formats.layout.CareDeductionFile;

/** Every way in which an envelope can be damaged, and what the clerk is told about it. */
class DamagedCsvTest {
    private static final String NAME = "KAIGO_DED_KAIGO_271403_000007.csv";

    private static final String GOOD =
            "H,KAIGO_DED,KAIGO,271403,000007,2026-07-01,2026\r\n"
                    + "宛名番号,介護被保険者番号,基礎年金番号,年金コード,特別徴収義務者コード,相当年度,年金支払月,仮本区分,特別徴収状態,特別徴収額\r\n"
                    + "000000000000017,0000000017,1234567890,1150,999,2026,10,2,1,12300\r\n"
                    + "000000000000018,0000000018,1234567891,1150,999,2026,10,2,1,9000\r\n"
                    + "T,2,21300\r\n";

    /** What a reading gave. */
    private record Outcome(@Nullable FileSummary summary, List<Row> rows, List<Finding> findings) {}

    private static Outcome read(byte[] bytes) {
        return read(NAME, new ByteArrayInputStream(bytes));
    }

    private static Outcome read(String name, InputStream in) {
        List<Row> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try {
            FileSummary summary = FormatReader.read(name, in, rows::add, findings::add);
            return new Outcome(summary, rows, findings);
        } catch (FormatException refused) {
            assertThat(findings.getLast()).isEqualTo(refused.finding());
            return new Outcome(null, rows, findings);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_undamaged_file_is_taken_whole() {
        Outcome outcome = read(utf8(GOOD));
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.rows()).hasSize(2);
        assertThat(outcome.rows().get(1).line()).isEqualTo(4);
        assertThat(outcome.rows().get(1).get(CareDeductionFile.AMOUNT)).isEqualTo(9_000);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                damage("KAIGO_DED,KAIGO", "JUKI_ALL,KAIGO", 1, "種別", "JUKI_ALL", "ファイル名と合いません"),
                damage(",KAIGO,", ",FUKUSHI,", 1, "送信元コード", "FUKUSHI", "ファイル名と合いません"),
                damage("271403,", "112020,", 1, "送信先コード", "112020", "ファイル名と合いません"),
                damage("000007", "000008", 1, "通番", "000008", "ファイル名と合いません"),
                damage("000007", "7", 1, "通番", "7", "6桁の数字ではありません"),
                damage("2026-07-01", "2026-07-32", 1, "作成日", "2026-07-32", "暦にない日付です"),
                damage("2026-07-01", "", 1, "作成日", "", "空です"),
                damage(",2026\r\n宛", ",R8\r\n宛", 1, "対象年度", "R8", "数字ではありません"),
                damage("H,KAIGO", "X,KAIGO", 1, "", "", "H で始まる7項目"),
                damage("H,KAIGO", "\uFEFFH,KAIGO", 1, "", "", "BOM"),
                damage("年金コード,", "年金種別,", 2, "年金コード", "年金種別", "4番目の項目名が違います"),
                damage(",特別徴収額\r\n", "\r\n", 2, "特別徴収額", "", "10番目の項目名が違います"),
                damage("特別徴収額\r\n", "特別徴収額,余分\r\n", 2, "", "", "余分な項目名があります"),
                damage("T,2,", "T,3,", 5, "件数", "3", "件数が合いません（読んだ行は2）"),
                damage("T,2,", "T,02,", 5, "件数", "02", "件数が合いません"),
                damage("21300", "21301", 5, "合計金額", "21301", "合計金額が合いません（読んだ行の合計は21300）"),
                damage("T,2,21300\r\n", "", 0, "", "", "終わりの行（T）がありません"),
                damage("T,2,21300\r\n", "T,2,21300", 5, "", "", "最後の行が途中で切れています"),
                damage("21300\r\n", "21300\r\nT,2,21300\r\n", 6, "", "", "のあとにデータがあります"),
                damage("21300\r\n", "21300\r\n\r\n", 6, "", "", "のあとにデータがあります"),
                damage(",12300\r\n", ",12300\n", 3, "", "", "LFだけ"),
                damage(",12300\r\n", ",12300\r", 3, "", "", "CRだけ"),
                damage("1150,999", "1150\u0000,999", 3, "", "", "NUL"),
                damage(",1234567890,", ",\"1234567890,", 3, "", "", "引用符がその行の中で閉じていません"),
                damage(",1234567890,", ",\"1234567890\"0,", 3, "", "", "引用符のあとに余分な文字"),
                damage(",1234567890,", ",12345\"67890,", 3, "", "", "引用符の位置が違います"),
                damage(",1234567890,", ",\"12345\r\n67890\",", 3, "", "", "閉じていません"),
                damage(",0000000017", "," + "9".repeat(70_000), 3, "", "", "1行が長すぎます"));
    }

    private static Arguments damage(
            String from, String to, long line, String item, String value, String reason) {
        assertThat(GOOD).contains(from);
        int at = GOOD.indexOf(from);
        String damaged = GOOD.substring(0, at) + to + GOOD.substring(at + from.length());
        return Arguments.of(damaged, line, item, value, reason);
    }

    @ParameterizedTest(name = "{4} ({2})")
    @MethodSource("refusals")
    void a_file_that_is_not_whole_is_refused_with_line_item_and_reason(
            String damaged, long line, String item, String value, String reason) {
        Outcome outcome = read(utf8(damaged));
        assertThat(outcome.summary()).isNull();
        Finding finding = outcome.findings().getLast();
        assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
        assertThat(finding.reason()).contains(reason);
        assertThat(finding.item()).isEqualTo(item);
        assertThat(finding.value()).startsWith(value);
        assertThat(finding.whatToDo()).isNotEmpty();
        assertThat(finding.line()).isEqualTo(line);
    }

    static Stream<Arguments> badRows() {
        return Stream.of(
                damage(",0000000017,", ",,", 3, "介護被保険者番号", "", "必須項目が空です"),
                damage(",0000000017,", ",17,", 3, "介護被保険者番号", "17", "10桁の数字ではありません"),
                damage("999,2026,10", "999,2026,11", 3, "年金支払月", "11", "コード表にない値です"),
                damage(",12300", ",12300.5", 3, "特別徴収額", "12300.5", "数字ではありません"),
                damage(",12300", ",-12300", 3, "特別徴収額", "-12300", "範囲の外です"),
                damage(",12300", ",12300,", 3, "", "", "項目数が違います（11、正しくは10）"),
                damage("1234567891", "123\r\n", 4, "", "", "項目数が違います（3、正しくは10）"));
    }

    @ParameterizedTest(name = "{4} ({2})")
    @MethodSource("badRows")
    void a_bad_row_is_listed_and_the_others_are_taken(
            String damaged, long line, String item, String value, String reason) {
        Outcome outcome = read(utf8(damaged));
        Finding finding = outcome.findings().getFirst();
        assertThat(finding.severity()).isEqualTo(Severity.ROW);
        assertThat(finding.line()).isEqualTo(line);
        assertThat(finding.item()).isEqualTo(item);
        assertThat(finding.value()).isEqualTo(value);
        assertThat(finding.reason()).contains(reason);
        assertThat(outcome.rows()).hasSize(1);
        FileSummary summary = outcome.summary();
        if (summary != null) {
            assertThat(summary.count()).isEqualTo(2);
            assertThat(summary.badRows()).isEqualTo(1);
            assertThat(summary.acceptable()).as("money: the whole file is sent again").isFalse();
        }
    }

    @Test
    void a_broken_character_is_found_in_its_line_and_item() {
        byte[] bytes = utf8(GOOD);
        int at =
                GOOD.substring(0, GOOD.indexOf(",0000000018") + 1)
                        .getBytes(StandardCharsets.UTF_8)
                        .length;
        bytes[at] = (byte) 0x83;
        Outcome outcome = read(bytes);
        Finding finding = outcome.findings().getFirst();
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.item()).isEqualTo("介護被保険者番号");
        assertThat(finding.reason()).isEqualTo("文字が壊れています（UTF-8として読めません）");
    }

    @Test
    void a_file_cut_anywhere_is_never_taken() {
        byte[] bytes = utf8(GOOD);
        for (int length = 0; length < bytes.length; length++) {
            Outcome outcome = read(Arrays.copyOf(bytes, length));
            assertThat(outcome.summary()).as("cut at %d", length).isNull();
        }
    }

    @Test
    void a_name_that_no_rule_makes_is_refused() {
        for (String name :
                List.of(
                        "x.csv",
                        "KAIGO_DED_K_271403_000007.csv",
                        "KAIGO_DED_KAIGO_271403_7.csv",
                        "KAIGO_DED_KAIGO_271403_000007.txt",
                        "NOTHING_KAIGO_271403_000007.csv",
                        "Z3927140.DTA",
                        "Z32ABCDE.DTA",
                        "../KAIGO_DED_KAIGO_271403_000007.csv",
                        "KAIGO_DED_KAIGO_271403_000000.csv",
                        "Z32_A1_B1_000001.csv",
                        "")) {
            assertThatThrownBy(() -> FileName.parse(name))
                    .as(name)
                    .isInstanceOf(FormatException.class);
        }
    }

    /** One open quote and then gigabytes: the reader gives up before it holds them. */
    @Test
    void an_endless_quoted_field_does_not_fill_the_memory() {
        byte[] start = utf8(GOOD.substring(0, GOOD.indexOf(",0000000017") + 1) + "\"");
        InputStream endless =
                new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        long position = at++;
                        if (position < start.length) {
                            return start[(int) position] & 0xFF;
                        }
                        return switch ((int) ((position - start.length) % 100)) {
                            case 98 -> '\r';
                            case 99 -> '\n';
                            default -> 'a';
                        };
                    }
                };
        Outcome outcome = read(NAME, endless);
        assertThat(outcome.summary()).isNull();
        assertThat(outcome.findings()).isNotEmpty();
    }
}
