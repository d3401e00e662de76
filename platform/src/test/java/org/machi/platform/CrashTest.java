package org.machi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machi.formats.file.FileKind;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.DatabaseAccess;
import org.machi.platform.database.Login;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.FileRecords;
import org.machi.platform.files.FileState;
import org.machi.platform.files.Intake;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.JobRun;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.jobs.JobRuns;
import org.machi.platform.proof.Requirement;
import org.machi.platform.proof.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of its own dies at a named place; the next one goes on as if nothing had happened. */
@Requirement("Q01")
class CrashTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final int KILLED = 137;

    /** The office that dies: settings and deed come as arguments. */
    public static final class Office {

        private Office() {}

        public static void main(String[] words) {
            OrganisationSettings settings =
                    new OrganisationSettings(
                            words[1],
                            "試験",
                            OrganisationSettings.Kind.CITY,
                            new DatabaseAccess(
                                    words[2],
                                    login(words, 3),
                                    login(words, 5),
                                    login(words, 7),
                                    login(words, 9)),
                            Path.of(words[11]),
                            Path.of(words[12]),
                            0);
            try (Organisation office = Organisation.start(SampleApplication.class, settings)) {
                switch (words[0]) {
                    case "job" -> office.get(JobRunner.class).run("T100", DAY);
                    case "intake" -> takeAll(office);
                    case "outbox" -> office.get(JobRunner.class).run("T500", DAY);
                    case String other -> throw new IllegalArgumentException(other);
                }
            }
        }

        private static Login login(String[] words, int at) {
            return new Login(words[at], words[at + 1]);
        }
    }

    private static List<FileRecord> takeAll(Organisation office) {
        return office.get(Intake.class).takeAll(List.of(FileKind.SEIHO), DAY, Actor.timetable());
    }

    private static int runUntilItDies(OrganisationSettings settings, String deed, String place)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dmachi.crash=" + place,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Duser.timezone=Asia/Tokyo",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Office.class.getName(),
                                deed,
                                settings.code(),
                                settings.database().url()));
        for (Login login :
                List.of(
                        settings.database().owner(),
                        settings.database().app(),
                        settings.database().vault(),
                        settings.database().audit())) {
            command.add(login.user());
            command.add(login.password());
        }
        command.add(settings.folder().toString());
        command.add(settings.exchange().toString());
        File output = Files.createTempFile("crash", ".out").toFile();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(output.toPath())).isEqualTo(KILLED);
        Files.delete(output.toPath());
        return exit;
    }

    private static OrganisationSettings city() {
        return TestDatabase.fresh(
                SampleApplication.class, OrganisationSettings.Kind.CITY, "131016");
    }

    private static List<Long> things(Organisation office) {
        return office.get(JdbcClient.class)
                .sql("SELECT id FROM sample.thing ORDER BY id")
                .query(Long.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"T100.一.before", "T100.二.written", "T100.三.after"})
    void a_job_killed_anywhere_goes_on_at_the_first_step_not_done(String place) throws Exception {
        OrganisationSettings settings = city();
        runUntilItDies(settings, "job", place);
        try (Organisation office = Organisation.start(SampleApplication.class, settings)) {
            assertThat(office.get(JobRuns.class).open()).hasSize(1);
            List<JobRun> resumed = office.get(JobRunner.class).resumeInterrupted();
            assertThat(resumed).extracting(JobRun::state).containsExactly(JobRun.State.DONE);
            assertThat(resumed.getFirst().attempts()).isEqualTo(2);
            assertThat(things(office)).containsExactly(1L, 2L, 3L);
            assertThat(office.get(JobRuns.class).steps(resumed.getFirst().id())).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"intake.received", "intake.checked", "intake.applied", "intake.committed"})
    void a_file_in_work_when_the_process_is_killed_is_applied_once(String place) throws Exception {
        OrganisationSettings settings = city();
        Path source = settings.inbox().resolve("SEIHO_FUKUSHI_131016_000001.csv");
        Files.writeString(source, welfare(), StandardCharsets.UTF_8);
        runUntilItDies(settings, "intake", place);
        assertThat(source).as("the source stays until the commit").exists();
        try (Organisation office = Organisation.start(SampleApplication.class, settings)) {
            takeAll(office);
            assertThat(source).doesNotExist();
            assertThat(things(office)).containsExactly(1L);
            assertThat(office.get(FileRecords.class).newest(10))
                    .as("one row, no duplicate")
                    .extracting(FileRecord::state)
                    .containsExactly(FileState.APPLIED);
        }
    }

    private static String welfare() {
        return """
        H,SEIHO,FUKUSHI,131016,000001,2026-04-01,
        宛名番号,ケース番号,異動区分コード,異動年月日,決定年月日,氏名（カナ）,生年月日
        000000000000001,1000,1,2026-04-01,2026-04-01,,
        T,1,0
        """
                .replace("\n", "\r\n");
    }

    @Test
    void a_file_decided_but_not_yet_in_the_outbox_appears_at_the_next_start() throws Exception {
        OrganisationSettings settings = city();
        runUntilItDies(settings, "outbox", "outbox.committed");
        Path file = settings.outbox().resolve("SEIHO_131016_BANK_000001.csv");
        assertThat(file).doesNotExist();
        try (Organisation office = Organisation.start(SampleApplication.class, settings)) {
            assertThat(file).exists();
            assertThat(office.get(Outbox.class).ready())
                    .extracting(FileRecord::name)
                    .containsExactly(file.getFileName().toString());
            office.get(JobRunner.class).run("T500", DAY);
            assertThat(office.get(Outbox.class).ready()).as("not sent twice").hasSize(1);
        }
    }
}
