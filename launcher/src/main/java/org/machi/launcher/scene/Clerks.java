package org.machi.launcher.scene;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.machi.platform.Organisation;
import org.machi.platform.desk.Browser;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;

/** The two clerks of a scene at each console; people who look at it use the demo's staff. */
final class Clerks {

    private static final String FIRST = "8001";
    private static final String SECOND = "8002";
    private static final String GIVEN = "machi-scene-2026";
    private static final String OWN = "さくらと川のある町の朝の市";
    private static final LocalDate SINCE = LocalDate.of(2020, 4, 1);

    private final Map<String, Browser> browsers = new HashMap<>();

    Browser first(Organisation at) {
        return signedIn(at, FIRST, "場面 一子");
    }

    Browser second(Organisation at) {
        return signedIn(at, SECOND, "場面 二郎");
    }

    /** Sessions end with the working day. */
    void goHome() {
        browsers.clear();
    }

    private Browser signedIn(Organisation at, String staffNo, String name) {
        return browsers.computeIfAbsent(
                at.settings().code() + staffNo,
                _ -> {
                    boolean fresh = enter(at, staffNo, name);
                    Browser browser = new Browser("http://127.0.0.1:" + at.settings().port());
                    browser.signIn(staffNo, fresh ? GIVEN : OWN);
                    if (fresh) {
                        browser.get("/password");
                        browser.post(
                                "/password", Map.of("present", GIVEN, "chosen", OWN, "again", OWN));
                    }
                    browser.get("/");
                    return browser;
                });
    }

    private static boolean enter(Organisation at, String staffNo, String name) {
        StaffDirectory directory = at.get(StaffDirectory.class);
        directory.office("K01", "後期高齢者医療係");
        boolean fresh = directory.enter(staffNo, name, "K01", SINCE, GIVEN);
        if (fresh) {
            List<String> all = at.get(Duties.class).all().stream().map(Duty::code).toList();
            directory.grant(staffNo, all, SINCE, "scene");
        }
        return fresh;
    }
}
