package org.machi.city.levy.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machi.city.levy.desk.AccountLines.Line;
import org.machi.city.levy.desk.DeskBook.Subject;
import org.machi.city.levy.desk.SuspenseDesk.Money;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.NothingThere;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 不明金 one by one: whose it is (仮消込), then the settlement (消込). */
@Controller
class SuspensePages {

    private final SuspenseDesk desk;
    private final AccountLines lines;
    private final DeskBook book;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;

    SuspensePages(
            SuspenseDesk desk,
            AccountLines lines,
            DeskBook book,
            ProtectedPeople people,
            BusinessDate businessDate) {
        this.desk = desk;
        this.lines = lines;
        this.book = book;
        this.people = people;
        this.businessDate = businessDate;
    }

    @GetMapping("/levy/receipts/{receiptId}")
    @RequiresDuty(LevyDesk.KEEP)
    @Audited(action = "照会", object = "不明金 {receiptId}")
    String money(@PathVariable long receiptId, Trace trace, Model model) {
        return show(receiptId, Optional.empty(), trace, model);
    }

    /** The instalments of a person; posted, so that no 宛名番号 stands in the address. */
    @PostMapping("/levy/receipts/{receiptId}")
    @RequiresDuty(LevyDesk.KEEP)
    @Audited(action = "照会", object = "不明金 {receiptId}")
    String person(
            @PathVariable long receiptId,
            @RequestParam Optional<Long> person,
            Trace trace,
            Model model) {
        return show(receiptId, person, trace, model);
    }

    private String show(long receiptId, Optional<Long> person, Trace trace, Model model) {
        Money money = desk.find(receiptId).orElseThrow(NothingThere::new);
        model.addAttribute("money", money);
        model.addAttribute("seen", book.version(Subject.receipt(receiptId)));
        model.addAttribute("maySettle", trace.clerk().may(LevyDesk.SETTLE));
        Long asked = person.orElse(money.person());
        if (asked != null) {
            trace.person(asked);
            people.requireOpen(asked, trace.clerk());
            List<Line> found = lines.of(asked, businessDate.today());
            model.addAttribute("person", asked);
            model.addAttribute("lines", found);
        }
        return "city/levy/suspense";
    }

    @PostMapping("/levy/receipts/{receiptId}/match")
    @RequiresDuty(LevyDesk.SETTLE)
    @Audited(action = "更新", object = "仮消込 {receiptId}")
    String match(
            @PathVariable long receiptId,
            @RequestParam Map<String, String> asked,
            Trace trace,
            RedirectAttributes next) {
        Asked form = new Asked(asked);
        Money money = desk.find(receiptId).orElseThrow(NothingThere::new);
        Act act = act(form, trace);
        return Answer.to("/levy/receipts/" + receiptId, next)
                .with(
                        form,
                        () -> {
                            long person = form.number("person");
                            trace.person(person);
                            people.requireChange(person, trace.clerk());
                            return desk.match(money, person, form.number("instalment"), act);
                        });
    }

    @PostMapping("/levy/receipts/{receiptId}/settle")
    @RequiresDuty(LevyDesk.SETTLE)
    @Audited(action = "更新", object = "消込 {receiptId}")
    String settle(
            @PathVariable long receiptId,
            @RequestParam Map<String, String> asked,
            Trace trace,
            RedirectAttributes next) {
        Asked form = new Asked(asked);
        Money money = desk.find(receiptId).orElseThrow(NothingThere::new);
        if (money.person() != null) {
            trace.person(money.person());
            people.requireChange(money.person(), trace.clerk());
        }
        Act act = act(form, trace);
        return Answer.to("/levy/receipts/" + receiptId, next)
                .with(form, () -> desk.settle(money, act));
    }

    private Act act(Asked form, Trace trace) {
        return Act.of(trace, businessDate.today(), form.seen(), form.text("reason"));
    }
}
