package org.machi.city.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machi.city.people.PersonHeads.PersonHead;
import org.machi.formats.number.MyNumber;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
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
 * 個人番号 at the console: shown for one person with a reason, or compared together with the birth
 * date; name, birth date and address always stand beside it, and it is never sought alone. The
 * vault writes its own record of each use beside the page's.
 */
@Controller
class MyNumberPages {

    private static final int LEAST_REASON = 4;

    private final Vault vault;
    private final PersonHeads heads;
    private final BusinessDate businessDate;
    private final Duties duties;

    MyNumberPages(Vault vault, PersonHeads heads, BusinessDate businessDate, Duties duties) {
        this.vault = vault;
        this.heads = heads;
        this.businessDate = businessDate;
        this.duties = duties;
    }

    @PostMapping("/people/{personNo}/number")
    @RequiresDuty(PeopleDesk.MY_NUMBER)
    @Audited(action = "個人番号の表示", object = "個人画面")
    String one(
            @PathVariable long personNo,
            @RequestParam(defaultValue = "") String reason,
            Trace trace,
            Model model,
            RedirectAttributes next) {
        PersonHead head = heads.find(personNo, trace.clerk()).orElseThrow(NothingThere::new);
        trace.person(personNo).reason(reason);
        if (head.hidden()) {
            trace.note("支援措置", "表示せず");
            return "city/people/stop";
        }
        if (reason.strip().length() < LEAST_REASON) {
            next.addFlashAttribute("refused", "処理事由を具体的に入れてください（4文字以上）。");
            return "redirect:/people/" + personNo;
        }
        Optional<String> number = vault.reveal(personNo, use(trace.clerk()));
        model.addAttribute("person", head);
        model.addAttribute("reason", reason.strip());
        model.addAttribute("number", number.map(MyNumberPages::inFours).orElse(null));
        return "city/people/number";
    }

    @GetMapping("/people/by-number")
    @RequiresDuty(PeopleDesk.MY_NUMBER)
    @Audited(action = "表示", object = "個人番号の照合")
    String form(Model model) {
        return compare(Map.of(), List.of(), model);
    }

    @PostMapping("/people/by-number")
    @RequiresDuty(PeopleDesk.MY_NUMBER)
    @Audited(action = "個人番号の照合", object = "個人")
    String compare(@RequestParam Map<String, String> form, Trace trace, Model model) {
        String number = form.getOrDefault("number", "").replaceAll("[^0-9]", "");
        String reason = form.getOrDefault("reason", "").strip();
        Optional<BirthAsked> birth = BirthAsked.read(form.getOrDefault("birth", ""));
        trace.reason(reason);
        if (!MyNumber.isValid(number)) {
            return compare(form, List.of("個人番号は検査数字を含む12桁です。"), model);
        }
        if (birth.isEmpty() || reason.length() < LEAST_REASON) {
            return compare(form, List.of("個人番号だけでは探せません。生年月日と処理事由（4文字以上）を入れてください。"), model);
        }
        List<PersonHead> found =
                vault.match(number, use(trace.clerk())).stream()
                        .flatMap(no -> heads.find(no, trace.clerk()).stream())
                        .filter(head -> bornOn(head.birthOn(), birth.get()))
                        .toList();
        trace.people(found.stream().map(PersonHead::personNo).toList());
        model.addAttribute("found", found);
        return compare(form, List.of(), model);
    }

    /** A year is enough where no more is known. */
    private static boolean bornOn(String registered, BirthAsked typed) {
        String day = typed.from().toString();
        return typed.isDay()
                ? registered.equals(day)
                : registered.endsWith("-00") && registered.startsWith(day.substring(0, 4));
    }

    /** The number that was typed is not sent back. */
    private static String compare(Map<String, String> form, List<String> faults, Model model) {
        model.addAttribute("birth", form.getOrDefault("birth", ""));
        model.addAttribute("reason", form.getOrDefault("reason", ""));
        model.addAttribute("faults", faults);
        return "city/people/by-number";
    }

    private static String inFours(String number) {
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private NumberUse use(Clerk clerk) {
        return new NumberUse(
                new Actor(
                        clerk.staffNo(),
                        clerk.terminal(),
                        clerk.office(),
                        duties.nameOf(PeopleDesk.MY_NUMBER)),
                NumberUse.ELDERLY_MEDICAL,
                businessDate.today());
    }
}
