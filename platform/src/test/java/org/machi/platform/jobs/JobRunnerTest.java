package org.machi.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.proof.TestDatabase;

class JobRunnerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static Organisation city;

    @BeforeAll
    static void start() {
        city = TestDatabase.startCity(SampleApplication.class);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void a_job_runs_its_steps_once_per_day() {
        JobRunner runner = city.get(JobRunner.class);
        JobRun first = runner.run("T100", DAY);
        JobRun second = runner.run("T100", DAY);
        assertThat(first.state()).isEqualTo(JobRun.State.DONE);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(city.get(JobRuns.class).steps(first.id()))
                .extracting(JobStep::name)
                .containsExactly("一", "二", "三");
    }
}
