package org.machi.city.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import org.machi.city.CityScene;
import org.machi.platform.desk.Browser;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;

/**
 * A city with its console: 100 and 300 hold every duty, 200 looks at people who are not protected,
 * 210 takes their 届出.
 */
final class PeopleOffice implements AutoCloseable {

    static final String CLERK = "100";
    static final String SECOND = "300";
    static final String LOOKS = "200";
    static final String COUNTER = "210";

    private static final LocalDate SINCE = LocalDate.of(2026, 4, 1);
    private static final String PASSWORD = "さくらと川のある町の朝の市";

    private final CityScene city;
    private final String address;

    PeopleOffice() {
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
        member(CLERK, all);
        member(SECOND, all);
        member(LOOKS, List.of(Duties.CONSOLE, PeopleDesk.LOOK));
        member(COUNTER, List.of(Duties.CONSOLE, PeopleDesk.LOOK, PeopleDesk.APPLY));
    }

    private void member(String no, List<String> duties) {
        city.get(StaffDirectory.class).enter(no, "職員 " + no, "1010", SINCE, PASSWORD);
        city.get(StaffDirectory.class).grant(no, duties, SINCE, "開設");
        city.db()
                .sql("update staff.member set must_change_password = false where staff_no = :no")
                .param("no", no)
                .update();
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
