package org.machi.union.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.Listing;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 賦課処理: the runs, and what each changed (更正の一覧). */
@Controller
class RunPages {

    private static final int LINES = 50;

    private final JdbcClient db;

    RunPages(JdbcClient db) {
        this.db = db;
    }

    /** One run. */
    record RunLine(
            int runId,
            String kind,
            int levyYear,
            int decisionYear,
            LocalDate decidedOn,
            int targets,
            int decisions,
            long medical,
            long child,
            String timings) {
        public String kindName() {
            return switch (kind) {
                case "INITIAL" -> "当初賦課";
                case "MONTHLY" -> "月次賦課";
                default -> "過年度賦課";
            };
        }
    }

    /** One decision of a run beside the one before. */
    record ChangeLine(
            String insuredNo,
            int naturalId,
            String reason,
            int version,
            @Nullable Long before,
            long after) {}

    private static final String RUNS =
            """
            SELECT run_id, kind, levy_year, decision_year, decided_on, targets, decisions, medical,
                   child, timings
              FROM assessment.run WHERE state = 'VISIBLE'
            """;

    @GetMapping("/runs")
    @RequiresDuty(UnionDesk.RUNS_LOOK)
    @Audited(action = "照会", object = "賦課処理一覧")
    String runs(Model model) {
        model.addAttribute(
                "runs",
                db.sql(RUNS + " ORDER BY run_id DESC LIMIT 100").query(RunLine.class).list());
        return "union/runs";
    }

    @GetMapping("/runs/{id}")
    @RequiresDuty(UnionDesk.RUNS_LOOK)
    @Audited(action = "照会", object = "賦課処理 {id}")
    String run(
            @PathVariable int id,
            @RequestParam(defaultValue = "1") int page,
            Trace trace,
            Model model) {
        RunLine run =
                db.sql(RUNS + " AND run_id = ?")
                        .param(id)
                        .query(RunLine.class)
                        .optional()
                        .orElseThrow(NothingThere::new);
        int shown = Listing.page(page);
        List<ChangeLine> lines =
                db.sql(
                                """
                                SELECT r.insured_no, i.natural_id, r.reason, r.version,
                                       r.before::bigint AS before,
                                       (r.m_premium + r.c_premium)::bigint AS after
                                  FROM assessment.result r JOIN eligibility.insured i USING (insured_no)
                                 WHERE r.run_id = ? ORDER BY r.insured_no LIMIT ? OFFSET ?
                                """)
                        .param(id)
                        .param(LINES)
                        .param(Listing.offset(shown, LINES))
                        .query(ChangeLine.class)
                        .list();
        trace.people(lines.stream().map(line -> (long) line.naturalId()).toList());
        model.addAttribute("run", run);
        model.addAttribute("listing", new Listing<>(lines, shown, LINES, run.decisions()));
        return "union/run";
    }
}
