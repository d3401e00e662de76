package org.machi.city.levy.desk;

import static org.machi.city.SamplePeople.residentBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.BankReceiptFile;
import org.machi.formats.layout.CareChargeFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.office.PeriodName;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A collection office with its console: residents 1 to 30, of whom 20 and on are dead, each charged
 * 9,300 yen due on July 31 and 9,000 due on August 31, one of them twice more; and clerks.
 */
final class LevyOffice implements AutoCloseable {

    static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    static final LocalDate JULY = LocalDate.of(2026, 7, 10);
    static final LocalDate MONTH_END = LocalDate.of(2026, 7, 31);
    private static final int PEOPLE = 30;
    private static final int FIRST_DEAD = 20;

    /** Whose account has a 随時 period and one of a former closing, too. */
    static final long LATE_CHARGED = 19;

    private static final String PASSWORD = "さくらと川のある町の朝の市";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    final CityScene city;
    private final String address;

    LevyOffice() {
        int port = freePort();
        address = "http://127.0.0.1:" + port;
        city = new CityScene(port);
        List<Row> residents = new ArrayList<>();
        List<Row> charges = new ArrayList<>();
        for (long no = 1; no <= PEOPLE; no++) {
            Row.Builder row = residentBuilder(no, 100 + no, "髙橋　太郎", "タカハシ　タロウ");
            if (no >= FIRST_DEAD) {
                row.set(ResidentFile.RESIDENT_STATE, "2").set(ResidentFile.DIED_ON, "2026-06-20");
            }
            residents.add(row.build());
            charges.add(care(no, 1, MONTH_END, 9_300));
            charges.add(care(no, 2, LocalDate.of(2026, 8, 31), 9_000));
        }
        city.send(FileKind.JUKI_ALL, "JUKI", APRIL, residents);
        city.day("2026-04-01");
        LocalDate later = LocalDate.of(2026, 8, 31);
        charges.add(care(LATE_CHARGED, PeriodName.FIRST_EXTRA, later, 1_100));
        charges.add(care(LATE_CHARGED, PeriodName.FORMER_CLOSING, later, 1_200));
        city.send(FileKind.KAIGO_CHARGE, "KAIGO", JULY, charges);
        city.day("2026-07-10");
        StaffDirectory staff = city.get(StaffDirectory.class);
        staff.office("1010", "収納課");
        List<String> all = city.get(Duties.class).all().stream().map(duty -> duty.code()).toList();
        member("100", "山田 一郎", all);
        member("110", "鈴木 三奈", all);
        member("200", "佐藤 二葉", List.of("people.look", LevyDesk.LOOK));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void member(String no, String name, List<String> duties) {
        StaffDirectory staff = city.get(StaffDirectory.class);
        staff.enter(no, name, "1010", APRIL, PASSWORD);
        staff.grant(no, duties, APRIL, "開設");
        db().sql("update staff.member set must_change_password = false where staff_no = ?")
                .param(no)
                .update();
    }

    static Row care(long person, long period, LocalDate due, long amount) {
        return CareChargeFile.LAYOUT
                .row()
                .set(CareChargeFile.PERSON_NO, person)
                .set(CareChargeFile.CARE_NO, "%010d".formatted(2_000_000 + person))
                .set(CareChargeFile.LEVY_YEAR, 2026L)
                .set(CareChargeFile.DECISION_YEAR, 2026L)
                .set(CareChargeFile.ASSESSMENT_NO, "26%08d".formatted(person))
                .set(CareChargeFile.PAST_YEAR, "1")
                .set(CareChargeFile.PERIOD, period)
                .set(CareChargeFile.VERSION, 1L)
                .set(CareChargeFile.CHANGE, "1")
                .set(CareChargeFile.CHARGED_ON, JULY)
                .set(CareChargeFile.DUE_ON, due)
                .set(CareChargeFile.AMOUNT, amount)
                .build();
    }

    /** A slip of the person's period as the bank stamps it. */
    Row stamped(long seq, long person, int period, long amount, LocalDate paidOn) {
        String ocr =
                db().sql(
                                "SELECT ocr_line FROM levy.v_slip WHERE person_no = ? AND period = ? ORDER BY slip_no DESC LIMIT 1")
                        .params(person, period)
                        .query(String.class)
                        .single();
        return stamped(seq, ocr, amount, paidOn);
    }

    static Row stamped(long seq, String ocr, long amount, LocalDate paidOn) {
        return BankReceiptFile.LAYOUT
                .row()
                .set(BankReceiptFile.SEQ, seq)
                .set(BankReceiptFile.BANK_CODE, "0991")
                .set(BankReceiptFile.BRANCH_CODE, "101")
                .set(BankReceiptFile.PAID_ON, paidOn)
                .set(BankReceiptFile.RECEIVED_ON, paidOn.plusDays(1))
                .set(BankReceiptFile.OCR_LINE, ocr)
                .set(BankReceiptFile.AMOUNT, amount)
                .set(BankReceiptFile.LATE_CHARGE, 0L)
                .set(BankReceiptFile.DEMAND_FEE, 0L)
                .build();
    }

    Browser signedIn(String staffNo) {
        Browser browser = new Browser(address);
        browser.signIn(staffNo, PASSWORD);
        browser.get("/people");
        return browser;
    }

    /** The account page, and the version that its forms carry. */
    static String seen(String page) {
        Matcher found = SEEN.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /** Sends a form of the account page as it stands now, and follows the answer. */
    static String act(Browser browser, long person, String deed, Map<String, String> fields) {
        String path = "/levy/people/" + person;
        return act(browser, path, path + "/" + deed, fields);
    }

    /** Sends a form of a page as it stands now, and follows the answer. */
    static String act(Browser browser, String page, String deed, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("seen", seen(browser.get(page).body()));
        HttpResponse<String> answer = browser.post(deed, all);
        String next = Browser.location(answer);
        return next.isEmpty()
                ? answer.statusCode() + " " + answer.body()
                : browser.get(next.replaceFirst("^https?://[^/]+", "")).body();
    }

    long instalment(long person, int period) {
        return db().sql(
                        "SELECT instalment_id FROM levy.instalment WHERE person_no = ? AND period = ?")
                .params(person, period)
                .query(Long.class)
                .single();
    }

    /** The balance of an instalment, column by column. */
    Map<String, Object> balance(long person, int period) {
        return db().sql("SELECT * FROM levy.instalment_balance WHERE instalment_id = ?")
                .param(instalment(person, period))
                .query()
                .singleRow();
    }

    JdbcClient db() {
        return city.db();
    }

    @Override
    public void close() {
        city.close();
    }
}
