package org.machi.city.koki.register;

import java.util.List;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.machi.platform.vault.NumberUse;
import org.machi.platform.vault.Vault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 被保険者台帳: the list of what is wrong with it, and one version of a person's row with all its items.
 */
@Controller
class LedgerPages {

    private final LedgerFaults faults;
    private final LedgerItems items;
    private final Vault vault;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;
    private final Duties duties;

    LedgerPages(
            LedgerFaults faults,
            LedgerItems items,
            Vault vault,
            ProtectedPeople people,
            BusinessDate businessDate,
            Duties duties) {
        this.faults = faults;
        this.items = items;
        this.vault = vault;
        this.people = people;
        this.businessDate = businessDate;
        this.duties = duties;
    }

    @GetMapping("/koki/ledger")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "照会", object = "被保険者台帳の確認")
    String open(Trace trace, Model model) {
        List<LedgerFaults.Fault> open = faults.open();
        trace.people(open.stream().map(LedgerFaults.Fault::personNo).toList());
        model.addAttribute("faults", open);
        model.addAttribute("total", faults.count());
        return "city/koki/ledger-faults";
    }

    @PostMapping("/koki/ledger/{faultNo}")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "処理", object = "台帳の確認 {faultNo}")
    String settle(
            @PathVariable long faultNo,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        if (note.isBlank()) {
            next.addFlashAttribute("refused", "どう処理したかを入れてください。");
            return "redirect:/koki/ledger";
        }
        long person = faults.personOf(faultNo);
        trace.reason(note).person(person);
        people.requireChange(person, trace.clerk());
        faults.settle(faultNo, note.strip(), businessDate.today(), actor(trace));
        next.addFlashAttribute("told", "処理を記録しました。");
        return "redirect:/koki/ledger";
    }

    @GetMapping("/people/{personNo}/ledger/{insuredNo}/{version}")
    @RequiresDuty(RegisterDesk.LOOK)
    @Audited(action = "照会", object = "被保険者台帳 {insuredNo}")
    String version(
            @PathVariable long personNo,
            @PathVariable String insuredNo,
            @PathVariable long version,
            Trace trace,
            Model model) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        int numbers =
                vault.versions(
                        personNo,
                        new NumberUse(
                                actor(trace), NumberUse.ELDERLY_MEDICAL, businessDate.today()));
        LedgerItems.Ledger ledger =
                items.of(personNo, insuredNo, version, numbers).orElseThrow(NothingThere::new);
        model.addAttribute("personNo", personNo);
        model.addAttribute("ledger", ledger);
        return "city/koki/ledger";
    }

    private Actor actor(Trace trace) {
        return new Actor(
                trace.clerk().staffNo(),
                trace.clerk().terminal(),
                trace.clerk().office(),
                duties.nameOf(RegisterDesk.REGISTER));
    }
}
