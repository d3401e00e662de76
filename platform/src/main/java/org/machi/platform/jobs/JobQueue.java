package org.machi.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.time.BusinessDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Jobs that are asked for at the console or by the clock. A request is a row: it outlives a crash
 * and is worked off by whichever process of the organisation runs. Works only where the console is
 * served; a headless process is told what to run by its caller.
 */
@Component
public class JobQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int WORKERS = 2;

    private final JobRunner runner;
    private final JobRuns runs;
    private final BusinessDate businessDate;
    private final OneTimeTask<String> request;
    private final Scheduler scheduler;
    private final boolean served;
    private boolean running;

    JobQueue(
            JobRunner runner,
            JobRuns runs,
            BusinessDate businessDate,
            DataSource source,
            OrganisationSettings settings,
            List<TimedJob> timetable) {
        this.runner = runner;
        this.runs = runs;
        this.businessDate = businessDate;
        this.served = settings.web();
        this.request =
                Tasks.oneTime("job", String.class)
                        .execute((instance, context) -> work(text(instance.getData())));
        List<RecurringTask<?>> timed = new ArrayList<>();
        for (TimedJob job : timetable) {
            timed.add(
                    Tasks.recurring("timed " + job.job(), new Daily(TOKYO, job.at()))
                            .execute((instance, context) -> workTimed(job.job())));
        }
        this.scheduler =
                Scheduler.create(source, List.<Task<?>>of(request))
                        .startTasks(timed)
                        .tableName("jobs.scheduled_tasks")
                        .schedulerName(
                                new SchedulerName.Fixed(
                                        settings.code()
                                                + " process "
                                                + ProcessHandle.current().pid()))
                        .serializer(new TextSerializer())
                        .threads(WORKERS)
                        .pollingInterval(Duration.ofMillis(500))
                        .heartbeatInterval(Duration.ofSeconds(5))
                        .build();
    }

    /**
     * Asks for a job. It starts as soon as a worker is free.
     *
     * @return false when the same job was already asked for this day and waits or runs
     */
    public boolean ask(JobRequest wanted) {
        if (!runner.jobs().containsKey(wanted.job())) {
            throw new IllegalArgumentException("no such job: " + wanted.job());
        }
        TaskInstance<String> instance =
                request.instance(
                        wanted.job() + " " + wanted.businessDate() + " " + wanted.key(),
                        write(wanted));
        return scheduler.scheduleIfNotExists(instance, Instant.now());
    }

    private void work(String data) {
        JobRequest wanted = read(data);
        try {
            runner.run(wanted);
        } catch (JobBusy | JobFailed e) {
            // The run's row tells the people; the request is worked off all the same.
            LOG.warn("{}", e.getMessage());
        }
    }

    private void workTimed(String job) {
        work(write(JobRequest.timetable(job, businessDate.today())));
    }

    private static String text(@Nullable String data) {
        if (data == null) {
            throw new IllegalStateException("a request without content");
        }
        return data;
    }

    private static String write(JobRequest wanted) {
        Actor actor = wanted.actor();
        return String.join(
                "\n",
                wanted.job(),
                wanted.businessDate().toString(),
                wanted.key(),
                actor.staff(),
                actor.terminal(),
                actor.office(),
                actor.duty());
    }

    private static JobRequest read(String data) {
        String[] parts = data.split("\n", 7);
        return new JobRequest(
                parts[0],
                LocalDate.parse(parts[1]),
                parts[2],
                new Actor(parts[3], parts[4], parts[5], parts[6]));
    }

    @Override
    public boolean isAutoStartup() {
        return served;
    }

    /** Starts the workers and asks again for every run that a crash interrupted. */
    @Override
    public void start() {
        running = true;
        scheduler.start();
        for (JobRun open : runs.open()) {
            ask(JobRequest.again(open));
        }
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Requests are plain text, readable in the table and safe to read back. */
    private static final class TextSerializer implements Serializer {

        @Override
        public byte @Nullable [] serialize(@Nullable Object data) {
            return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
            return bytes == null ? null : type.cast(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
