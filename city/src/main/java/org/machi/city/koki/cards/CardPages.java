package org.machi.city.koki.cards;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.city.people.Issues;
import org.machi.city.people.ProtectedPeople;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 証: the work lists, a person's pieces with what can be done with each, and the piece as a PDF. */
@Controller
class CardPages {

    private final CardBook book;
    private final CardDeeds deeds;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;
    private final Duties duties;
    private final NoticePost post;
    private final JdbcClient db;

    CardPages(
            CardBook book,
            CardDeeds deeds,
            ProtectedPeople people,
            BusinessDate businessDate,
            Duties duties,
            NoticePost post,
            JdbcClient db) {
        this.book = book;
        this.deeds = deeds;
        this.people = people;
        this.businessDate = businessDate;
        this.duties = duties;
        this.post = post;
        this.db = db;
    }

    @GetMapping("/koki/cards")
    @RequiresDuty(CardDesk.CARDS)
    @Audited(action = "表示", object = "証の一覧")
    String first() {
        return "redirect:/koki/cards/" + CardBook.Work.WAITING.code();
    }

    @GetMapping("/koki/cards/{code}")
    @RequiresDuty(CardDesk.CARDS)
    @Audited(action = "照会", object = "証の一覧 {code}")
    String list(@PathVariable String code, Trace trace, Model model) {
        CardBook.Work work = TabbedKind.named(CardBook.Work.values(), code);
        List<CardBook.Line> lines = book.waiting(work, businessDate.today());
        trace.people(lines.stream().map(line -> line.card().personNo()).toList());
        TabbedKind.show(model, "/koki/cards/", CardBook.Work.values(), work);
        model.addAttribute("lines", lines);
        model.addAttribute("more", lines.size() == CardBook.MOST);
        return "city/koki/card-list";
    }

    @GetMapping("/people/{personNo}/cards")
    @RequiresDuty(CardDesk.CARDS)
    @Audited(action = "照会", object = "証")
    String person(@PathVariable long personNo, Trace trace, Model model) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        model.addAttribute("personNo", personNo);
        model.addAttribute("addressee", addressee(personNo, ""));
        model.addAttribute("today", businessDate.today());
        model.addAttribute("lines", book.of(personNo));
        model.addAttribute("events", book.events(personNo));
        model.addAttribute("delivery", book.delivery(personNo).orElse(""));
        model.addAttribute("methods", new TreeMap<>(CardBook.METHODS));
        model.addAttribute("deeds", CardDeeds.Kind.values());
        return "city/koki/card-person";
    }

    @PostMapping("/people/{personNo}/cards/{cardNo}")
    @RequiresDuty(CardDesk.CARDS)
    @Audited(action = "更新", object = "証 {cardNo}")
    String enter(
            @PathVariable long personNo,
            @PathVariable String cardNo,
            @RequestParam CardDeeds.Kind deed,
            @RequestParam String on,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(note);
        people.requireOpen(personNo, trace.clerk());
        LocalDate day = day(on);
        if (day == null || note.isBlank()) {
            next.addFlashAttribute("refused", "日付と、だれに渡したか（本人確認に使ったもの）又は理由を入れてください。");
            return "redirect:/people/" + personNo + "/cards";
        }
        deeds.enter(
                new CardDeeds.Done(personNo, cardNo, deed, day, note.strip()),
                businessDate.today(),
                actor(trace.clerk()));
        next.addFlashAttribute("told", "証 " + cardNo + " を「" + deed.label() + "」と記録しました。");
        return "redirect:/people/" + personNo + "/cards";
    }

    @PostMapping("/people/{personNo}/cards/{cardNo}/undo")
    @RequiresDuty(CardDesk.CARDS)
    @Audited(action = "取消", object = "証 {cardNo}")
    String undo(
            @PathVariable long personNo,
            @PathVariable String cardNo,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(note);
        people.requireOpen(personNo, trace.clerk());
        if (note.isBlank()) {
            next.addFlashAttribute("refused", "取り消す理由を入れてください。");
        } else {
            deeds.undo(personNo, cardNo, note.strip(), businessDate.today(), actor(trace.clerk()));
            next.addFlashAttribute("told", "証 " + cardNo + " の最後の記録を取り消しました。");
        }
        return "redirect:/people/" + personNo + "/cards";
    }

    @PostMapping("/people/{personNo}/cards/delivery")
    @RequiresDuty(CardDesk.CARDS)
    @Audited(action = "更新", object = "証の受取方法")
    String deliver(
            @PathVariable long personNo,
            @RequestParam String method,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(note);
        people.requireOpen(personNo, trace.clerk());
        if (!method.isEmpty() && !CardBook.METHODS.containsKey(method)) {
            next.addFlashAttribute("refused", "受取方法を選んでください。");
        } else {
            trace.note("受取方法", CardBook.METHODS.getOrDefault(method, "市の定める方法"));
            deeds.deliver(
                    personNo, method, note.strip(), businessDate.today(), actor(trace.clerk()));
            next.addFlashAttribute("told", "受取方法を記録しました。");
        }
        return "redirect:/people/" + personNo + "/cards";
    }

    @GetMapping("/people/{personNo}/cards/{cardNo}/pdf")
    @Issues
    @RequiresDuty(CardDesk.CARDS)
    @Audited(action = "印刷", object = "証 {cardNo}")
    ResponseEntity<byte[]> print(
            @PathVariable long personNo, @PathVariable String cardNo, Trace trace) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        CardBook.Line line =
                book.of(personNo).stream()
                        .filter(one -> one.card().cardNo().equals(cardNo))
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        Card card = line.card();
        Addressee to = addressee(personNo, card.insuredNo());
        LocalDate today = businessDate.today();
        byte[] pdf =
                post.print(
                        CardMaker.letter(
                                card,
                                post.headings(List.of(to), CardMaker.letterKind(card.kind()), today)
                                        .getFirst(),
                                to.insured(),
                                !line.waits()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"card-" + cardNo + ".pdf\"")
                .body(pdf);
    }

    private Addressee addressee(long personNo, String insuredNo) {
        return db.sql(
                        "select "
                                + Addressees.COLUMNS
                                + " from "
                                + Addressees.SOURCE
                                + " where v.person_no = :person")
                .param("person", personNo)
                .param("today", businessDate.today())
                .query((row, _) -> Addressees.of(row, insuredNo))
                .optional()
                .orElseThrow(NothingThere::new);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private Actor actor(Clerk clerk) {
        return new Actor(
                clerk.staffNo(), clerk.terminal(), clerk.office(), duties.nameOf(CardDesk.CARDS));
    }
}
