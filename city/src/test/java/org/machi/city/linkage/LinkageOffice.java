package org.machi.city.linkage;

import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import org.machi.city.CityScene;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;

/**
 * A city with three insured, of whom number 2 is under 支援措置, and with three clerks: 100 asks, 300
 * approves, 200 looks at nothing of this.
 */
final class LinkageOffice implements AutoCloseable {

    static final String ASKS = "100";
    static final String APPROVES = "300";

    private static final LocalDate SINCE = LocalDate.of(2026, 4, 1);
    private static final String PASSWORD = "さくらと川のある町の朝の市";

    private final CityScene city;
    private final String address;

    LinkageOffice() {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = "http://127.0.0.1:" + port;
        city = new CityScene(port);
        city.get(StaffDirectory.class).office("1010", "保険年金課");
        List<String> all = city.get(Duties.class).all().stream().map(Duty::code).toList();
        member(ASKS, all);
        member(APPROVES, all);
        people();
    }

    private void member(String no, List<String> duties) {
        city.get(StaffDirectory.class).enter(no, "職員 " + no, "1010", SINCE, PASSWORD);
        city.get(StaffDirectory.class).grant(no, duties, SINCE, "開設");
        city.db()
                .sql("update staff.member set must_change_password = false where staff_no = :no")
                .param("no", no)
                .update();
    }

    private void people() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                day,
                List.of(
                        resident(1, 101, "山田　一", "ヤマダ　ハジメ"),
                        residentBuilder(2, 102, "川田　二葉", "カワダ　フタバ")
                                .set(ResidentFile.PROTECTION, "1")
                                .set(ResidentFile.PROTECTED_FROM, day)
                                .build(),
                        resident(3, 103, "海田　三", "ウミダ　ミツ")));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                day,
                List.of(
                        insured(1, "山田　一", "ヤマダ　ハジメ"),
                        insured(2, "川田　二葉", "カワダ　フタバ"),
                        insured(3, "海田　三", "ウミダ　ミツ")));
        city.day("2026-04-01");
    }

    CityScene city() {
        return city;
    }

    /** Signed in and on a page, so that the next form has its token. */
    Browser at(String staffNo, String path) {
        Browser browser = new Browser(address);
        browser.signIn(staffNo, PASSWORD);
        browser.get(path);
        return browser;
    }

    /** The only value of a query without parameters. */
    String value(String sql) {
        return city.db().sql(sql).query(String.class).single();
    }

    @Override
    public void close() {
        city.close();
    }
}
