package org.machi.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatWriter;
import org.machi.formats.layout.BankReceiptFile;
import org.machi.formats.layout.DebitFile;
import org.machi.formats.layout.PrintResultFile;
import org.machi.formats.layout.WelfareFile;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.FileRecords;
import org.machi.platform.files.FileState;
import org.machi.platform.files.Intake;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;
import org.machi.sample.ConsoleSample;

/** What clerks do with files that the intake did not take. */
class FileDeedsTest {

    private static final LocalDate DAY = ConsoleTestOffice.DAY;
    private static final LocalDate NEXT_DAY = DAY.plusDays(1);
    private static ConsoleTestOffice office;
    private static Browser yamada;
    private static Browser suzuki;

    @BeforeAll
    static void open() {
        office = ConsoleTestOffice.open(Kind.CITY, "131016");
        yamada = signedIn("100");
        suzuki = clerk("110", "鈴木 三奈", Duties.FILES_DECIDE, ConsoleSample.PEOPLE_LOOK);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Browser clerk(String staffNo, String name, String... duties) {
        office.member(staffNo, name);
        List<String> granted = new ArrayList<>(Arrays.asList(duties));
        granted.add(Duties.FILES_LOOK);
        office.organisation().get(StaffDirectory.class).grant(staffNo, granted, DAY, "100");
        return signedIn(staffNo);
    }

    private static Browser signedIn(String staffNo) {
        Browser browser = office.browser();
        browser.signIn(staffNo, ConsoleTestOffice.PASSWORD);
        return browser;
    }

    private static Row welfare(long person) {
        return WelfareFile.LAYOUT
                .row()
                .set(WelfareFile.PERSON_NO, person)
                .set(WelfareFile.CASE_NO, "1000")
                .set(WelfareFile.CHANGE, "1")
                .set(WelfareFile.CHANGED_ON, DAY)
                .set(WelfareFile.DECIDED_ON, DAY)
                .build();
    }

    private static Row receipt(long seq, String ocr) {
        return BankReceiptFile.LAYOUT
                .row()
                .set(BankReceiptFile.SEQ, seq)
                .set(BankReceiptFile.BANK_CODE, "0991")
                .set(BankReceiptFile.BRANCH_CODE, "101")
                .set(BankReceiptFile.PAID_ON, DAY)
                .set(BankReceiptFile.RECEIVED_ON, DAY)
                .set(BankReceiptFile.OCR_LINE, ocr)
                .set(BankReceiptFile.AMOUNT, 9_300L)
                .set(BankReceiptFile.LATE_CHARGE, 0L)
                .set(BankReceiptFile.DEMAND_FEE, 0L)
                .build();
    }

    private static FileRecord send(FileKind kind, String sender, int serial, Row... rows)
            throws IOException {
        return send(FileHeader.of(kind, sender, "131016", serial, DAY), rows);
    }

    private static FileRecord send(FileHeader header, Row... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FormatWriter writer = FormatWriter.to(bytes, header)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.finish();
        }
        Path path = office.organisation().settings().inbox().resolve(header.fileName());
        Files.write(path, bytes.toByteArray());
        return office.organisation().get(Intake.class).take(path, DAY, Actor.timetable());
    }

    private static FileRecord receipts(int serial, Row... rows) throws IOException {
        return send(FileKind.BANK_RECEIPT, "BANK", serial, rows);
    }

    /** A file of debits, whose number stands in its name alone. */
    private static FileRecord debits(int serial, String account) throws IOException {
        Row head =
                DebitFile.SENDER
                        .layout()
                        .row()
                        .set(DebitFile.SENDER.clientNo(), "0000123456")
                        .set(DebitFile.SENDER.clientName(), "ﾐﾎﾝｼ")
                        .set(DebitFile.SENDER.mmdd(), "0731")
                        .set(DebitFile.SENDER.bank(), "0991")
                        .set(DebitFile.SENDER.branch(), "101")
                        .set(DebitFile.SENDER.accountKind(), "1")
                        .set(DebitFile.SENDER.accountNo(), "0000001")
                        .build();
        Row row =
                DebitFile.LAYOUT
                        .row()
                        .set(DebitFile.ACCOUNT.bankCode(), "0991")
                        .set(DebitFile.ACCOUNT.branchCode(), "101")
                        .set(DebitFile.ACCOUNT.kind(), "1")
                        .set(DebitFile.ACCOUNT.no(), account)
                        .set(DebitFile.ACCOUNT.holder(), "ﾐﾎﾝ ﾀﾛｳ")
                        .set(DebitFile.ACCOUNT.amount(), 7_600L)
                        .set(DebitFile.ACCOUNT.firstTime(), "0")
                        .set(DebitFile.CUSTOMER_NO, "00000000000000000001")
                        .set(DebitFile.RESULT, "0")
                        .build();
        return send(
                new FileHeader(
                        FileKind.ZENGIN_DEBIT_RESULT, "BANK", "131016", serial, DAY, null, head),
                row);
    }

    private static List<FileRecord> takenNextDay() {
        return office.organisation()
                .get(Intake.class)
                .takeAll(
                        List.of(
                                FileKind.SEIHO,
                                FileKind.BANK_RECEIPT,
                                FileKind.ZENGIN_DEBIT_RESULT),
                        NEXT_DAY,
                        Actor.timetable());
    }

    private static FileRecord now(FileRecord file) {
        return office.organisation().get(FileRecords.class).find(file.id()).orElseThrow();
    }

    /** Does it with a form of the file's page and gives the page that follows. */
    private static String act(Browser browser, FileRecord file, String deed, String reason) {
        String page = "/files/" + file.id();
        browser.get(page);
        browser.post(page + "/" + deed, Map.of("reason", reason));
        return browser.get(page).body();
    }

    @Test
    void a_file_refused_for_data_of_the_office_is_taken_when_they_are_mended() throws IOException {
        FileRecord file = send(FileKind.SEIHO, "FUKUSHI", 1, welfare(9_001));
        assertThat(file.state()).isEqualTo(FileState.REFUSED);
        assertThat(send(FileKind.SEIHO, "FUKUSHI", 1, welfare(9_001)).state())
                .isEqualTo(FileState.DUPLICATE);
        assertThat(yamada.get("/files/" + file.id()).body())
                .contains("台帳に登録してから再取込してください", "直した内容");
        assertThat(act(yamada, file, "again", " ")).contains("理由を入れてください");
        assertThat(act(yamada, file, "again", "まだ登録していない")).contains("次の取込処理で取り込みます");
        assertThat(takenNextDay()).extracting(FileRecord::state).containsExactly(FileState.REFUSED);

        office.db().sql("INSERT INTO sample.thing (id) VALUES (9001)").update();
        act(yamada, file, "again", "台帳に登録した");
        assertThat(now(file).state()).isEqualTo(FileState.RECEIVED);
        assertThat(takenNextDay()).extracting(FileRecord::id).containsExactly(file.id());
        assertThat(now(file).state()).isEqualTo(FileState.APPLIED);
        assertThat(now(file).businessDate()).isEqualTo(NEXT_DAY);
        assertThat(yamada.get("/files/" + file.id()).body())
                .contains("台帳に登録した", "まだ登録していない", "山田 一郎", "受給者1", "指摘はありません")
                .doesNotContain("直した内容");
        assertThat(events(file)).contains("DONE 再取込 台帳に登録した", "DONE 再取込 まだ登録していない");
        assertThat(act(yamada, file, "again", "もう一度")).contains("再取込できません");
    }

    @Test
    void rows_that_an_applied_file_left_aside_come_again_when_their_number_is_on_record()
            throws IOException {
        FileRecord file =
                receipts(
                        41,
                        receipt(1, "1234567890"),
                        receipt(2, "9000000041"),
                        receipt(3, "9000000042"));
        assertThat(file.state()).isEqualTo(FileState.APPLIED);
        assertThat(file.badRows()).isEqualTo(2);
        assertThat(yamada.get("/files/" + file.id()).body())
                .contains("9000000041", "9000000042", "除外した行だけをもう一度取り込みます");

        office.db().sql("INSERT INTO sample.thing (id) VALUES (9000000041)").update();
        assertThat(act(yamada, file, "again", "納付書を登録した")).contains("次の取込処理で取り込みます");
        assertThat(act(yamada, file, "again", "二度目")).contains("すでに指示されています");
        assertThat(takenNextDay()).extracting(FileRecord::id).containsExactly(file.id());
        assertThat(now(file).message()).isEqualTo("収納額9300／再取込：除外した行2件のうち1件を取込 収納額9300");
        assertThat(now(file).badRows()).isEqualTo(1);
        assertThat(yamada.get("/files/" + file.id()).body())
                .contains("9000000042", "納付書を登録した")
                .doesNotContain("9000000041");
        assertThat(takenNextDay()).as("nothing is taken twice").isEmpty();

        office.db().sql("INSERT INTO sample.thing (id) VALUES (9000000042)").update();
        act(yamada, file, "again", "残りも登録した");
        takenNextDay();
        assertThat(now(file).badRows()).isZero();
        assertThat(yamada.get("/files/" + file.id()).body()).doesNotContain("直した内容");
    }

    @Test
    void rows_that_break_the_intake_are_told_and_stop_no_other_file() throws IOException {
        FileRecord broken = receipts(43, receipt(1, ConsoleSample.BREAKING_SLIP));
        FileRecord sound = receipts(44, receipt(1, "9000000044"));
        office.db().sql("INSERT INTO sample.thing (id) VALUES (9000000043), (9000000044)").update();
        act(yamada, broken, "again", "納付書を登録した");
        act(yamada, sound, "again", "納付書を登録した");
        assertThat(takenNextDay())
                .extracting(FileRecord::id)
                .containsExactly(broken.id(), sound.id());
        assertThat(now(broken).message())
                .startsWith("収納額0／除外した行を再取込できませんでした：処理の誤りです（IllegalStateException）");
        assertThat(now(broken).badRows()).isEqualTo(1);
        assertThat(now(sound).badRows()).isZero();
        assertThat(takenNextDay()).as("what was asked is closed").isEmpty();
        assertThat(yamada.get("/files/" + broken.id()).body()).contains("除外した行だけをもう一度取り込みます");
    }

    @Test
    void rows_that_the_format_refused_are_not_offered_to_come_again() throws IOException {
        FileHeader header = FileHeader.of(FileKind.PRINT_RESULT, "PRINT", "131016", 45, DAY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FormatWriter writer = FormatWriter.to(bytes, header)) {
            writer.write(
                    PrintResultFile.LAYOUT
                            .row()
                            .set(PrintResultFile.BUNDLE, "B1")
                            .set(PrintResultFile.LETTER_NO, "000000000001")
                            .set(PrintResultFile.KIND, "01")
                            .set(PrintResultFile.PERSON_NO, 1L)
                            .set(PrintResultFile.RESULT, "01")
                            .set(PrintResultFile.RESULT_ON, DAY)
                            .set(PrintResultFile.PAGES, 2L)
                            .build());
            writer.finish();
        }
        Path path = office.organisation().settings().inbox().resolve(header.fileName());
        Files.writeString(
                path,
                bytes.toString(StandardCharsets.UTF_8).replace("000000000001", "00000000000X"));
        FileRecord file =
                office.organisation().get(Intake.class).take(path, DAY, Actor.timetable());
        assertThat(file.state()).isEqualTo(FileState.APPLIED);
        assertThat(file.badRows()).isEqualTo(1);
        assertThat(yamada.get("/files/" + file.id()).body()).doesNotContain("除外した行だけをもう一度取り込みます");
        assertThat(act(yamada, file, "again", "試す")).contains("再取込できません");
    }

    @Test
    void the_same_bytes_under_a_corrected_name_are_taken_and_once_only() throws IOException {
        FileHeader header = FileHeader.of(FileKind.BANK_RECEIPT, "BANK", "131016", 51, DAY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FormatWriter writer = FormatWriter.to(bytes, header)) {
            writer.write(receipt(1, "1234567891"));
            writer.finish();
        }
        Path wrong =
                office.organisation()
                        .settings()
                        .inbox()
                        .resolve("BANK_RECEIPT_BANK_131016_000052.csv");
        Files.write(wrong, bytes.toByteArray());
        Intake intake = office.organisation().get(Intake.class);
        assertThat(intake.take(wrong, DAY, Actor.timetable()).state()).isEqualTo(FileState.REFUSED);
        Path right = office.organisation().settings().inbox().resolve(header.fileName());
        Files.write(right, bytes.toByteArray());
        assertThat(intake.take(right, DAY, Actor.timetable()).state()).isEqualTo(FileState.APPLIED);
        Files.write(wrong, bytes.toByteArray());
        assertThat(intake.take(wrong, DAY, Actor.timetable()).state())
                .isEqualTo(FileState.DUPLICATE);
    }

    @Test
    void a_file_that_is_wrong_in_itself_goes_back_to_its_sender() throws IOException {
        Path path =
                office.organisation().settings().inbox().resolve("SEIHO_FUKUSHI_131016_000009.csv");
        Files.writeString(path, "これは違います");
        FileRecord file =
                office.organisation().get(Intake.class).take(path, DAY, Actor.timetable());
        assertThat(yamada.get("/files/" + file.id()).body())
                .contains("正しいファイルの再送を依頼してください")
                .doesNotContain("直した内容");
        assertThat(act(yamada, file, "again", "試す")).contains("再取込できません");
        assertThat(now(file).state()).isEqualTo(FileState.REFUSED);
    }

    @Test
    void a_held_file_is_taken_beside_the_other_when_two_persons_agree_and_no_line_is_in_both()
            throws IOException {
        receipts(21, receipt(1, "1111111111"), receipt(2, "2222222222"));
        FileRecord other = receipts(21, receipt(1, "3333333333"));
        assertThat(other.state()).isEqualTo(FileState.HELD);
        assertThat(act(yamada, other, "approve", "急ぎ")).contains("先に送信元への確認を登録してください");
        assertThat(act(yamada, other, "propose", "銀行に電話で確認")).contains("ほかの職員が承認すると取り込みます");
        assertThat(act(yamada, other, "approve", "自分で承認")).contains("確認した職員は承認できません");
        assertThat(now(other).state()).isEqualTo(FileState.HELD);
        assertThat(act(suzuki, other, "approve", "回答書を確認")).contains("次の取込処理で取り込みます");
        takenNextDay();
        assertThat(now(other).state()).isEqualTo(FileState.APPLIED);
        assertThat(now(other).message()).contains("収納額9300");
        assertThat(receipts(21, receipt(1, "4444444444")).state()).isEqualTo(FileState.HELD);
        assertThat(events(other)).contains("DONE 確認 銀行に電話で確認", "DONE 承認 回答書を確認");
    }

    @Test
    void a_held_file_whose_bytes_were_taken_under_another_number_is_not_agreed_to()
            throws IOException {
        debits(61, "0000001");
        FileRecord held = debits(61, "0000002");
        assertThat(act(yamada, held, "propose", "銀行に確認")).contains("ほかの職員が承認すると取り込みます");
        FileRecord taken = debits(62, "0000002");
        assertThat(taken.state()).isEqualTo(FileState.APPLIED);
        assertThat(act(suzuki, held, "approve", "回答書を確認"))
                .contains("同じ内容のファイル（番号" + taken.id() + "）を取込済みです");
        assertThat(now(held).state()).isEqualTo(FileState.HELD);
    }

    @Test
    void a_file_agreed_to_whose_bytes_came_meanwhile_is_the_same_again_and_stops_nothing()
            throws IOException {
        debits(65, "0000005");
        FileRecord held = debits(65, "0000006");
        act(yamada, held, "propose", "銀行に確認");
        act(suzuki, held, "approve", "回答書を確認");
        FileRecord taken = debits(66, "0000006");
        assertThat(taken.state()).isEqualTo(FileState.APPLIED);
        assertThat(takenNextDay()).extracting(FileRecord::id).containsExactly(held.id());
        assertThat(now(held).state()).isEqualTo(FileState.DUPLICATE);
        assertThat(now(held).sameAs()).isEqualTo(taken.id());
    }

    @Test
    void a_held_file_with_a_line_that_was_applied_can_only_be_discarded() throws IOException {
        receipts(22, receipt(1, "5555555555"), receipt(2, "6666666666"));
        FileRecord other = receipts(22, receipt(1, "7777777777"), receipt(9, "6666666666"));
        assertThat(yamada.get("/files/" + other.id()).body())
                .contains("取込済のファイルと同じ内容の行が1行あります（4行目など）")
                .doesNotContain("送信元に確認した内容");
        assertThat(act(yamada, other, "propose", "取り込みたい")).contains("二重になります");
        assertThat(act(yamada, other, "discard", "銀行が誤送信と回答")).contains("破棄しました");
        assertThat(now(other).state()).isEqualTo(FileState.DISCARDED);
        assertThat(act(suzuki, other, "propose", "やはり")).contains("保留のファイルではありません");
        assertThat(receipts(22, receipt(1, "7777777777"), receipt(9, "6666666666")).state())
                .isEqualTo(FileState.DUPLICATE);
        assertThat(events(other)).contains("DONE 破棄 銀行が誤送信と回答");
    }

    @Test
    void nobody_decides_about_files_whose_content_is_shut_to_them() throws IOException {
        FileRecord file = send(FileKind.SEIHO, "FUKUSHI", 31, welfare(9_031));
        Browser stranger = clerk("120", "田中 四郎", Duties.FILES_DECIDE);
        stranger.get("/files/" + file.id());
        assertThat(
                        stranger.post("/files/" + file.id() + "/again", Map.of("reason", "試す"))
                                .statusCode())
                .isEqualTo(403);
        assertThat(now(file).state()).isEqualTo(FileState.REFUSED);
    }

    private static List<String> events(FileRecord file) {
        return office.db()
                .sql(
                        "SELECT result || ' ' || action || ' ' || purpose FROM audit.event WHERE object = ?")
                .param("ファイル " + file.id())
                .query(String.class)
                .list();
    }
}
