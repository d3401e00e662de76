package org.machi.union.benefits;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 給付: the months, one person's receipts and decisions with their steps, transfers, what differs.
 */
@Controller
class BenefitPages {

    private final BenefitLookUp lookUp;
    private final HighCosts highCosts;
    private final BenefitTransfers transfers;
    private final BusinessDate businessDate;
    private final TransactionTemplate transaction;

    BenefitPages(
            BenefitLookUp lookUp,
            HighCosts highCosts,
            BenefitTransfers transfers,
            BusinessDate businessDate,
            TransactionTemplate transaction) {
        this.lookUp = lookUp;
        this.highCosts = highCosts;
        this.transfers = transfers;
        this.businessDate = businessDate;
        this.transaction = transaction;
    }

    @GetMapping("/benefits")
    @RequiresDuty(BenefitDesk.LOOK)
    @Audited(action = "表示", object = "給付の状況")
    String months(Model model) {
        model.addAttribute("months", lookUp.months());
        return "union/benefits";
    }

    @GetMapping("/benefits/insured/{number}")
    @RequiresDuty(BenefitDesk.LOOK)
    @Audited(action = "照会", object = "給付 {number}")
    String insured(@PathVariable String number, Trace trace, Model model) {
        person(number, trace, model);
        model.addAttribute("receipts", lookUp.receipts(number));
        model.addAttribute("assessed", lookUp.assessed(number));
        model.addAttribute("years", lookUp.years(number));
        model.addAttribute("certificates", lookUp.certificates(number));
        model.addAttribute("decisions", lookUp.decisions(number));
        model.addAttribute("applications", lookUp.applications(number));
        return "union/benefits-insured";
    }

    @GetMapping("/benefits/insured/{number}/months/{month}")
    @RequiresDuty(BenefitDesk.LOOK)
    @Audited(action = "照会", object = "高額療養費の算定根拠 {number}")
    String month(
            @PathVariable String number, @PathVariable String month, Trace trace, Model model) {
        person(number, trace, model);
        LocalDate first = day(month);
        HighCosts.Told told =
                transaction.execute(
                        _ -> highCosts.explain(number, first).orElseThrow(NothingThere::new));
        model.addAttribute("month", first);
        model.addAttribute("explained", told);
        return "union/benefits-month";
    }

    /** A day of the address; what is none leads nowhere. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new NothingThere();
        }
    }

    private void person(String number, Trace trace, Model model) {
        List<BenefitLookUp.Person> people = lookUp.people(number);
        if (people.isEmpty()) {
            throw new NothingThere();
        }
        trace.person(people.getFirst().naturalId());
        model.addAttribute("person", people.getFirst());
        model.addAttribute("number", number);
    }

    @GetMapping("/benefits/payments")
    @RequiresDuty(BenefitDesk.PAY)
    @Audited(action = "表示", object = "給付の振込")
    String transfers(Model model) {
        model.addAttribute("transfers", lookUp.transfers());
        return "union/benefits-transfers";
    }

    @GetMapping("/benefits/payments/{day}")
    @RequiresDuty(BenefitDesk.PAY)
    @Audited(action = "照会", object = "給付の支払一覧 {day}")
    String payments(
            @PathVariable String day,
            @RequestParam(defaultValue = "0") int from,
            Trace trace,
            Model model) {
        LocalDate on = day(day);
        List<BenefitLookUp.PaymentLine> lines = lookUp.payments(on, Math.max(0, from));
        if (lines.isEmpty()) {
            throw new NothingThere();
        }
        trace.people(lines.stream().map(BenefitLookUp.PaymentLine::naturalId).toList());
        model.addAttribute("day", on);
        model.addAttribute("lines", lines);
        model.addAttribute("next", from + lines.size());
        return "union/benefits-payments";
    }

    @GetMapping("/benefits/checks")
    @RequiresDuty(BenefitDesk.PAY)
    @Audited(action = "表示", object = "給付の決定と振込の突合")
    String differences(Model model) {
        model.addAttribute("lines", lookUp.differences());
        model.addAttribute("unreported", lookUp.unreported());
        return "union/benefits-checks";
    }

    @PostMapping("/benefits/insured/{number}/decisions/{decisionId}/returned")
    @RequiresDuty(BenefitDesk.PAY)
    @Audited(action = "登録", object = "給付の返納 {number} {decisionId}")
    String returned(
            @PathVariable String number,
            @PathVariable long decisionId,
            Trace trace,
            Model model,
            RedirectAttributes next) {
        person(number, trace, model);
        boolean its = lookUp.decisions(number).stream().anyMatch(d -> d.decisionId() == decisionId);
        if (!its) {
            throw new NothingThere();
        }
        if (!transfers.returned(decisionId, businessDate.today(), trace.clerk().staffNo())) {
            throw new ChangedMeanwhile("返納する決定ではないか、ほかの職員が先に返納を記録しました。");
        }
        next.addFlashAttribute("told", "返納を記録しました。市区町村にも知らせます。");
        return "redirect:/benefits/insured/" + number;
    }
}
