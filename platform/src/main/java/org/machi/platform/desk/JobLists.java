package org.machi.platform.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.platform.WebOnly;
import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.JobRun;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.jobs.JobRuns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of jobs and runs that the pages show. */
@WebOnly
@Repository
class JobLists {
    private final JdbcClient db;
    private final JobRuns runs;
    private final JobRunner runner;

    JobLists(JdbcClient db, JobRuns runs, JobRunner runner) {
        this.db = db;
        this.runs = runs;
        this.runner = runner;
    }

    /** A job with its newest run. */
    record Definition(Job job, @Nullable JobLine last) {}

    String nameOf(String code) {
        @Nullable Job job = runner.jobs().get(code);
        return job == null ? code : job.name();
    }

    Optional<Job> job(String code) {
        return Optional.ofNullable(runner.jobs().get(code));
    }

    /** Every job with its newest run, by code. */
    List<Definition> definitions() {
        Map<String, JobRun> newest =
                db
                        .sql(
                                """
                                SELECT DISTINCT ON (job) id FROM jobs.job_run
                                ORDER BY job, business_date DESC, id DESC
                                """)
                        .query(Long.class)
                        .list()
                        .stream()
                        .flatMap(id -> runs.find(id).stream())
                        .collect(Collectors.toMap(JobRun::job, Function.identity()));
        return runner.jobs().values().stream()
                .sorted(java.util.Comparator.comparing(Job::code))
                .map(job -> new Definition(job, last(job, newest.get(job.code()))))
                .toList();
    }

    private static @Nullable JobLine last(Job job, @Nullable JobRun run) {
        return run == null ? null : JobLine.of(run, job.name());
    }

    List<JobLine> newest(int limit) {
        return runs.newest(limit).stream().map(run -> JobLine.of(run, nameOf(run.job()))).toList();
    }

    /** A page of all runs, the newest first; of one job when its code is given. */
    Listing<JobLine> page(String code, int page, int size) {
        long total =
                db.sql("SELECT count(*) FROM jobs.job_run WHERE :code = '' OR job = :code")
                        .param("code", code)
                        .query(Long.class)
                        .single();
        List<JobLine> rows =
                db
                        .sql(
                                """
                                SELECT id FROM jobs.job_run WHERE :code = '' OR job = :code
                                ORDER BY id DESC LIMIT :size OFFSET :offset
                                """)
                        .param("code", code)
                        .param("size", size)
                        .param("offset", Listing.offset(page, size))
                        .query(Long.class)
                        .list()
                        .stream()
                        .flatMap(id -> runs.find(id).stream())
                        .map(run -> JobLine.of(run, nameOf(run.job())))
                        .toList();
        return new Listing<>(rows, page, size, total);
    }
}
