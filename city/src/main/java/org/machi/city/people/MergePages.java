package org.machi.city.people;

import java.util.List;
import java.util.Optional;
import org.machi.city.people.PersonHeads.PersonHead;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 名寄せ and its undoing, from the person page. */
@Controller
class MergePages {

    private final Merges merges;
    private final PersonHeads heads;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;

    MergePages(
            Merges merges, PersonHeads heads, ProtectedPeople people, BusinessDate businessDate) {
        this.people = people;
        this.merges = merges;
        this.heads = heads;
        this.businessDate = businessDate;
    }

    @PostMapping("/people/{personNo}/merge")
    @RequiresDuty(PeopleDesk.MERGE)
    @Audited(action = "更新", object = "名寄せ")
    String merge(
            @PathVariable long personNo,
            @RequestParam String into,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(note);
        String digits = into.strip();
        if (heads.find(personNo, trace.clerk()).orElseThrow(NothingThere::new).hidden()) {
            next.addFlashAttribute("refused", "この番号は責任者が処理します。");
        } else if (note.isBlank() || !digits.matches("[0-9]{1,15}")) {
            next.addFlashAttribute("refused", "統合先の宛名番号と、確かめた方法を入れてください。");
        } else {
            long survivor = Long.parseLong(digits);
            trace.person(survivor);
            Optional<String> fault =
                    heads.find(survivor, trace.clerk()).filter(PersonHead::hidden).isPresent()
                            ? Optional.of("統合先の番号は責任者が処理します。")
                            : merged(personNo, survivor, note, trace);
            next.addFlashAttribute(
                    fault.isPresent() ? "refused" : "told",
                    fault.orElse("宛名番号 " + digits + " へ統合しました。"));
        }
        return "redirect:/people/" + personNo;
    }

    @PostMapping("/people/{personNo}/merge/{mergeNo}/undo")
    @RequiresDuty(PeopleDesk.MERGE)
    @Audited(action = "取消", object = "名寄せ {mergeNo}")
    String undo(
            @PathVariable long personNo,
            @PathVariable long mergeNo,
            @RequestParam String note,
            Trace trace,
            RedirectAttributes next) {
        List<Long> people = merges.people(mergeNo);
        if (!people.contains(personNo)) {
            throw new NothingThere();
        }
        trace.people(people).reason(note);
        people.stream()
                .filter(one -> one != personNo)
                .forEach(one -> this.people.requireChange(one, trace.clerk()));
        if (note.isBlank()) {
            next.addFlashAttribute("refused", "取り消す理由を入れてください。");
        } else if (!merges.undo(mergeNo, decision(note, trace))) {
            throw new ChangedMeanwhile("この名寄せは既に取り消されています。");
        } else {
            next.addFlashAttribute("told", "名寄せを取り消しました。");
        }
        return "redirect:/people/" + personNo;
    }

    private Optional<String> merged(long personNo, long survivor, String note, Trace trace) {
        if (heads.find(survivor, trace.clerk()).isPresent()) {
            people.requireChange(survivor, trace.clerk());
        }
        return merges.merge(personNo, survivor, decision(note, trace));
    }

    private Merges.Decision decision(String note, Trace trace) {
        return new Merges.Decision(trace.clerk().staffNo(), businessDate.today(), note.strip());
    }
}
