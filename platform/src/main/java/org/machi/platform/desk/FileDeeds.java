package org.machi.platform.desk;

import java.util.function.BiFunction;
import org.machi.platform.files.FileDecisions;
import org.machi.platform.files.FileDecisions.Answer;
import org.machi.platform.files.FileDecisions.Decider;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.PartnerResults;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 拒否・保留のファイルの処理: each with its reason, by who may open files of the kind. */
@Controller
class FileDeeds {

    private final FileLists lists;
    private final FileAccess access;
    private final FileDecisions decisions;
    private final PartnerResults partnerResults;

    FileDeeds(
            FileLists lists,
            FileAccess access,
            FileDecisions decisions,
            PartnerResults partnerResults) {
        this.lists = lists;
        this.access = access;
        this.decisions = decisions;
        this.partnerResults = partnerResults;
    }

    @PostMapping("/files/{id}/again")
    @RequiresDuty(Duties.FILES_DECIDE)
    @Audited(action = "再取込", object = "ファイル {id}")
    String again(
            @PathVariable long id,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        return decide(id, reason, decisions::again, trace, next);
    }

    @PostMapping("/files/{id}/propose")
    @RequiresDuty(Duties.FILES_DECIDE)
    @Audited(action = "確認", object = "ファイル {id}")
    String propose(
            @PathVariable long id,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        return decide(id, reason, decisions::propose, trace, next);
    }

    @PostMapping("/files/{id}/approve")
    @RequiresDuty(Duties.FILES_DECIDE)
    @Audited(action = "承認", object = "ファイル {id}")
    String approve(
            @PathVariable long id,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        return decide(id, reason, decisions::approve, trace, next);
    }

    @PostMapping("/files/{id}/discard")
    @RequiresDuty(Duties.FILES_DECIDE)
    @Audited(action = "破棄", object = "ファイル {id}")
    String discard(
            @PathVariable long id,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        return decide(id, reason, decisions::discard, trace, next);
    }

    /** 相手方の取込結果の処理: corrected, sent again, or nothing to do, with the reason. */
    @PostMapping("/files/{id}/partner-result")
    @RequiresDuty(Duties.FILES_DECIDE)
    @Audited(action = "更新", object = "ファイル {id} の相手方の取込結果")
    String partnerResult(
            @PathVariable long id,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        return decide(
                id,
                reason,
                (file, decider) ->
                        partnerResults.seen(file.id(), decider.reason(), decider.staffNo())
                                ? new Answer(true, "処理済にしました。")
                                : new Answer(false, "ほかの職員が先に処理したか、処理するものがありません。"),
                trace,
                next);
    }

    private String decide(
            long id,
            String reason,
            BiFunction<FileRecord, Decider, Answer> deed,
            Trace trace,
            RedirectAttributes next) {
        FileLists.Line line = lists.find(id).orElseThrow(NothingThere::new);
        trace.require(access.dutyOf(line)).reason(reason).note("種別", line.kindName());
        Clerk clerk = trace.clerk();
        Answer answer =
                reason.isBlank()
                        ? new Answer(false, "理由を入れてください。")
                        : deed.apply(
                                line.file(),
                                new Decider(clerk.staffNo(), clerk.name(), reason.strip()));
        if (!answer.done()) {
            trace.note("結果", "変更せず");
        }
        next.addFlashAttribute(answer.done() ? "told" : "refused", answer.words());
        return "redirect:/files/{id}";
    }
}
