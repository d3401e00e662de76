package org.machi.city.people.outside;

import java.util.List;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 住登外者: what a second clerk decides, and which 業務 use a number. */
@Controller
class ConfirmPages {

    private static final String LISTS = "redirect:/people/non-residents";

    private final OutsideRegister people;
    private final NumberUses uses;
    private final SamePeople same;
    private final ProtectedPeople guarded;
    private final BusinessDate businessDate;

    ConfirmPages(
            OutsideRegister people,
            NumberUses uses,
            SamePeople same,
            ProtectedPeople guarded,
            BusinessDate businessDate) {
        this.people = people;
        this.guarded = guarded;
        this.uses = uses;
        this.same = same;
        this.businessDate = businessDate;
    }

    @PostMapping("/people/non-residents/{entryNo}/confirm")
    @RequiresDuty(OutsideDesk.CONFIRM)
    @Audited(action = "確認", object = "住登外者の登録 {entryNo}")
    String confirm(@PathVariable long entryNo, Trace trace, RedirectAttributes next) {
        begin(entryNo, trace);
        long number = people.confirm(entryNo, work(trace));
        trace.person(number);
        next.addFlashAttribute("told", "確認しました。宛名番号は " + number + " です。次の送付で広域連合へ送ります。");
        return LISTS;
    }

    @PostMapping("/people/non-residents/{entryNo}/return")
    @RequiresDuty(OutsideDesk.CONFIRM)
    @Audited(action = "差戻し", object = "住登外者の登録 {entryNo}")
    String giveBack(
            @PathVariable long entryNo,
            @RequestParam(defaultValue = "") String reason,
            Trace trace,
            RedirectAttributes next) {
        trace.reason(reason);
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "差戻しの理由を入れてください。");
        } else {
            begin(entryNo, trace);
            people.giveBack(entryNo, reason.strip(), work(trace));
            next.addFlashAttribute("told", "差し戻しました。");
        }
        return LISTS;
    }

    @PostMapping("/people/non-residents/different")
    @RequiresDuty(OutsideDesk.ENTER)
    @Audited(action = "更新", object = "別人の確認")
    String different(
            @RequestParam long one,
            @RequestParam long other,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        trace.people(List.of(one, other)).reason(note);
        if (note.isBlank() || one == other) {
            next.addFlashAttribute("refused", "別人と確かめた方法を入れてください。");
        } else {
            guarded.requireChange(Math.min(one, other), trace.clerk());
            guarded.requireChange(Math.max(one, other), trace.clerk());
            same.different(one, other, work(trace), note.strip());
            next.addFlashAttribute("told", "別人としました。候補にはもう出ません。");
        }
        return LISTS;
    }

    @PostMapping("/people/{personNo}/uses")
    @RequiresDuty(OutsideDesk.ENTER)
    @Audited(action = "更新", object = "宛名番号を使う業務")
    String use(
            @PathVariable long personNo,
            @RequestParam(defaultValue = "") String business,
            @RequestParam(defaultValue = "") String ended,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).note("業務", business);
        if (!NonResidentForm.BUSINESSES.contains(business)
                || people.registered(personNo).isEmpty()) {
            next.addFlashAttribute("refused", "業務を選んでください（住登外者の番号だけに記録します）。");
        } else if (ended.isEmpty()) {
            uses.begin(personNo, business, businessDate.today(), trace.clerk().staffNo());
            next.addFlashAttribute("told", "業務「" + business + "」が使う番号としました。");
        } else if (uses.end(personNo, business, businessDate.today())) {
            next.addFlashAttribute("told", "業務「" + business + "」はこの番号を使わなくなりました。");
        } else {
            throw new ChangedMeanwhile("この業務は既に使わなくなっています。");
        }
        return "redirect:/people/" + personNo;
    }

    /** A change of somebody who has a number already is one of that person's deeds. */
    private void begin(long entryNo, Trace trace) {
        people.personOf(entryNo)
                .ifPresent(person -> {
                    trace.person(person);
                    guarded.requireChange(person, trace.clerk());
                });
    }

    private OutsideRegister.Work work(Trace trace) {
        return new OutsideRegister.Work(trace.clerk().staffNo(), businessDate.today());
    }
}
