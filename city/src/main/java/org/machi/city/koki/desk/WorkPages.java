package org.machi.city.koki.desk;

import java.util.List;
import java.util.Objects;
import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.TabbedKind;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work lists of the office. */
@Controller
class WorkPages {

    private final WorkLists lists;
    private final ProtectedPeople people;
    private final BusinessDate businessDate;

    WorkPages(WorkLists lists, ProtectedPeople people, BusinessDate businessDate) {
        this.people = people;
        this.lists = lists;
        this.businessDate = businessDate;
    }

    @GetMapping("/koki/work")
    @RequiresDuty(KokiDesk.WORK)
    @Audited(action = "表示", object = "確認リスト")
    String first() {
        return "redirect:/koki/work/" + WorkLists.Kind.PENSION.code();
    }

    @GetMapping("/koki/work/{code}")
    @RequiresDuty(KokiDesk.WORK)
    @Audited(action = "照会", object = "確認リスト {code}")
    String list(@PathVariable String code, Trace trace, Model model) {
        WorkLists.Kind kind = TabbedKind.named(WorkLists.Kind.values(), code);
        List<WorkLists.Line> lines = lists.lines(kind, businessDate.today());
        trace.people(
                lines.stream().map(WorkLists.Line::personNo).filter(Objects::nonNull).toList());
        TabbedKind.show(model, "/koki/work/", WorkLists.Kind.values(), kind);
        model.addAttribute("lines", lines);
        model.addAttribute("letters", kind == WorkLists.Kind.LETTERS);
        model.addAttribute("more", lines.size() == WorkLists.MOST);
        return "city/koki/work";
    }

    @PostMapping("/koki/work/letters/{letterNo}/settled")
    @RequiresDuty(KokiDesk.WORK)
    @Audited(action = "更新", object = "引抜きの通知書 {letterNo}")
    String settle(@PathVariable String letterNo, Trace trace, RedirectAttributes next) {
        lists.waitsFor(letterNo)
                .ifPresent(person -> {
                    trace.person(person);
                    people.requireChange(person, trace.clerk());
                });
        if (lists.settle(letterNo, businessDate.today())) {
            next.addFlashAttribute("told", "通知書 " + letterNo + " を処理済みにしました。");
        } else {
            next.addFlashAttribute("refused", "この通知書は、引抜きの一覧にありません（すでに処理済みです）。");
        }
        return "redirect:/koki/work/" + WorkLists.Kind.LETTERS.code();
    }
}
