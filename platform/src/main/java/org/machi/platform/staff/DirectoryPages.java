package org.machi.platform.staff;

import java.util.List;
import java.util.Optional;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 職員と権限: who may do what, since when and by whose hand. Nobody changes the own rights. */
@Controller
class DirectoryPages {
    private final StaffDirectory directory;
    private final Duties duties;
    private final BusinessDate businessDate;

    DirectoryPages(StaffDirectory directory, Duties duties, BusinessDate businessDate) {
        this.directory = directory;
        this.duties = duties;
        this.businessDate = businessDate;
    }

    @GetMapping("/staff")
    @RequiresDuty(Duties.STAFF_MANAGE)
    @Audited(action = "照会", object = "職員一覧")
    String staff(Model model) {
        model.addAttribute("members", directory.members(businessDate.today()));
        return "platform/staff";
    }

    @GetMapping("/staff/{staffNo}")
    @RequiresDuty(Duties.STAFF_MANAGE)
    @Audited(action = "照会", object = "職員 {staffNo}")
    String member(@PathVariable String staffNo, Clerk clerk, Model model) {
        List<StaffDirectory.Member> found =
                directory.members(businessDate.today()).stream()
                        .filter(member -> member.staffNo().equals(staffNo))
                        .toList();
        if (found.isEmpty()) {
            return staff(model);
        }
        model.addAttribute("member", found.getFirst());
        model.addAttribute("own", clerk.staffNo().equals(staffNo));
        model.addAttribute("grants", directory.grants(staffNo));
        model.addAttribute("duties", duties);
        model.addAttribute(
                "free",
                duties.all().stream()
                        .filter(duty -> !duty.code().equals(Duties.CONSOLE))
                        .filter(duty -> !found.getFirst().duties().contains(duty.code()))
                        .toList());
        return "platform/staff-member";
    }

    @PostMapping("/staff/{staffNo}/duties")
    @RequiresDuty(Duties.STAFF_MANAGE)
    @Audited(action = "更新", object = "権限 {staffNo}")
    String grant(
            @PathVariable String staffNo,
            @RequestParam String duty,
            Trace trace,
            RedirectAttributes next) {
        trace.note("付与", duty);
        Optional<String> objection =
                objection(trace, staffNo)
                        .or(() ->
                                duties.knows(duty)
                                        ? Optional.empty()
                                        : Optional.of("「" + duty + "」という権限はありません。"));
        if (objection.isPresent()) {
            return refused(objection.get(), trace, next);
        }
        directory.grant(staffNo, List.of(duty), businessDate.today(), trace.clerk().staffNo());
        next.addFlashAttribute("told", "「" + duties.nameOf(duty) + "」を付与しました。");
        return "redirect:/staff/{staffNo}";
    }

    @PostMapping("/staff/{staffNo}/duties/revoke")
    @RequiresDuty(Duties.STAFF_MANAGE)
    @Audited(action = "更新", object = "権限 {staffNo}")
    String revoke(
            @PathVariable String staffNo,
            @RequestParam String duty,
            Trace trace,
            RedirectAttributes next) {
        trace.note("取消", duty);
        Optional<String> objection = objection(trace, staffNo);
        if (objection.isPresent()) {
            return refused(objection.get(), trace, next);
        }
        directory.revoke(staffNo, duty, trace.clerk().staffNo());
        next.addFlashAttribute("told", "「" + duties.nameOf(duty) + "」を取り消しました。");
        return "redirect:/staff/{staffNo}";
    }

    @PostMapping("/staff/{staffNo}/unlock")
    @RequiresDuty(Duties.STAFF_MANAGE)
    @Audited(action = "更新", object = "ロック {staffNo}")
    String unlock(@PathVariable String staffNo, Trace trace, RedirectAttributes next) {
        if (!directory.has(staffNo)) {
            return refused(unknown(staffNo), trace, next);
        }
        directory.unlock(staffNo);
        next.addFlashAttribute("told", "サインインのロックを解除しました。");
        return "redirect:/staff/{staffNo}";
    }

    /** Why nobody may change the rights of this number; empty if the clerk may. */
    private Optional<String> objection(Trace trace, String staffNo) {
        if (trace.clerk().staffNo().equals(staffNo)) {
            return Optional.of("自分の権限は変更できません。");
        }
        return directory.has(staffNo) ? Optional.empty() : Optional.of(unknown(staffNo));
    }

    private static String unknown(String staffNo) {
        return "職員番号「" + staffNo + "」の職員は登録されていません。番号を確かめてください。";
    }

    private static String refused(String why, Trace trace, RedirectAttributes next) {
        trace.note("結果", "変更せず");
        next.addFlashAttribute("refused", why);
        return "redirect:/staff/{staffNo}";
    }
}
