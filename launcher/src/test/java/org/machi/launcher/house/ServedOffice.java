package org.machi.launcher.house;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.machi.city.CityOffice;
import org.machi.platform.Organisation;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.Browser;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;
import org.machi.platform.time.BusinessDate;
import org.machi.union.UnionOffice;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An organisation with its console and one member of staff for each duty, who holds every duty but
 * that one; and 100, who holds all.
 */
final class ServedOffice {

    static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    static final String EVERYTHING = "100";
    private static final String PASSWORD = "さくらと川のある町の朝の市";
    private static final LocalDate SINCE = LocalDate.of(2026, 4, 1);

    private final String name;
    private final Organisation organisation;
    private final Map<String, String> withoutDuty = new HashMap<>();
    private final Map<String, Browser> browsers = new HashMap<>();

    private ServedOffice(String name, Organisation organisation) {
        this.name = name;
        this.organisation = organisation;
        organisation.get(BusinessDate.class).open(DAY);
        organisation.get(StaffDirectory.class).office("1010", "保険年金課");
        List<String> all = organisation.get(Duties.class).all().stream().map(Duty::code).toList();
        enter(EVERYTHING, all);
        for (String duty : all) {
            String staffNo = String.valueOf(200 + withoutDuty.size());
            withoutDuty.put(duty, staffNo);
            enter(staffNo, all.stream().filter(other -> !other.equals(duty)).toList());
        }
    }

    static ServedOffice city(OrganisationSettings settings) {
        Organisation city = CityOffice.start(settings.withPort(freePort())).organisation();
        city.get(Parameters.class)
                .add(
                        List.of(
                                value("union.code", "39131016"),
                                value("koki.periods", "8"),
                                value("koki.requestDay", "24"),
                                value("koki.noticeDay", "14"),
                                value("koki.slipUseByDays", "30")));
        return new ServedOffice("city", city);
    }

    private static Parameter value(String code, String value) {
        return new Parameter(code, value, SINCE, LocalDate.MAX, "試験", 'D');
    }

    static ServedOffice union(OrganisationSettings settings) {
        return new ServedOffice(
                "union",
                UnionOffice.start(settings.withPort(freePort()), List.of()).organisation());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void enter(String staffNo, List<String> duties) {
        StaffDirectory directory = organisation.get(StaffDirectory.class);
        directory.enter(staffNo, "職員 " + staffNo, "1010", SINCE, PASSWORD);
        directory.grant(staffNo, duties, SINCE, "開設");
        db().sql("UPDATE staff.member SET must_change_password = false WHERE staff_no = ?")
                .param(staffNo)
                .update();
    }

    Organisation organisation() {
        return organisation;
    }

    JdbcClient db() {
        return organisation.get(JdbcClient.class);
    }

    /** The number of the one who holds every duty but this. */
    String without(String duty) {
        return Objects.requireNonNull(withoutDuty.get(duty), duty);
    }

    HttpResponse<String> get(String staffNo, String path) {
        return browser(staffNo).get(path);
    }

    HttpResponse<String> post(String staffNo, String path, Map<String, String> fields) {
        return browser(staffNo).post(path, fields);
    }

    private Browser browser(String staffNo) {
        return browsers.computeIfAbsent(
                staffNo,
                no -> {
                    Browser browser =
                            new Browser("http://127.0.0.1:" + organisation.settings().port());
                    browser.signIn(no, PASSWORD);
                    browser.get("/");
                    return browser;
                });
    }

    /** What the audit trail holds after this record, as result, action and object. */
    List<String> eventsAfter(long id, String staffNo) {
        return db().sql(
                        """
                        SELECT result || ' ' || action || ' ' || object FROM audit.event
                         WHERE id > ? AND staff = ? ORDER BY id
                        """)
                .param(id)
                .param(staffNo)
                .query(String.class)
                .list();
    }

    long lastEvent() {
        return db().sql("SELECT coalesce(max(id), 0) FROM audit.event").query(Long.class).single();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Not by the name close: JUnit would close the argument of a test after its first use. */
    void shut() {
        organisation.close();
    }
}
