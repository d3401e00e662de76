package org.machi.city.people.protection;

import java.util.List;
import org.machi.city.people.protection.Stops.Of;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 照会・発行抑止: the neutral page that everybody meets, and how it is released for one deed. */
@Controller
class StopPages {

    private final Releases releases;
    private final BusinessDate businessDate;

    StopPages(Releases releases, BusinessDate businessDate) {
        this.releases = releases;
        this.businessDate = businessDate;
    }

    /** The same for every stopped person: neither name nor reason nor address. */
    @RequestMapping(
            path = "/people/{personNo}/stop",
            method = {RequestMethod.GET, RequestMethod.POST})
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "照会・発行抑止")
    String stopped(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo).note("抑止", "表示せず");
        model.addAttribute("personNo", personNo);
        model.addAttribute(
                "state",
                releases.stateFor(personNo, trace.clerk().staffNo(), businessDate.today(), Of.LOOK)
                        .orElse(""));
        return "city/people/stop";
    }

    @PostMapping("/people/{personNo}/release")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "申請", object = "抑止の一時解除")
    String ask(
            @PathVariable long personNo,
            @RequestParam Of deed,
            @RequestParam(defaultValue = "") String reason,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(reason).note("操作", deed.label());
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "解除が必要な理由を入れてください。");
        } else {
            releases.ask(
                    personNo, deed, reason.strip(), trace.clerk().staffNo(), businessDate.today());
            next.addFlashAttribute("told", "一時解除を申請しました。別の職員が承認すると、本日中に1回だけ行えます。");
        }
        return "redirect:/people/" + personNo + (deed == Of.LOOK ? "/stop" : "/suppressions");
    }

    @GetMapping("/people/releases")
    @RequiresDuty(ProtectionDesk.RELEASE)
    @Audited(action = "照会", object = "抑止の一時解除")
    String waiting(Trace trace, Model model) {
        List<Releases.Asked> asked = releases.waiting(businessDate.today());
        trace.people(asked.stream().map(Releases.Asked::personNo).toList());
        model.addAttribute("asked", asked);
        model.addAttribute("own", trace.clerk().staffNo());
        return "city/people/releases";
    }

    @PostMapping("/people/releases/{releaseNo}")
    @RequiresDuty(ProtectionDesk.RELEASE)
    @Audited(action = "承認", object = "抑止の一時解除 {releaseNo}")
    String decide(
            @PathVariable long releaseNo,
            @RequestParam(defaultValue = "false") boolean grant,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        Releases.Decision decision =
                releases.decide(releaseNo, grant, note.strip(), trace.clerk().staffNo());
        trace.person(decision.personNo()).reason(note).note("承認", grant ? "する" : "しない");
        if (decision.refusal() == null) {
            next.addFlashAttribute("told", grant ? "一時解除を承認しました。" : "一時解除を承認しませんでした。");
        } else {
            next.addFlashAttribute("refused", decision.refusal());
        }
        return "redirect:/people/releases";
    }
}
