package org.machi.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.audit.Actor;
import org.machi.platform.proof.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobRunnerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Actor CLERK = new Actor("S007", "T42", "保険年金課", "運用");
    private static Organisation city;
    private static JobRunner runner;
    private static JdbcClient db;

    @BeforeAll
    static void start() {
        city = TestDatabase.startCity(SampleApplication.class);
        runner = city.get(JobRunner.class);
        db = city.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @BeforeEach
    void nothingDoneYet() {
        db.sql("DELETE FROM jobs.job_step").update();
        db.sql("DELETE FROM jobs.job_run").update();
        db.sql("DELETE FROM sample.thing").update();
    }

    private static List<Long> things() {
        return db.sql("SELECT id FROM sample.thing ORDER BY id").query(Long.class).list();
    }

    @Test
    void a_job_runs_its_steps_once_per_day() {
        JobRun first = runner.run("T100", DAY);
        JobRun second = runner.run("T100", DAY);
        assertThat(first.state()).isEqualTo(JobRun.State.DONE);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(city.get(JobRuns.class).steps(first.id()))
                .extracting(step -> step.name() + step.counts())
                .containsExactly("一{件数=1}", "二{件数=1}", "三{件数=1}");
    }

    @Test
    void a_step_that_breaks_off_is_undone_and_the_next_run_begins_there() {
        db.sql("INSERT INTO sample.thing (id) VALUES (2)").update();
        assertThatThrownBy(() -> runner.run("T100", DAY))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("工程「二」");
        JobRun failed = city.get(JobRuns.class).find("T100", DAY, "").orElseThrow();
        assertThat(failed.state()).isEqualTo(JobRun.State.FAILED);
        assertThat(failed.stepNow()).isEqualTo("二");
        assertThat(failed.error()).contains("duplicate key");
        assertThat(things()).containsExactly(1L, 2L);

        db.sql("DELETE FROM sample.thing WHERE id = 2").update();
        JobRun done = runner.run("T100", DAY);
        assertThat(done.id()).isEqualTo(failed.id());
        assertThat(done.attempts()).isEqualTo(2);
        assertThat(done.state()).isEqualTo(JobRun.State.DONE);
        assertThat(things()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void runs_of_one_day_are_told_apart_by_their_key() {
        JobRun a = runner.run(new JobRequest("T200", DAY, "A", CLERK));
        JobRun b = runner.run(new JobRequest("T200", DAY, "B", CLERK));
        assertThat(a.id()).isNotEqualTo(b.id());
        assertThat(a.actor()).isEqualTo(CLERK);
    }

    @Test
    void the_second_starter_is_told_who_runs_the_job_and_progress_is_visible() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        SampleApplication.ask(step -> {
            inside.countDown();
            await(release);
        });
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<JobRun> first =
                    other.submit(() -> runner.run(new JobRequest("T300", DAY, "", CLERK)));
            inside.await();
            assertThatThrownBy(() -> runner.run("T300", DAY.plusDays(1)))
                    .isInstanceOf(JobBusy.class)
                    .hasMessageContaining("S007")
                    .hasMessageContaining("T42");
            assertThat(city.get(JobRuns.class).open())
                    .extracting(JobRun::job)
                    .containsExactly("T300");
            release.countDown();
            assertThat(first.get().state()).isEqualTo(JobRun.State.DONE);
        }
        assertThat(runner.run("T300", DAY.plusDays(1)).state()).isEqualTo(JobRun.State.DONE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_starters_at_once_do_the_work_once_in_every_round() throws Exception {
        SampleApplication.ask(step -> {});
        CyclicBarrier barrier = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 50; round++) {
                db.sql("DELETE FROM sample.thing").update();
                LocalDate day = DAY.plusDays(round);
                Callable<String> starter =
                        () -> {
                            barrier.await();
                            try {
                                return runner.run("T100", day).state().name();
                            } catch (JobBusy busy) {
                                return "BUSY";
                            }
                        };
                Future<String> one = two.submit(starter);
                Future<String> other = two.submit(starter);
                assertThat(List.of(one.get(), other.get())).contains("DONE");
                assertThat(things()).containsExactly(1L, 2L, 3L);
            }
        }
        assertThat(db.sql("SELECT max(attempts) FROM jobs.job_run").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void a_run_leaves_one_event_in_the_audit_trail() {
        runner.run(new JobRequest("T200", DAY, "監査", CLERK));
        assertThat(
                        db.sql(
                                        """
                                        SELECT staff || terminal || object FROM audit.event
                                         WHERE action = 'ジョブ' AND detail LIKE '%監査'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("S007T42T200");
    }

    @Test
    void a_run_that_breaks_off_leaves_one_event_with_its_step() {
        db.sql("INSERT INTO sample.thing (id) VALUES (2)").update();
        assertThatThrownBy(() -> runner.run(new JobRequest("T100", DAY, "中断", CLERK)))
                .isInstanceOf(JobFailed.class);
        assertThat(
                        db.sql(
                                        """
                                        SELECT staff || terminal || object || ' ' || result || ' ' || business_date FROM audit.event
                                         WHERE action = 'ジョブ' AND detail LIKE '% 中断 工程「二」で中断'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("S007T42T100 FAILED 2026-04-01");
    }

    @Test
    void an_empty_step_costs_little() {
        for (int i = 0; i < 100; i++) {
            runner.run(new JobRequest("T400", DAY, "warm" + i, CLERK));
        }
        long start = System.nanoTime();
        int rounds = 100;
        for (int i = 0; i < rounds; i++) {
            runner.run(new JobRequest("T400", DAY, "n" + i, CLERK));
        }
        double millisPerStep = (System.nanoTime() - start) / 1e6 / rounds / 15;
        System.out.printf("empty step: %.2f ms%n", millisPerStep);
        assertThat(millisPerStep).as("milliseconds per empty step").isLessThan(10);
    }

    @Test
    void a_request_is_kept_and_worked_off_and_not_taken_twice() {
        JobQueue queue = city.get(JobQueue.class);
        CountDownLatch worked = new CountDownLatch(1);
        AtomicReference<Actor> seen = new AtomicReference<>();
        SampleApplication.ask(step -> {
            seen.set(step.actor());
            worked.countDown();
        });
        JobRequest wanted = new JobRequest("T300", DAY.plusYears(1), "夜間", CLERK);
        assertThat(queue.ask(wanted)).isTrue();
        assertThat(queue.ask(wanted)).isFalse();
        assertThat(
                        db.sql("SELECT count(*) FROM jobs.scheduled_tasks")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        queue.start();
        await(worked);
        queue.stop();
        assertThat(seen.get()).isEqualTo(CLERK);
        assertThat(
                        city.get(JobRuns.class)
                                .find("T300", DAY.plusYears(1), "夜間")
                                .orElseThrow()
                                .state())
                .isEqualTo(JobRun.State.DONE);
    }
}
