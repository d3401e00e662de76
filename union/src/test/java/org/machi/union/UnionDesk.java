package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.machi.platform.desk.Browser;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A union with its console open, and one clerk with all duties in front of it. */
final class UnionDesk implements AutoCloseable {

    private static final String CLERK = "300";
    private static final String PASSWORD = "みどりの町の広域連合の朝";

    private final UnionScene union;
    private Browser browser;

    UnionDesk() {
        union = new UnionScene(freePort());
        browser = new Browser(address());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UnionScene union() {
        return union;
    }

    private String address() {
        return "http://127.0.0.1:" + union.settings().port();
    }

    Browser browser() {
        return browser;
    }

    /** Enters the clerk, who signs in; the union must have begun a day. */
    void begin() {
        LocalDate since = LocalDate.of(2026, 4, 1);
        StaffDirectory staff = union.office().organisation().get(StaffDirectory.class);
        staff.office("2010", "資格賦課給付課");
        staff.enter(CLERK, "広域 花子", "2010", since, PASSWORD);
        union.office()
                .organisation()
                .get(JdbcClient.class)
                .sql("UPDATE staff.member SET must_change_password = false WHERE staff_no = ?")
                .param(CLERK)
                .update();
        List<String> all =
                union.office().organisation().get(Duties.class).all().stream()
                        .map(duty -> duty.code())
                        .toList();
        staff.grant(CLERK, all, since, "開設");
        browser = new Browser(address());
        browser.signIn(CLERK, PASSWORD);
    }

    String get(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Override
    public void close() {
        union.close();
    }
}
