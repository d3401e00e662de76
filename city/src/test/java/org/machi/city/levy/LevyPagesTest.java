package org.machi.city.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.resident;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.BankReceiptFile;
import org.machi.formats.layout.CareChargeFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;

/**
 * The collection office's pages as a browser meets them: account, exceptions, closings, letters.
 */
class LevyPagesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 10);
    private static final LocalDate MONTH_END = LocalDate.of(2026, 7, 31);
    private static final String PASSWORD = "さくらと川のある町の朝の市";
    private static CityScene city;
    private static String address;

    @BeforeAll
    static void open() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        address = "http://127.0.0.1:" + port;
        city = new CityScene(port);
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        resident(1, 101, "髙橋　太郎", "タカハシ　タロウ"),
                        resident(2, 102, "見本　" + Character.toString(0x30000), "ミホン　ジロウ")));
        city.day("2026-04-01");
        city.send(FileKind.KAIGO_CHARGE, "KAIGO", JULY, List.of(care(1), care(2)));
        city.day("2026-07-10");
        city.send(FileKind.BANK_RECEIPT, "BANK", MONTH_END, List.of(unknown()));
        city.day("2026-07-31");
        StaffDirectory staff = city.get(StaffDirectory.class);
        staff.office("1010", "収納課");
        List<String> all = city.get(Duties.class).all().stream().map(duty -> duty.code()).toList();
        member("100", "山田 一郎", all);
        member("200", "佐藤 二葉", List.of("people.look"));
    }

    private static void member(String no, String name, List<String> duties) {
        city.get(StaffDirectory.class).enter(no, name, "1010", APRIL, PASSWORD);
        city.get(StaffDirectory.class).grant(no, duties, APRIL, "開設");
        city.db()
                .sql("update staff.member set must_change_password = false where staff_no = :no")
                .param("no", no)
                .update();
    }

    private static Row care(long person) {
        return CareChargeFile.LAYOUT
                .row()
                .set(CareChargeFile.PERSON_NO, person)
                .set(CareChargeFile.CARE_NO, "%010d".formatted(2_000_000 + person))
                .set(CareChargeFile.LEVY_YEAR, 2026L)
                .set(CareChargeFile.DECISION_YEAR, 2026L)
                .set(CareChargeFile.ASSESSMENT_NO, "26%08d".formatted(person))
                .set(CareChargeFile.PAST_YEAR, "1")
                .set(CareChargeFile.PERIOD, 1L)
                .set(CareChargeFile.VERSION, 1L)
                .set(CareChargeFile.CHANGE, "1")
                .set(CareChargeFile.CHARGED_ON, JULY)
                .set(CareChargeFile.DUE_ON, MONTH_END)
                .set(CareChargeFile.AMOUNT, 9_300L)
                .build();
    }

    private static Row unknown() {
        return BankReceiptFile.LAYOUT
                .row()
                .set(BankReceiptFile.SEQ, 1L)
                .set(BankReceiptFile.BANK_CODE, "0991")
                .set(BankReceiptFile.BRANCH_CODE, "101")
                .set(BankReceiptFile.PAID_ON, MONTH_END.minusDays(1))
                .set(BankReceiptFile.RECEIVED_ON, MONTH_END)
                .set(BankReceiptFile.OCR_LINE, "1234567890")
                .set(BankReceiptFile.AMOUNT, 500L)
                .set(BankReceiptFile.LATE_CHARGE, 0L)
                .set(BankReceiptFile.DEMAND_FEE, 0L)
                .build();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static Browser signedIn(String staffNo) {
        Browser browser = new Browser(address);
        browser.signIn(staffNo, PASSWORD);
        return browser;
    }

    @Test
    @Requirement({"R08", "L04"})
    void a_persons_account_shows_levy_period_due_day_and_what_is_open() {
        String page = signedIn("100").get("/people/1").body();
        assertThat(page).contains("介護保険料", "普通徴収", "9,300");
    }

    @Test
    @Requirement({"R03", "L07"})
    void money_that_belongs_to_nobody_stands_on_the_list_of_exceptions() {
        assertThat(signedIn("100").get("/levy/exceptions").body())
                .contains("1234567890", "500", "納付書番号が台帳にない");
    }

    @Test
    @Requirement("L12")
    void closed_days_and_months_are_shown_with_their_sums() {
        assertThat(signedIn("100").get("/levy/closing").body()).contains("介護保険料", "18,600", "現年分");
    }

    @Test
    @Requirement("C11")
    void a_letter_that_cannot_be_drawn_waits_until_somebody_says_that_it_was_sent() {
        Browser browser = signedIn("100");
        assertThat(browser.get("/").body()).contains("引抜きの通知書（収納）");
        assertThat(browser.get("/levy/letters").body()).contains("納入通知書", "U+30000", "発行抑止中");
        String letter =
                city.db()
                        .sql("select letter_no from levy.letter where pulled_out is not null")
                        .query(String.class)
                        .single();
        browser.post("/levy/letters/" + letter + "/settled", Map.of());
        assertThat(browser.get("/levy/letters").body()).doesNotContain(letter);
    }

    @Test
    void nobody_without_the_duty_sees_the_lists() {
        Browser browser = signedIn("200");
        for (String path : List.of("/levy/exceptions", "/levy/closing", "/levy/letters")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }
}
