package org.machi.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatWriter;
import org.machi.formats.layout.BankReceiptFile;
import org.machi.formats.layout.DebitFile;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.formats.layout.IncomeInquiryFile;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PensionNotice;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.PrintResultFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.StoreReceiptFile;
import org.machi.formats.slip.Gs1Payment;
import org.machi.formats.slip.OcrLine;

/** A city that only writes files gets real answers. */
class NeighboursTest {
    private static final int LETTERS = 1_000;

    @TempDir Path data;
    private World world;
    private String city;

    @BeforeEach
    void open() {
        world = Demo.open(data, 2_000);
        city = world.cities().getFirst().code();
    }

    private Path in(String code) throws IOException {
        return Files.createDirectories(data.resolve("exchange").resolve(code).resolve("in"));
    }

    private void send(FileKind kind, String to, LocalDate on, @Nullable Row head, List<Row> rows)
            throws IOException {
        send(to, new FileHeader(kind, city, to, 1, on, null, head), rows);
    }

    private void send(String desk, FileHeader header, List<Row> rows) throws IOException {
        try (FormatWriter file = FormatWriter.create(in(desk), header)) {
            for (Row row : rows) {
                file.write(row);
            }
            file.finish();
        }
    }

    private List<Row> received(FileKind kind) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : Demo.files(in(city))) {
            if (file.getFileName().toString().startsWith(kind.name() + "_")) {
                rows.addAll(Demo.read(file).rows());
            }
        }
        return rows;
    }

    private void play(LocalDate from, LocalDate to) {
        for (LocalDate day : Demo.days(from, to)) {
            world.morning(day);
            world.evening(day);
        }
    }

    @Test
    void aPrintedSlipIsPaidInAStoreOrAtTheCounterByMostAndFinalFollowsPrompt() throws IOException {
        LocalDate posted = LocalDate.of(2026, 7, 15);
        List<Row> index = new ArrayList<>();
        for (int i = 0; i < LETTERS; i++) {
            index.add(letter(i, posted));
        }
        play(Demo.APRIL, posted.minusDays(1));
        send(FileKind.PRINT_INDEX, "PRINT", posted, null, index);
        pdf(LETTERS);
        play(posted, LocalDate.of(2026, 9, 30));

        List<Row> results = received(FileKind.PRINT_RESULT);
        assertThat(results.stream().filter(r -> r.get(PrintResultFile.RESULT).equals("01")))
                .hasSize(LETTERS);
        assertThat(results).hasSizeBetween(LETTERS + 1, LETTERS + 20);
        Map<String, Integer> prompt = barcodes(FileKind.CVS_PROMPT);
        Map<String, Integer> last = barcodes(FileKind.CVS_FINAL);
        Map<String, Integer> cancelled = barcodes(FileKind.CVS_CANCEL);
        assertThat(prompt).hasSizeBetween(LETTERS * 4 / 10, LETTERS * 7 / 10);
        cancelled.forEach((barcode, n) -> last.merge(barcode, n, Integer::sum));
        assertThat(last).isEqualTo(prompt);
        List<Row> counter = received(FileKind.BANK_RECEIPT);
        assertThat(counter).hasSizeBetween(LETTERS * 2 / 10, LETTERS * 5 / 10);
        assertThat(counter)
                .allMatch(r -> {
                    String line = r.get(BankReceiptFile.OCR_LINE);
                    return OcrLine.parse(line, OcrLine.Check.MOD10_WEIGHT_31).amount()
                            == r.get(BankReceiptFile.AMOUNT);
                });
    }

    private Map<String, Integer> barcodes(FileKind kind) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        for (Row row : received(kind)) {
            found.merge(row.get(StoreReceiptFile.BARCODE), 1, Integer::sum);
        }
        return found;
    }

    private Row letter(int i, LocalDate posted) {
        String slip = String.format("%010d", i + 1);
        String five = city.substring(0, 5);
        LocalDate due = posted.plusDays(16);
        long yen = 5_000 + 100L * i;
        Gs1Payment code =
                new Gs1Payment(
                        "908123", five, "39", 2026, 1, slip, 0, due.plusMonths(2), false, yen);
        OcrLine line = new OcrLine(five, "39", 2026, 1, slip, 0, yen);
        return PrintIndexFile.LAYOUT
                .row()
                .set(PrintIndexFile.BUNDLE, "B1")
                .set(PrintIndexFile.LETTER_NO, String.format("%012d", i + 1))
                .set(PrintIndexFile.KIND, "02")
                .set(PrintIndexFile.PERSON_NO, 1_000_000_013L + 10L * i)
                .set(PrintIndexFile.ADDRESSEE, "試験　花子")
                .set(PrintIndexFile.ADDRESS, "青葉市")
                .set(PrintIndexFile.FIRST_PAGE, i + 1L)
                .set(PrintIndexFile.PAGES, 1L)
                .set(PrintIndexFile.PERIOD, 1L)
                .set(PrintIndexFile.SLIP_NO, slip)
                .set(PrintIndexFile.BARCODE, code.text())
                .set(PrintIndexFile.OCR_LINE, line.text(OcrLine.Check.MOD10_WEIGHT_31))
                .set(PrintIndexFile.AMOUNT, yen)
                .set(PrintIndexFile.DUE_ON, due)
                .set(PrintIndexFile.USE_BY, due.plusMonths(2))
                .set(PrintIndexFile.POST_ON, posted)
                .build();
    }

    private void pdf(int pages) throws IOException {
        StringBuilder text = new StringBuilder("%PDF-2.0\n1 0 obj <</Type /Pages>> endobj\n");
        for (int i = 0; i < pages; i++) {
            text.append("obj <</Type /Page /Parent 1 0 R>> endobj\n");
        }
        Path file = in("PRINT").resolve("PRINT_INDEX_" + city + "_PRINT_000001.pdf");
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    @Test
    void aWorldOpenedAnewForEachStepAnswersLikeOneThatNeverSlept(@TempDir Path other)
            throws IOException {
        scenario();
        play(Demo.APRIL, LocalDate.of(2026, 5, 13));
        Map<String, String> awake = Demo.contents(data.resolve("exchange"));
        data = other;
        scenario();
        for (LocalDate day : Demo.days(Demo.APRIL, LocalDate.of(2026, 5, 13))) {
            World morning = Demo.open(data, 2_000);
            morning.migration();
            morning.morning(day);
            Demo.open(data, 2_000).evening(day);
        }
        Demo.open(data, 2_000).evening(LocalDate.of(2026, 5, 13));
        assertThat(Demo.contents(data.resolve("exchange"))).isEqualTo(awake);
    }

    /** Letters that are paid during spring, debits, and the migration. */
    private void scenario() throws IOException {
        world = Demo.open(data, 2_000);
        world.migration();
        List<Row> index = new ArrayList<>();
        List<Row> debits = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            index.add(letter(i, LocalDate.of(2026, 4, 20)));
            debits.add(debit(i));
        }
        send(FileKind.PRINT_INDEX, "PRINT", Demo.APRIL, null, index);
        pdf(100);
        send(FileKind.ZENGIN_DEBIT, "BANK2", Demo.APRIL, debitHead("0430"), debits);
    }

    @Test
    void aBundleWhosePdfLacksPagesIsNotPosted() throws IOException {
        LocalDate day = LocalDate.of(2026, 4, 2);
        send(FileKind.PRINT_INDEX, "PRINT", day, null, List.of(letter(0, day), letter(1, day)));
        pdf(1);
        play(Demo.APRIL, day);
        assertThat(received(FileKind.PRINT_RESULT))
                .hasSize(2)
                .allMatch(r -> r.get(PrintResultFile.RESULT).equals("03"));
    }

    @Test
    void theBankTellsTheResultOfEachDebitTwoBusinessDaysAfterIt() throws IOException {
        List<Row> debits = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            debits.add(debit(i));
        }
        send(FileKind.ZENGIN_DEBIT, "BANK", Demo.APRIL, debitHead("0430"), debits);
        play(Demo.APRIL, LocalDate.of(2026, 4, 30));
        assertThat(received(FileKind.ZENGIN_DEBIT_RESULT)).isEmpty();
        play(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 4));
        List<Row> results = received(FileKind.ZENGIN_DEBIT_RESULT);
        assertThat(results).hasSize(500);
        long paid = results.stream().filter(r -> r.get(DebitFile.RESULT).equals("0")).count();
        assertThat(paid).isBetween(465L, 495L);
        assertThat(results.stream().map(r -> r.get(DebitFile.CUSTOMER_NO)))
                .containsExactlyElementsOf(
                        debits.stream().map(r -> r.get(DebitFile.CUSTOMER_NO)).toList());
    }

    private static Row debitHead(String mmdd) {
        return DebitFile.SENDER
                .layout()
                .row()
                .set(DebitFile.SENDER.clientNo(), "0000039000")
                .set(DebitFile.SENDER.clientName(), "ｱｵﾊﾞｼ")
                .set(DebitFile.SENDER.mmdd(), mmdd)
                .set(DebitFile.SENDER.bank(), "0991")
                .set(DebitFile.SENDER.branch(), "101")
                .set(DebitFile.SENDER.accountKind(), "1")
                .set(DebitFile.SENDER.accountNo(), "0001001")
                .set(DebitFile.SENDER.lineEnds(), "1")
                .build();
    }

    private static Row debit(int i) {
        return DebitFile.LAYOUT
                .row()
                .set(DebitFile.ACCOUNT.bankCode(), "0991")
                .set(DebitFile.ACCOUNT.branchCode(), "101")
                .set(DebitFile.ACCOUNT.kind(), "1")
                .set(DebitFile.ACCOUNT.no(), String.format("%07d", i))
                .set(DebitFile.ACCOUNT.holder(), "ｼｹﾝ ﾊﾅｺ")
                .set(DebitFile.ACCOUNT.amount(), 5_000L)
                .set(DebitFile.ACCOUNT.firstTime(), "0")
                .set(DebitFile.CUSTOMER_NO, String.format("%020d", i))
                .set(DebitFile.RESULT, "0")
                .build();
    }

    @Test
    void whomTheCityAsksForInJulyIsDeductedFromOctoberOn() throws IOException {
        play(Demo.APRIL, LocalDate.of(2026, 5, 20));
        Path candidates = in(city).resolve("Z31" + city.substring(0, 5) + ".DTA");
        List<Row> asked =
                Demo.read(candidates).rows().stream()
                        .map(r ->
                                r.copy()
                                        .set(PensionFile.NOTICE, PensionNotice.REQUEST.code())
                                        .set(PensionFile.DIVISION, "01")
                                        .set(PensionFile.AMOUNT1, 1_200L)
                                        .set(PensionFile.AMOUNT2, 1_000L)
                                        .build())
                        .toList();
        play(LocalDate.of(2026, 5, 21), LocalDate.of(2026, 7, 14));
        send(FileKind.Z32, "NENKIN", LocalDate.of(2026, 7, 15), null, asked);
        play(LocalDate.of(2026, 7, 15), LocalDate.of(2026, 12, 21));
        Path answer = in(city).resolve("Z33" + city.substring(0, 5) + ".DTA");
        assertThat(Demo.read(answer).rows()).hasSameSizeAs(asked);
        Path december = in(city).resolve("Z34" + city.substring(0, 5) + ".DTA");
        List<Row> deducted = Demo.read(december).rows();
        assertThat(deducted).hasSizeBetween(asked.size() * 85 / 100, asked.size());
        assertThat(deducted)
                .allMatch(r ->
                        r.get(PensionFile.AMOUNT1) == 1_000
                                || !r.text(PensionFile.DIVISION).equals("00"));
        assertThat(deducted.stream().map(r -> r.text(PensionFile.DIVISION))).contains("00");
    }

    @Test
    void anotherMunicipalityAnswersAboutANewcomer() throws IOException {
        play(Demo.APRIL, LocalDate.of(2026, 4, 10));
        Row newcomer =
                received(FileKind.JUKI_DIFF).stream()
                        .filter(r -> r.get(ResidentFile.EVENT).equals("01"))
                        .findFirst()
                        .orElseThrow();
        Row inquiry =
                IncomeInquiryFile.LAYOUT
                        .row()
                        .set(IncomeInquiryFile.INQUIRY_NO, "0000000001")
                        .set(IncomeInquiryFile.PERSON_NO, newcomer.get(ResidentFile.PERSON_NO))
                        .set(IncomeInquiryFile.LEVY_YEAR, 2026L)
                        .set(IncomeInquiryFile.ASKED_ON, LocalDate.of(2026, 4, 13))
                        .set(IncomeInquiryFile.NAME, newcomer.get(ResidentFile.NAME))
                        .set(IncomeInquiryFile.NAME_KANA, newcomer.get(ResidentFile.NAME_KANA))
                        .set(IncomeInquiryFile.BIRTH_ON, newcomer.get(ResidentFile.BIRTH_ON))
                        .set(IncomeInquiryFile.SEX, newcomer.get(ResidentFile.SEX))
                        .set(IncomeInquiryFile.OLD_ADDRESS, newcomer.get(ResidentFile.FROM_ADDRESS))
                        .set(IncomeInquiryFile.MOVED_IN_ON, newcomer.get(ResidentFile.MOVED_IN_ON))
                        .set(IncomeInquiryFile.LEGAL_BASIS, "高齢者の医療の確保に関する法律138条")
                        .build();
        String asked = newcomer.get(ResidentFile.FROM_CODE);
        LocalDate day = LocalDate.of(2026, 4, 13);
        send("OTHER", FileHeader.of(FileKind.INCOME_ASK, city, asked, 1, day), List.of(inquiry));
        play(LocalDate.of(2026, 4, 13), LocalDate.of(2026, 4, 17));
        assertThat(received(FileKind.INCOME_ANSWER)).isEmpty();
        play(LocalDate.of(2026, 4, 20), LocalDate.of(2026, 5, 1));
        assertThat(received(FileKind.INCOME_ANSWER))
                .singleElement()
                .matches(r -> List.of("1", "2", "3").contains(r.get(IncomeAnswerFile.ANSWER)));
        assertThat(in(city)).isDirectoryContaining("glob:**INCOME_ANSWER_" + asked + "_*");
    }
}
