package org.machi.platform.desk;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machi.formats.column.Finding;
import org.machi.platform.files.FileDecisions;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.FileRecords;
import org.machi.platform.files.FileState;
import org.machi.platform.files.PartnerResults;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** ファイル連携: what came and went, how it ended, and what was wrong with it. */
@Controller
class FilePages {
    private static final int FILES_ON_A_PAGE = 50;
    private static final int FINDINGS_SHOWN = 200;
    private static final int ROWS_SHOWN = 20;

    private final FileLists lists;
    private final FileRecords records;
    private final FileAccess access;
    private final FileDecisions decisions;
    private final PartnerResults partnerResults;
    private final HiddenWords hidden;

    FilePages(
            FileLists lists,
            FileRecords records,
            FileAccess access,
            FileDecisions decisions,
            PartnerResults partnerResults,
            Optional<HiddenWords> hidden) {
        this.hidden = hidden.orElse(new HiddenWords((_, _) -> Set.of(), (_, _) -> Set.of()));
        this.lists = lists;
        this.records = records;
        this.access = access;
        this.decisions = decisions;
        this.partnerResults = partnerResults;
    }

    @GetMapping("/files")
    @RequiresDuty(Duties.FILES_LOOK)
    @Audited(action = "照会", object = "ファイル一覧")
    String files(
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam Optional<LocalDate> day,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        FileLists.Filter filter = new FileLists.Filter(direction, kind, state, day.orElse(null));
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", lists.kinds());
        model.addAttribute("states", FileState.values());
        model.addAttribute("listing", lists.page(filter, Listing.page(page), FILES_ON_A_PAGE));
        return "platform/files";
    }

    @GetMapping("/files/{id}")
    @RequiresDuty(Duties.FILES_LOOK)
    @Audited(action = "照会", object = "ファイル {id}")
    String file(@PathVariable long id, Clerk clerk, Model model) {
        FileLists.Line line = lists.find(id).orElseThrow(NothingThere::new);
        boolean mayOpen = clerk.may(access.dutyOf(line));
        model.addAttribute("line", line);
        model.addAttribute("mayOpen", mayOpen);
        model.addAttribute("times", lists.times(id));
        if (!mayOpen) {
            return "platform/file";
        }
        decisions(line.file(), clerk, model);
        model.addAttribute("partnerResults", partnerResults.of(id));
        model.addAttribute(
                "partnerFindings",
                hidden.coveredFindings(partnerResults.findings(id, FINDINGS_SHOWN), clerk));
        List<Finding> findings = records.findings(id);
        model.addAttribute("found", findings.size());
        model.addAttribute(
                "findings",
                hidden.coveredFindings(findings.stream().limit(FINDINGS_SHOWN).toList(), clerk));
        return "platform/file";
    }

    private void decisions(FileRecord file, Clerk clerk, Model model) {
        boolean decides = clerk.may(Duties.FILES_DECIDE);
        boolean proposed = decisions.isProposed(file);
        model.addAttribute("decisions", decisions.of(file.id()));
        model.addAttribute("mayRetry", decides && decisions.mayComeAgain(file));
        model.addAttribute("mayDecide", decides && file.held());
        model.addAttribute("proposed", proposed);
        model.addAttribute("objection", decides && file.held() ? decisions.objection(file) : "");
    }

    @GetMapping("/files/partner-results")
    @RequiresDuty(Duties.FILES_LOOK)
    @Audited(action = "照会", object = "相手方で取り込まれなかったファイル")
    String partnerResults(Model model) {
        model.addAttribute(
                "lines",
                partnerResults.openFiles(FINDINGS_SHOWN).stream()
                        .flatMap(id -> lists.find(id).stream())
                        .toList());
        return "platform/partner-results";
    }

    @GetMapping("/files/{id}/rows")
    @RequiresDuty(Duties.FILES_ROWS)
    @Audited(action = "照会", object = "ファイル {id} の内容")
    String rows(@PathVariable long id, Trace trace, Model model) {
        FileLists.Line line = lists.find(id).orElseThrow(NothingThere::new);
        trace.require(access.dutyOf(line));
        Optional<FileLists.Beginning> beginning =
                lists.beginning(line.file(), ROWS_SHOWN)
                        .map(rows -> rows.covered(hidden, trace.clerk()));
        beginning.ifPresent(shown -> trace.people(shown.people()));
        model.addAttribute("line", line);
        model.addAttribute("beginning", beginning);
        return "platform/file-rows";
    }

    @GetMapping("/files/{id}/findings.csv")
    @RequiresDuty(Duties.FILES_EXPORT)
    @Audited(action = "出力", object = "ファイル {id} のエラー一覧")
    ResponseEntity<byte[]> export(@PathVariable long id, Trace trace) {
        FileLists.Line line = lists.find(id).orElseThrow(NothingThere::new);
        trace.require(access.dutyOf(line));
        List<Finding> findings = hidden.coveredFindings(records.findings(id), trace.clerk());
        trace.note("種別", line.kindName()).note("件数", findings.size());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("エラー一覧_" + id + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(ErrorListCsv.of(findings));
    }
}
