package org.machi.city.people.protection;

import java.time.LocalDate;
import java.util.Optional;
import org.machi.city.people.PersonHeads;
import org.machi.city.people.protection.PersonSuppressions.Lifter;
import org.machi.city.people.protection.PersonSuppressions.Wanted;
import org.machi.city.people.protection.Stops.Of;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 抑止 of one person: what stands, what was lifted, and who works on the person at this moment. */
@Controller
class SuppressionPages {

    private final PersonSuppressions suppressions;
    private final WorkLocks locks;
    private final Releases releases;
    private final PersonHeads heads;
    private final BusinessDate businessDate;

    SuppressionPages(
            PersonSuppressions suppressions,
            WorkLocks locks,
            Releases releases,
            PersonHeads heads,
            BusinessDate businessDate) {
        this.suppressions = suppressions;
        this.locks = locks;
        this.releases = releases;
        this.heads = heads;
        this.businessDate = businessDate;
    }

    @GetMapping("/people/{personNo}/suppressions")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "抑止")
    String of(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo);
        LocalDate today = businessDate.today();
        model.addAttribute("personNo", personNo);
        model.addAttribute("whose", heads.whose(personNo, trace.clerk()));
        model.addAttribute("suppressions", suppressions.of(personNo, today));
        model.addAttribute("kinds", Of.values());
        model.addAttribute("lifters", Lifter.values());
        model.addAttribute("today", today);
        model.addAttribute("maySuppress", trace.clerk().may(ProtectionDesk.SUPPRESS));
        model.addAttribute(
                "state", releases.stateFor(personNo, trace.clerk().staffNo(), today).orElse(""));
        return "city/people/suppressions";
    }

    @PostMapping("/people/{personNo}/suppressions")
    @RequiresDuty(ProtectionDesk.SUPPRESS)
    @Audited(action = "登録", object = "抑止")
    String stop(
            @PathVariable long personNo,
            @RequestParam Of kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> starts,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> ends,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "OFFICE") Lifter lifter,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(reason).note("抑止", kind.label());
        Wanted wanted =
                new Wanted(
                        kind,
                        starts.orElse(businessDate.today()),
                        ends.orElse(null),
                        reason,
                        lifter);
        return answer(
                personNo,
                suppressions.stop(personNo, wanted, trace.clerk()),
                kind.label() + "抑止を登録しました。",
                next);
    }

    @PostMapping("/people/{personNo}/suppressions/{no}/lift")
    @RequiresDuty(ProtectionDesk.SUPPRESS)
    @Audited(action = "解除", object = "抑止 {no}")
    String lift(
            @PathVariable long personNo,
            @PathVariable long no,
            @RequestParam(defaultValue = "") String reason,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(reason);
        return answer(
                personNo,
                suppressions.lift(personNo, no, reason, trace.clerk(), businessDate.today()),
                "抑止を解除しました。",
                next);
    }

    @PostMapping("/people/{personNo}/lock")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "開始", object = "更新")
    String begin(@PathVariable long personNo, Trace trace, RedirectAttributes next) {
        trace.person(personNo);
        boolean mine = locks.take(personNo, trace.clerk());
        next.addFlashAttribute(
                mine ? "told" : "refused", mine ? "更新中にしました。終わるまで、ほかの職員は更新できません。" : "ほかの職員が更新中です。");
        return "redirect:/people/" + personNo;
    }

    /** Asked for by the form itself when its clerk begins to type; only looking takes no lock. */
    @PostMapping("/people/{personNo}/lock/begin")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "開始", object = "更新")
    String typing(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo);
        model.addAttribute("personNo", personNo);
        model.addAttribute("mine", locks.take(personNo, trace.clerk()));
        model.addAttribute("lock", locks.of(personNo).orElse(null));
        return "city/people/stops :: begun";
    }

    /** The same clerk gives it back without leaving the form. */
    @PostMapping("/people/{personNo}/lock/back")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "終了", object = "更新")
    String giveBack(@PathVariable long personNo, Trace trace) {
        trace.person(personNo);
        locks.end(personNo, trace.clerk().staffNo());
        return "city/people/stops :: given";
    }

    @PostMapping("/people/{personNo}/lock/end")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "終了", object = "更新")
    String end(@PathVariable long personNo, Trace trace, RedirectAttributes next) {
        trace.person(personNo);
        locks.end(personNo, trace.clerk().staffNo());
        next.addFlashAttribute("told", "更新を終えました。");
        return "redirect:/people/" + personNo;
    }

    @PostMapping("/people/{personNo}/lock/take")
    @RequiresDuty(ProtectionDesk.TAKE_OVER)
    @Audited(action = "引継ぎ", object = "更新")
    String takeOver(
            @PathVariable long personNo,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(note);
        if (note.isBlank()) {
            next.addFlashAttribute("refused", "引き継ぐ理由を入れてください。");
        } else if (locks.takeOver(personNo, trace.clerk(), note.strip())) {
            next.addFlashAttribute("told", "更新を引き継ぎました。");
        } else {
            next.addFlashAttribute("told", "更新中の職員はもういません。そのまま入力できます。");
        }
        return "redirect:/people/" + personNo;
    }

    private static String answer(
            long personNo, Optional<String> refusal, String done, RedirectAttributes next) {
        next.addFlashAttribute(refusal.isPresent() ? "refused" : "told", refusal.orElse(done));
        return "redirect:/people/" + personNo + "/suppressions";
    }
}
