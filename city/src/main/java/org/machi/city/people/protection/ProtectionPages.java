package org.machi.city.people.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.PersonHeads;
import org.machi.city.people.protection.ProtectionRegister.Act;
import org.machi.city.people.protection.ProtectionRegister.Protection;
import org.machi.city.people.protection.ProtectionSecrets.Secret;
import org.machi.platform.desk.Show;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 支援措置の台帳 at the counter: list, one person's protections, and the 秘匿情報 behind its own duty. */
@Controller
class ProtectionPages {

    private final ProtectionRegister register;
    private final ProtectionSecrets secrets;
    private final ProtectionLists lists;
    private final PersonHeads heads;
    private final BusinessDate businessDate;

    ProtectionPages(
            ProtectionRegister register,
            ProtectionSecrets secrets,
            ProtectionLists lists,
            PersonHeads heads,
            BusinessDate businessDate) {
        this.register = register;
        this.secrets = secrets;
        this.lists = lists;
        this.heads = heads;
        this.businessDate = businessDate;
    }

    @GetMapping("/people/protections")
    @RequiresDuty(Stops.PROTECTED)
    @Audited(action = "照会", object = "支援措置の一覧")
    String list(Trace trace, Model model) {
        List<ProtectionLists.Line> lines = lists.open(businessDate.today());
        trace.people(lines.stream().map(ProtectionLists.Line::personNo).toList());
        model.addAttribute("due", lines.stream().filter(one -> !one.alert().isEmpty()).toList());
        model.addAttribute("others", lines.stream().filter(one -> one.alert().isEmpty()).toList());
        return "city/people/protections";
    }

    @GetMapping("/people/{personNo}/protection")
    @RequiresDuty(Stops.PROTECTED)
    @Audited(action = "照会", object = "支援措置")
    String one(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo);
        List<Protection> all = register.of(personNo);
        model.addAttribute("personNo", personNo);
        model.addAttribute("whose", heads.whose(personNo, trace.clerk()));
        model.addAttribute("protections", all);
        model.addAttribute(
                "open", all.stream().filter(Protection::isOpen).findFirst().orElse(null));
        model.addAttribute("events", register.events(personNo));
        model.addAttribute("kinds", ProtectionRegister.KINDS);
        model.addAttribute("today", businessDate.today());
        model.addAttribute("maySeeSecret", trace.clerk().may(ProtectionDesk.SECRET));
        return "city/people/protection";
    }

    @PostMapping("/people/{personNo}/protection")
    @RequiresDuty(Stops.PROTECTED)
    @Audited(action = "受付", object = "支援措置")
    String receive(
            @PathVariable long personNo,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        return answer(
                personNo,
                register.receive(personNo, kind, act(personNo, 0, note, trace)),
                "申出を受け付けました。決定までの間、仮支援措置として抑止します。",
                next);
    }

    @PostMapping("/people/{personNo}/protection/decide")
    @RequiresDuty(Stops.PROTECTED)
    @Audited(action = "決定", object = "支援措置")
    String decide(
            @PathVariable long personNo,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> starts,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        LocalDate from = starts.orElse(businessDate.today());
        return answer(
                personNo,
                register.decide(personNo, from, act(personNo, seen, note, trace)),
                "支援措置を決定しました。終了日は%sです。".formatted(new Show().date(ProtectionPeriod.lastDay(from))),
                next);
    }

    @PostMapping("/people/{personNo}/protection/extend")
    @RequiresDuty(Stops.PROTECTED)
    @Audited(action = "延長", object = "支援措置")
    String extend(
            @PathVariable long personNo,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        return answer(
                personNo,
                register.extend(personNo, act(personNo, seen, note, trace)),
                "支援措置を1年延長しました。",
                next);
    }

    @PostMapping("/people/{personNo}/protection/end")
    @RequiresDuty(Stops.PROTECTED)
    @Audited(action = "終了", object = "支援措置")
    String end(
            @PathVariable long personNo,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        return answer(
                personNo,
                register.end(personNo, act(personNo, seen, note, trace)),
                "支援措置を終了しました。",
                next);
    }

    @GetMapping("/people/{personNo}/protection/secret")
    @RequiresDuty(ProtectionDesk.SECRET)
    @Audited(action = "照会", object = "支援措置の秘匿情報")
    String secret(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo);
        List<Secret> versions = secrets.of(personNo);
        model.addAttribute("personNo", personNo);
        model.addAttribute("secret", versions.isEmpty() ? Secret.NONE : versions.getFirst());
        model.addAttribute("versions", versions);
        model.addAttribute("registered", secrets.registeredAddress(personNo).orElse(""));
        return "city/people/protection-secret";
    }

    @PostMapping("/people/{personNo}/protection/secret")
    @RequiresDuty(ProtectionDesk.SECRET)
    @Audited(action = "更新", object = "支援措置の秘匿情報")
    String keep(
            @PathVariable long personNo, SecretForm form, Trace trace, RedirectAttributes next) {
        trace.person(personNo);
        secrets.keep(personNo, form.secret(trace.clerk().staffNo()));
        next.addFlashAttribute("told", "秘匿情報を記録しました。");
        return "redirect:/people/" + personNo + "/protection/secret";
    }

    /** The fields of the form; what was left empty is empty. */
    record SecretForm(
            String reason,
            String offenderName,
            String offenderKana,
            String offenderBirth,
            String offenderAddress,
            String relation,
            String realAddress) {

        Secret secret(String staff) {
            return new Secret(
                    plain(reason),
                    plain(offenderName),
                    plain(offenderKana),
                    plain(offenderBirth),
                    plain(offenderAddress),
                    plain(relation),
                    plain(realAddress),
                    staff);
        }

        private static String plain(@Nullable String text) {
            return Optional.ofNullable(text).orElse("").strip();
        }
    }

    private Act act(long personNo, int seen, String note, Trace trace) {
        trace.person(personNo).reason(note);
        return new Act(trace.clerk().staffNo(), businessDate.today(), note.strip(), seen);
    }

    private static String answer(
            long personNo, Optional<String> refusal, String done, RedirectAttributes next) {
        next.addFlashAttribute(refusal.isPresent() ? "refused" : "told", refusal.orElse(done));
        return "redirect:/people/" + personNo + "/protection";
    }
}
