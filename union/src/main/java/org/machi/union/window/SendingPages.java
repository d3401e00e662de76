package org.machi.union.window;

import java.util.List;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 送信: 届出・申請 with papers, confirmed by a second clerk and sent to the union's clerks. Only from a
 * registered 管理端末.
 */
@Controller
class SendingPages {

    private final Seats seats;
    private final WindowLookUp lookUp;
    private final Entries entries;
    private final ImmediateIssue issue;
    private final BusinessDate businessDate;
    private final Duties duties;

    SendingPages(
            Seats seats,
            WindowLookUp lookUp,
            Entries entries,
            ImmediateIssue issue,
            BusinessDate businessDate,
            Duties duties) {
        this.seats = seats;
        this.lookUp = lookUp;
        this.entries = entries;
        this.issue = issue;
        this.businessDate = businessDate;
        this.duties = duties;
    }

    /** An entry that waits, with the person to whom it belongs. */
    public record Waiting(Entries.Line line, WindowLookUp.Person person, boolean own) {}

    @GetMapping("/window/sending")
    @RequiresDuty(WindowDesk.SEND)
    @Audited(action = "照会", object = "窓口端末 送信待ち")
    String waiting(Trace trace, Model model) {
        Seat seat = seats.take(trace);
        String own = trace.clerk().staffNo();
        List<Waiting> waiting =
                seat.management()
                        ? entries.waiting(seat).stream()
                                .map(line ->
                                        new Waiting(
                                                line,
                                                WindowPages.find(
                                                        lookUp,
                                                        seat,
                                                        line.entry().personNo(),
                                                        trace),
                                                line.entry().by().staff().equals(own)))
                                .toList()
                        : List.of();
        model.addAttribute("seat", seat);
        model.addAttribute("waiting", waiting);
        return "union/window-sending";
    }

    @PostMapping("/window/sending/{receptionNo}")
    @RequiresDuty(WindowDesk.SEND)
    @Audited(action = "送信", object = "窓口端末 届出・申請 {receptionNo}")
    String send(@PathVariable String receptionNo, Trace trace, RedirectAttributes next) {
        Seat seat = seats.takeToSend(trace, WindowDesk.SEND);
        Entries.Line line = settle(seat, receptionNo, Entries.State.SENT, "書類と照合して送信", trace);
        issue.send(line.entry(), businessDate.today(), actor(trace.clerk()));
        next.addFlashAttribute("told", "受付番号 " + receptionNo + " を広域連合へ送信しました。広域連合の職員が書類を見て決定します。");
        return "redirect:/window/sending";
    }

    @PostMapping("/window/sending/{receptionNo}/drop")
    @RequiresDuty(WindowDesk.SEND)
    @Audited(action = "取りやめ", object = "窓口端末 届出・申請 {receptionNo}")
    String drop(
            @PathVariable String receptionNo,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        Seat seat = seats.takeToSend(trace, WindowDesk.SEND);
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "取りやめる理由を入れてください。");
            return "redirect:/window/sending";
        }
        settle(seat, receptionNo, Entries.State.DROPPED, reason.strip(), trace);
        next.addFlashAttribute("told", "受付番号 " + receptionNo + " を取りやめました。");
        return "redirect:/window/sending";
    }

    private Entries.Line settle(
            Seat seat, String receptionNo, Entries.State state, String note, Trace trace) {
        Entries.Line line = entries.find(seat, receptionNo).orElseThrow(NothingThere::new);
        WindowPages.find(lookUp, seat, line.entry().personNo(), trace);
        trace.reason(EntryPages.kindName(line.entry().kind()));
        Clerk clerk = trace.clerk();
        if (line.entry().by().staff().equals(clerk.staffNo())) {
            throw new ChangedMeanwhile("入力した職員は、自分の入力を送信・取りやめできません。別の職員が確認してください。");
        }
        if (!entries.settle(
                receptionNo, state, note, new Entries.By(clerk.staffNo(), clerk.terminal()))) {
            throw new ChangedMeanwhile("ほかの職員が先に送信したか、取りやめています。");
        }
        return line;
    }

    private Actor actor(Clerk clerk) {
        return new Actor(
                clerk.staffNo(), clerk.terminal(), clerk.office(), duties.nameOf(WindowDesk.SEND));
    }
}
