package org.machi.platform.staff;

import java.util.List;
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
        if (isOwn(trace, staffNo) || !duties.knows(duty)) {
            return refused(staffNo, next);
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
        if (isOwn(trace, staffNo)) {
            return refused(staffNo, next);
        }
        directory.revoke(staffNo, duty, trace.clerk().staffNo());
        next.addFlashAttribute("told", "「" + duties.nameOf(duty) + "」を取り消しました。");
        return "redirect:/staff/{staffNo}";
    }

    @PostMapping("/staff/{staffNo}/unlock")
    @RequiresDuty(Duties.STAFF_MANAGE)
    @Audited(action = "更新", object = "ロック {staffNo}")
    String unlock(@PathVariable String staffNo, RedirectAttributes next) {
        directory.unlock(staffNo);
        next.addFlashAttribute("told", "サインインのロックを解除しました。");
        return "redirect:/staff/{staffNo}";
    }

    private static boolean isOwn(Trace trace, String staffNo) {
        return trace.clerk().staffNo().equals(staffNo);
    }

    private static String refused(String staffNo, RedirectAttributes next) {
        next.addFlashAttribute("refused", "自分の権限は変更できません。");
        return "redirect:/staff/" + staffNo;
    }
}
