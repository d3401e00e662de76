package org.machi.platform.desk;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.machi.platform.WebOnly;
import org.machi.platform.jobs.JobBusy;
import org.machi.platform.jobs.JobFailed;
import org.machi.platform.jobs.JobRequest;
import org.machi.platform.jobs.JobRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs jobs that were started on a page, behind the page's back. When the application ends while
 * one runs, the run is interrupted like any other and goes on at its next start.
 */
@WebOnly
@Component
class JobStarter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobStarter.class);

    private final JobRunner runner;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    JobStarter(JobRunner runner) {
        this.runner = runner;
    }

    /** Starts a job; false when this program runs it already. */
    boolean start(JobRequest request) {
        if (!running.add(request.job())) {
            return false;
        }
        threads.execute(() -> run(request));
        return true;
    }

    private void run(JobRequest request) {
        try {
            runner.run(request);
        } catch (JobBusy | JobFailed told) {
            // The run's own row tells the clerk; the log is for those who look after the machine.
            LOG.warn("{}", told.getMessage(), told);
        } finally {
            running.remove(request.job());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
