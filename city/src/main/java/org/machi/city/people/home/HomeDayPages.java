package org.machi.city.people.home;

import java.time.LocalDate;
import java.util.Optional;
import org.machi.city.people.PeopleDesk;
import org.machi.city.people.PersonHeads;
import org.machi.city.people.PersonHeads.PersonHead;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 世帯（日を指定）: a person's homes on a day, as they were known on a day. */
@Controller
class HomeDayPages {

    private final Homes homes;
    private final PersonHeads heads;
    private final BusinessDate businessDate;

    HomeDayPages(Homes homes, PersonHeads heads, BusinessDate businessDate) {
        this.homes = homes;
        this.heads = heads;
        this.businessDate = businessDate;
    }

    @GetMapping("/people/{personNo}/home")
    @RequiresDuty(PeopleDesk.LOOK)
    @Audited(action = "照会", object = "世帯")
    String home(
            @PathVariable long personNo,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> on,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> known,
            Trace trace,
            Model model) {
        PersonHead head = heads.find(personNo, trace.clerk()).orElseThrow(NothingThere::new);
        trace.person(personNo);
        if (head.hidden()) {
            trace.note("支援措置", "表示せず");
            return "city/people/stop";
        }
        LocalDate today = businessDate.today();
        Homes.Asked asked = new Homes.Asked(personNo, on.orElse(today), known.orElse(today));
        trace.note("基準日", asked.on()).note("知っていた日", asked.known());
        Optional<Homes.Home> resident = homes.resident(asked, trace.clerk());
        Optional<Homes.Home> koki = homes.koki(asked, trace.clerk());
        for (Homes.Home home : resident.stream().toList()) {
            trace.people(home.members().stream().map(Homes.Member::personNo).toList());
        }
        for (Homes.Home home : koki.stream().toList()) {
            trace.people(home.members().stream().map(Homes.Member::personNo).toList());
        }
        model.addAttribute("person", head);
        model.addAttribute("asked", asked);
        model.addAttribute("resident", resident.orElse(null));
        model.addAttribute("koki", koki.orElse(null));
        model.addAttribute("stays", homes.stays(personNo));
        model.addAttribute("judged", homes.judged(personNo));
        model.addAttribute("outside", head.state().equals("住登外"));
        return "city/people/home";
    }
}
