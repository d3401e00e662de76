package org.machi.formats.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
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
import org.machi.formats.layout.DebitFile;
import org.machi.formats.layout.TransferFile;

/** 全銀 files against bytes that were put together by hand from the published tables. */
class ZenginFileTest {
    private static final Charset BANK = Charset.forName("windows-31j");

    private static final Row DEBIT_HEAD =
            DebitFile.SENDER
                    .layout()
                    .row()
                    .set(DebitFile.SENDER.clientNo(), "0000271403")
                    .set(DebitFile.SENDER.clientName(), "ｻｶｲｼ ｶｲｹｲｶﾝﾘｼﾔ")
                    .set(DebitFile.SENDER.mmdd(), "0731")
                    .set(DebitFile.SENDER.bank(), "0159")
                    .set(DebitFile.SENDER.bankName(), "ｶﾝｻｲﾐﾗｲ")
                    .set(DebitFile.SENDER.branch(), "501")
                    .set(DebitFile.SENDER.branchName(), "ｻｶｲ")
                    .set(DebitFile.SENDER.accountKind(), "1")
                    .set(DebitFile.SENDER.accountNo(), "1234567")
                    .set(DebitFile.SENDER.lineEnds(), "0")
                    .build();

    private static final String REQUEST =
            pad(
                            "1"
                                    + "91"
                                    + "0"
                                    + "0000271403"
                                    + pad("ｻｶｲｼ ｶｲｹｲｶﾝﾘｼﾔ", 40)
                                    + "0731"
                                    + "0159"
                                    + pad("ｶﾝｻｲﾐﾗｲ", 15)
                                    + "501"
                                    + pad("ｻｶｲ", 15)
                                    + "1"
                                    + "1234567",
                            120)
                    + pad(
                            "2"
                                    + "0005"
                                    + pad("ﾐﾂﾋﾞｼUFJ", 15)
                                    + "123"
                                    + pad("ｻｶｲﾋｶﾞｼ", 15)
                                    + "    "
                                    + "1"
                                    + "0012345"
                                    + pad("ﾔﾏﾀﾞ ﾀﾛｳ", 30)
                                    + "0000010800"
                                    + "1"
                                    + "39260100000001230000"
                                    + "0",
                            120)
                    + pad(
                            "2"
                                    + "9900"
                                    + pad("ﾕｳﾁﾖ", 15)
                                    + "418"
                                    + pad("", 15)
                                    + "    "
                                    + "1"
                                    + "7654321"
                                    + pad("ｽｽﾞｷ ﾊﾅｺ", 30)
                                    + "0000000900"
                                    + "0"
                                    + "39260100000004560000"
                                    + "0",
                            120)
                    + pad(
                            "8"
                                    + "000002"
                                    + "000000011700"
                                    + "000000"
                                    + "000000000000"
                                    + "000000"
                                    + "000000000000",
                            120)
                    + pad("9", 120);

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }

    private static List<Row> debits(String first, String second) {
        return List.of(
                DebitFile.LAYOUT
                        .row()
                        .set(DebitFile.ACCOUNT.bankCode(), "0005")
                        .set(DebitFile.ACCOUNT.bankName(), "ﾐﾂﾋﾞｼUFJ")
                        .set(DebitFile.ACCOUNT.branchCode(), "123")
                        .set(DebitFile.ACCOUNT.branchName(), "ｻｶｲﾋｶﾞｼ")
                        .set(DebitFile.ACCOUNT.kind(), "1")
                        .set(DebitFile.ACCOUNT.no(), "0012345")
                        .set(DebitFile.ACCOUNT.holder(), "ﾔﾏﾀﾞ ﾀﾛｳ")
                        .set(DebitFile.ACCOUNT.amount(), 10_800L)
                        .set(DebitFile.ACCOUNT.firstTime(), "1")
                        .set(DebitFile.CUSTOMER_NO, "39260100000001230000")
                        .set(DebitFile.RESULT, first)
                        .build(),
                DebitFile.LAYOUT
                        .row()
                        .set(DebitFile.ACCOUNT.bankCode(), "9900")
                        .set(DebitFile.ACCOUNT.bankName(), "ﾕｳﾁﾖ")
                        .set(DebitFile.ACCOUNT.branchCode(), "418")
                        .set(DebitFile.ACCOUNT.kind(), "1")
                        .set(DebitFile.ACCOUNT.no(), "7654321")
                        .set(DebitFile.ACCOUNT.holder(), "ｽｽﾞｷ ﾊﾅｺ")
                        .set(DebitFile.ACCOUNT.amount(), 900L)
                        .set(DebitFile.ACCOUNT.firstTime(), "0")
                        .set(DebitFile.CUSTOMER_NO, "39260100000004560000")
                        .set(DebitFile.RESULT, second)
                        .build());
    }

    private static FileHeader header(FileKind kind, Row head) {
        return new FileHeader(kind, "271403", "BANK", 12, FileHeader.UNDATED, null, head);
    }

    @Test
    void a_debit_request_is_byte_for_byte_the_published_layout() throws IOException {
        byte[] bytes =
                CsvEnvelopeTest.write(header(FileKind.ZENGIN_DEBIT, DEBIT_HEAD), debits("0", "0"));
        assertThat(new String(bytes, BANK)).isEqualTo(REQUEST);
        assertThat(bytes).hasSize(5 * 120).isEqualTo(REQUEST.getBytes(BANK));
    }

    @Test
    void a_result_counts_done_and_failed_debits_in_its_trailer() throws IOException {
        byte[] bytes =
                CsvEnvelopeTest.write(
                        header(FileKind.ZENGIN_DEBIT_RESULT, DEBIT_HEAD), debits("0", "1"));
        assertThat(new String(bytes, 360, 56, BANK))
                .isEqualTo(
                        "8"
                                + "000002"
                                + "000000011700"
                                + "000001"
                                + "000000010800"
                                + "000001"
                                + "000000000900"
                                + " ");
        List<Row> rows = new ArrayList<>();
        FileSummary summary = read("ZENGIN_DEBIT_RESULT_BANK_271403_000012.txt", bytes, rows);
        assertThat(rows).isEqualTo(debits("0", "1"));
        assertThat(summary.amount()).isEqualTo(11_700);
        assertThat(summary.head()).isEqualTo(DEBIT_HEAD);
    }

    @Test
    void a_transfer_is_byte_for_byte_the_published_layout() throws IOException {
        Row head =
                TransferFile.SENDER
                        .layout()
                        .row()
                        .set(TransferFile.SENDER.clientNo(), "0000271403")
                        .set(TransferFile.SENDER.clientName(), "ｻｶｲｼ")
                        .set(TransferFile.SENDER.mmdd(), "0910")
                        .set(TransferFile.SENDER.bank(), "0159")
                        .set(TransferFile.SENDER.branch(), "501")
                        .set(TransferFile.SENDER.accountKind(), "2")
                        .set(TransferFile.SENDER.accountNo(), "0000001")
                        .set(TransferFile.SENDER.lineEnds(), "1")
                        .build();
        Row refund =
                TransferFile.LAYOUT
                        .row()
                        .set(TransferFile.ACCOUNT.bankCode(), "0005")
                        .set(TransferFile.ACCOUNT.branchCode(), "123")
                        .set(TransferFile.ACCOUNT.kind(), "4")
                        .set(TransferFile.ACCOUNT.no(), "0012345")
                        .set(TransferFile.ACCOUNT.holder(), "ﾔﾏﾀﾞ ﾀﾛｳ")
                        .set(TransferFile.ACCOUNT.amount(), 3_600L)
                        .set(TransferFile.ACCOUNT.firstTime(), "0")
                        .set(TransferFile.CUSTOMER_NO, "R0000000077")
                        .set(TransferFile.SPEED, "7")
                        .build();
        byte[] bytes =
                CsvEnvelopeTest.write(header(FileKind.ZENGIN_TRANSFER, head), List.of(refund));
        assertThat(new String(bytes, BANK)).isEqualTo(publishedTransfer());
        List<Row> rows = new ArrayList<>();
        FileSummary summary = read("ZENGIN_TRANSFER_271403_BANK_000012.txt", bytes, rows);
        assertThat(CsvEnvelopeTest.write(summary.header(), rows)).isEqualTo(bytes);
    }

    /** Head, one refund, total and end, each 120 bytes. */
    private static String publishedTransfer() {
        return pad(
                        "1"
                                + "21"
                                + "0"
                                + "0000271403"
                                + pad("ｻｶｲｼ", 40)
                                + "0910"
                                + "0159"
                                + pad("", 15)
                                + "501"
                                + pad("", 15)
                                + "2"
                                + "0000001",
                        120)
                + "\r\n"
                + pad(
                        "2"
                                + "0005"
                                + pad("", 15)
                                + "123"
                                + pad("", 15)
                                + "0000"
                                + "4"
                                + "0012345"
                                + pad("ﾔﾏﾀﾞ ﾀﾛｳ", 30)
                                + "0000003600"
                                + "0"
                                + pad("R0000000077", 20)
                                + "7"
                                + " ",
                        120)
                + "\r\n"
                + pad("8" + "000001" + "000000003600", 120)
                + "\r\n"
                + pad("9", 120)
                + "\r\n";
    }

    @Test
    void many_debits_come_back_byte_for_byte() throws IOException {
        SampleRows samples = new SampleRows(91);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(
                    samples.next(DebitFile.LAYOUT)
                            .copy()
                            .set(DebitFile.ACCOUNT.amount(), (long) i)
                            .build());
        }
        FileHeader header =
                new FileHeader(
                        FileKind.ZENGIN_DEBIT_RESULT,
                        "BANK",
                        "271403",
                        12,
                        LocalDate.of(2026, 8, 5),
                        null,
                        DEBIT_HEAD.copy().set(DebitFile.SENDER.lineEnds(), "1").build());
        byte[] bytes = CsvEnvelopeTest.write(header, rows);
        List<Row> read = new ArrayList<>();
        FileSummary summary = read(header.fileName(), bytes, read);
        assertThat(read).isEqualTo(rows);
        assertThat(CsvEnvelopeTest.write(summary.header(), read)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "2,   '20',  1, 種別コード,   2バイト目は「91」のはずです",
        "247, '9',   3, 引落銀行番号, 数字以外の文字があります",
        "366, '3',   4, 件数,         件数が合いません（読んだ行は2）",
        "378, '1',   4, 合計金額,     合計金額が合いません（読んだ行の合計は11700）",
        "385, '1',   4, 振替済件数,   合計が合いません（読んだ行では0）",
        "481, '8',   5, データ区分,   エンドレコード（9）がありません",
        "241, '7',   3, データ区分,   2 か 8 のはずです"
    })
    void damage_is_named_with_record_and_item(
            int at, String bytes, long line, String item, String reason) {
        byte[] file = REQUEST.getBytes(BANK);
        byte[] put = (at == 247 ? "A" : bytes).getBytes(BANK);
        System.arraycopy(put, 0, file, at == 247 ? 241 : at - 1, put.length);
        List<Finding> findings = new ArrayList<>();
        try {
            FormatReader.read(
                    "ZENGIN_DEBIT_271403_BANK_000012.txt",
                    new ByteArrayInputStream(file),
                    _ -> {},
                    findings::add);
        } catch (FormatException | IOException refused) {
            assertThat(refused).isInstanceOf(FormatException.class);
        }
        assertThat(findings).isNotEmpty();
        Finding first = findings.getFirst();
        assertThat(first.line()).isEqualTo(line);
        assertThat(first.item()).isEqualTo(item);
        assertThat(first.reason()).isEqualTo(reason);
    }

    @Test
    void a_file_that_ends_early_or_goes_on_is_refused() {
        byte[] file = REQUEST.getBytes(BANK);
        String name = "ZENGIN_DEBIT_271403_BANK_000012.txt";
        for (int length : new int[] {0, 60, 120, 240, 300, 360, 480, 599}) {
            assertThatThrownBy(() -> read(name, Arrays.copyOf(file, length), new ArrayList<>()))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("途中で切れています");
        }
        assertThatThrownBy(() -> read(name, Arrays.copyOf(file, 601), new ArrayList<>()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("エンドレコードのあとにデータがあります");
    }

    static FileSummary read(String name, byte[] bytes, List<Row> rows) throws IOException {
        List<Finding> findings = new ArrayList<>();
        FileSummary summary =
                FormatReader.read(name, new ByteArrayInputStream(bytes), rows::add, findings::add);
        assertThat(findings).isEmpty();
        return summary;
    }
}
