package org.machi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.machi.city.CityApplication;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileName;
import org.machi.formats.file.Party;
import org.machi.formats.layout.DebitFile;
import org.machi.formats.layout.TransferFile;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.FileDuties;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.Intake;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.JobRun;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.jobs.JobRuns;
import org.machi.platform.proof.RouteWalk;
import org.machi.platform.proof.RouteWalk.Route;
import org.machi.platform.proof.TestDatabase;
import org.machi.platform.staff.Duties;
import org.machi.union.UnionApplication;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks every route, job and kind of file of a city and of a union, found in the running
 * applications and not in a list: each has one duty of the registry; who holds every duty but that
 * one is refused, and the attempt is on record; who holds it leaves one audit event.
 */
class EveryDeedTest {

    private static final String UNION_CODE = "39131016";
    private static final Map<Kind, ServedOffice> OFFICES = new LinkedHashMap<>();

    @BeforeAll
    static void open() {
        OFFICES.put(
                Kind.CITY,
                ServedOffice.city(TestDatabase.fresh(CityApplication.class, Kind.CITY, "131016")));
        OFFICES.put(
                Kind.UNION,
                ServedOffice.union(
                        TestDatabase.fresh(UnionApplication.class, Kind.UNION, UNION_CODE)));
    }

    @AfterAll
    static void close() {
        OFFICES.values().forEach(ServedOffice::shut);
    }

    static List<ServedOffice> offices() {
        return List.copyOf(OFFICES.values());
    }

    @ParameterizedTest
    @MethodSource("offices")
    void every_route_names_one_duty_and_one_event(ServedOffice office) {
        RouteWalk walk = RouteWalk.of(office.organisation().context());
        assertThat(walk.gaps()).isEmpty();
        assertThat(walk.open())
                .extracting(Route::path)
                .containsExactly(
                        "/error", "/sign-in", "/terminal/enrolment", "/terminal/enrolment");
        assertThat(walk.all()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("offices")
    void a_route_is_shut_without_its_duty_and_the_attempt_is_on_record(ServedOffice office) {
        for (Route route : guarded(office)) {
            String duty = String.valueOf(route.duty());
            if (duty.equals(Duties.CONSOLE)) {
                continue;
            }
            String staffNo = office.without(duty);
            Answer answer = ask(office, staffNo, route);
            assertThat(answer.status()).as(route.toString()).isEqualTo(403);
            assertThat(answer.events())
                    .as(route.toString())
                    .containsExactly("REFUSED 拒否 " + route.address());
        }
    }

    @ParameterizedTest
    @MethodSource("offices")
    void a_route_leaves_one_event_of_its_action_for_who_holds_its_duty(ServedOffice office) {
        for (Route route : guarded(office)) {
            Answer answer = ask(office, ServedOffice.EVERYTHING, route);
            assertThat(answer.status()).as(route.toString()).isIn(200, 302, 404);
            assertThat(answer.events()).as(route.toString()).hasSize(1);
            assertThat(answer.events().getFirst())
                    .as(route.toString())
                    .startsWith(
                            (answer.status() == 404 ? "FAILED " : "DONE ") + route.action() + " ");
        }
    }

    private record Answer(int status, List<String> events) {}

    private static List<Route> guarded(ServedOffice office) {
        return RouteWalk.of(office.organisation().context()).all().stream()
                .filter(route -> !route.beforeSignIn())
                .toList();
    }

    /** Asks for a route; the page that was open before has left its own event already. */
    private static Answer ask(ServedOffice office, String staffNo, Route route) {
        office.get(staffNo, "/");
        long before = office.lastEvent();
        int status =
                (route.changes()
                                ? office.post(staffNo, route.address(), route.fields())
                                : office.get(staffNo, route.address()))
                        .statusCode();
        return new Answer(status, office.eventsAfter(before, staffNo));
    }

    @ParameterizedTest
    @MethodSource("offices")
    void a_job_runs_for_who_holds_its_duty_and_leaves_one_event(ServedOffice office) {
        JobRunner runner = office.organisation().get(JobRunner.class);
        assertThat(runner.jobs()).isNotEmpty();
        for (Job job : runner.jobs().values()) {
            assertThat(office.organisation().get(Duties.class).knows(job.duty()))
                    .as(job.code())
                    .isTrue();
            String path = "/jobs/" + job.code();
            String staffNo = office.without(job.duty());
            office.get(staffNo, "/");
            long before = office.lastEvent();
            assertThat(office.post(staffNo, path, Map.of()).statusCode()).isEqualTo(403);
            assertThat(office.eventsAfter(before, staffNo))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("REFUSED ");
            assertThat(run(office, job)).as(job.code()).isEmpty();

            office.get(ServedOffice.EVERYTHING, "/");
            before = office.lastEvent();
            office.post(ServedOffice.EVERYTHING, path, Map.of());
            assertThat(ended(office, job).error()).as(job.code()).isEmpty();
            assertThat(office.eventsAfter(before, ServedOffice.EVERYTHING))
                    .contains("DONE 実行 処理 " + job.code())
                    .containsOnlyOnce("DONE ジョブ " + job.code());
        }
    }

    private static Optional<JobRun> run(ServedOffice office, Job job) {
        return office.organisation().get(JobRuns.class).find(job.code(), ServedOffice.DAY, "");
    }

    /** The run is worked on by another thread; its row tells when it has ended. */
    private static JobRun ended(ServedOffice office, Job job) {
        for (int n = 0; n < 100_000; n++) {
            Optional<JobRun> run = run(office, job);
            if (run.isPresent() && run.get().state() != JobRun.State.RUNNING) {
                return run.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the job did not end: " + job.code());
    }

    @ParameterizedTest
    @MethodSource("offices")
    void every_kind_of_file_has_one_duty_of_the_registry(ServedOffice office) {
        FileDuties duties = office.organisation().get(FileDuties.class);
        Duties registry = office.organisation().get(Duties.class);
        Set<FileKind> kinds = new HashSet<>(sent(office));
        kinds.addAll(office.organisation().get(Intake.class).kinds());
        assertThat(kinds).isNotEmpty();
        assertThat(kinds)
                .allSatisfy(kind ->
                        assertThat(duties.of(kind))
                                .as(kind.label())
                                .hasValueSatisfying(
                                        duty -> assertThat(registry.knows(duty)).isTrue()));
    }

    @ParameterizedTest
    @MethodSource("offices")
    void a_file_that_came_leaves_one_event_and_opens_to_its_duty_only(ServedOffice office)
            throws IOException {
        for (FileKind kind : office.organisation().get(Intake.class).kinds()) {
            long before = office.lastEvent();
            FileRecord file = take(office, kind);
            assertThat(office.eventsAfter(before, Actor.timetable().staff()))
                    .containsExactly("REFUSED ファイル取込 " + file.name());
            opensToItsDutyOnly(office, kind, file.id());
        }
    }

    @ParameterizedTest
    @MethodSource("offices")
    void a_file_that_goes_leaves_one_event_and_opens_to_its_duty_only(ServedOffice office) {
        for (FileKind kind : sent(office)) {
            long before = office.lastEvent();
            FileRecord file = send(office, kind);
            assertThat(office.eventsAfter(before, Actor.timetable().staff()))
                    .containsExactly("DONE ファイル送信 " + file.name());
            opensToItsDutyOnly(office, kind, file.id());
        }
    }

    private static void opensToItsDutyOnly(ServedOffice office, FileKind kind, long id) {
        String duty = office.organisation().get(FileDuties.class).of(kind).orElseThrow();
        String path = "/files/" + id;
        office.get(office.without(duty), "/");
        long before = office.lastEvent();
        assertThat(office.get(office.without(duty), path + "/rows").statusCode()).isEqualTo(403);
        assertThat(office.get(office.without(duty), path + "/findings.csv").statusCode())
                .isEqualTo(403);
        assertThat(office.get(office.without(duty), path).body())
                .contains("権限がありません")
                .doesNotContain("全件拒否");
        assertThat(office.eventsAfter(before, office.without(duty)))
                .containsExactly(
                        "REFUSED 照会 ファイル " + id + " の内容",
                        "REFUSED 出力 ファイル " + id + " のエラー一覧",
                        "DONE 照会 ファイル " + id);
        before = office.lastEvent();
        assertThat(office.get(ServedOffice.EVERYTHING, path + "/rows").statusCode()).isEqualTo(200);
        assertThat(office.eventsAfter(before, ServedOffice.EVERYTHING))
                .containsExactly("DONE 照会 ファイル " + id + " の内容");
    }

    /** The kinds that the formats let this kind of organisation send. */
    private static List<FileKind> sent(ServedOffice office) {
        Party self =
                switch (office.organisation().settings().kind()) {
                    case CITY -> Party.CITY;
                    case UNION -> Party.UNION;
                };
        return Arrays.stream(FileKind.values()).filter(kind -> kind.sender() == self).toList();
    }

    /** A file with the right name and nothing sensible in it. */
    private static FileRecord take(ServedOffice office, FileKind kind) throws IOException {
        OrganisationSettings settings = office.organisation().settings();
        FileName name = new FileName(kind, code(kind.sender()), settings.code(), 900_001);
        Path path = settings.inbox().resolve(name.text());
        Files.writeString(path, "これは" + kind.label() + "ではありません");
        return office.organisation()
                .get(Intake.class)
                .take(path, ServedOffice.DAY, Actor.timetable());
    }

    private static FileRecord send(ServedOffice office, FileKind kind) {
        Dispatch dispatch =
                Dispatch.of(kind, code(kind.receiver()), ServedOffice.DAY, Actor.timetable());
        @Nullable Row head = head(kind);
        Dispatch whole = head == null ? dispatch : dispatch.withHead(head);
        return office.organisation()
                .get(TransactionTemplate.class)
                .execute(status -> office.organisation().get(Outbox.class).send(whole, rows -> {}));
    }

    private static @Nullable Row head(FileKind kind) {
        return switch (kind) {
            case ZENGIN_DEBIT ->
                    DebitFile.SENDER
                            .layout()
                            .row()
                            .set(DebitFile.SENDER.clientNo(), "0000123456")
                            .set(DebitFile.SENDER.clientName(), "ﾐﾎﾝｼ")
                            .set(DebitFile.SENDER.mmdd(), "0731")
                            .set(DebitFile.SENDER.bank(), "0991")
                            .set(DebitFile.SENDER.branch(), "101")
                            .set(DebitFile.SENDER.accountKind(), "1")
                            .set(DebitFile.SENDER.accountNo(), "0000001")
                            .build();
            case ZENGIN_TRANSFER, ZENGIN_BENEFIT ->
                    TransferFile.SENDER
                            .layout()
                            .row()
                            .set(TransferFile.SENDER.clientNo(), "0000123456")
                            .set(TransferFile.SENDER.clientName(), "ﾐﾎﾝｼ")
                            .set(TransferFile.SENDER.mmdd(), "0731")
                            .set(TransferFile.SENDER.bank(), "0991")
                            .set(TransferFile.SENDER.branch(), "101")
                            .set(TransferFile.SENDER.accountKind(), "1")
                            .set(TransferFile.SENDER.accountNo(), "0000001")
                            .build();
            default -> null;
        };
    }

    private static String code(Party party) {
        return switch (party) {
            case CITY -> "131016";
            case UNION -> UNION_CODE;
            case OTHER -> "131024";
            case JUKI, TAX, FUKUSHI, KAIGO, GYOMU, BANK, CVS, NENKIN, PRINT, OLD, KOKUHO ->
                    party.name();
        };
    }
}
