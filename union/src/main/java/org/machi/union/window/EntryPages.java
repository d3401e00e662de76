package org.machi.union.window;

import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Row;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 即時交付 at the 窓口端末: a 届出・申請 is entered, decided by the union's rules in the same request, and the 証
 * is printed. What needs papers waits for a second clerk at a 管理端末.
 */
@Controller
class EntryPages {

    private final Seats seats;
    private final WindowLookUp lookUp;
    private final Entries entries;
    private final ImmediateIssue issue;
    private final CardPaper paper;
    private final BusinessDate businessDate;
    private final Duties duties;

    EntryPages(
            Seats seats,
            WindowLookUp lookUp,
            Entries entries,
            ImmediateIssue issue,
            CardPaper paper,
            BusinessDate businessDate,
            Duties duties) {
        this.seats = seats;
        this.lookUp = lookUp;
        this.entries = entries;
        this.issue = issue;
        this.paper = paper;
        this.businessDate = businessDate;
        this.duties = duties;
    }

    @GetMapping("/window/people/{personNo}/entries")
    @RequiresDuty(WindowDesk.ISSUE)
    @Audited(action = "表示", object = "窓口端末 届出・申請 {personNo}")
    String form(@PathVariable long personNo, Trace trace, HttpSession session, Model model) {
        Seat seat = seats.take(trace);
        WindowLookUp.Person person = WindowPages.find(lookUp, seat, personNo, trace);
        trace.reason(WindowPages.purpose(session));
        return show(person, Map.of(), List.of(), model);
    }

    private String show(
            WindowLookUp.Person person,
            Map<String, String> fields,
            List<String> faults,
            Model model) {
        model.addAttribute("person", person);
        forms(fields, faults, model);
        model.addAttribute("kinds", kinds());
        return "union/window-entry";
    }

    /** What the forms of an entry and of a 先行入力 have in common. */
    private void forms(Map<String, String> fields, List<String> faults, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("today", businessDate.today());
        model.addAttribute("shares", UnionApplyFile.SHARE.type().meanings());
        model.addAttribute("cards", cardKinds());
        model.addAttribute("diseases", UnionApplyFile.DISEASE.type().meanings());
        model.addAttribute("disabilities", UnionApplyFile.DISABILITY.type().meanings());
        model.addAttribute("lostReasons", UnionApplyFile.reasons("18"));
        model.addAttribute("acquiredReasons", acquiredReasons());
        model.addAttribute("identities", EntryForm.IDENTITY);
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (List<String> codes : List.of(EntryForm.AT_ONCE, EntryForm.BY_PAPERS)) {
            codes.forEach(code ->
                    kinds.put(
                            code, UnionApplyFile.KIND.type().meanings().getOrDefault(code, code)));
        }
        return kinds;
    }

    /** Those that are issued today. */
    private static Map<String, String> cardKinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        List.of("01", "02", "03")
                .forEach(code ->
                        kinds.put(
                                code,
                                UnionApplyFile.CARD_KIND
                                        .type()
                                        .meanings()
                                        .getOrDefault(code, code)));
        return kinds;
    }

    /**
     * Age, moves and the end of 生活保護; what stands for an application of its own is entered as that.
     */
    private static SortedMap<String, String> acquiredReasons() {
        SortedMap<String, String> reasons = UnionApplyFile.reasons("14");
        reasons.keySet().retainAll(List.of("01", "02", "04", "08"));
        return reasons;
    }

    @PostMapping("/window/people/{personNo}/entries")
    @RequiresDuty(WindowDesk.ISSUE)
    @Audited(action = "即時交付", object = "窓口端末 届出・申請 {personNo}")
    String enter(
            @PathVariable long personNo,
            @RequestParam Map<String, String> fields,
            Trace trace,
            Model model,
            RedirectAttributes next) {
        Seat seat = seats.take(trace);
        WindowLookUp.Person person = WindowPages.find(lookUp, seat, personNo, trace);
        LocalDate today = businessDate.today();
        EntryForm form = new EntryForm(fields);
        Entries.Entry entry = entry(form, seat, personNo, trace.clerk());
        List<String> faults = new ArrayList<>(form.faults());
        if (faults.isEmpty()) {
            try {
                EntryForm.row(entry);
            } catch (FormatException misfit) {
                faults.add(misfit.finding().item() + "：" + misfit.finding().reason());
            }
        }
        if (!faults.isEmpty()) {
            trace.note("結果", "入力の誤り");
            return show(person, fields, faults, model);
        }
        trace.object("窓口端末 届出・申請 " + entry.receptionNo()).reason(kindName(entry.kind()));
        if (form.byPapers()) {
            entries.keep(entry, Entries.State.WAITING, null, "");
            next.addFlashAttribute(
                    "told",
                    "受付番号 " + entry.receptionNo() + " で受け付けました。別の職員が管理端末で書類と照合し、広域連合へ送信します。");
            return "redirect:/window/entries/" + entry.receptionNo();
        }
        ImmediateIssue.Case asked = new ImmediateIssue.Case(Optional.empty(), List.of(entry));
        keep(entry, issue.decide(asked, today, actor(trace.clerk())), trace);
        return "redirect:/window/entries/" + entry.receptionNo();
    }

    private Entries.Entry entry(EntryForm form, Seat seat, long personNo, Clerk clerk) {
        LocalDate today = businessDate.today();
        return new Entries.Entry(
                entries.nextReception(),
                seat.city(),
                personNo,
                form.kind(),
                form.occurredOn(today),
                form.details(),
                false,
                form.presence(),
                today,
                by(clerk));
    }

    private void keep(Entries.Entry entry, ImmediateIssue.Decided decided, Trace trace) {
        entries.keep(entry, decided.state(), decided.cardNo(), decided.note());
        trace.note("決定", decided.state().label())
                .note("証", decided.cardNo() == null ? "なし" : decided.cardNo());
    }

    @GetMapping("/window/newcomers")
    @RequiresDuty(WindowDesk.ISSUE)
    @Audited(action = "表示", object = "窓口端末 先行入力")
    String newcomer(Trace trace, Model model) {
        seats.take(trace);
        forms(Map.of(), List.of(), model);
        return "union/window-newcomer";
    }

    /** 資格取得届 of a move-in, with 負担区分等証明書 when the person brought one. */
    @PostMapping("/window/newcomers")
    @RequiresDuty(WindowDesk.ISSUE)
    @Audited(action = "即時交付", object = "窓口端末 先行入力")
    String movedIn(
            @RequestParam Map<String, String> fields,
            Trace trace,
            Model model,
            RedirectAttributes next) {
        Seat seat = seats.take(trace);
        LocalDate today = businessDate.today();
        NewcomerForm newcomer = new NewcomerForm(fields);
        List<String> faults = new ArrayList<>(newcomer.faults(today));
        if (faults.isEmpty() && lookUp.person(seat, newcomer.personNo()).isPresent()) {
            faults.add("この宛名番号の人は広域連合に記録があります。検索して、その人の画面から入力してください。");
        }
        EntryForm form = new EntryForm(fields);
        form.presence();
        faults.addAll(form.faults());
        Row person = null;
        try {
            person = faults.isEmpty() ? newcomer.row(seat, lookUp.prefecture(), today) : null;
        } catch (FormatException misfit) {
            faults.add(misfit.finding().item() + "：" + misfit.finding().reason());
        }
        if (person == null) {
            trace.note("結果", "入力の誤り");
            forms(fields, faults, model);
            return "union/window-newcomer";
        }
        List<Entries.Entry> asked = asked(newcomer, form, fields, seat, trace.clerk());
        Entries.Entry main = asked.getFirst();
        trace.object("窓口端末 先行入力 " + main.receptionNo()).reason(kindName("14"));
        ImmediateIssue.Decided decided =
                issue.decide(
                        new ImmediateIssue.Case(Optional.of(person), asked),
                        today,
                        actor(trace.clerk()));
        keep(main, decided, trace);
        asked.stream()
                .skip(1)
                .forEach(more ->
                        entries.keep(
                                more,
                                Entries.State.DECIDED,
                                null,
                                "資格取得届（受付番号" + main.receptionNo() + "）とともに決定"));
        lookUp.person(seat, main.personNo()).ifPresent(one -> trace.person(one.naturalId()));
        next.addFlashAttribute("told", "先行入力を受け付けました。翌営業日の住民基本台帳情報で確かめます。");
        return "redirect:/window/entries/" + main.receptionNo();
    }

    private List<Entries.Entry> asked(
            NewcomerForm newcomer,
            EntryForm form,
            Map<String, String> fields,
            Seat seat,
            Clerk clerk) {
        LocalDate moved = newcomer.movedInOn().orElseThrow();
        List<Entries.Entry> asked = new ArrayList<>();
        asked.add(one(newcomer, form, seat, clerk, "14", Map.of("reason", "02"), moved));
        String share = fields.getOrDefault("share", "");
        if (!share.isBlank()) {
            asked.add(one(newcomer, form, seat, clerk, "23", Map.of("share", share), moved));
        }
        return asked;
    }

    private Entries.Entry one(
            NewcomerForm newcomer,
            EntryForm form,
            Seat seat,
            Clerk clerk,
            String kind,
            Map<String, String> details,
            LocalDate on) {
        return new Entries.Entry(
                entries.nextReception(),
                seat.city(),
                newcomer.personNo(),
                kind,
                on,
                details,
                true,
                form.presence(),
                businessDate.today(),
                by(clerk));
    }

    @GetMapping("/window/entries/{receptionNo}")
    @RequiresDuty(WindowDesk.ISSUE)
    @Audited(action = "照会", object = "窓口端末 届出・申請 {receptionNo}")
    String result(@PathVariable String receptionNo, Trace trace, Model model) {
        Seat seat = seats.take(trace);
        Entries.Line line = entries.find(seat, receptionNo).orElseThrow(NothingThere::new);
        WindowLookUp.Person person = WindowPages.find(lookUp, seat, line.entry().personNo(), trace);
        model.addAttribute("line", line);
        model.addAttribute("person", person);
        model.addAttribute("prints", entries.prints(receptionNo));
        model.addAttribute("printable", printable(line));
        return "union/window-result";
    }

    /** On the day of the decision only; later a piece that is lost is issued anew. */
    private boolean printable(Entries.Line line) {
        return line.cardNo() != null && line.entry().receivedOn().equals(businessDate.today());
    }

    @GetMapping("/window/entries/{receptionNo}/card")
    @RequiresDuty(WindowDesk.ISSUE)
    @Audited(action = "印刷", object = "窓口端末 証 {receptionNo}")
    ResponseEntity<byte[]> card(@PathVariable String receptionNo, Trace trace) {
        Seat seat = seats.take(trace);
        Entries.Line line =
                entries.find(seat, receptionNo)
                        .filter(this::printable)
                        .orElseThrow(NothingThere::new);
        WindowLookUp.Person person = WindowPages.find(lookUp, seat, line.entry().personNo(), trace);
        trace.note("証", String.valueOf(line.cardNo())).reason("証の交付");
        byte[] pdf = paper.print(seat, String.valueOf(line.cardNo()), person, businessDate.today());
        entries.printed(
                receptionNo,
                String.valueOf(line.cardNo()),
                CardPaper.hash(pdf),
                by(trace.clerk()),
                businessDate.today());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=card.pdf")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }

    private static Entries.By by(Clerk clerk) {
        return new Entries.By(clerk.staffNo(), clerk.terminal());
    }

    private Actor actor(Clerk clerk) {
        return new Actor(
                clerk.staffNo(), clerk.terminal(), clerk.office(), duties.nameOf(WindowDesk.ISSUE));
    }

    static String kindName(String kind) {
        return UnionApplyFile.KIND.type().meanings().getOrDefault(kind, kind);
    }
}
