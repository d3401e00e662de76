package org.machi.city.levy.desk;

import java.util.List;
import java.util.Map;
import org.machi.city.levy.desk.WriteOffProposals.Proposal;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
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

/** 不納欠損の承認: proposals that wait for a second person. */
@Controller
class WriteOffPages {

    private final WriteOffProposals proposals;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;

    WriteOffPages(WriteOffProposals proposals, ProtectedPeople people, BusinessDate businessDate) {
        this.proposals = proposals;
        this.people = people;
        this.businessDate = businessDate;
    }

    @GetMapping("/levy/write-offs")
    @RequiresDuty(LevyDesk.KEEP)
    @Audited(action = "照会", object = "不納欠損の承認待ち")
    String waiting(Trace trace, Model model) {
        List<Proposal> waiting = proposals.waiting();
        trace.people(waiting.stream().map(Proposal::person).toList());
        model.addAttribute("proposals", waiting);
        model.addAttribute("own", trace.clerk().staffNo());
        model.addAttribute("mayApprove", trace.clerk().may(LevyDesk.APPROVE));
        return "city/levy/write-offs";
    }

    @PostMapping("/levy/write-offs/{proposalId}/approve")
    @RequiresDuty(LevyDesk.APPROVE)
    @Audited(action = "更新", object = "不納欠損の承認 {proposalId}")
    String approve(
            @PathVariable long proposalId,
            @RequestParam Map<String, String> asked,
            Trace trace,
            RedirectAttributes next) {
        Asked form = new Asked(asked);
        Proposal proposal = proposals.find(proposalId).orElseThrow(NothingThere::new);
        Act act = act(proposal, form, trace);
        return Answer.to("/levy/write-offs", next)
                .with(form, () -> proposals.approve(proposal, act));
    }

    @PostMapping("/levy/write-offs/{proposalId}/reject")
    @RequiresDuty(LevyDesk.APPROVE)
    @Audited(action = "更新", object = "不納欠損の否決 {proposalId}")
    String reject(
            @PathVariable long proposalId,
            @RequestParam Map<String, String> asked,
            Trace trace,
            RedirectAttributes next) {
        Asked form = new Asked(asked);
        Proposal proposal = proposals.find(proposalId).orElseThrow(NothingThere::new);
        Act act = act(proposal, form, trace);
        return Answer.to("/levy/write-offs", next)
                .with(form, () -> proposals.reject(proposal, act));
    }

    private Act act(Proposal proposal, Asked form, Trace trace) {
        trace.person(proposal.person());
        people.requireChange(proposal.person(), trace.clerk());
        return Act.of(trace, businessDate.today(), form.seen(), form.text("reason"));
    }
}
