package org.machi.platform.desk;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import org.machi.platform.Organisation;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.proof.TestDatabase;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;
import org.machi.platform.time.BusinessDate;
import org.machi.sample.ConsoleSample;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample organisation with its console on a free port and two members of staff. */
public final class ConsoleTestOffice implements AutoCloseable {
    public static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    public static final String PASSWORD = "さくらと川のある町の朝の市";

    private final Organisation organisation;

    private ConsoleTestOffice(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Opens an office whose staff are 100 (all duties) and 200 (none but the console). */
    public static ConsoleTestOffice open(Kind kind, String code) {
        OrganisationSettings settings =
                TestDatabase.fresh(ConsoleSample.class, kind, code).withPort(freePort());
        ConsoleTestOffice office =
                new ConsoleTestOffice(Organisation.start(ConsoleSample.class, settings));
        office.organisation.get(BusinessDate.class).open(DAY);
        StaffDirectory staff = office.organisation.get(StaffDirectory.class);
        staff.office("1010", "保険年金課");
        office.member("100", "山田 一郎");
        office.member("200", "佐藤 二葉");
        List<String> all =
                office.organisation.get(Duties.class).all().stream()
                        .map(duty -> duty.code())
                        .toList();
        staff.grant("100", all, LocalDate.of(2026, 4, 1), "開設");
        return office;
    }

    /** Enters a member of staff who has already replaced the initial password. */
    public void member(String staffNo, String name) {
        organisation
                .get(StaffDirectory.class)
                .enter(staffNo, name, "1010", LocalDate.of(2026, 4, 1), PASSWORD);
        db().sql("UPDATE staff.member SET must_change_password = false WHERE staff_no = :no")
                .param("no", staffNo)
                .update();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Organisation organisation() {
        return organisation;
    }

    public String address() {
        return "http://127.0.0.1:" + organisation.settings().port();
    }

    public JdbcClient db() {
        return organisation.get(JdbcClient.class);
    }

    public Browser browser() {
        return new Browser(address());
    }

    @Override
    public void close() {
        organisation.close();
    }
}
