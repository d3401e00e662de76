package org.machi.city.koki.mail;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.Issues;
import org.machi.city.people.ProtectedPeople;
import org.machi.city.people.SentElsewhere.MailingAddress;
import org.machi.formats.layout.PrintResultFile;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.desk.TabbedKind;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 返戻と居所不明: the register of what came back, and a person's letters with what can be done. */
@Controller
class MailPages {

    private static final String BUSINESS = "KOKI";

    /** 返戻の理由 by their codes. */
    private static final Map<String, String> RETURNS = returns();

    private static Map<String, String> returns() {
        Map<String, String> returns = new TreeMap<>(PrintResultFile.RESULT.type().meanings());
        returns.keySet().removeIf(code -> code.compareTo("11") < 0);
        return returns;
    }

    private final ReturnedMail mail;
    private final MailDeeds deeds;
    private final MailPrints prints;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;
    private final Duties duties;

    MailPages(
            ReturnedMail mail,
            MailDeeds deeds,
            MailPrints prints,
            ProtectedPeople people,
            BusinessDate businessDate,
            Duties duties) {
        this.mail = mail;
        this.deeds = deeds;
        this.prints = prints;
        this.people = people;
        this.businessDate = businessDate;
        this.duties = duties;
    }

    @GetMapping("/koki/mail")
    @RequiresDuty(MailDesk.MAIL)
    @Audited(action = "表示", object = "返戻の一覧")
    String first() {
        return "redirect:/koki/mail/" + ReturnedMail.Kind.OPEN.code();
    }

    @GetMapping("/koki/mail/{code}")
    @RequiresDuty(MailDesk.MAIL)
    @Audited(action = "照会", object = "返戻の一覧 {code}")
    String list(@PathVariable String code, Trace trace, Model model) {
        ReturnedMail.Kind kind = TabbedKind.named(ReturnedMail.Kind.values(), code);
        List<ReturnedMail.Line> lines = mail.lines(kind);
        trace.people(lines.stream().map(ReturnedMail.Line::personNo).toList());
        TabbedKind.show(model, "/koki/mail/", ReturnedMail.Kind.values(), kind);
        model.addAttribute("lines", lines);
        model.addAttribute("more", lines.size() == ReturnedMail.MOST);
        model.addAttribute("returns", RETURNS);
        model.addAttribute("today", businessDate.today());
        return "city/koki/mail-list";
    }

    @PostMapping("/koki/mail")
    @RequiresDuty(MailDesk.MAIL)
    @Audited(action = "登録", object = "返戻")
    String enter(
            @RequestParam String letterNo,
            @RequestParam String result,
            @RequestParam String on,
            Trace trace,
            RedirectAttributes next) {
        Optional<ReturnedMail.Posted> letter = mail.posted(letterNo.strip());
        if (letter.isEmpty() || !RETURNS.containsKey(result)) {
            next.addFlashAttribute("refused", "この発送番号の通知書はありません。封筒の発送番号と、返戻の理由を確かめてください。");
            return "redirect:/koki/mail/open";
        }
        ReturnedMail.Posted found = letter.get();
        trace.person(found.personNo()).object("返戻 " + found.letterNo());
        people.requireChange(found.personNo(), trace.clerk());
        LocalDate today = businessDate.today();
        deeds.cameBack(found, result, day(on, today), new MailDeeds.By(actor(trace.clerk()), today))
                .ifPresentOrElse(
                        reason -> next.addFlashAttribute("refused", reason),
                        () -> next.addFlashAttribute("told", found.title() + "の返戻を登録しました。"));
        return "redirect:/koki/mail/open";
    }

    @GetMapping("/people/{personNo}/mail")
    @RequiresDuty(MailDesk.MAIL)
    @Audited(action = "照会", object = "返戻・居所")
    String person(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        model.addAttribute("personNo", personNo);
        model.addAttribute("addressee", prints.addressee(personNo, businessDate.today()));
        model.addAttribute("today", businessDate.today());
        model.addAttribute("lines", mail.of(personNo));
        model.addAttribute("unknownSince", mail.unknownSince(personNo).orElse(null));
        model.addAttribute("inquiries", mail.inquiries(personNo));
        model.addAttribute("deeds", mail.deeds(personNo));
        return "city/koki/mail-person";
    }

    @PostMapping("/people/{personNo}/mail/letters/{letterNo}")
    @RequiresDuty(MailDesk.MAIL)
    @Audited(action = "更新", object = "返戻 {letterNo}")
    String letter(
            @PathVariable long personNo,
            @PathVariable String letterNo,
            @RequestParam Map<String, String> fields,
            Trace trace,
            RedirectAttributes next) {
        By sent = by(personNo, fields, trace);
        Optional<String> mistyped = mistyped(fields);
        if (mistyped.isPresent()) {
            return told(personNo, mistyped, next);
        }
        Optional<String> fault =
                switch (fields.getOrDefault("deed", "")) {
                    case "resend" ->
                            deeds.resend(personNo, letterNo, sent.to(), sent.note(), sent.by());
                    case "publish" ->
                            deeds.publish(personNo, letterNo, sent.on(), sent.note(), sent.by());
                    case "undo" -> deeds.undo(personNo, letterNo, sent.note(), sent.by());
                    case "close" -> deeds.close(personNo, letterNo, sent.note(), sent.by());
                    default -> Optional.of("処理を選んでください。");
                };
        return told(personNo, fault, next);
    }

    @PostMapping("/people/{personNo}/mail/whereabouts")
    @RequiresDuty(MailDesk.MAIL)
    @Audited(action = "更新", object = "居所")
    String whereabouts(
            @PathVariable long personNo,
            @RequestParam Map<String, String> fields,
            Trace trace,
            RedirectAttributes next) {
        By sent = by(personNo, fields, trace);
        Optional<String> mistyped = mistyped(fields);
        if (mistyped.isPresent()) {
            return told(personNo, mistyped, next);
        }
        Optional<String> fault =
                switch (fields.getOrDefault("deed", "")) {
                    case "inquire" ->
                            deeds.inquire(
                                    personNo,
                                    sent.on(),
                                    fields.getOrDefault("how", ""),
                                    sent.note(),
                                    sent.by());
                    case "unknown" -> deeds.unknown(personNo, sent.note(), sent.by());
                    case "found" -> deeds.found(personNo, sent.to(), sent.note(), sent.by());
                    default -> Optional.of("処理を選んでください。");
                };
        return told(personNo, fault, next);
    }

    private static Optional<String> mistyped(Map<String, String> fields) {
        String postcode = fields.getOrDefault("postcode", "").strip();
        boolean without = fields.getOrDefault("address", "").isBlank();
        return !postcode.isEmpty() && !postcode.matches("[0-9]{3}-?[0-9]{4}")
                ? Optional.of("郵便番号は7桁の数字です。")
                : without && !postcode.isEmpty()
                        ? Optional.of("新しい送付先の住所を入れてください。")
                        : Optional.empty();
    }

    private static String told(long personNo, Optional<String> fault, RedirectAttributes next) {
        fault.ifPresentOrElse(
                reason -> next.addFlashAttribute("refused", reason),
                () -> next.addFlashAttribute("told", "記録しました。"));
        return "redirect:/people/" + personNo + "/mail";
    }

    /** What every form of these pages carries. */
    private record By(
            MailDeeds.By by, @Nullable LocalDate on, String note, @Nullable MailingAddress to) {}

    private By by(long personNo, Map<String, String> fields, Trace trace) {
        String note = fields.getOrDefault("note", "").strip();
        trace.person(personNo).reason(note);
        people.requireOpen(personNo, trace.clerk());
        LocalDate today = businessDate.today();
        return new By(
                new MailDeeds.By(actor(trace.clerk()), today),
                day(fields.getOrDefault("on", ""), today),
                note,
                address(personNo, fields, note));
    }

    private Actor actor(Clerk clerk) {
        return new Actor(
                clerk.staffNo(), clerk.terminal(), clerk.office(), duties.nameOf(MailDesk.MAIL));
    }

    private @Nullable MailingAddress address(
            long personNo, Map<String, String> fields, String note) {
        String address = fields.getOrDefault("address", "").strip();
        if (address.isEmpty()) {
            return null;
        }
        String name = fields.getOrDefault("name", "").strip();
        String postcode = fields.getOrDefault("postcode", "").replaceAll("[^0-9]", "");
        return new MailingAddress(
                BUSINESS,
                name.isEmpty()
                        ? prints.addressee(personNo, businessDate.today()).to().name()
                        : name,
                postcode.length() == 7 ? postcode : null,
                address,
                note);
    }

    /** A day that was typed, today when nothing was; null when it is none. */
    private static @Nullable LocalDate day(String text, LocalDate today) {
        try {
            return text.isBlank() ? today : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** 再送の送付状 before the letter's own pages, or 公示送達の告示文. */
    @GetMapping("/people/{personNo}/mail/letters/{letterNo}/{paper}")
    @Issues
    @RequiresDuty(MailDesk.MAIL)
    @Audited(action = "印刷", object = "返戻 {letterNo} {paper}")
    ResponseEntity<byte[]> print(
            @PathVariable long personNo,
            @PathVariable String letterNo,
            @PathVariable String paper,
            Trace trace) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        ReturnedMail.Line line = mail.find(personNo, letterNo).orElseThrow(NothingThere::new);
        byte[] pdf =
                switch (paper) {
                    case "again" -> prints.again(line, businessDate.today());
                    case "notice" -> prints.notice(line, businessDate.today());
                    default -> throw new NothingThere();
                };
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"" + paper + "-" + letterNo + ".pdf\"")
                .body(pdf);
    }
}
