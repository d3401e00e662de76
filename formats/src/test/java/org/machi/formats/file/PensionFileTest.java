package org.machi.formats.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Row;
import org.machi.formats.column.SampleRows;
import org.machi.formats.layout.PensionFile;

/** Pension files against bytes that were put together by hand from the ministry's tables. */
class PensionFileTest {
    private static final FileHeader HEADER =
            FileHeader.of(FileKind.Z32, "271403", "NENKIN", 3, LocalDate.of(2026, 7, 10));

    private static Row.Builder request() {
        return PensionFile.LAYOUT
                .row()
                .set(PensionFile.MUNICIPALITY_CODE, "27140")
                .set(PensionFile.COLLECTOR, "999")
                .set(PensionFile.NOTICE, "01")
                .set(PensionFile.MEDIUM, "1")
                .set(PensionFile.SCHEME, "3")
                .set(PensionFile.MADE_ON, LocalDate.of(2026, 7, 10))
                .set(PensionFile.PENSION_NO, "1234567890")
                .set(PensionFile.PENSION_CODE, "1150")
                .set(PensionFile.BIRTH_ON, "1945-04-00")
                .set(PensionFile.SEX, "1")
                .set(PensionFile.NAME_KANA, "ﾖｼﾀﾞ ﾀﾛｳ")
                .set(PensionFile.NAME, "𠮷田　太郎")
                .set(PensionFile.POSTAL_CODE, "5900078")
                .set(PensionFile.ADDRESS_KANA, "ｻｶｲｼ ｻｶｲｸ 3-1")
                .set(PensionFile.ADDRESS, "堺市堺区南瓦町３－１")
                .set(PensionFile.DIVISION, "01")
                .set(PensionFile.AMOUNT1, 12_300L)
                .set(PensionFile.AMOUNT2, 12_000L)
                .set(PensionFile.AMOUNT3, 1_800_000L);
    }

    /**
     * The platform's own ISO-2022-JP writes the kanji here, so that our own table is checked too.
     */
    private static byte[] kanji(String text, int characters) {
        byte[] iso =
                (text + "　".repeat(characters - text.length()))
                        .getBytes(Charset.forName("ISO-2022-JP"));
        byte[] field = Arrays.copyOf(iso, 3 + 2 * characters + 3);
        field[field.length - 1] = 'J';
        return field;
    }

    private static byte[] golden() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(
                ascii(
                        "27140"
                                + " "
                                + "003"
                                + "20260710"
                                + " ".repeat(31)
                                + "000003"
                                + " ".repeat(42)));
        file.writeBytes(
                ascii("1" + "27140" + "999" + "01" + "1" + "3" + "20260710" + " ".repeat(479)));
        file.writeBytes(
                ascii(
                        "2"
                                + "27140"
                                + "999"
                                + "01"
                                + "1"
                                + "3"
                                + "20260710"
                                + "1234567890"
                                + "1150"));
        file.writeBytes(ascii("   " + "19450400" + "1"));
        file.writeBytes(kana("ﾖｼﾀﾞ ﾀﾛｳ", 25));
        file.writeBytes(kanji("吉田　太郎", 25));
        file.writeBytes(ascii("5900078"));
        file.writeBytes(kana("ｻｶｲｼ ｻｶｲｸ 3-1", 80));
        file.writeBytes(kanji("堺市堺区南瓦町３－１".replace('－', '\u2212'), 80));
        file.writeBytes(ascii("01" + "  " + " " + "        "));
        file.writeBytes(
                ascii(
                        "00000012300"
                                + "00000012000"
                                + "00001800000"
                                + " ".repeat(58)
                                + " ".repeat(15)));
        file.writeBytes(
                ascii(
                        "3"
                                + "27140"
                                + "999"
                                + "01"
                                + " "
                                + "3"
                                + "20260710"
                                + "000000001"
                                + "00000012300"
                                + "00000012000"
                                + "00001800000"
                                + " ".repeat(437)));
        return file.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] kana(String text, int length) {
        return (text + " ".repeat(length - text.length())).getBytes(Charset.forName("windows-31j"));
    }

    @Test
    void a_request_is_byte_for_byte_the_ministrys_layout() throws IOException {
        byte[] bytes = CsvEnvelopeTest.write(HEADER, List.of(request().build()));
        assertThat(bytes).hasSize(96 + 3 * 500);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(golden(), StandardCharsets.ISO_8859_1));
        assertThat(HEADER.fileName()).isEqualTo("Z3227140.DTA");
    }

    @Test
    void the_name_reads_back_reduced_and_the_file_writes_again_the_same() throws IOException {
        List<Row> rows = new ArrayList<>();
        FileSummary summary = ZenginFileTest.read("Z3227140.DTA", golden(), rows);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get(PensionFile.NAME)).isEqualTo("吉田　太郎");
        assertThat(rows.getFirst().get(PensionFile.ADDRESS)).isEqualTo("堺市堺区南瓦町３－１");
        assertThat(rows.getFirst().get(PensionFile.BIRTH_ON)).isEqualTo("1945-04-00");
        assertThat(summary.header()).isEqualTo(HEADER);
        assertThat(CsvEnvelopeTest.write(summary.header(), rows)).isEqualTo(golden());
    }

    @Test
    void a_character_that_the_pension_service_lacks_becomes_geta_and_is_listed()
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FormatWriter writer = FormatWriter.to(out, HEADER)) {
            writer.write(request().set(PensionFile.NAME, "𩸽山　①郎").build());
            writer.finish();
            assertThat(writer.notes())
                    .extracting(Finding::line, Finding::item, Finding::value)
                    .containsExactly(tuple(3L, "漢字氏名", "𩸽"), tuple(3L, "漢字氏名", "①"));
        }
        List<Row> rows = new ArrayList<>();
        ZenginFileTest.read("Z3227140.DTA", out.toByteArray(), rows);
        assertThat(rows.getFirst().get(PensionFile.NAME)).isEqualTo("〓山　〓郎");
    }

    @Test
    void bundles_by_collector_and_notice_have_their_own_totals() throws IOException {
        List<Row> rows = new ArrayList<>();
        SampleRows samples = new SampleRows(3);
        for (String collector : List.of("501", "700", "999")) {
            for (String notice : List.of("31", "41", "61", "81")) {
                for (int i = 0; i < 900; i++) {
                    rows.add(
                            samples.next(PensionFile.LAYOUT)
                                    .copy()
                                    .takeAll(request().build())
                                    .set(PensionFile.NAME, i % 2 == 0 ? null : "山田")
                                    .set(PensionFile.COLLECTOR, collector)
                                    .set(PensionFile.NOTICE, notice)
                                    .set(PensionFile.DIVISION, notice.equals("61") ? "00" : "01")
                                    .build());
                }
            }
        }
        FileHeader header =
                FileHeader.of(FileKind.Z3A, "271403", "NENKIN", 999, LocalDate.of(2026, 7, 10));
        byte[] bytes = CsvEnvelopeTest.write(header, rows);
        assertThat(bytes).hasSize(96 + (rows.size() + 2 * 12) * 500);
        List<Row> read = new ArrayList<>();
        FileSummary summary = ZenginFileTest.read("Z3A27140.DTA", bytes, read);
        assertThat(summary.count()).isEqualTo(10_800);
        assertThat(read).isEqualTo(rows);
        assertThat(CsvEnvelopeTest.write(summary.header(), read)).isEqualTo(bytes);
    }

    @Test
    void rows_out_of_order_of_another_city_or_notice_are_not_written() {
        Row later = request().build();
        Row earlier = request().set(PensionFile.COLLECTOR, "501").build();
        assertThatThrownBy(() -> CsvEnvelopeTest.write(HEADER, List.of(later, earlier)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("順に並んでいません");
        Row other = request().set(PensionFile.MUNICIPALITY_CODE, "11202").build();
        assertThatThrownBy(() -> CsvEnvelopeTest.write(HEADER, List.of(other)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("ファイル名の市町村と違います");
        Row result = request().set(PensionFile.NOTICE, "22").build();
        assertThatThrownBy(() -> CsvEnvelopeTest.write(HEADER, List.of(result)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("この種別のファイルには入りません");
    }

    /** Position from 1 in the whole file, text to put there, expected finding. */
    @ParameterizedTest
    @CsvSource({
        "1,    '11202',    1, 市町村コード,   ファイル名の市町村と違います",
        "7,    '000',      1, 媒体連番,       1以上のはずです",
        "10,   '20260230', 1, 作成年月日,     暦にない日付です",
        "49,   '000004',   1, 格納件数,       件数が合いません（読んだのは3）",
        "106,  '22',       2, 通知内容コード, この種別のファイルには入りません",
        "606,  '501',      3, '',             市町村・義務者・通知内容・制度・作成日がヘッダーと違います",
        "635,  '19451332', 3, 生年月日,       暦にない日付です",
        "643,  '3',        3, 性別,           コード表にない値です（1、2 のいずれか）",
        "669,  'XXX',      3, 漢字氏名,       文字が壊れています（UTF-8として読めません）",
        "991,  '0000A',    3, 金額1,          数字ではありません",
        "1118, '000000002',4, 合計件数,       合計が合いません（読んだ行では1）",
        "1127, '00000012301', 4, 合計金額1,   合計が合いません（読んだ行では12300）",
        "1097, '1',        4, レコード区分,   前の束のトレーラレコード（3）がありません",
        "597,  '3',        3, 合計件数,       合計が合いません（読んだ行では0）"
    })
    void damage_is_named_with_record_and_item(
            int at, String put, long line, String item, String reason) {
        byte[] file = golden();
        byte[] bytes = ascii(put);
        System.arraycopy(bytes, 0, file, at - 1, bytes.length);
        List<Finding> findings = new ArrayList<>();
        try {
            FormatReader.read(
                    "Z3227140.DTA", new ByteArrayInputStream(file), _ -> {}, findings::add);
        } catch (FormatException | IOException refused) {
            assertThat(refused).isInstanceOf(FormatException.class);
        }
        assertThat(findings)
                .extracting(Finding::line, Finding::item, Finding::reason)
                .contains(tuple(line, item, reason));
    }

    @Test
    void a_file_that_ends_early_is_refused() {
        for (int length : new int[] {0, 50, 95, 97, 596, 700, 1_096, 1_595}) {
            assertThatThrownBy(() ->
                            ZenginFileTest.read(
                                    "Z3227140.DTA",
                                    Arrays.copyOf(golden(), length),
                                    new ArrayList<>()))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("途中で切れています");
        }
    }
}
