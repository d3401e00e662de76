package org.machi.city.people.outside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.PeopleDesk;
import org.machi.city.people.PersonHeads;
import org.machi.city.people.addressee.Fields;
import org.machi.formats.layout.NonResidentFile;
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

/** 住登外者: sought, registered and changed. The form is reached only through a search. */
@Controller
class NonResidentPages {

    private final OutsideRegister people;
    private final Candidates candidates;
    private final SamePeople same;
    private final NumberRequests requests;
    private final PersonHeads heads;
    private final BusinessDate businessDate;

    NonResidentPages(
            OutsideRegister people,
            Candidates candidates,
            SamePeople same,
            NumberRequests requests,
            PersonHeads heads,
            BusinessDate businessDate) {
        this.people = people;
        this.candidates = candidates;
        this.same = same;
        this.requests = requests;
        this.heads = heads;
        this.businessDate = businessDate;
    }

    @GetMapping("/people/non-residents")
    @RequiresDuty(OutsideDesk.ENTER)
    @Audited(action = "照会", object = "住登外者")
    String lists(Trace trace, Model model) {
        List<OutsideRegister.Entry> waiting = people.waiting(trace.clerk());
        for (OutsideRegister.Entry entry : waiting) {
            Long personNo = entry.personNo();
            if (personNo != null) {
                trace.person(personNo);
            }
        }
        List<SamePeople.Pair> pairs = same.list(trace.clerk());
        pairs.forEach(pair -> trace.people(List.of(pair.personNo(), pair.otherNo())));
        model.addAttribute("waiting", waiting);
        model.addAttribute("pairs", pairs);
        model.addAttribute("held", requests.held(trace.clerk()));
        model.addAttribute("own", trace.clerk().staffNo());
        model.addAttribute("mayConfirm", trace.clerk().may(OutsideDesk.CONFIRM));
        model.addAttribute("mayMerge", trace.clerk().may(PeopleDesk.MERGE));
        return "city/people/non-residents";
    }

    @PostMapping("/people/non-residents/search")
    @RequiresDuty(OutsideDesk.ENTER)
    @Audited(action = "検索", object = "住登外者の4情報")
    String search(@RequestParam Map<String, String> form, Trace trace, Model model) {
        Fields fields = new Fields(form);
        FourFacts facts = FourFacts.read(fields);
        Map<String, String> shown = new HashMap<>(form);
        shown.put("kana", facts.kana());
        return show(null, shown, fields.faults(), trace, model);
    }

    @PostMapping("/people/non-residents")
    @RequiresDuty(OutsideDesk.ENTER)
    @Audited(action = "登録", object = "住登外者")
    String enter(
            @RequestParam Map<String, String> form,
            Trace trace,
            Model model,
            RedirectAttributes next) {
        Fields fields = new Fields(form);
        var values = NonResidentForm.read(fields, NonResidentForm.NEW, businessDate.today());
        List<Candidates.Candidate> doubles =
                fields.faults().isEmpty()
                        ? candidates.find(FourFacts.read(fields), trace.clerk()).stream()
                                .filter(Candidates.Candidate::doubled)
                                .toList()
                        : List.of();
        List<String> faults =
                fields.faults().isEmpty()
                        ? people.enter(null, values, doubles, work(trace))
                        : fields.faults();
        if (!faults.isEmpty()) {
            return show(null, form, faults, trace, model);
        }
        trace.note("氏名", fields.text("name"));
        next.addFlashAttribute("told", "登録を受け付けました。別の職員が確認すると宛名番号が付きます。");
        return "redirect:/people/non-residents";
    }

    @GetMapping("/people/{personNo}/non-resident")
    @RequiresDuty(OutsideDesk.ENTER)
    @Audited(action = "照会", object = "住登外者の登録内容")
    String form(@PathVariable long personNo, Trace trace, Model model) {
        Map<String, String> fields = NonResidentForm.fields(registered(personNo));
        return show(personNo, fields, List.of(), trace, model);
    }

    @PostMapping("/people/{personNo}/non-resident")
    @RequiresDuty(OutsideDesk.ENTER)
    @Audited(action = "変更", object = "住登外者の登録内容")
    String change(
            @PathVariable long personNo,
            @RequestParam Map<String, String> form,
            Trace trace,
            Model model,
            RedirectAttributes next) {
        Map<String, @Nullable Object> row = registered(personNo);
        Fields fields = new Fields(form);
        String kind =
                fields.text("change").equals(NonResidentForm.ENDED)
                        ? NonResidentForm.ENDED
                        : NonResidentForm.CHANGED;
        var values = NonResidentForm.read(fields, kind, businessDate.today());
        NonResidentForm.carryOver(values, row);
        trace.person(personNo);
        if (hidden(personNo, trace)) {
            return "city/people/stop";
        }
        List<String> faults =
                fields.faults().isEmpty()
                        ? people.enter(personNo, values, List.of(), work(trace))
                        : fields.faults();
        if (!faults.isEmpty()) {
            return show(personNo, form, faults, trace, model);
        }
        next.addFlashAttribute("told", "受け付けました。別の職員が確認すると登録に反映します。");
        return "redirect:/people/" + personNo;
    }

    private Map<String, @Nullable Object> registered(long personNo) {
        return people.registered(personNo).orElseThrow(NothingThere::new);
    }

    private boolean hidden(long personNo, Trace trace) {
        return heads.find(personNo, trace.clerk()).orElseThrow(NothingThere::new).hidden();
    }

    private OutsideRegister.Work work(Trace trace) {
        return new OutsideRegister.Work(trace.clerk().staffNo(), businessDate.today());
    }

    private String show(
            @Nullable Long personNo,
            Map<String, String> fields,
            List<String> faults,
            Trace trace,
            Model model) {
        if (personNo != null) {
            trace.person(personNo);
            if (hidden(personNo, trace)) {
                return "city/people/stop";
            }
        } else {
            Fields asked = new Fields(fields);
            FourFacts facts = FourFacts.read(asked);
            if (asked.faults().isEmpty()) {
                List<Candidates.Candidate> found = candidates.find(facts, trace.clerk());
                trace.people(found.stream().map(Candidates.Candidate::personNo).toList());
                model.addAttribute("candidates", found);
            }
        }
        model.addAttribute("personNo", personNo);
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("today", businessDate.today());
        model.addAttribute("reasons", NonResidentFile.REASON.type().meanings());
        model.addAttribute("businesses", NonResidentForm.BUSINESSES);
        return "city/people/non-resident";
    }
}
