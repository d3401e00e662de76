package org.machi.city.people;

import java.util.List;
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

/** 住基との整合性確認: the runs, and the differences that wait for a decision. */
@Controller
class RegisterCheckPages {

    private final RegisterDifferences differences;
    private final BusinessDate businessDate;

    RegisterCheckPages(RegisterDifferences differences, BusinessDate businessDate) {
        this.differences = differences;
        this.businessDate = businessDate;
    }

    @GetMapping("/people/register-check")
    @RequiresDuty(RegisterCheckDesk.CHECK)
    @Audited(action = "照会", object = "住基との整合性確認")
    String list(Trace trace, Model model) {
        List<RegisterDifferences.Person> open = differences.open(trace.clerk());
        trace.people(open.stream().map(RegisterDifferences.Person::personNo).toList());
        model.addAttribute("runs", differences.runs());
        model.addAttribute("open", open);
        model.addAttribute("total", differences.countOpen());
        return "city/people/register-check";
    }

    @PostMapping("/people/register-check/{runNo}/{personNo}")
    @RequiresDuty(RegisterCheckDesk.CHECK)
    @Audited(action = "更新", object = "住基との相違 {runNo}")
    String settle(
            @PathVariable long runNo,
            @PathVariable long personNo,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String note,
            Trace trace,
            RedirectAttributes next) {
        trace.person(personNo).reason(note).note("処理", deed);
        if (differences.isHidden(runNo, personNo, trace.clerk())) {
            next.addFlashAttribute("refused", "この番号は責任者が処理します。");
        } else if (note.isBlank()) {
            next.addFlashAttribute("refused", "確かめた方法か理由を入れてください。");
        } else if (deed.equals("TAKE")) {
            differences.takeOver(
                    runNo, personNo, trace.clerk().staffNo(), note.strip(), businessDate.today());
            next.addFlashAttribute("told", "住基の内容を取り込みました。履歴に残ります。");
        } else {
            differences.explain(
                    runNo, personNo, trace.clerk().staffNo(), note.strip(), businessDate.today());
            next.addFlashAttribute("told", "説明を残しました。同じ相違は次の確認でも説明済になります。");
        }
        return "redirect:/people/register-check";
    }
}
