package org.machi.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.machi.platform.desk.Browser;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;

/** 見本市 with its console: 100 and 300 hold every duty. Forms are posted from the page given. */
public final class CityDeskScene implements AutoCloseable {

    private static final LocalDate SINCE = LocalDate.of(2026, 4, 1);
    private static final String PASSWORD = "さくらと川のある町の朝の市";

    private final CityScene city;
    private final String address;
    private final Map<String, Browser> browsers = new HashMap<>();

    public CityDeskScene() {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = "http://127.0.0.1:" + port;
        city = new CityScene(port);
        StaffDirectory staff = city.get(StaffDirectory.class);
        staff.office("1010", "保険年金課");
        List<String> all = city.get(Duties.class).all().stream().map(Duty::code).toList();
        for (String no : List.of("100", "300")) {
            staff.enter(no, "職員 " + no, "1010", SINCE, PASSWORD);
            staff.grant(no, all, SINCE, "開設");
        }
        city.db().sql("update staff.member set must_change_password = false").update();
    }

    public CityScene city() {
        return city;
    }

    /** Signed in and on a page. */
    public Browser at(String staffNo, String path) {
        Browser browser =
                browsers.computeIfAbsent(
                        staffNo,
                        no -> {
                            Browser fresh = new Browser(address);
                            fresh.signIn(no, PASSWORD);
                            return fresh;
                        });
        browser.get(path);
        return browser;
    }

    /** The page as a clerk sees it. */
    public String page(String path) {
        return at("100", path).get(path).body();
    }

    /** Posts a form of a page and follows to the answer. */
    public HttpResponse<String> post(
            String staffNo, String page, String path, Map<String, String> form) {
        Browser browser = at(staffNo, page);
        HttpResponse<String> answer = browser.post(path, form);
        String next = Browser.location(answer).replace(address, "");
        return next.isEmpty() ? answer : browser.get(next);
    }

    /** The values of a query without parameters, one text a row. */
    public List<String> list(String sql) {
        return city.db().sql(sql).query(String.class).list();
    }

    @Override
    public void close() {
        city.close();
    }
}
