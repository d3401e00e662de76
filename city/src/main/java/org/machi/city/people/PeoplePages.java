package org.machi.city.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.PersonHeads.PersonHead;
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
    String form(Model model) {
        model.addAttribute("asked", new PeopleSearch.Asked("", "", null, ""));
        model.addAttribute("birth", "");
        return "city/people/search";
    }

    @PostMapping("/people")
    @RequiresDuty(PeopleDesk.LOOK)
    @Audited(action = "検索", object = "個人")
    String find(
            @RequestParam(defaultValue = "") String kana,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String birth,
            @RequestParam(defaultValue = "") String number,
            Trace trace,
            Model model) {
        LocalDate birthOn = day(birth);
        PeopleSearch.Asked asked = new PeopleSearch.Asked(kana, name, birthOn, number);
        model.addAttribute("asked", asked);
        model.addAttribute("birth", birth);
        trace.note("カナ", kana).note("氏名", name).note("生年月日", birth).note("番号", number);
        if (!birth.isBlank() && birthOn == null) {
            model.addAttribute("fault", "生年月日は「19450501」の形の8桁で入れてください。");
        } else if (asked.isEmpty()) {
            model.addAttribute("fault", "条件を一つ以上入れてください。");
        } else {
            List<PeopleSearch.Found> found = search.find(asked, trace.clerk());
            trace.people(found.stream().map(PeopleSearch.Found::personNo).toList());
            model.addAttribute("found", found);
            model.addAttribute("more", found.size() == PeopleSearch.MOST);
        }
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
        trace.people(head.members().stream().map(PersonHeads.Member::personNo).toList());
        model.addAttribute("person", head);
        model.addAttribute("survivor", merges.survivor(personNo).orElse(null));
        model.addAttribute("merged", merges.into(personNo));
        model.addAttribute("mayMerge", trace.clerk().may(PeopleDesk.MERGE));
        model.addAttribute("sections", sections.of(personNo, businessDate.today(), trace));
        return "city/people/person";
    }

    private static @Nullable LocalDate day(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.length() != 8) {
            return null;
        }
        try {
            return LocalDate.parse(
                    digits.substring(0, 4)
                            + "-"
                            + digits.substring(4, 6)
                            + "-"
                            + digits.substring(6));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
