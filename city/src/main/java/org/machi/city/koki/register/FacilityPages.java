package org.machi.city.koki.register;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.machi.city.people.ProtectedPeople;
import org.machi.formats.number.MunicipalityCode;
import org.machi.platform.audit.Actor;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 住所地特例と施設: differences to the union's list, and the register of facilities. */
@Controller
class FacilityPages {

    private final Exceptions exceptions;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;
    private final Duties duties;

    FacilityPages(
            Exceptions exceptions,
            ProtectedPeople people,
            BusinessDate businessDate,
            Duties duties) {
        this.people = people;
        this.exceptions = exceptions;
        this.businessDate = businessDate;
        this.duties = duties;
    }

    @GetMapping("/koki/exceptions")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "照会", object = "住所地特例と施設")
    String open(Trace trace, Model model) {
        List<Exceptions.Difference> open = exceptions.open();
        trace.people(open.stream().map(Exceptions.Difference::personNo).toList());
        model.addAttribute("differences", open);
        model.addAttribute("facilities", exceptions.facilities());
        model.addAttribute("kinds", new TreeMap<>(Exceptions.FACILITIES));
        model.addAttribute("today", businessDate.today());
        return "city/koki/exceptions";
    }

    @PostMapping("/koki/exceptions/{differenceNo}")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "処理", object = "住所地特例の相違 {differenceNo}")
    String settle(
            @PathVariable long differenceNo,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        if (note.isBlank()) {
            next.addFlashAttribute("refused", "どう処理したかを入れてください。");
        } else {
            long person = exceptions.personOf(differenceNo);
            trace.reason(note).person(person);
            people.requireChange(person, trace.clerk());
            exceptions.settle(differenceNo, note.strip(), businessDate.today(), actor(trace));
            next.addFlashAttribute("told", "処理を記録しました。");
        }
        return "redirect:/koki/exceptions";
    }

    @PostMapping("/koki/facilities")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "登録", object = "住所地特例の施設")
    String enter(
            @RequestParam String name,
            @RequestParam String kind,
            @RequestParam String code,
            @RequestParam String address,
            Trace trace,
            RedirectAttributes next) {
        LocalDate today = businessDate.today();
        if (name.isBlank() || address.isBlank() || !Exceptions.FACILITIES.containsKey(kind)) {
            next.addFlashAttribute("refused", "施設の名称、種類、所在地を入れてください。");
        } else if (!MunicipalityCode.isValid(code)) {
            next.addFlashAttribute("refused", "市町村コードは検査数字を含む6桁です。");
        } else {
            trace.note("施設", name);
            boolean entered =
                    exceptions.enter(
                            new Exceptions.Facility(
                                    0, name.strip(), kind, code, address.strip(), today, null, 0),
                            today,
                            actor(trace));
            next.addFlashAttribute(
                    entered ? "told" : "refused",
                    entered ? "施設を登録しました。" : "この市町村に同じ名称の施設が登録されています。");
        }
        return "redirect:/koki/exceptions";
    }

    @PostMapping("/koki/facilities/{facilityNo}/end")
    @RequiresDuty(RegisterDesk.REGISTER)
    @Audited(action = "更新", object = "住所地特例の施設 {facilityNo}")
    String end(@PathVariable long facilityNo, Trace trace, RedirectAttributes next) {
        boolean ended = exceptions.end(facilityNo, businessDate.today(), actor(trace));
        next.addFlashAttribute(
                ended ? "told" : "refused", ended ? "施設を廃止しました。" : "この施設は廃止されているか、登録がありません。");
        return "redirect:/koki/exceptions";
    }

    private Actor actor(Trace trace) {
        return new Actor(
                trace.clerk().staffNo(),
                trace.clerk().terminal(),
                trace.clerk().office(),
                duties.nameOf(RegisterDesk.REGISTER));
    }
}
