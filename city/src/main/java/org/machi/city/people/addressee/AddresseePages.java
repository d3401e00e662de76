package org.machi.city.people.addressee;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.machi.city.people.PersonHeads;
import org.machi.city.people.PersonHeads.PersonHead;
import org.machi.city.people.addressee.Versions.Seen;
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

/** 送付先・連絡先・代理人: one page each with the list and the form for a new entry or a correction. */
@Controller
class AddresseePages {

    private final Addressees addressees;
    private final PersonHeads heads;
    private final BusinessDate businessDate;

    AddresseePages(Addressees addressees, PersonHeads heads, BusinessDate businessDate) {
        this.addressees = addressees;
        this.heads = heads;
        this.businessDate = businessDate;
    }

    @GetMapping("/people/{personNo}/addressees/{list}")
    @RequiresDuty(AddresseeDesk.ENTER)
    @Audited(action = "照会", object = "送付先等 {list}")
    String form(
            @PathVariable long personNo,
            @PathVariable String list,
            @RequestParam(defaultValue = "0") long edit,
            Trace trace,
            Model model) {
        AddresseeList of = AddresseeList.at(list).orElseThrow(NothingThere::new);
        return show(personNo, of, addressees.fields(of, personNo, edit), List.of(), trace, model);
    }

    @PostMapping("/people/{personNo}/addressees/{list}")
    @RequiresDuty(AddresseeDesk.ENTER)
    @Audited(action = "更新", object = "送付先等 {list}")
    String save(
            @PathVariable long personNo,
            @PathVariable String list,
            @RequestParam Map<String, String> form,
            Trace trace,
            Model model,
            RedirectAttributes next) {
        AddresseeList of = AddresseeList.at(list).orElseThrow(NothingThere::new);
        Fields fields = new Fields(form);
        Long no = fields.personNo("no");
        boolean correction = no != null;
        if (correction && fields.text("change").isEmpty()) {
            fields.fault("訂正の理由を入れてください。");
        }
        if (hidden(personNo, trace)) {
            return "city/people/stop";
        }
        Seen seen = new Seen(personNo, no == null ? 0 : no, fields.version());
        List<String> faults =
                addressees.save(
                        of,
                        seen,
                        fields,
                        change(trace, fields.text(correction ? "change" : "reason")));
        if (!faults.isEmpty()) {
            return show(personNo, of, form, faults, trace, model);
        }
        trace.person(personNo).reason(fields.text("change")).note("操作", correction ? "訂正" : "入力");
        next.addFlashAttribute("told", of.title() + (correction ? "を訂正しました。" : "を登録しました。"));
        return "redirect:/people/" + personNo + "/addressees/" + list;
    }

    @PostMapping("/people/{personNo}/addressees/{list}/{no}/end")
    @RequiresDuty(AddresseeDesk.ENTER)
    @Audited(action = "終了", object = "送付先等 {list} {no}")
    String end(
            @PathVariable long personNo,
            @PathVariable String list,
            @PathVariable long no,
            @RequestParam Map<String, String> form,
            Trace trace,
            RedirectAttributes next) {
        AddresseeList of = AddresseeList.at(list).orElseThrow(NothingThere::new);
        if (hidden(personNo, trace)) {
            return "city/people/stop";
        }
        Fields fields = new Fields(form);
        LocalDate on = fields.day("on", "使わなくなる日", businessDate.today());
        Map<String, String> row = addressees.fields(of, personNo, no);
        if (row.isEmpty()) {
            throw new NothingThere();
        }
        LocalDate from = LocalDate.parse(row.getOrDefault("from", ""));
        String to = row.getOrDefault("to", "");
        String reason = fields.must("change", "理由", 100);
        if (on.isBefore(from)) {
            fields.fault("使わなくなる日が開始日より前です。取り消すときは開始日と同じ日を入れてください。");
        }
        if (!to.isEmpty() && !on.isBefore(LocalDate.parse(to))) {
            fields.fault("既に終わった期間です。期間を直すときは訂正してください。");
        }
        trace.person(personNo).reason(reason);
        if (fields.faults().isEmpty()) {
            addressees.end(of, new Seen(personNo, no, fields.version()), on, change(trace, reason));
            next.addFlashAttribute(
                    "told", of.title() + (on.equals(from) ? "を取り消しました。" : "を終了しました。"));
        } else {
            next.addFlashAttribute("refused", String.join(" ", fields.faults()));
        }
        return "redirect:/people/" + personNo + "/addressees/" + list;
    }

    private boolean hidden(long personNo, Trace trace) {
        return heads.find(personNo, trace.clerk()).orElseThrow(NothingThere::new).hidden();
    }

    private Change change(Trace trace, String reason) {
        return new Change(trace.clerk().staffNo(), businessDate.today(), reason);
    }

    private String show(
            long personNo,
            AddresseeList list,
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
        model.addAttribute("list", list);
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("all", addressees.of(personNo, businessDate.today()));
        model.addAttribute("works", Work.values());
        model.addAttribute("kinds", MailKind.values());
        model.addAttribute("roles", Role.values());
        return "city/people/addressees";
    }
}
