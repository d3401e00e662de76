package org.machi.city.people;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.InquiryLists.Decided;
import org.machi.city.people.InquiryLists.Decision;
import org.machi.city.people.InquiryLists.Received;
import org.machi.city.people.InquiryLists.Sent;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
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

/** 所得照会: questions that somebody must decide, and own questions without an income. */
@Controller
class InquiryPages {

    private final InquiryLists lists;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;

    InquiryPages(InquiryLists lists, ProtectedPeople people, BusinessDate businessDate) {
        this.lists = lists;
        this.people = people;
        this.businessDate = businessDate;
    }

    @GetMapping("/people/inquiries")
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "照会", object = "所得照会")
    String lists(Trace trace, Model model) {
        List<Received> received = lists.toDecide(trace.clerk());
        List<Sent> sent = lists.sent(businessDate.today());
        trace.people(received.stream().map(Received::personNo).filter(Objects::nonNull).toList());
        trace.people(sent.stream().map(Sent::personNo).toList());
        List<InquiryLists.ToAsk> toAsk = lists.toAsk(businessDate.today(), trace.clerk());
        trace.people(toAsk.stream().map(InquiryLists.ToAsk::personNo).toList());
        model.addAttribute("toAsk", toAsk);
        List<InquiryLists.Typed> toConfirm = lists.toConfirm();
        trace.people(toConfirm.stream().map(InquiryLists.Typed::personNo).toList());
        model.addAttribute("toConfirm", toConfirm);
        model.addAttribute("received", received);
        model.addAttribute("sent", sent);
        return "city/people/inquiries";
    }

    @PostMapping("/people/inquiries/{asker}/{inquiryNo}")
    @RequiresDuty(PeopleDesk.INQUIRIES)
    @Audited(action = "更新", object = "所得照会 {asker} {inquiryNo}")
    String decide(
            @PathVariable String asker,
            @PathVariable String inquiryNo,
            @RequestParam Decision decision,
            @RequestParam(required = false) @Nullable Long personNo,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        long about = lists.personOf(asker, inquiryNo);
        if (about > 0) {
            trace.person(about);
        }
        trace.note("処理", decision).reason(note);
        if (lists.guarded(asker, inquiryNo) && !trace.clerk().may(PeopleDesk.PROTECTED)) {
            next.addFlashAttribute("refused", "この照会は責任者が処理します。");
        } else if (decision == Decision.ANSWER && personNo == null && about == 0) {
            next.addFlashAttribute("refused", "回答する人の宛名番号を入れてください。");
        } else if (decision != Decision.NOT_HERE && note.isBlank()) {
            next.addFlashAttribute("refused", "理由を入れてください。");
        } else {
            mayDecide(decision, personNo == null ? about : personNo, trace.clerk());
            lists.decide(
                    asker,
                    inquiryNo,
                    new Decided(
                            decision,
                            personNo,
                            note.strip(),
                            trace.clerk().staffNo(),
                            businessDate.today()));
            next.addFlashAttribute("told", "照会番号 " + inquiryNo + " の処理を決めました。");
        }
        return "redirect:/people/inquiries";
    }

    /** An answer is something issued about the person; no other decision tells anything. */
    private void mayDecide(Decision decision, long person, Clerk clerk) {
        if (person > 0) {
            people.requireChange(person, clerk);
            if (decision == Decision.ANSWER) {
                people.requireIssue(person, clerk);
            }
        }
    }
}
