package org.machi.city.koki.benefits;

import java.time.LocalDate;
import java.util.List;
import org.machi.city.people.PersonHeads;
import org.machi.city.people.PersonHeads.PersonHead;
import org.machi.city.people.Presence;
import org.machi.city.people.ProtectedPeople;
import org.machi.city.people.SecondClerk;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 給付の申請: taking one in, its papers, the second clerk, and what the union decided. */
@Controller
class BenefitPages {

    private final BenefitCounter counter;
    private final BenefitBook book;
    private final CheckupTickets tickets;
    private final PersonHeads heads;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;
    private final SecondClerk second;

    BenefitPages(
            BenefitCounter counter,
            BenefitBook book,
            CheckupTickets tickets,
            PersonHeads heads,
            ProtectedPeople people,
            BusinessDate businessDate,
            SecondClerk second) {
        this.counter = counter;
        this.book = book;
        this.tickets = tickets;
        this.heads = heads;
        this.people = people;
        this.businessDate = businessDate;
        this.second = second;
    }

    @GetMapping("/people/{personNo}/benefits")
    @RequiresDuty(BenefitDesk.APPLY)
    @Audited(action = "照会", object = "給付")
    String person(@PathVariable long personNo, Trace trace, Model model) {
        return show(personNo, new LinkedMultiValueMap<>(), List.of(), trace, model);
    }

    @PostMapping("/people/{personNo}/benefits")
    @RequiresDuty(BenefitDesk.APPLY)
    @Audited(action = "受付", object = "給付の申請")
    String receive(
            @PathVariable long personNo,
            @RequestParam MultiValueMap<String, String> fields,
            Trace trace,
            Model model,
            RedirectAttributes next) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        LocalDate today = businessDate.today();
        BenefitForm form = new BenefitForm(fields);
        BenefitEntry entry = form.entry(personNo, today);
        if (!form.faults().isEmpty()) {
            return show(personNo, fields, form.faults(), trace, model);
        }
        return switch (counter.receive(
                entry, today, second.actor(trace.clerk(), BenefitDesk.APPLY))) {
            case BenefitCounter.Outcome.Refused refused ->
                    show(personNo, fields, refused.reasons(), trace, model);
            case BenefitCounter.Outcome.Received received -> {
                trace.object("給付の申請 " + received.receptionNo());
                next.addFlashAttribute("told", told(received));
                yield "redirect:/people/" + personNo + "/benefits";
            }
        };
    }

    private static String told(BenefitCounter.Outcome.Received received) {
        return received.missing().isEmpty()
                ? "受付番号 " + received.receptionNo() + " で受け付けました。別の職員が確認すると広域連合へ送ります。"
                : "受付番号 %s で受け付けました。不備（%s）がそろうまで送りません。"
                        .formatted(received.receptionNo(), String.join("、", received.missing()));
    }

    private String show(
            long personNo,
            MultiValueMap<String, String> fields,
            List<String> faults,
            Trace trace,
            Model model) {
        PersonHead head = heads.find(personNo, trace.clerk()).orElseThrow(NothingThere::new);
        trace.person(personNo);
        if (head.hidden()) {
            trace.note("支援措置", "表示せず");
            return "city/people/stop";
        }
        model.addAttribute("person", head);
        model.addAttribute("today", businessDate.today());
        model.addAttribute("fields", fields.toSingleValueMap());
        model.addAttribute("seen", fields.getOrDefault("papers", List.of()));
        model.addAttribute("faults", faults);
        model.addAttribute("kinds", BenefitKindRule.values());
        model.addAttribute("expensePapers", ExpensePapers.values());
        model.addAttribute("channels", BenefitApplyFile.CHANNEL.type().meanings());
        model.addAttribute("expenses", BenefitApplyFile.EXPENSE.type().meanings());
        model.addAttribute("relations", BenefitApplyFile.RELATION.type().meanings());
        model.addAttribute("accountKinds", BenefitApplyFile.ACCOUNT_KIND.type().meanings());
        model.addAttribute("cameAs", Presence.CameAs.values());
        model.addAttribute("identityChecks", Presence.IdentityCheck.values());
        model.addAttribute("agentChecks", Presence.AgentCheck.values());
        model.addAttribute("lines", book.of(personNo));
        model.addAttribute("decided", book.decided(personNo));
        model.addAttribute("calls", book.calls(personNo));
        model.addAttribute("tickets", tickets.of(personNo));
        return "city/koki/benefits";
    }

    @GetMapping("/koki/benefits")
    @RequiresDuty(BenefitDesk.APPLY)
    @Audited(action = "照会", object = "確認待ちの給付の申請")
    String open(Trace trace, Model model) {
        List<BenefitBook.Line> lines = book.open(trace.clerk());
        trace.people(lines.stream().map(BenefitBook.Line::personNo).toList());
        model.addAttribute("lines", lines);
        model.addAttribute("own", trace.clerk().staffNo());
        return "city/koki/benefit-list";
    }

    @PostMapping("/koki/benefits/{receptionNo}/complete")
    @RequiresDuty(BenefitDesk.APPLY)
    @Audited(action = "補正", object = "給付の申請 {receptionNo}")
    String complete(@PathVariable String receptionNo, Trace trace, RedirectAttributes next) {
        second.begin(entry(receptionNo), trace);
        counter.complete(
                receptionNo, businessDate.today(), second.actor(trace.clerk(), BenefitDesk.APPLY));
        next.addFlashAttribute("told", "受付番号 " + receptionNo + " の不備がそろいました。別の職員が確認してください。");
        return "redirect:/koki/benefits";
    }

    @PostMapping("/koki/benefits/{receptionNo}/confirm")
    @RequiresDuty(BenefitDesk.CONFIRM)
    @Audited(action = "確認", object = "給付の申請 {receptionNo}")
    String confirm(@PathVariable String receptionNo, Trace trace, RedirectAttributes next) {
        return second.confirm(entry(receptionNo), trace, next);
    }

    @PostMapping("/koki/benefits/{receptionNo}/return")
    @RequiresDuty(BenefitDesk.CONFIRM)
    @Audited(action = "差戻し", object = "給付の申請 {receptionNo}")
    String giveBack(
            @PathVariable String receptionNo,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        return second.giveBack(entry(receptionNo), reason, trace, next);
    }

    private SecondClerk.Entry entry(String receptionNo) {
        return new SecondClerk.Entry(counter, receptionNo, "/koki/benefits", BenefitDesk.CONFIRM);
    }

    @PostMapping("/koki/benefits/{receptionNo}/withdraw")
    @RequiresDuty(BenefitDesk.APPLY)
    @Audited(action = "取下げ", object = "給付の申請 {receptionNo}")
    String withdraw(
            @PathVariable String receptionNo,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        long personNo = counter.personOf(receptionNo);
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "取下げの理由を入れてください。");
            return "redirect:/people/" + personNo + "/benefits";
        }
        trace.reason(reason);
        second.begin(entry(receptionNo), trace);
        counter.withdraw(
                receptionNo,
                reason.strip(),
                businessDate.today(),
                second.actor(trace.clerk(), BenefitDesk.APPLY));
        next.addFlashAttribute("told", "受付番号 " + receptionNo + " を取り下げました。");
        return "redirect:/people/" + personNo + "/benefits";
    }
}
