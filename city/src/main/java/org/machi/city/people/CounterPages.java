package org.machi.city.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machi.city.people.PersonHeads.PersonHead;
import org.machi.formats.layout.UnionApplyFile;
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

/** 届出・申請: entering one for a person, and confirming what a colleague entered. */
@Controller
class CounterPages {

    private final Counter counter;
    private final Applications applications;
    private final PersonHeads heads;
    private final BusinessDate businessDate;
    private final SecondClerk second;
    private final Facilities facilities;

    CounterPages(
            Counter counter,
            Applications applications,
            PersonHeads heads,
            BusinessDate businessDate,
            SecondClerk second,
            Facilities facilities) {
        this.counter = counter;
        this.applications = applications;
        this.heads = heads;
        this.businessDate = businessDate;
        this.second = second;
        this.facilities = facilities;
    }

    @GetMapping("/people/{personNo}/applications")
    @RequiresDuty(PeopleDesk.APPLY)
    @Audited(action = "照会", object = "届出・申請")
    String form(@PathVariable long personNo, Trace trace, Model model, RedirectAttributes next) {
        Optional<Long> insuredUnder = counter.insuredUnder(personNo);
        if (insuredUnder.isPresent()) {
            trace.person(personNo);
            next.addFlashAttribute("told", "資格のある、統合された宛名番号で受け付けます。");
            return "redirect:/people/" + insuredUnder.get() + "/applications";
        }
        Map<String, String> fields = new HashMap<>();
        if (model.getAttribute("begun") instanceof Map<?, ?> begun) {
            begun.forEach((name, value) -> fields.put(name.toString(), value.toString()));
        }
        return show(personNo, fields, List.of(), trace, model);
    }

    @PostMapping("/people/{personNo}/applications")
    @RequiresDuty(PeopleDesk.APPLY)
    @Audited(action = "受付", object = "届出・申請")
    String receive(
            @PathVariable long personNo,
            @RequestParam Map<String, String> fields,
            Trace trace,
            Model model,
            RedirectAttributes next) {
        PersonHead head = heads.find(personNo, trace.clerk()).orElseThrow(NothingThere::new);
        LocalDate today = businessDate.today();
        CounterForm form = new CounterForm(fields, facilities.on(today));
        CounterEntry entry = form.entry(personNo, today);
        List<String> faults = new ArrayList<>(form.faults());
        Long homeOf = entry.particulars().homeOf();
        if (homeOf != null
                && heads.find(homeOf, trace.clerk()).filter(PersonHead::hidden).isPresent()) {
            faults.add("相手の人は責任者が処理します。");
        }
        if (head.hidden() || !faults.isEmpty()) {
            return show(personNo, fields, faults, trace, model);
        }
        return switch (counter.receive(
                entry, today, second.actor(trace.clerk(), PeopleDesk.APPLY))) {
            case Counter.Outcome.Refused refused ->
                    show(personNo, fields, refused.reasons(), trace, model);
            case Counter.Outcome.Received received -> {
                trace.person(personNo).object("届出・申請 " + received.receptionNo());
                next.addFlashAttribute(
                        "told",
                        "受付番号 " + received.receptionNo() + " で受け付けました。別の職員が確認すると広域連合へ送ります。");
                yield "redirect:/people/" + personNo + "/applications";
            }
        };
    }

    private String show(
            long personNo,
            Map<String, String> fields,
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
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("lines", applications.of(personNo));
        Map<String, String> kinds = UnionApplyFile.KIND.type().meanings();
        model.addAttribute(
                "kinds",
                CounterEntry.KINDS.stream()
                        .map(code -> new Choice(code, kinds.getOrDefault(code, code)))
                        .toList());
        model.addAttribute("reasons", reasons(kinds));
        model.addAttribute("diseases", UnionApplyFile.DISEASE.type().meanings());
        model.addAttribute("cards", UnionApplyFile.CARD_KIND.type().meanings());
        model.addAttribute("shares", UnionApplyFile.SHARE.type().meanings());
        model.addAttribute("facilities", facilities.on(businessDate.today()));
        model.addAttribute("disabilities", UnionApplyFile.DISABILITY.type().meanings());
        model.addAttribute("cameAs", Presence.CameAs.values());
        model.addAttribute("numberChecks", Presence.NumberCheck.values());
        model.addAttribute("identityChecks", Presence.IdentityCheck.values());
        model.addAttribute("agentChecks", Presence.AgentCheck.values());
        return "city/people/applications";
    }

    /** One line of a list to choose from. */
    public record Choice(String code, String label) {}

    /** The reasons of one kind of 届; their codes carry the kind, for they mean different things. */
    public record Reasons(String kind, List<Choice> choices) {}

    private static List<Reasons> reasons(Map<String, String> kinds) {
        return CounterEntry.KINDS.stream()
                .filter(kind -> !CounterEntry.reasons(kind).isEmpty())
                .map(kind ->
                        new Reasons(
                                kinds.getOrDefault(kind, kind),
                                CounterEntry.reasons(kind).entrySet().stream()
                                        .map(one -> new Choice(kind + one.getKey(), one.getValue()))
                                        .toList()))
                .toList();
    }

    @GetMapping("/people/applications")
    @RequiresDuty(PeopleDesk.CONFIRM)
    @Audited(action = "照会", object = "確認待ちの届出・申請")
    String waiting(Trace trace, Model model) {
        List<Applications.Line> lines = applications.waiting(trace.clerk());
        trace.people(lines.stream().map(Applications.Line::personNo).toList());
        model.addAttribute("lines", lines);
        model.addAttribute("own", trace.clerk().staffNo());
        return "city/people/confirm";
    }

    @PostMapping("/people/applications/{receptionNo}/confirm")
    @RequiresDuty(PeopleDesk.CONFIRM)
    @Audited(action = "確認", object = "届出・申請 {receptionNo}")
    String confirm(@PathVariable String receptionNo, Trace trace, RedirectAttributes next) {
        return second.confirm(entry(receptionNo), trace, next);
    }

    @PostMapping("/people/applications/{receptionNo}/return")
    @RequiresDuty(PeopleDesk.CONFIRM)
    @Audited(action = "差戻し", object = "届出・申請 {receptionNo}")
    String giveBack(
            @PathVariable String receptionNo,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        return second.giveBack(entry(receptionNo), reason, trace, next);
    }

    private SecondClerk.Entry entry(String receptionNo) {
        return new SecondClerk.Entry(
                counter, receptionNo, "/people/applications", PeopleDesk.CONFIRM);
    }
}
