package org.machi.city.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static final int OLDEST = 130;
    private static final Pattern KANA =
            Pattern.compile("[\\p{InHiragana}\\p{InKatakana}\\uFF65-\\uFF9F\\s　]+");

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

    /**
     * What the field at the top of every page asks: eight digits that are a day of the last 130
     * years are a birth date, other digits a number, kana a name in kana, the rest a name.
     */
    private PeopleSearch.Asked atTheTop(String q) {
        if (!q.isEmpty() && q.chars().allMatch(Character::isDigit)) {
            LocalDate birthOn = day(q);
            LocalDate today = businessDate.today();
            boolean birth =
                    birthOn != null
                            && birthOn.isBefore(today)
                            && birthOn.isAfter(today.minusYears(OLDEST));
            return new PeopleSearch.Asked("", "", birth ? birthOn : null, birth ? "" : q);
        }
        boolean kana = KANA.matcher(q).matches();
        return new PeopleSearch.Asked(kana ? q : "", kana ? "" : q, null, "");
    }

    @PostMapping("/people")
    @RequiresDuty(PeopleDesk.LOOK)
    @Audited(action = "検索", object = "個人")
    String find(@RequestParam Map<String, String> form, Trace trace, Model model) {
        String birth = form.getOrDefault("birth", "");
        LocalDate birthOn = day(birth);
        PeopleSearch.Asked asked =
                form.containsKey("q")
                        ? atTheTop(form.get("q").strip())
                        : new PeopleSearch.Asked(
                                form.getOrDefault("kana", ""),
                                form.getOrDefault("name", ""),
                                birthOn,
                                form.getOrDefault("number", ""));
        if (form.containsKey("q")) {
            birth = asked.birthOn() == null ? "" : form.get("q").strip();
            birthOn = asked.birthOn();
        }
        model.addAttribute("asked", asked);
        model.addAttribute("birth", birth);
        trace.note("カナ", asked.kana())
                .note("氏名", asked.name())
                .note("生年月日", birth)
                .note("番号", asked.number());
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
