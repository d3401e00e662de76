package org.machi.city.people.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.resident;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.machi.city.CityScene;
import org.machi.formats.file.FileKind;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.proof.RouteWalk;
import org.machi.platform.proof.RouteWalk.Route;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;

/**
 * Every page and deed that opens a person, found in the running console: 100 holds every duty, 200
 * all but those about protected people. 3 is the person.
 */
@SuppressWarnings("NullAway.Init")
class RefusalsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String PASSWORD = "さくらと川のある町の朝の市";

    /** What must go on while a person is stopped or locked. */
    private static final Predicate<String> GOES_ON =
            path ->
                    path.contains("/lock")
                            || path.contains("/suppressions")
                            || path.contains("/protection")
                            || path.endsWith("/release")
                            || path.endsWith("/stop");

    /** Deeds that reach nobody by a number of their own, or leave stopped people out. */
    private static final List<String> OF_NOBODY =
            List.of(
                    "/people",
                    "/people/by-number",
                    "/people/inquiries/paper",
                    "/people/non-residents",
                    "/people/non-residents/search",
                    "/people/releases/{releaseNo}",
                    "/people/undeclared/forms",
                    "/koki/facilities",
                    "/koki/facilities/{facilityNo}/end",
                    "/levy/receipts/{receiptId}");

    /** Deeds with more to set up, whose refusal another test proves. */
    private static final Map<String, String> ELSEWHERE =
            Map.of("/levy/receipts/", "JointDemandTest", "/levy/write-offs/", "JointDemandTest");

    private static CityScene city;
    private static String address;

    @BeforeAll
    static void open() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            int port = socket.getLocalPort();
            address = "http://127.0.0.1:" + port;
        }
        city = new CityScene(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
        city.send(FileKind.JUKI_ALL, "JUKI", APRIL, List.of(resident(3, 103, "鈴木　三子", "スズキ　ミツコ")));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(3, "鈴木　三子", "スズキ　ミツコ")));
        city.day("2026-04-01");
        city.get(StaffDirectory.class).office("1010", "保険年金課");
        List<String> all = city.get(Duties.class).all().stream().map(Duty::code).toList();
        member("100", all);
        member(
                "200",
                all.stream()
                        .filter(code -> !code.startsWith("people.protected"))
                        .filter(code -> !code.equals(Stops.KEEPER))
                        .toList());
        lay();
        layForms();
    }

    private static void member(String no, List<String> duties) {
        city.get(StaffDirectory.class).enter(no, "職員 " + no, "1010", APRIL, PASSWORD);
        city.get(StaffDirectory.class).grant(no, duties, APRIL, "開設");
        sql("update staff.member set must_change_password = false");
    }

    /** One thing of 3 for each deed that names the thing and not the person. */
    private static void lay() {
        sql(
                """
                insert into people.application (reception_no, person_no, kind, cancelled, received_on, occurred_on)
                values ('1', 3, '18', '0', date '2026-04-01', date '2026-04-01')
                """);
        sql(
                """
                insert into people.counter_entry (reception_no, came_as, number_check, identity_check, entered_by, terminal, state)
                values ('1', 'SELF', 'CARD', 'CARD', '300', '', 'ENTERED')
                """);
        sql(
                """
                insert into people.received_inquiry (asker, inquiry_no, person_no, levy_year, received_on, name, name_kana,
                    birth_on, sex, state, medium)
                values ('131024', '1', 3, 2026, date '2026-04-01', '鈴木', 'スズキ', '1945-05-01', '2', 'CLERK', 'FILE'),
                       ('131024', '2', 3, 2026, date '2026-04-01', '鈴木', 'スズキ', '1945-05-01', '2', 'CLERK', 'PAPER')
                """);
        sql(
                """
                insert into koki.exception_difference (person_no, kind, union_value, own_value, found_on)
                values (3, 'ONLY_UNION', '', '', date '2026-04-01')
                """);
        sql(
                """
                insert into koki.ledger_fault (kind, person_no, detail, found_on) values ('NO_NUMBER', 3, '', date '2026-04-01')
                """);
        sql(
                """
                insert into koki.notice (letter_no, kind, person_no, title, subject, issued_on, pages, pulled_out)
                values ('1', '20', 3, '通知', '1', date '2026-04-01', 1, '発行抑止')
                """);
        sql(
                """
                insert into levy.letter (letter_no, kind, person_no, issued_on, pulled_out)
                values ('2', '08', 3, date '2026-04-01', '発行抑止')
                """);
    }

    private static void layForms() {
        sql(
                """
                insert into koki.benefit_application (reception_no, person_no, insured_no, kind, received_on, received_at, channel,
                    occurred_on, applicant, relation, papers, missing, came_as, identity_check, entered_by, terminal, state)
                values ('1', 3, '', '01', date '2026-04-01', '', '1', date '2026-04-01', '鈴木', '1', '{}', '{}', 'SELF', 'CARD',
                    '300', '', 'ENTERED')
                """);
        sql(
                """
                insert into people.non_resident_entry (person_no, change, changed_on, reason, person_kind, name, name_kana,
                    municipality_code, prefecture, city, town, address_exception, business, evidence, entered_by, entered_on)
                values (3, '2', date '2026-04-01', '03', '1', '鈴木', 'スズキ', '131024', '', '', '', '0', '資格', '', '300',
                    date '2026-04-01')
                """);
    }

    private static void sql(String statement) {
        city.db().sql(statement).update();
    }

    @AfterEach
    void free() {
        sql("update people.suppression set lifted_on = date '2026-04-01' where lifted_on is null");
        sql("delete from people.work_lock");
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static Browser at(String staffNo) {
        Browser browser = new Browser(address);
        browser.signIn(staffNo, PASSWORD);
        browser.get("/people");
        return browser;
    }

    private static void stop(String kind) {
        sql(
                """
                insert into people.suppression (person_no, kind, starts_on, reason, lifter, office, entered_by)
                values (3, '%s', date '2026-04-01', '係争', 'KEEPER', '1010', '100')
                """
                        .formatted(kind));
    }

    private static void lock() {
        sql(
                """
                insert into people.work_lock (person_no, staff, staff_name, terminal, since, seen)
                values (3, '300', '職員 300', '', clock_timestamp(), clock_timestamp())
                """);
    }

    private static List<Route> routes() {
        return RouteWalk.of(city.city().context()).all().stream()
                .filter(route -> !route.beforeSignIn())
                .toList();
    }

    private static List<Route> deedsByPerson() {
        return routes().stream()
                .filter(Route::changes)
                .filter(route -> route.path().contains("{personNo}"))
                .filter(route -> !GOES_ON.test(route.path()))
                .toList();
    }

    private static String address(Route route) {
        return route.path().replace("{personNo}", "3").replaceAll("\\{[^}]+}", "1");
    }

    @Test
    @Requirement({"C03", "C09"})
    void every_deed_on_a_person_is_refused_while_changes_are_stopped_or_another_works() {
        Browser clerk = at("100");
        List<Route> deeds = deedsByPerson();
        assertThat(deeds).hasSizeGreaterThan(30);
        stop("CHANGE");
        deeds.forEach(route -> assertRefused(clerk, address(route), route.fields(), "抑止中です"));
        free();
        lock();
        deeds.forEach(route -> assertRefused(clerk, address(route), route.fields(), "更新中です"));
    }

    @Test
    @Requirement("C03")
    void every_page_of_a_person_whose_look_is_stopped_is_the_neutral_one() {
        stop("LOOK");
        Browser clerk = at("200");
        List<Route> pages =
                routes().stream()
                        .filter(route -> !route.changes() && route.path().contains("{personNo}"))
                        .filter(route -> !GOES_ON.test(route.path()))
                        .toList();
        assertThat(pages).hasSizeGreaterThan(15);
        for (Route page : pages) {
            assertThat(clerk.get(address(page)).body())
                    .as(page.toString())
                    .contains("照会・発行抑止")
                    .doesNotContain("三子", "ミツコ");
        }
        clerk.get("/people");
        for (Route deed : deedsByPerson()) {
            assertThat(clerk.post(address(deed), deed.fields()).body())
                    .as(deed.toString())
                    .doesNotContain("三子", "ミツコ");
        }
    }

    /** A deed that names a thing of the person: its address and form. */
    record Indirect(String pattern, String path, Map<String, String> form) {}

    static List<Indirect> indirect() {
        return List.of(
                new Indirect(
                        "/people/applications/{receptionNo}/confirm",
                        "/people/applications/1/confirm",
                        Map.of()),
                new Indirect(
                        "/people/applications/{receptionNo}/return",
                        "/people/applications/1/return",
                        Map.of("reason", "誤り")),
                new Indirect(
                        "/people/inquiries/{asker}/{inquiryNo}",
                        "/people/inquiries/131024/1",
                        Map.of("decision", "WITHHOLD", "note", "理由")),
                new Indirect(
                        "/people/inquiries/paper/{asker}/{inquiryNo}",
                        "/people/inquiries/paper/131024/2",
                        Map.of()),
                new Indirect(
                        "/people/non-residents/different",
                        "/people/non-residents/different",
                        Map.of("one", "3", "other", "4", "note", "別人")),
                form("/people/non-residents/{entryNo}/confirm"),
                form("/people/non-residents/{entryNo}/return"),
                form("/koki/benefits/{receptionNo}/complete"),
                form("/koki/benefits/{receptionNo}/confirm"),
                form("/koki/benefits/{receptionNo}/return"),
                form("/koki/benefits/{receptionNo}/withdraw"),
                new Indirect(
                        "/koki/exceptions/{differenceNo}",
                        "/koki/exceptions/1",
                        Map.of("note", "確かめた")),
                new Indirect(
                        "/koki/ledger/{faultNo}",
                        "/koki/ledger/" + fault(),
                        Map.of("note", "確かめた")),
                new Indirect(
                        "/koki/mail",
                        "/koki/mail",
                        Map.of("letterNo", "1", "result", "11", "on", "2026-04-01")),
                new Indirect(
                        "/koki/work/letters/{letterNo}/settled",
                        "/koki/work/letters/1/settled",
                        Map.of()),
                new Indirect(
                        "/levy/letters/{letterNo}/settled", "/levy/letters/2/settled", Map.of()));
    }

    private static Indirect form(String pattern) {
        return new Indirect(pattern, pattern.replaceAll("\\{[^}]+}", "1"), Map.of("reason", "誤り"));
    }

    private static String fault() {
        return city.db()
                .sql("select max(fault_no)::text from koki.ledger_fault where person_no = 3")
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @MethodSource("indirect")
    @Requirement({"C03", "C09"})
    void a_deed_on_a_thing_of_the_person_is_refused_as_well(Indirect deed) {
        Browser clerk = at("100");
        boolean printed = deed.path().contains("/paper/");
        stop(printed ? "ISSUE" : "CHANGE");
        assertRefused(clerk, deed.path(), deed.form(), printed ? "" : "抑止中です");
        free();
        if (!printed) {
            lock();
            assertRefused(clerk, deed.path(), deed.form(), "更新中です");
        }
    }

    @Test
    void no_deed_of_the_business_is_missing_from_these_tests() {
        List<String> known = indirect().stream().map(Indirect::pattern).toList();
        assertThat(routes())
                .filteredOn(Route::changes)
                .extracting(Route::path)
                .filteredOn(path -> path.matches("/(people|koki|levy).*"))
                .filteredOn(path -> !path.contains("{personNo}"))
                .filteredOn(path -> !OF_NOBODY.contains(path))
                .filteredOn(path -> ELSEWHERE.keySet().stream().noneMatch(path::startsWith))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static void assertRefused(
            Browser clerk, String path, Map<String, String> fields, String words) {
        HttpResponse<String> answer = clerk.post(path, new HashMap<>(fields));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(409);
        assertThat(answer.body()).as(path).contains(words);
    }
}
