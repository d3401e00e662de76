package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.JobRequest;
import org.machi.platform.jobs.JobRun;
import org.machi.platform.jobs.JobRuns;
import org.machi.platform.jobs.JobStep;
import org.machi.platform.jobs.Step;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.NotPermitted;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 処理: what can be run, what was run, and how far a run is. */
@Controller
class JobPages {
    private static final int RUNS_ON_A_PAGE = 25;

    private final JobLists lists;
    private final JobRuns runs;
    private final JobStarter starter;
    private final Duties duties;
    private final BusinessDate businessDate;

    JobPages(
            JobLists lists,
            JobRuns runs,
            JobStarter starter,
            Duties duties,
            BusinessDate businessDate) {
        this.lists = lists;
        this.runs = runs;
        this.starter = starter;
        this.duties = duties;
        this.businessDate = businessDate;
    }

    /** A step of a run as its page shows it: finished, in work, or to come. */
    record StepLine(
            int number, String name, String word, String tone, @Nullable JobStep finished) {}

    @GetMapping("/jobs")
    @RequiresDuty(Duties.JOBS_LOOK)
    @Audited(action = "照会", object = "処理一覧")
    String jobs(Clerk clerk, Model model) {
        model.addAttribute("definitions", lists.definitions());
        model.addAttribute("startable", startable(clerk));
        model.addAttribute("runs", lists.newest(RUNS_ON_A_PAGE));
        return "platform/jobs";
    }

    private Map<String, Boolean> startable(Clerk clerk) {
        return lists.definitions().stream()
                .map(JobLists.Definition::job)
                .collect(Collectors.toMap(Job::code, job -> mayStart(clerk, job)));
    }

    /**
     * The right to run jobs, and beside it the job's own duty. A job with a duty that no list names
     * is started by its timetable only.
     */
    private boolean mayStart(Clerk clerk, Job job) {
        return clerk.may(Duties.JOBS_RUN) && duties.knows(job.duty()) && clerk.may(job.duty());
    }

    @GetMapping("/jobs/runs")
    @RequiresDuty(Duties.JOBS_LOOK)
    @Audited(action = "照会", object = "処理の実行履歴")
    String history(
            @RequestParam(defaultValue = "") String job,
            @RequestParam(defaultValue = "1") int page,
            Trace trace,
            Model model) {
        trace.note("処理", job);
        model.addAttribute("job", job);
        model.addAttribute("definitions", lists.definitions());
        model.addAttribute("listing", lists.page(job, Listing.page(page), RUNS_ON_A_PAGE));
        return "platform/job-runs";
    }

    @PostMapping("/jobs/{code}")
    @RequiresDuty(Duties.JOBS_RUN)
    @Audited(action = "実行", object = "処理 {code}")
    String start(@PathVariable String code, Trace trace, RedirectAttributes next) {
        Job job = lists.job(code).orElseThrow(NothingThere::new);
        if (!mayStart(trace.clerk(), job)) {
            throw new NotPermitted(job.duty());
        }
        LocalDate today = businessDate.today();
        Optional<JobRun> done =
                runs.find(code, today, "").filter(run -> run.state() == JobRun.State.DONE);
        if (done.isPresent()) {
            next.addFlashAttribute("told", "この業務日付では実行済みです。もう一度実行しても結果は変わりません。");
            return "redirect:/jobs/runs/" + done.get().id();
        }
        Clerk clerk = trace.clerk();
        Actor actor =
                new Actor(
                        clerk.staffNo(),
                        clerk.terminal(),
                        clerk.office(),
                        duties.nameOf(job.duty()));
        if (!starter.start(new JobRequest(code, today, "", actor))) {
            next.addFlashAttribute("refused", "この処理は実行中です。");
        }
        return "redirect:/jobs/" + code + "/now";
    }

    /** The run of today, which may not have begun yet when its starter arrives here. */
    @GetMapping("/jobs/{code}/now")
    @RequiresDuty(Duties.JOBS_LOOK)
    @Audited(action = "照会", object = "処理 {code}", repeats = true)
    String now(@PathVariable String code, Model model) {
        Job job = lists.job(code).orElseThrow(NothingThere::new);
        Optional<JobRun> run = runs.find(code, businessDate.today(), "");
        if (run.isPresent()) {
            return "redirect:/jobs/runs/" + run.get().id();
        }
        model.addAttribute("job", job);
        return "platform/job-waiting";
    }

    @GetMapping("/jobs/runs/{id}")
    @RequiresDuty(Duties.JOBS_LOOK)
    @Audited(action = "照会", object = "処理の実行 {id}")
    String run(@PathVariable long id, Model model) {
        fill(id, model);
        return "platform/job-run";
    }

    /** The moving part of a run's page, asked for again and again while it runs. */
    @GetMapping("/jobs/runs/{id}/state")
    @RequiresDuty(Duties.JOBS_LOOK)
    @Audited(action = "照会", object = "処理の実行 {id}", repeats = true)
    String state(@PathVariable long id, Model model) {
        fill(id, model);
        return "platform/job-run :: state";
    }

    private void fill(long id, Model model) {
        JobRun run = runs.find(id).orElseThrow(NothingThere::new);
        model.addAttribute("run", run);
        model.addAttribute("line", JobLine.of(run, lists.nameOf(run.job())));
        model.addAttribute("steps", steps(run));
        model.addAttribute("finished", runs.steps(id).size());
    }

    private List<StepLine> steps(JobRun run) {
        Map<String, JobStep> finished =
                runs.steps(run.id()).stream()
                        .collect(Collectors.toMap(JobStep::name, Function.identity()));
        List<String> names =
                lists.job(run.job())
                        .map(job -> job.steps().stream().map(Step::name).toList())
                        .orElseGet(() -> List.copyOf(finished.keySet()));
        List<StepLine> lines = new ArrayList<>();
        boolean open = run.state() != JobRun.State.DONE;
        for (String name : names) {
            @Nullable JobStep step = finished.get(name);
            int number = lines.size() + 1;
            if (step != null) {
                lines.add(new StepLine(number, name, "完了", "good", step));
            } else if (open) {
                lines.add(
                        new StepLine(
                                number,
                                name,
                                JobLine.word(run.state()),
                                JobLine.tone(run.state()),
                                null));
                open = false;
            } else {
                lines.add(new StepLine(number, name, "待ち", "quiet", null));
            }
        }
        return lines;
    }
}
