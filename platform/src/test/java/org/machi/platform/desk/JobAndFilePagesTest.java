package org.machi.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatWriter;
import org.machi.formats.layout.WelfareFile;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.Intake;
import org.machi.platform.jobs.JobFailed;
import org.machi.platform.jobs.JobRun;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.jobs.JobRuns;
import org.machi.platform.proof.Requirement;

class JobAndFilePagesTest {
    private static ConsoleTestOffice office;
    private static Browser browser;

    @BeforeAll
    static void open() {
        office = ConsoleTestOffice.open(Kind.CITY, "131016");
        browser = office.browser();
        browser.signIn("100", ConsoleTestOffice.PASSWORD);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @Requirement({"C08"})
    void a_clerk_starts_a_job_and_sees_how_it_ended() {
        browser.get("/jobs");
        HttpResponse<String> started = browser.post("/jobs/T100", Map.of());
        assertThat(Browser.location(started)).endsWith("/jobs/T100/now");
        JobRun run = ended("T100");
        assertThat(run.state()).isEqualTo(JobRun.State.DONE);
        assertThat(run.staff()).isEqualTo("100");
        assertThat(Browser.location(browser.get("/jobs/T100/now")))
                .endsWith("/jobs/runs/" + run.id());
        assertThat(browser.get("/jobs/runs/" + run.id()).body())
                .contains("対象者の抽出", "1,250", "完了", "令和8年7月15日")
                .doesNotContain("hx-trigger=\"every");
        assertThat(browser.get("/jobs").body()).contains("件数確認", "最近の実行");
        browser.get("/jobs");
        assertThat(Browser.location(browser.post("/jobs/T100", Map.of())))
                .endsWith("/jobs/runs/" + run.id());
    }

    /** The run is worked on by another thread; its own lock tells when it has ended. */
    private static JobRun ended(String job) {
        JobRuns runs = office.organisation().get(JobRuns.class);
        for (int n = 0; n < 100_000; n++) {
            var run = runs.find(job, ConsoleTestOffice.DAY, "");
            if (run.isPresent() && run.get().state() != JobRun.State.RUNNING) {
                return run.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the job did not end: " + job);
    }

    @Test
    void a_job_that_breaks_off_says_where_and_why() {
        JobRunner runner = office.organisation().get(JobRunner.class);
        try {
            runner.run("T200", LocalDate.of(2026, 7, 14));
        } catch (JobFailed expected) {
            assertThat(expected.step()).isEqualTo("合計の照合");
        }
        long id =
                office.organisation()
                        .get(JobRuns.class)
                        .find("T200", LocalDate.of(2026, 7, 14), "")
                        .orElseThrow()
                        .id();
        assertThat(browser.get("/jobs/runs/" + id).body())
                .contains("「合計の照合」で中断しました", "期割の合計が保険料額と一致しません", "待ち");
        assertThat(browser.get("/").body()).contains("中断した処理");
        assertThat(browser.get("/jobs/runs?job=T200").body()).contains("期割の検査");
    }

    @Test
    void the_progress_of_a_run_is_recorded_once_for_a_session() {
        long id =
                office.organisation()
                        .get(JobRunner.class)
                        .run("T100", LocalDate.of(2026, 7, 13))
                        .id();
        for (int n = 0; n < 3; n++) {
            assertThat(browser.get("/jobs/runs/" + id + "/state").body())
                    .contains("id=\"run-state\"")
                    .doesNotContain("<html");
        }
        assertThat(
                        office.db()
                                .sql("SELECT count(*) FROM audit.event WHERE object = :object")
                                .param("object", "処理の実行 " + id)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    @Requirement({"C10", "P04"})
    void a_refused_file_shows_its_findings_on_the_page_and_as_csv() throws IOException {
        FileRecord file = take(1, "T,2,0");
        assertThat(browser.get("/files").body()).contains("生活保護", "拒否");
        assertThat(browser.get("/files/" + file.id()).body())
                .contains("エラー一覧", "全件拒否", file.sha256());
        HttpResponse<String> csv = browser.get("/files/" + file.id() + "/findings.csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(csv.body()).startsWith("\uFEFF区分,行,項目,値,理由,対処\r\n全件拒否,");
        assertThat(events("ファイル " + file.id() + " のエラー一覧")).containsExactly("出力");
    }

    @Test
    void the_first_rows_of_a_file_show_with_their_people_on_record() throws IOException {
        FileRecord file = take(2, "T,1,0");
        assertThat(browser.get("/files/" + file.id() + "/rows").body())
                .contains("宛名番号", "000000000004711", "内容の先頭");
        assertThat(
                        office.db()
                                .sql(
                                        """
                                        SELECT object FROM audit.event
                                        WHERE person_no = 4711 AND result = 'DONE' AND staff = '100'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("ファイル " + file.id() + " の内容");
    }

    private static List<String> events(String object) {
        return office.db()
                .sql("SELECT action FROM audit.event WHERE object = :object")
                .param("object", object)
                .query(String.class)
                .list();
    }

    /** Sends a 生活保護 file of one person with the trailer given. */
    private static FileRecord take(int serial, String trailer) throws IOException {
        OrganisationSettings settings = office.organisation().settings();
        FileHeader header =
                FileHeader.of(
                        FileKind.SEIHO, "FUKUSHI", settings.code(), serial, ConsoleTestOffice.DAY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FormatWriter writer = FormatWriter.to(bytes, header)) {
            writer.write(
                    WelfareFile.LAYOUT
                            .row()
                            .set(WelfareFile.PERSON_NO, 4711L)
                            .set(WelfareFile.CASE_NO, "1000")
                            .set(WelfareFile.CHANGE, "1")
                            .set(WelfareFile.CHANGED_ON, ConsoleTestOffice.DAY)
                            .set(WelfareFile.DECIDED_ON, ConsoleTestOffice.DAY)
                            .build());
            writer.finish();
        }
        Path file = settings.inbox().resolve(header.fileName());
        Files.writeString(file, bytes.toString(StandardCharsets.UTF_8).replace("T,1,0", trailer));
        return office.organisation()
                .get(Intake.class)
                .take(file, ConsoleTestOffice.DAY, Actor.timetable());
    }
}
