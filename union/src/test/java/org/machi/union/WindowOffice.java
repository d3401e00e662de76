package org.machi.union;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A union with its console, an administrator of its own and the terminals of two cities: everything
 * is registered at the pages as people would.
 */
final class WindowOffice implements AutoCloseable {

    static final String ADMINISTRATOR = "300";
    static final String SECOND = "301";
    static final String PASSWORD = "みどりの町の広域連合の朝";
    static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 8, 3);
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}");

    private static final Pattern TEMPORARY = Pattern.compile("id=\"temporary\">([a-z2-9]{16})<");

    final UnionScene union;
    private final String address;
    private final Map<String, Browser> signedIn = new HashMap<>();

    private WindowOffice(UnionScene union) {
        this.union = union;
        this.address = "http://127.0.0.1:" + union.settings().port();
    }

    /** Two people of 千代田区, one of 中央区, decided up to 3 August. */
    static WindowOffice open() {
        WindowOffice office = new WindowOffice(new UnionScene(freePort()));
        office.residents();
        office.staff();
        return office;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void residents() {
        SamplePerson hana =
                new SamplePerson(UnionScene.CITY_A, 1, "マドグチ　ハナ", LocalDate.of(1940, 5, 5));
        SamplePerson taro =
                new SamplePerson(UnionScene.CITY_A, 2, "マドグチ　タロウ", LocalDate.of(1941, 1, 1));
        SamplePerson other =
                new SamplePerson(UnionScene.CITY_B, 700, "マドグチ　ヨソ", LocalDate.of(1940, 5, 5));
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                APRIL,
                List.of(hana.initial(), taro.initial()));
        union.send(FileKind.U_PERSON, UnionScene.CITY_B, APRIL, List.of(other.initial()));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(
                        taxable(hana.pension(2026, 1_950_000, 850_000)),
                        taxable(taro.pension(2026, 1_500_000, 400_000))));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_B,
                APRIL,
                List.of(taxable(other.pension(2026, 1_500_000, 400_000))));
        union.day("2026-04-01");
        union.day("2026-07-01");
        union.day(TODAY);
    }

    private static Row taxable(Row pension) {
        return pension.copy().set(TaxFile.TAXABLE, 300_000L).build();
    }

    private void staff() {
        StaffDirectory staff = get(StaffDirectory.class);
        staff.office("2010", "資格管理課");
        List<String> own =
                get(Duties.class).all().stream()
                        .map(duty -> duty.code())
                        .filter(code -> !code.startsWith("window."))
                        .toList();
        for (String number : List.of(ADMINISTRATOR, SECOND)) {
            staff.enter(number, "広域 " + number, "2010", APRIL, PASSWORD);
            staff.grant(number, own, APRIL, "開設");
            db().sql("UPDATE staff.member SET must_change_password = false WHERE staff_no = ?")
                    .param(number)
                    .update();
        }
    }

    <T> T get(Class<T> type) {
        return union.office().organisation().get(type);
    }

    JdbcClient db() {
        return get(JdbcClient.class);
    }

    Browser browser() {
        return new Browser(address);
    }

    Browser administrator() {
        return unionStaff(ADMINISTRATOR);
    }

    Browser unionStaff(String number) {
        return signedIn.computeIfAbsent(
                number,
                _ -> {
                    Browser browser = browser();
                    browser.signIn(number, PASSWORD);
                    return browser;
                });
    }

    /** Enters a terminal, has the machine take its key, and gives the machine back. */
    Browser terminal(String city, String name, String kind) {
        Browser administrator = administrator();
        administrator.get("/terminals");
        administrator.post(
                "/terminals",
                Map.of(
                        "city",
                        city,
                        "name",
                        name,
                        "kind",
                        kind,
                        "place",
                        "保険年金課",
                        "since",
                        APRIL.toString()));
        Browser machine = browser();
        machine.get("/terminal/enrolment");
        machine.post("/terminal/enrolment", Map.of("code", code(name)));
        return machine;
    }

    String code(String terminal) {
        administrator().get("/terminals");
        HttpResponse<String> answer =
                administrator().post("/terminals/code", Map.of("name", terminal));
        Matcher code = CODE.matcher(answer.body());
        if (!code.find()) {
            throw new IllegalStateException(answer.body());
        }
        return code.group();
    }

    /** An id that a city asked for on paper: one enters, another agrees and reads the 仮パスワード. */
    String id(String city, String name, List<String> duties) {
        administrator().get("/user-ids");
        administrator()
                .post(
                        "/user-ids",
                        Map.of(
                                "city",
                                city,
                                "kind",
                                "FIRST",
                                "onDay",
                                APRIL.toString(),
                                "holder",
                                name,
                                "department",
                                "保険年金課",
                                "duties",
                                String.join(",", duties),
                                "reason",
                                "新規採用"));
        return agree(SECOND);
    }

    /** Agrees to the request that waits; the 仮パスワード, or nothing when the id was ended. */
    String agree(String staff) {
        long no =
                db().sql("SELECT max(request_no) FROM windows.id_request WHERE state = 'OPEN'")
                        .query(Long.class)
                        .single();
        unionStaff(staff).get("/user-ids");
        String page = unionStaff(staff).post("/user-ids/" + no + "/agree", Map.of()).body();
        Matcher password = TEMPORARY.matcher(page);
        return password.find() ? password.group(1) : "";
    }

    /** Signs in with a 仮パスワード and chooses an own one. */
    static Browser signIn(Browser machine, String id, String temporary) {
        machine.signIn(id, temporary);
        machine.get("/password");
        machine.post(
                "/password", Map.of("present", temporary, "chosen", PASSWORD, "again", PASSWORD));
        machine.get("/");
        return machine;
    }

    /** Looks for a person by 被保険者番号, so that the reason of the visit is chosen. */
    static HttpResponse<String> search(Browser clerk, String number) {
        clerk.get("/window");
        return clerk.post("/window", Map.of("number", number, "purpose", "窓口での届出・申請"));
    }

    /** Somebody who moved into 千代田区 today, as the city's screen shows. */
    static Map<String, String> newcomer() {
        Map<String, String> fields = new HashMap<>();
        fields.put("personNo", "51");
        fields.put("householdNo", "51");
        fields.put("name", "転入 花子");
        fields.put("kana", "テンニュウ ハナコ");
        fields.put("birth", "1944-02-03");
        fields.put("sex", "2");
        fields.put("town", "千代田一丁目");
        fields.put("movedInOn", TODAY.toString());
        fields.put("cameAs", "SELF");
        fields.put("identity", "CARD");
        return fields;
    }

    static Map<String, String> entry(String kind, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("kind", kind);
        fields.putIfAbsent("occurredOn", TODAY.toString());
        fields.put("cameAs", "SELF");
        fields.put("identity", "LICENCE");
        return fields;
    }

    static Map<String, String> wish(String kind, String id, String holder) {
        return Map.of(
                "kind",
                kind,
                "userId",
                id,
                "onDay",
                TODAY.toString(),
                "holder",
                holder,
                "department",
                "保険年金課",
                "duties",
                "window.look",
                "reason",
                "人事異動");
    }

    static boolean isIn(HttpResponse<String> answer) {
        return !Browser.location(answer).contains("again");
    }

    /** The city's file of the next day about the one who moved in. */
    void tellNewcomer(LocalDate tomorrow) {
        Row row =
                new SamplePerson(UnionScene.CITY_A, 51, "テンニュウ　ハナコ", LocalDate.of(1944, 2, 3))
                        .since(TODAY)
                        .movedIn()
                        .copy()
                        .set(ResidentFile.NAME, "転入　花子")
                        .set(ResidentFile.SEX, "2")
                        .build();
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, tomorrow, List.of(row));
    }

    /** 被保険者番号 of a person of a city. */
    String number(String city, long personNo) {
        return db().sql(
                        """
                        SELECT insured_no FROM eligibility.insured JOIN register.person USING (natural_id)
                         WHERE city_code = ? AND person_no = ?
                        """)
                .params(city, personNo)
                .query(String.class)
                .single();
    }

    List<String> events(String staff) {
        return db().sql(
                        """
                        SELECT result || ' ' || action || ' ' || object FROM audit.event WHERE staff = ? ORDER BY id
                        """)
                .param(staff)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        union.close();
    }
}
