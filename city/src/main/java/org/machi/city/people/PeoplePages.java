package org.machi.city.people;

import java.util.List;
import java.util.Map;
import org.machi.city.people.PersonHeads.PersonHead;
import org.machi.formats.number.MyNumber;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.desk.PersonSections;
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

/**
 * 個人検索 and 個人画面. The search is a form that is posted, so that names and birth dates stand in no
 * address, no log and no history of the browser.
 */
@Controller
class PeoplePages {

    private final PeopleSearch search;
    private final PersonHeads heads;
    private final PersonSections sections;
    private final BusinessDate businessDate;
    private final Merges merges;

    PeoplePages(
            PeopleSearch search,
            PersonHeads heads,
            PersonSections sections,
            BusinessDate businessDate,
            Merges merges) {
        this.merges = merges;
        this.search = search;
        this.heads = heads;
        this.sections = sections;
        this.businessDate = businessDate;
    }

    @GetMapping("/people")
    @RequiresDuty(PeopleDesk.LOOK)
    @Audited(action = "表示", object = "個人検索")
    String form(Trace trace, Model model) {
        return show(PersonAsked.NOTHING, trace, model);
    }

    @PostMapping("/people")
    @RequiresDuty(PeopleDesk.LOOK)
    @Audited(action = "検索", object = "個人")
    String find(@RequestParam Map<String, String> form, Trace trace, Model model) {
        PersonAsked asked =
                form.containsKey("q")
                        ? PersonAsked.atTheTop(form.get("q"), businessDate.today())
                        : PersonAsked.of(form);
        note(asked, trace);
        List<String> faults = asked.faults();
        if (faults.isEmpty()) {
            PeopleSearch.Answer answer = search.find(asked, trace.clerk());
            trace.people(answer.people().stream().map(PeopleSearch.Found::personNo).toList());
            model.addAttribute("found", answer.people());
            model.addAttribute("more", answer.more());
        }
        model.addAttribute("faults", faults);
        return show(asked, trace, model);
    }

    private static void note(PersonAsked asked, Trace trace) {
        trace.note("カナ", asked.kana())
                .note("氏名", asked.name())
                .note("生年月日", asked.birth())
                .note("住所", asked.address())
                .note("電話", asked.phone())
                .note("番号", MyNumber.isValid(asked.number()) ? "12桁の番号（記録しません）" : asked.number());
    }

    private static String show(PersonAsked asked, Trace trace, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("mayNumber", trace.clerk().may(PeopleDesk.MY_NUMBER));
        return "city/people/search";
    }

    @GetMapping("/people/{personNo}")
    @RequiresDuty(PeopleDesk.LOOK)
    @Audited(action = "照会", object = "個人画面")
    String person(@PathVariable long personNo, Trace trace, Model model) {
        PersonHead head = heads.find(personNo, trace.clerk()).orElseThrow(NothingThere::new);
        if (head.hidden()) {
            trace.person(personNo).note("支援措置", "表示せず");
            return "city/people/stop";
        }
        trace.person(personNo)
                .people(head.members().stream().map(PersonHeads.Member::personNo).toList());
        model.addAttribute("person", head);
        model.addAttribute("survivor", merges.survivor(personNo).orElse(null));
        model.addAttribute("merged", merges.into(personNo));
        model.addAttribute("mayMerge", trace.clerk().may(PeopleDesk.MERGE));
        List<Long> ledgers = merges.ledgers(personNo);
        model.addAttribute("ledgers", ledgers);
        model.addAttribute("keepsLedger", merges.keepsLedger(personNo));
        model.addAttribute("sections", sections.of(personNo, ledgers, businessDate.today(), trace));
        return "city/people/person";
    }
}
