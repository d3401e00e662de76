package org.machi.city.koki.benefits;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.machi.city.people.Issues;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 健康診査受診券 at the console: issued, printed, and what came of it. */
@Controller
class CheckupPages {

    private final CheckupTickets tickets;
    private final ProtectedPeople people;
    private final CheckupLetters letters;
    private final AddresseeLookUp addressees;
    private final BusinessDate businessDate;

    CheckupPages(
            CheckupTickets tickets,
            ProtectedPeople people,
            CheckupLetters letters,
            AddresseeLookUp addressees,
            BusinessDate businessDate) {
        this.tickets = tickets;
        this.people = people;
        this.letters = letters;
        this.addressees = addressees;
        this.businessDate = businessDate;
    }

    @PostMapping("/people/{personNo}/tickets")
    @RequiresDuty(BenefitDesk.APPLY)
    @Audited(action = "発行", object = "健康診査受診券")
    String issue(@PathVariable long personNo, Trace trace, RedirectAttributes next) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        LocalDate today = businessDate.today();
        Optional<String> refused = tickets.refusal(personNo, today);
        if (refused.isPresent()) {
            next.addFlashAttribute("refused", refused.get());
        } else {
            String no = tickets.issue(personNo, today, trace.clerk().staffNo());
            trace.object("健康診査受診券 " + no);
            next.addFlashAttribute("told", "受診券 " + no + " を発行しました。一覧から印刷してください。");
        }
        return "redirect:/people/" + personNo + "/benefits";
    }

    @PostMapping("/people/{personNo}/tickets/{ticketNo}")
    @RequiresDuty(BenefitDesk.APPLY)
    @Audited(action = "登録", object = "健康診査の結果 {ticketNo}")
    String taken(
            @PathVariable long personNo,
            @PathVariable String ticketNo,
            @RequestParam String takenOn,
            @RequestParam String institution,
            @RequestParam String result,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        Optional<LocalDate> day = day(takenOn);
        if (day.isEmpty()
                || day.get().isAfter(businessDate.today())
                || institution.isBlank()
                || !result.matches("[123]")) {
            next.addFlashAttribute("refused", "受診日（今日まで）、実施機関、判定を入れてください。");
            return "redirect:/people/" + personNo + "/benefits";
        }
        if (!tickets.taken(
                personNo,
                ticketNo,
                day.get(),
                institution.strip(),
                result,
                trace.clerk().staffNo())) {
            throw new ChangedMeanwhile("この受診券の結果は登録済みか、再発行されているか、受診日が有効期間にありません。");
        }
        next.addFlashAttribute("told", "受診券 " + ticketNo + " の結果を登録しました。");
        return "redirect:/people/" + personNo + "/benefits";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    @GetMapping("/people/{personNo}/tickets/{ticketNo}/pdf")
    @Issues
    @RequiresDuty(BenefitDesk.APPLY)
    @Audited(action = "印刷", object = "健康診査受診券 {ticketNo}")
    ResponseEntity<byte[]> print(
            @PathVariable long personNo, @PathVariable String ticketNo, Trace trace) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        CheckupTickets.Ticket ticket =
                tickets.of(personNo).stream()
                        .filter(one -> one.ticketNo().equals(ticketNo) && one.last())
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        byte[] pdf =
                letters.print(
                        CheckupLetters.Printed.of(ticket),
                        addressees.find(personNo, ticket.insuredNo(), businessDate.today()),
                        businessDate.today());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=ticket-" + ticketNo + ".pdf")
                .body(pdf);
    }
}
